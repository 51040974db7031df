//! Drawing 5% of a great many: ours, `rand`'s on the same generator, and Python's three.

use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use sunlot_draw::selection::shuffle_head;
use sunlot_draw::stream::Stream;
use sunlot_draw::{Digest, Protocol};

const ROUNDS: u8 = 15;

pub fn measure() {
    println!("# Selection (median of {ROUNDS}; Python: of 3)");
    for (count, of) in [(50_000, 1_000_000), (500_000, 10_000_000)] {
        println!("{count} of {of}");
        let ours = median(|round| {
            let mut stream = Stream::new(Protocol::Sunlot1, &Digest::new([round; 32]), "stratum/A");
            black_box(shuffle_head(&mut stream, of, count));
        });
        let peer = median(|round| {
            let mut random = ChaCha20Rng::from_seed([round; 32]);
            black_box(rand::seq::index::sample(&mut random, of as usize, count as usize));
        });
        row("sunlot-draw, ChaCha20", ours);
        row("rand::seq::index::sample, ChaCha20", peer);
        println!(
            "  {:<38} {:>9.2}",
            "sunlot-draw / rand",
            ours.as_secs_f64() / peer.as_secs_f64()
        );
        python(count, of);
    }
}

fn median(mut work: impl FnMut(u8)) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|round| {
            let start = Instant::now();
            work(round);
            start.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

fn row(name: &str, time: Duration) {
    println!("  {name:<38} {:>9.2} ms", time.as_secs_f64() * 1000.0);
}

/// The peers that live in Python, where there is one with them.
fn python(count: u32, of: u32) {
    let Some(python) = std::env::var_os("SUNLOT_PEERS_PYTHON") else {
        return println!("  (no Python with the peers: run this through ./dev bench draw)");
    };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/peers.py");
    let status = Command::new(python)
        .args([script, &count.to_string(), &of.to_string()])
        .status();
    assert!(status.unwrap().success(), "the peers in Python failed");
}
