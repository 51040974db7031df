//! `sunlot key …`: the station's keys, shown, made, replaced, published and verified.

use sunlot_app::labels::moment;
use sunlot_app::station::{
    self, ChainFileView, ChainKeyView, KeyVerifyRequest, KeyVerifyView, StationKeyView, StationMake,
    StationReportLost, StationRevoke, StationRewrap, StationRotate, StationView,
};
use sunlot_app::{Desk, Error, Reason, Result};

use crate::account::{second, typed};
use crate::args::account::People;
use crate::args::key::{KeyVerb, VerifyKeys};
use crate::output::{Output, Status};
use crate::paper;

pub(crate) fn run(desk: &Desk, people: &People, verb: KeyVerb, output: &Output) -> Result<Status> {
    let (done, view) = match verb {
        KeyVerb::Show => ("", desk.station_view()?),
        KeyVerb::Make(make) => {
            let passphrase = typed(&make.passphrase_file)?;
            (
                "密钥已经做好。",
                desk.station_make(&StationMake {
                    passphrase,
                    second: second(people)?,
                })?,
            )
        }
        KeyVerb::Rotate(rotate) => {
            let request = StationRotate {
                passphrase: typed(&rotate.passphrase_file)?,
                new_passphrase: typed(&rotate.new_passphrase_file)?,
                reason: rotate.reason,
                second: second(people)?,
            };
            ("密钥已经更换，新旧互签。", desk.station_rotate(&request)?)
        }
        KeyVerb::Lost(lost) => {
            let request = StationReportLost {
                new_passphrase: typed(&lost.new_passphrase_file)?,
                reason: lost.reason,
                second: second(people)?,
            };
            (
                "旧密钥已经挂失，新密钥已经做好，从此断代。",
                desk.station_report_lost(&request)?,
            )
        }
        KeyVerb::Revoke(revoke) => {
            let passphrase = revoke.passphrase_file.map(|file| typed(&file));
            let request = StationRevoke {
                fingerprint: revoke.fingerprint,
                reason: revoke.reason,
                at: revoke.at,
                passphrase: passphrase.transpose()?,
                second: second(people)?,
            };
            ("密钥已经作废。", desk.station_revoke(&request)?)
        }
        KeyVerb::Rewrap(rewrap) => {
            let request = StationRewrap {
                old: typed(&rewrap.passphrase_file)?,
                new: typed(&rewrap.new_passphrase_file)?,
            };
            ("口令已经更改，密钥不变。", desk.station_rewrap(&request)?)
        }
        KeyVerb::Export(export) => {
            let exported = desk.station_export(export.out.as_deref(), export.certificate.as_deref())?;
            output.answer(&exported, |exported| {
                let mut text = format!(
                    "密钥公告（{} 条声明）：{}\n",
                    exported.statements,
                    exported.chain.display()
                );
                if let Some(certificate) = &exported.certificate {
                    text += &format!("证书：{}\n", certificate.display());
                }
                text
            });
            return Ok(Status::Done);
        }
        KeyVerb::Sheet(out) => {
            let Some(to) = paper::way(&out) else {
                let argument = "--out".to_owned();
                return Err(Error::new(Reason::ArgumentMissing { argument }, ""));
            };
            output.answer(&desk.station_sheet(&to)?, |made| {
                paper::told(made) + "请盖章，张贴在抽取现场和政务公开栏。\n"
            });
            return Ok(Status::Done);
        }
        KeyVerb::Verify(verify) => return self::verify(verify, output),
    };
    output.answer(&view, |view| told(done, view));
    Ok(Status::Done)
}

fn told(done: &str, view: &StationView) -> String {
    let mut text = String::new();
    if !done.is_empty() {
        text += &format!("{done}\n\n");
    }
    match &view.current {
        Some(key) => {
            text += &format!("在用的密钥\n{}", told_key(key));
        }
        None => text += "没有在用的密钥\n",
    }
    text += &format!(
        "\n密钥文件：{}\n          {}\n",
        view.file.message, view.file.hint
    );
    if !view.consistent {
        text += "\n签过的声明与数据对不上，请运行 sunlot audit verify。\n";
    }
    if !view.former.is_empty() {
        text += "\n以前的密钥\n";
    }
    for key in &view.former {
        text += &told_key(key);
    }
    text
}

fn told_key(key: &StationKeyView) -> String {
    let until = key.until.as_deref().map(moment);
    let mut text = format!(
        "  指纹  {}\n  证书  {}（SHA-256，有效期至 {}）\n  {}，第 {} 纪元，{} 启用，{}",
        grouped(&key.fingerprint),
        grouped(&key.certificate),
        moment(&key.certificate_until),
        key.opening_label,
        key.epoch,
        moment(&key.since),
        key.state_label,
    );
    if let Some(until) = until {
        text += &format!("（{until} 起不算）");
    }
    if !key.reason.is_empty() {
        text += &format!("，原因：{}", key.reason);
    }
    if key.state == "revoked" && !key.signed_off {
        text += "（作废声明没有签名，以盖章的公示单为准）";
    }
    text + "\n"
}

/// Groups of four, as they stand on the sheet.
fn grouped(hex: &str) -> String {
    let digits: Vec<char> = hex.chars().collect();
    let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

pub(crate) fn verify(arguments: VerifyKeys, output: &Output) -> Result<Status> {
    let request = KeyVerifyRequest {
        chains: arguments.chains,
        records: arguments.records,
        station: arguments.station,
    };
    let view = station::verify(&request)?;
    output.answer(&view, |view| told_report(view, request.station.is_some()));
    Ok(if view.valid { Status::Done } else { Status::Refused })
}

fn told_report(view: &KeyVerifyView, pinned: bool) -> String {
    let mut text: String = view.chains.iter().map(told_chain).collect();
    for said in [&view.fork, &view.station].into_iter().flatten() {
        text += &format!("✗ {said}\n");
    }
    if !pinned {
        text += "－ 没有对照张贴的指纹：公告自身相符，谁都做得出来。请用 --station 给出公示单上的指纹。\n";
    }
    for record in &view.records {
        let mark = match record.verdict {
            "good" => "✓",
            "caution" => "－",
            _ => "✗",
        };
        text += &format!("{mark} {}\n    {}\n", record.file, record.message);
    }
    text
}

fn told_chain(chain: &ChainFileView) -> String {
    let verdict = if chain.valid {
        "✓ 公告自身相符"
    } else {
        "✗ 公告不符"
    };
    let mut text = format!(
        "{}\n{}（{}）\n{verdict}\n\n",
        chain.file, chain.office, chain.code
    );
    for flaw in &chain.flaws {
        text += &format!("  ✗ {flaw}\n");
    }
    for (number, key) in chain.keys.iter().enumerate() {
        text += &told_chain_key(number, key);
    }
    text + "\n"
}

fn told_chain_key(number: usize, key: &ChainKeyView) -> String {
    let line = match (number, key.opening) {
        (0, _) => "",
        (_, "crossed") => "      │ 互签\n",
        _ => "      ╳ 断代：没有互签，前后两把密钥互不证明\n",
    };
    let trust = match key.trust {
        "pinned" => "，与张贴的指纹相连",
        "apart" => "，与张贴的指纹不相连",
        _ => "",
    };
    let mut text = format!(
        "{line}  {}. {}  {}，{} 启用",
        number + 1,
        grouped(&key.fingerprint),
        key.state_label,
        moment(&key.from),
    );
    if let Some(until) = &key.until {
        text += &format!("，{} 起不算", moment(until));
    }
    text += trust;
    if key.claimed {
        text += "（作废声明没有签名，以盖章的公示单为准）";
    }
    if let Some(reason) = key.reason.as_ref().filter(|reason| !reason.is_empty()) {
        text += &format!("，原因：{reason}");
    }
    text + "\n"
}
