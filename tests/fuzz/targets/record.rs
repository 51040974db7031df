//! Any bytes as a published file: reading and judging never stops the program, and what is valid says the same twice.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sunlot_draw::read;
use sunlot_draw::verify::{Given, verify};

fuzz_target!(|bytes: &[u8]| {
    let file = read::published(bytes);
    let report = verify(std::slice::from_ref(&file), &Given::default());
    let Ok(read::Reading { value: Some(value), faults }) = file else {
        assert!(!report.is_valid(), "what has no content is not valid");
        return;
    };
    // What was read and written again is the same file, whatever blanks and escapes stood in the first.
    let written = serde_json::to_vec(&value).expect("what was read can be written");
    let again = read::published(&written).expect("what was written can be read");
    assert_eq!(again.value.as_ref(), Some(&value), "nothing is lost between reading and writing");
    if faults.is_empty() {
        let second = verify(&[Ok(again)], &Given::default());
        assert_eq!(report, second, "the verdict is on the content, not on the spelling");
    }
});
