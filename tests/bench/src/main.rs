//! `./dev bench draw`: selection beside its peers, and a record of a million targets drawn and verified.
//! `./dev bench paper`: documents from one page to a thousand.
//! `./dev bench import`: other people's tables, read.
//! `./dev bench pool`: who may be drawn of a million targets, and whether crews can be had.
//!
//! Every figure is measured in this run on this machine and printed; nothing is judged. The browser's share is
//! measured by `ui/verifier/bench.mjs`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    reason = "a measurement that cannot go on says so and stops"
)]

mod import;
mod paper;
mod pool;
mod record;
mod selection;
mod trail;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("selection") => selection::measure(),
        Some("trail") => trail::measure(arguments.get(1).map(|number| number.parse().unwrap())),
        Some("office") => trail::make(arguments[1].as_ref(), arguments[2].parse().unwrap()),
        Some("import") => import::measure(),
        Some("paper") => paper::measure(),
        Some("pool") => pool::measure(),
        Some("record") => record::measure(),
        Some("case") => record::write_case(arguments[1].as_ref(), arguments[2].parse().unwrap()),
        _ => {
            selection::measure();
            record::measure();
        }
    }
}
