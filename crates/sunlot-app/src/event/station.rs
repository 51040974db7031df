//! What events about the station's keys tell.

use serde::{Deserialize, Serialize};

/// The station's keys were made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyMade {
    /// The fingerprint of the one that signs records.
    pub fingerprint: String,
    /// SHA-256 of the certificate.
    pub certificate: String,
    /// Which life of the office's data this is.
    pub epoch: u64,
}

/// New keys took the place of others, and each signed for the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRotated {
    /// The fingerprint of the one before.
    pub former: String,
    /// The fingerprint of the new one.
    pub fingerprint: String,
    /// SHA-256 of the new certificate.
    pub certificate: String,
    /// Why.
    pub reason: String,
}

/// New keys took the place of lost ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyLost {
    /// The fingerprint of the lost one.
    pub former: String,
    /// The fingerprint of the new one.
    pub fingerprint: String,
    /// SHA-256 of the new certificate.
    pub certificate: String,
    /// How it was lost.
    pub reason: String,
}

/// A key was revoked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRevoked {
    /// Its fingerprint.
    pub fingerprint: String,
    /// From when it does not count.
    pub since: String,
    /// Why.
    pub reason: String,
    /// Whether a key signed that.
    pub signed: bool,
}
