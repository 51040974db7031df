//! `sunlot verify`: the report on published files, and what was typed from paper.

use std::fs;
use std::path::PathBuf;

use sunlot_app::published::{CheckView, FileView, PaperSheet, VerifyRequest, VerifyView, verify};
use sunlot_app::{Error, Reason, Result};

use crate::args::Verify;
use crate::output::{Output, Status};

pub(crate) fn run(arguments: Verify, output: &Output) -> Result<Status> {
    let (sheet, more) = sheet(&arguments.sheet)?;
    let files: Vec<PathBuf> = arguments.files.into_iter().chain(more).collect();
    if files.is_empty() {
        let argument = "<文件>...".to_owned();
        return Err(Error::new(Reason::ArgumentMissing { argument }, ""));
    }
    let view = verify(&VerifyRequest {
        files,
        station: arguments.station,
        sheet,
    })?;
    output.answer(&view, told);
    Ok(match (view.unreadable, view.valid) {
        (true, _) => Status::Unreadable,
        (false, true) => Status::Done,
        (false, false) => Status::Refused,
    })
}

/// What follows `--sheet`: keys with values, or first the file that holds them; then, where somebody wrote the option
/// before the files to verify, those.
fn sheet(given: &[String]) -> Result<(Option<PaperSheet>, Vec<PathBuf>)> {
    let (mut sheet, rest) = match given.split_first() {
        None => return Ok((None, Vec::new())),
        Some((file, rest)) if !file.contains('=') => (sheet_file(file)?, rest),
        Some(_) => (PaperSheet::default(), given),
    };
    let mut files = Vec::new();
    for argument in rest {
        match argument.split_once('=') {
            Some((key, value)) if set(&mut sheet, key, value) => {}
            Some(_) => return Err(wrong(argument)),
            None => files.push(PathBuf::from(argument)),
        }
    }
    Ok((Some(sheet), files))
}

fn set(sheet: &mut PaperSheet, key: &str, value: &str) -> bool {
    let text = || Some(value.to_owned());
    match key {
        "commitment" => sheet.commitment = text(),
        "challenge" => sheet.challenge = text(),
        "station" => sheet.station = text(),
        "number" => sheet.number = text(),
        "seat" => match value.parse() {
            Ok(seat) => sheet.seat = Some(seat),
            Err(_) => return false,
        },
        _ => return false,
    }
    true
}

fn sheet_file(file: &str) -> Result<PaperSheet> {
    let named = || file.to_owned();
    let text = fs::read(file)
        .map_err(|error| Error::new(Reason::FileMissing { file: named() }, error.to_string()))?;
    serde_json::from_slice(&text).map_err(|error| Error::new(wrong(file).reason, error.to_string()))
}

fn wrong(value: &str) -> Error {
    let argument = "--sheet <文件或键=值>".to_owned();
    Error::new(
        Reason::ArgumentValueWrong {
            argument,
            value: value.to_owned(),
        },
        "",
    )
}

fn told(view: &VerifyView) -> String {
    let files: Vec<String> = view.files.iter().map(told_file).collect();
    let whole = match (view.files.len(), view.unreadable, view.valid) {
        (1, ..) => return files.concat(),
        (_, true, _) => "全部文件：有读不出来的",
        (_, false, true) => "全部文件：相符",
        (_, false, false) => "全部文件：不相符",
    };
    format!("{}\n{whole}\n", files.join("\n"))
}

fn told_file(file: &FileView) -> String {
    let verdict = if file.valid {
        "相符：文件前后一致，可以重算出同样的结果"
    } else {
        "不相符"
    };
    let mut text = format!("{}\n{verdict}\n\n", file.file);
    for check in &file.checks {
        text += &told_check(check);
    }
    if !file.notices.is_empty() {
        text += "\n提示（不影响相符与否）：\n";
        for notice in &file.notices {
            text += &format!("  · {}\n", notice.text);
        }
    }
    text
}

fn told_check(check: &CheckView) -> String {
    let (mark, status) = match check.status {
        "pass" => ("✓", "相符"),
        "fail" => ("✗", "不符"),
        _ => ("－", "未核"),
    };
    let head = format!("  {mark} {status}  {:<10}  {}", check.name, title(check.name));
    match check.status {
        "pass" => return head + "\n",
        "skipped" => return format!("{head}（{}）\n", check.reason),
        _ => {}
    }
    // One problem a line: a reason may list several.
    let reasons: Vec<String> = check
        .reason
        .split('；')
        .map(|reason| format!("        {reason}"))
        .collect();
    format!("{head}\n{}\n", reasons.join("\n"))
}

/// What a check recomputes, in a few words.
fn title(name: &str) -> &'static str {
    match name {
        "format" => "文件的写法",
        "manifest" => "名单、规则与见证数合规",
        "commitment" => "封存码由名单和密数算出",
        "seed" => "种子由封存码、密数和见证数算出",
        "selection" => "抽中与候补的号码由种子算出",
        "crews" => "检查组由种子算出",
        "digest" => "记录的摘要",
        "amendments" => "每条变更，以及变更后在列的行",
        "signatures" => "签名",
        "station" => "本站指纹与张贴的一致",
        "sheet" => "与封存单、见证卡一致",
        _ => "几份记录连成不断的链",
    }
}
