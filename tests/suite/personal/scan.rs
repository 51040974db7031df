//! Looking for bytes in every file, in every way in which a program may write a text down.

use std::fs;
use std::path::Path;

use crate::backup::files;

/// The ways in which a text may stand in a file.
pub fn written(text: &str) -> Vec<Vec<u8>> {
    let little = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    vec![text.as_bytes().to_vec(), little, big]
}

/// The ways in which bytes may stand in a file: as they are, or as hexadecimal digits.
pub fn laid_down(bytes: &[u8]) -> Vec<Vec<u8>> {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut all = written(&hex);
    all.extend(written(&hex.to_uppercase()));
    all.push(bytes.to_vec());
    all
}

/// The files below a folder that hold any of these.
pub fn holding(folder: &Path, wanted: &[Vec<u8>]) -> Vec<String> {
    let mut found = Vec::new();
    let mut looked = 0;
    files(folder, &mut |file| {
        looked += 1;
        let bytes = fs::read(file).unwrap();
        if wanted.iter().any(|wanted| holds(&bytes, wanted)) {
            found.push(file.strip_prefix(folder).unwrap().display().to_string());
        }
    });
    assert!(looked > 0, "{} has no files to look at", folder.display());
    found
}

pub fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    assert!(!wanted.is_empty(), "nothing is everywhere");
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[test]
fn the_search_finds_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("deep")).unwrap();
    for (name, bytes) in [
        ("utf-8", written("13987650123")[0].clone()),
        ("little", written("13987650123")[1].clone()),
        (
            "deep/big",
            [b"before".to_vec(), written("13987650123")[2].clone()].concat(),
        ),
        ("other", b"13987650124".to_vec()),
    ] {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let mut found = holding(folder.path(), &written("13987650123"));
    found.sort();
    assert_eq!(
        found,
        ["deep/big", "little", "utf-8"],
        "a search that finds nothing would prove nothing"
    );
}
