//! Who is drawn: the first places of a Fisher–Yates shuffle, in memory for the drawn alone.

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use crate::hex::Digest;
use crate::manifest::{Manifest, Stratum};
use crate::record::Place;
use crate::stream::{Stream, Words, below};

/// The first `count` places of a shuffle of 0 … n−1.
///
/// The array that the protocol shuffles is only imagined: its head is held as it stands, and of the rest only the
/// entries that a swap displaced.
pub fn shuffle_head(words: &mut impl Words, n: u32, count: u32) -> Vec<u32> {
    let mut head: Vec<u32> = (0..count.min(n)).collect();
    let mut displaced = HashMap::with_capacity_and_hasher(head.len(), FxBuildHasher);
    for i in 0..head.len() {
        let Ok(place) = u32::try_from(i) else { break };
        let j = place + below(words, n - place);
        match usize::try_from(j) {
            Ok(j) if j < head.len() => head.swap(i, j),
            _ => head[i] = displaced.insert(j, head[i]).unwrap_or(j),
        }
    }
    head
}

/// Numbers of one stratum, in the order in which they fall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The quota.
    pub selected: Vec<u64>,
    /// Those who stand by.
    pub reserves: Vec<u64>,
}

/// Draws one stratum; none where quota and reserve ask for more than there are.
pub fn draw_stratum(manifest: &Manifest, stratum: &Stratum, seed: &Digest) -> Option<Drawn> {
    let size = u32::try_from(stratum.size()).ok()?;
    let quota = u32::try_from(stratum.quota).ok()?;
    let count = quota.checked_add(u32::try_from(stratum.reserve).ok()?)?;
    if count > size {
        return None;
    }
    let mut stream = Stream::new(manifest.protocol, seed, &label(stratum));
    let places = shuffle_head(&mut stream, size, count);
    let mut numbers = places.into_iter().map(|place| u64::from(place) + 1);
    let selected = numbers.by_ref().take(usize::try_from(quota).ok()?).collect();
    Some(Drawn {
        selected,
        reserves: numbers.collect(),
    })
}

/// Under which label a stratum's stream is opened.
pub fn label(stratum: &Stratum) -> String {
    format!("stratum/{}", stratum.key)
}

/// All strata in manifest order: the selected, and the reserves.
pub fn draw_places(manifest: &Manifest, seed: &Digest) -> Option<(Vec<Place>, Vec<Place>)> {
    let (mut selected, mut reserves) = (Vec::new(), Vec::new());
    for stratum in &manifest.strata {
        let drawn = draw_stratum(manifest, stratum, seed)?;
        let place = |number| Place::new(stratum.key.clone(), number);
        selected.extend(drawn.selected.into_iter().map(place));
        reserves.extend(drawn.reserves.into_iter().map(place));
    }
    Some((selected, reserves))
}
