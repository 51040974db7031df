//! `sunlot verify`: the report on published files, and what was typed from paper.

use std::path::{Path, PathBuf};

use sunlot_app::published::{CheckView, FileView, PaperSheet, VerifyRequest, VerifyView, open, verify};
use sunlot_app::{Error, Reason, Result};

use crate::about;
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
            Some((key, value)) if set(&mut sheet, key, value)? => {}
            Some(_) => return Err(wrong(argument)),
            None => files.push(PathBuf::from(argument)),
        }
    }
    Ok((Some(sheet), files))
}

/// Puts a value in its place, if there is such a key. A second one would hide the first.
fn set(sheet: &mut PaperSheet, key: &str, value: &str) -> Result<bool> {
    let text = || Some(value.to_owned());
    let before = match key {
        "commitment" => std::mem::replace(&mut sheet.commitment, text()).is_some(),
        "challenge" => std::mem::replace(&mut sheet.challenge, text()).is_some(),
        "station" => std::mem::replace(&mut sheet.station, text()).is_some(),
        "number" => std::mem::replace(&mut sheet.number, text()).is_some(),
        "seat" => match value.parse() {
            Ok(seat) => sheet.seat.replace(seat).is_some(),
            Err(_) => return Ok(false),
        },
        _ => return Ok(false),
    };
    if before {
        let argument = format!("--sheet {key}=…");
        return Err(Error::new(Reason::ArgumentTwice { argument }, ""));
    }
    Ok(true)
}

fn sheet_file(file: &str) -> Result<PaperSheet> {
    let text = open(Path::new(file))?;
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
    let verdict = verdict(file);
    let about = file.draw.as_ref().map(about::told).unwrap_or_default();
    let mut text = format!("{}\n{about}\n{verdict}\n", file.file);
    text.push('\n');
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

/// The verdict, and what to do about it.
fn verdict(file: &FileView) -> &'static str {
    let failing = file.checks.iter().filter(|check| check.status == "fail");
    let names: Vec<&str> = failing.map(|check| check.name).collect();
    match &names[..] {
        [] => "相符：文件前后一致，可以重算出同样的结果",
        ["chain"] => {
            "不相符：这份文件自身前后一致，但同批的几份连不成一条不断的链。请看 chain 一项，补齐缺的文件再核验。"
        }
        names if names.iter().all(|name| ["station", "sheet"].contains(name)) => {
            "不相符：这份文件自身前后一致，但与你给出的指纹或纸面对不上：输错了，或者它不是这一次的文件。"
        }
        _ => {
            "不相符：这份文件被改动过，或者做得不对。请看下面不符的各项，向发布文件的单位索取原件，再核验一次。"
        }
    }
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
    let reasons = check.reasons.iter().map(|reason| format!("        {reason}"));
    let reasons: Vec<String> = reasons.collect();
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
