//! Streams: the keystream that a seed opens under a label, and numbers without bias from it.
//!
//! Only ChaCha20's keystream comes from a library; how words become numbers is the protocol's, so that another
//! program, or another version of that library, cannot read them differently.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::hash::Tagged;
use crate::hex::Digest;
use crate::protocol::Protocol;

/// Where random words come from. Tests hand in words of their own, to count every outcome there is.
pub trait Words {
    /// The next 32-bit word.
    fn next_word(&mut self) -> u32;
}

/// The words of one seed under one label.
pub struct Stream(ChaCha20Rng);

impl Stream {
    /// Opens the stream of this label.
    pub fn new(protocol: Protocol, seed: &Digest, label: &str) -> Self {
        let key = Tagged::new(protocol, "stream")
            .bytes(seed.bytes())
            .bytes(label.as_bytes())
            .digest();
        Self(ChaCha20Rng::from_seed(*key.bytes()))
    }
}

impl Words for Stream {
    fn next_word(&mut self) -> u32 {
        self.0.next_u32()
    }
}

/// A number below `n`, each equally likely: words at or above the last multiple of `n` are passed over.
pub fn below(words: &mut impl Words, n: u32) -> u32 {
    loop {
        let word = words.next_word();
        // 2^32 mod n is less than n, so most words need only one division.
        if word <= u32::MAX - n || word <= u32::MAX - n.wrapping_neg() % n {
            return word % n;
        }
    }
}
