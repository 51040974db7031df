//! How even a draw is, before sealing and after: the chance of each target, the load that each inspector may expect, and how often
//! each target was visited (N-10, A-04).
//!
//! Of inspectors only the load is counted: nothing here orders people by what they found. Everything is whole numbers;
//! millionths where a fraction is shown.

pub mod burden;
pub mod chance;
pub mod load;

#[cfg(test)]
mod tests;

/// One, in millionths.
pub const MICRO: u128 = 1_000_000;
