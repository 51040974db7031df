//! Whether another program has a file open, by the small files that office programs put beside it meanwhile.

use std::path::Path;

use super::Warning;

/// Excel and WPS begin with `~$` (some leave out the first two letters of a long name), WPS with `.~`, LibreOffice has
/// its own way.
fn owner_files(name: &str) -> Vec<String> {
    let mut names = vec![
        format!("~${name}"),
        format!(".~{name}"),
        format!(".~lock.{name}#"),
    ];
    if let Some((second, _)) = name.char_indices().nth(2) {
        names.push(format!("~${}", &name[second..]));
    }
    names
}

/// What tells that somebody has this file open.
pub(super) fn warnings(path: &Path) -> Vec<Warning> {
    let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else {
        return Vec::new();
    };
    let found = owner_files(&name)
        .into_iter()
        .find(|owner| path.with_file_name(owner).is_file());
    found
        .map(|owner_file| Warning::OpenElsewhere { owner_file })
        .into_iter()
        .collect()
}
