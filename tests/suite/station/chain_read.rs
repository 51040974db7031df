//! A chain of statements as a file: read strictly, written as it was read, and held against another copy.

use sunlot_draw::station::{Act, Format, agree};

use super::chain::{append, next, story};

#[test]
fn a_chain_is_read_strictly_and_written_as_it_was_read() {
    let chain = story();
    let written = serde_json::to_string(&chain).unwrap();
    let read = sunlot_draw::station::chain(written.as_bytes()).unwrap();
    assert_eq!(read.value.as_ref(), Some(&chain), "{:?}", read.faults);
    let again = serde_json::to_string(&read.value).unwrap();
    assert_eq!(again, written, "what was read is written as it was, to the byte");
    for (from, to) in [
        (Format::NAME, "sunlot-station/2"),
        ("\"alg\":\"ed25519\"", "\"alg\":\"sm2\""),
        ("\"type\":\"made\"", "\"type\":\"born\""),
        ("\"sequence\":1", "\"sequence\":1.0"),
        ("\"sequence\":1", "\"sequence\":-1"),
        ("\"epoch\":1", "\"epoch\":\"1\""),
        ("\"epoch\":1", "\"epoch\":1,\"epoch\":1"),
        ("\"epoch\":1", "\"epoch\":1,\"note\":\"\""),
        ("\"reason\":\"每年更换\"", "\"reason\":\"每\u{202e}年更换\""),
        ("\"reason\":\"每年更换\",", ""),
        ("+08:00\"", "\""),
        ("\"signatures\":[{", "\"signatures\":[[{"),
    ] {
        assert!(written.contains(from), "{from} must be there to be changed");
        let forged = written.replacen(from, to, 1);
        let whole = sunlot_draw::station::chain(forged.as_bytes())
            .ok()
            .and_then(|read| read.value);
        assert_eq!(whole, None, "{to} must not be read as a chain");
    }
}

#[test]
fn two_chains_agree_as_far_as_the_shorter_goes_or_they_fork() {
    let long = story();
    let mut short = story();
    short.statements.truncate(2);
    assert_eq!(agree(&[&short, &long]), Ok(()), "an older copy of the same");
    let lost = next(&short, Act::Lost, Some(2), 9);
    append(&mut short, lost, &[9]);
    assert_eq!(
        agree(&[&long, &short]),
        Err(3),
        "two stories from the third statement on"
    );
    assert_eq!(agree(&[]), Ok(()), "nothing contradicts nothing");
}
