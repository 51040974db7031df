//! The fonts of paper: where they lie, read once, and only those that the program was built with.
//!
//! What stands on a sheet is `sunlot-forms`' business, and which sheet is made when a use case's.
//!
//! The same record must give the same bytes in other years, so a font file is taken only if its digest is the one that was
//! known when the program was built. A damaged font would otherwise show as characters that are missing from a paper.

mod way;

pub(crate) use way::Paper;
pub use way::{PaperMade, PaperWay, PrintersView};

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use sha2::{Digest as _, Sha256};
use sunlot_forms::{Fault, FontFile, FontFiles, Fonts};

use crate::{Error, Reason, Result};

/// The environment variable that names the folder of assets.
const ASSETS: &str = "SUNLOT_ASSETS";
/// What every font file must be.
const DIGESTS: &str = include_str!("../../../assets/fonts/SHA256SUMS");

/// The fonts, read at the first call; after a failure they are looked for again.
pub(crate) fn fonts() -> Result<Fonts<'static>> {
    static FILES: OnceLock<FontFiles> = OnceLock::new();
    let files = match FILES.get() {
        Some(files) => files,
        None => {
            let read = read(&assets())?;
            FILES.get_or_init(|| read)
        }
    };
    Fonts::new(files).map_err(|fault| not_made(&fault))
}

/// Why no paper was made, for whoever asked for it.
pub(crate) fn not_made(fault: &Fault) -> Error {
    let reason = match fault {
        Fault::UnreadableFont { file } | Fault::ForbiddenFont { file } => Reason::FontDamaged {
            file: file.path().unwrap_or_default(),
        },
        Fault::BrokenPicture | Fault::Writer { .. } => Reason::Internal,
    };
    Error::new(reason, format!("{fault:?}"))
}

/// Where the assets of this program may lie.
pub(crate) fn assets() -> Vec<PathBuf> {
    places(env::var_os(ASSETS).map(PathBuf::from), env::current_exe().ok())
}

/// Where assets may lie, the most deliberate place first: what the environment names, beside the program, the share folder
/// of the system that the program was installed in, and the tree that it was built from.
fn places(named: Option<PathBuf>, program: Option<PathBuf>) -> Vec<PathBuf> {
    if let Some(named) = named.filter(|named| !named.as_os_str().is_empty()) {
        // Who names a place means it: anything else would be another font than the one that was meant.
        return vec![named];
    }
    let Some(folder) = program.as_deref().and_then(Path::parent) else {
        return Vec::new();
    };
    let mut places = vec![folder.join("assets")];
    places.extend(folder.parent().map(|above| above.join("share/sunlot")));
    let tree = folder
        .ancestors()
        .find(|above| above.join("Cargo.toml").is_file() && above.join("assets/fonts").is_dir());
    places.extend(tree.map(|tree| tree.join("assets")));
    places
}

/// Reads the fonts of the first place that has any.
fn read(places: &[PathBuf]) -> Result<FontFiles> {
    let Some(assets) = places.iter().find(|place| place.join("fonts/pdf").is_dir()) else {
        let places = places.iter().map(|place| place.display().to_string()).collect();
        return Err(Error::new(Reason::FontsMissing { places }, "no fonts/pdf"));
    };
    let fonts = assets.join("fonts");
    FontFiles::gather(|file| one(&fonts, file))
}

fn one(fonts: &Path, file: FontFile) -> Result<Vec<u8>> {
    let name = file.path().unwrap_or_default();
    let path = fonts.join(&name);
    let shown = path.display().to_string();
    let bytes = fs::read(&path).map_err(|error| {
        let reason = match error.kind() {
            ErrorKind::NotFound => Reason::FontDamaged { file: shown.clone() },
            _ => Reason::FileUnread { file: shown.clone() },
        };
        Error::new(reason, error.to_string())
    })?;
    let digest: String = Sha256::digest(&bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let known = DIGESTS.lines().any(|line| line == format!("{digest}  {name}"));
    if known {
        Ok(bytes)
    } else {
        Err(Error::new(Reason::FontDamaged { file: shown }, digest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets")
    }

    /// The fonts in a folder of their own, as links, so that a test may damage one.
    fn copied(except: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for line in DIGESTS.lines() {
            let name = line.split_whitespace().nth(1).unwrap();
            let to = folder.path().join("fonts").join(name);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            if name != except {
                fs::hard_link(tree().join("fonts").join(name), &to)
                    .or_else(|_| fs::copy(tree().join("fonts").join(name), &to).map(drop))
                    .unwrap();
            }
        }
        folder
    }

    #[test]
    fn the_fonts_of_the_tree_are_those_that_the_program_knows() {
        let files = read(&[tree()]).expect("every digest fits; assets/fonts/build_pdf.py writes them");
        assert!(Fonts::new(&files).is_ok(), "and each is a font");
        assert!(
            fonts().is_ok(),
            "a program that was built in the tree finds them there"
        );
    }

    #[test]
    fn who_names_a_place_means_it() {
        let program = || Some(PathBuf::from("/opt/sunlot/bin/sunlot"));
        assert_eq!(
            places(Some("/srv/assets".into()), program()),
            [PathBuf::from("/srv/assets")],
            "no other place is looked into"
        );
        assert_eq!(
            places(Some(PathBuf::new()), program()),
            [
                PathBuf::from("/opt/sunlot/bin/assets"),
                PathBuf::from("/opt/sunlot/share/sunlot")
            ],
            "an empty variable names none: beside the program, then the share folder"
        );
        assert_eq!(places(None, None), Vec::<PathBuf>::new(), "nowhere to look");
    }

    #[test]
    fn a_program_that_was_installed_finds_its_share_folder() {
        let folder = copied("");
        let installed = tempfile::tempdir().unwrap();
        fs::create_dir_all(installed.path().join("bin")).unwrap();
        fs::create_dir_all(installed.path().join("share")).unwrap();
        fs::rename(folder.path(), installed.path().join("share/sunlot")).unwrap();
        let found = places(None, Some(installed.path().join("bin/sunlot")));
        assert!(read(&found).is_ok(), "/usr/bin goes with /usr/share/sunlot");
    }

    #[test]
    fn where_no_fonts_are_every_place_is_told() {
        let empty = tempfile::tempdir().unwrap();
        let place = empty.path().to_path_buf();
        let error = read(&[place.clone(), place.join("other")]).unwrap_err();
        let places = [place.clone(), place.join("other")].map(|place| place.display().to_string());
        assert_eq!(
            error.reason,
            Reason::FontsMissing {
                places: places.to_vec()
            },
            "so that somebody can put them there"
        );
    }

    #[test]
    fn a_font_that_is_missing_or_changed_is_named() {
        let damaged = |change: &dyn Fn(&Path), name: &str| {
            let folder = copied(name);
            let path = folder.path().join("fonts").join(name);
            change(&path);
            let file = path.display().to_string();
            assert_eq!(
                read(&[folder.path().to_path_buf()]).unwrap_err().reason,
                Reason::FontDamaged { file },
                "{name}"
            );
        };
        damaged(&|_| {}, "pdf/kai.ttf");
        damaged(&|path| fs::write(path, b"").unwrap(), "pdf/mono.otf");
        let one_bit = |path: &Path| {
            let mut bytes = fs::read(tree().join("fonts/ui/rare-400-signs.woff2")).unwrap();
            bytes[100_000] ^= 1;
            fs::write(path, bytes).unwrap();
        };
        damaged(&one_bit, "ui/rare-400-signs.woff2");
    }

    #[test]
    fn what_stops_paper_has_words() {
        let fault = Fault::UnreadableFont { file: FontFile::Kai };
        assert_eq!(
            not_made(&fault).reason,
            Reason::FontDamaged {
                file: "pdf/kai.ttf".into()
            },
            "a font by its file"
        );
        assert_eq!(
            not_made(&Fault::BrokenPicture).reason,
            Reason::Internal,
            "our own mistake"
        );
    }
}
