//! The digest of a list that is announced before it is sealed: whoever noted it down can hold the sealed list against it.

use crate::hash::Tagged;
use crate::hex::Digest;
use crate::leaf::Row;
use crate::manifest::Manifest;

/// H("pool", jcs(the digests of the leaves of all strata in order, then those of the exclusions)).
pub fn pool_digest(manifest: &Manifest) -> Digest {
    let protocol = manifest.protocol;
    let targets = manifest.strata.iter().flat_map(|stratum| &stratum.targets);
    let mut digests: Vec<Digest> = targets.map(|leaf| leaf.digest(protocol)).collect();
    digests.extend(manifest.exclusions.iter().map(|leaf| leaf.digest(protocol)));
    Tagged::new(protocol, "pool").jcs(&digests).digest()
}
