//! `sunlot backup …`: made, verified, looked at and put back.

use indicatif::{ProgressBar, ProgressStyle};
use sunlot_app::account::Typed;
use sunlot_app::backup::{
    BackupChecked, BackupDone, BackupFile, BackupInspected, BackupItem, BackupProgress, BackupRequest,
    BackupRestore, BackupRestored, BackupSettings, BackupView,
};
use sunlot_app::labels::moment;
use sunlot_app::{Desk, Result};

use crate::account::{named, second, typed};
use crate::args::account::People;
use crate::args::backup::{self, BackupVerb, Passphrase, Settings};
use crate::output::{self, Output, Status};

pub(crate) fn run(desk: &Desk, people: &People, verb: BackupVerb, output: &Output) -> Result<Status> {
    match verb {
        BackupVerb::Create {
            to,
            passphrase,
            station_passphrase_file,
        } => {
            let request = BackupRequest {
                to: to.map(|to| to.display().to_string()),
                passphrase: read(&passphrase)?,
                station_passphrase: station_passphrase_file.as_deref().map(typed).transpose()?,
            };
            output.answer(&watched(|tell| desk.backup_create(&request, tell))?, told_done);
        }
        BackupVerb::Verify(file) => {
            let request = of(&file)?;
            output.answer(&watched(|tell| desk.backup_verify(&request, tell))?, |checked| {
                format!("核对无误，可以恢复。\n{}", told(checked))
            });
        }
        BackupVerb::Inspect(file) => {
            let request = of(&file)?;
            output.answer(
                &watched(|tell| desk.backup_inspect(&request, tell))?,
                told_inspected,
            );
        }
        BackupVerb::Restore { file, confirm } => {
            let BackupFile { file, passphrase } = of(&file)?;
            let request = BackupRestore {
                file,
                passphrase,
                confirm,
                first: named(people)?,
                second: second(people)?,
            };
            output.answer(
                &watched(|tell| desk.backup_restore(&request, tell))?,
                told_restored,
            );
        }
        BackupVerb::List => output.answer(&desk.backup_view()?, listed),
        BackupVerb::Settings(changes) => output.answer(&settings(desk, &changes)?, told_settings),
    }
    Ok(Status::Done)
}

fn settings(desk: &Desk, changes: &Settings) -> Result<BackupView> {
    let view = desk.backup_view()?;
    let before = &view.settings;
    let absolute = |folder: &String| {
        let folder = if folder.is_empty() {
            None
        } else {
            std::path::absolute(folder).ok()
        };
        folder.map_or_else(String::new, |folder| folder.display().to_string())
    };
    let after = BackupSettings {
        folder: changes
            .folder
            .as_ref()
            .map_or_else(|| before.folder.clone(), absolute),
        keep: changes.keep.unwrap_or(before.keep),
        automatic: changes.automatic.unwrap_or(before.automatic),
    };
    if after == *before {
        Ok(view)
    } else {
        desk.backup_settings_save(&after)
    }
}

/// Shows on stderr how far a long work is, where stderr is a terminal.
fn watched<T>(work: impl FnOnce(&mut dyn FnMut(&BackupProgress)) -> Result<T>) -> Result<T> {
    let style = ProgressStyle::with_template("{spinner} {msg} {bar:32} 还要 {eta}");
    let bar = ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    let answer = work(&mut |progress| {
        bar.set_length(progress.total);
        bar.set_position(progress.done);
        bar.set_message(progress.told.clone());
    });
    bar.finish_and_clear();
    answer
}

fn of(file: &backup::BackupFile) -> Result<BackupFile> {
    let absolute = std::path::absolute(&file.file).unwrap_or_else(|_| file.file.clone());
    Ok(BackupFile {
        file: absolute.display().to_string(),
        passphrase: read(&file.passphrase)?,
    })
}

fn read(passphrase: &Passphrase) -> Result<Option<Typed>> {
    passphrase.passphrase_file.as_deref().map(typed).transpose()
}

fn told(checked: &BackupChecked) -> String {
    let signed = match &checked.signed_by {
        Some(key) => format!("有，公钥 {key}，请与本站指纹核对"),
        None => "没有".to_owned(),
    };
    let office = if checked.office.is_empty() {
        "（还没有名称）"
    } else {
        &checked.office
    };
    [
        ("文件", checked.file.clone()),
        ("单位", format!("{office}（编号 {}）", checked.office_id)),
        (
            "做成",
            format!(
                "{}，{}，{}",
                moment(&checked.made_at),
                checked.made_by,
                checked.occasion
            ),
        ),
        ("内容", contents(checked)),
        (
            "大小",
            format!(
                "{}{}",
                checked.size_told,
                if checked.sealed { "，加了口令" } else { "" }
            ),
        ),
        ("签名", signed),
        ("最后一条的校验值", checked.head.clone()),
        ("清单的校验值", checked.manifest.clone()),
    ]
    .iter()
    .map(|(label, value)| format!("  {label}：{value}\n"))
    .collect()
}

fn contents(checked: &BackupChecked) -> String {
    format!(
        "{} 条留痕、{} 行数据、{} 个附件、{} 个密钥文件，第 {} 纪元，数据结构第 {} 版",
        checked.seq, checked.rows, checked.attachments, checked.keys, checked.epoch, checked.schema
    )
}

fn told_done(done: &BackupDone) -> String {
    let mut text = format!("备份做好了，已从盘上读回核对无误。\n{}", told(&done.backup));
    for file in &done.removed {
        text += &format!("  腾出位置，删去较早的自动备份：{file}\n");
    }
    text + &noted(&done.remarks)
}

fn told_inspected(inspected: &BackupInspected) -> String {
    let mut text = format!("核对无误。\n{}", told(&inspected.backup));
    if let Some(refused) = &inspected.refused {
        return text + &output::told(refused);
    }
    text += "恢复它会：\n";
    for sentence in &inspected.consequences {
        text += &format!("  · {sentence}\n");
    }
    let lost = inspected
        .difference
        .iter()
        .flat_map(|difference| &difference.lost);
    for (place, entry) in lost.enumerate() {
        if place == 0 {
            text += "将不在库里的留痕（最近的在前）：\n";
        }
        text += &format!(
            "  {:>6}  {}  {}  {}\n",
            entry.seq,
            moment(&entry.at),
            entry.actor,
            entry.sentence
        );
    }
    text + &format!(
        "确认要恢复：sunlot backup restore … --confirm {}\n",
        inspected.backup.head
    )
}

fn told_restored(restored: &BackupRestored) -> String {
    let mut text = format!(
        "已经恢复，第 {} 纪元从第 {} 号留痕开始。\n{}",
        restored.epoch,
        restored.seq,
        told(&restored.backup)
    );
    if let Some(aside) = &restored.aside {
        text += &format!("  换下的数据另存在：{aside}\n");
    }
    text + &noted(&restored.remarks)
}

fn noted(remarks: &[String]) -> String {
    remarks
        .iter()
        .map(|remark| format!("  注意：{remark}\n"))
        .collect()
}

fn listed(view: &BackupView) -> String {
    let mut text = String::new();
    if let Some(notice) = &view.notice {
        text += &format!("{notice}\n");
    }
    text += &format!("{}\n", view.advice);
    if let Some(last) = &view.last {
        text += &format!(
            "上次备份：{}，{}，{}，在“{}”\n",
            last.name, last.age, last.size, last.folder
        );
    }
    if let Some(unreachable) = &view.unreachable {
        text += &output::told(unreachable);
    }
    for item in &view.items {
        text += &told_item(item);
    }
    text + &told_settings(view)
}

fn told_item(item: &BackupItem) -> String {
    let place = if item.own {
        "单位文件夹"
    } else {
        "选定的位置"
    };
    let Some(failure) = &item.failure else {
        let state = if item.verified {
            "做成时核对无误"
        } else {
            "不是本单位在这里做的，未核对"
        };
        let sealed = if item.sealed { "，加了口令" } else { "" };
        return format!(
            "  {}\n      {}，{}，{place}，{}{sealed}，{state}\n",
            item.name, item.age, item.size, item.occasion
        );
    };
    format!("  {}\n      {place}，{}\n", item.name, failure.message)
}

fn told_settings(view: &BackupView) -> String {
    let BackupSettings {
        folder,
        keep,
        automatic,
    } = &view.settings;
    let folder = if folder.is_empty() {
        "还没有选定"
    } else {
        folder
    };
    let automatic = if *automatic {
        "退出窗口时自动备份"
    } else {
        "退出窗口时不备份"
    };
    format!("设置：存到 {folder}；{automatic}；每处保留 {keep} 份自动备份，手工做的不删。\n")
}

/// Whether nobody enters before it: a file is verified by anybody, and a restore asks both people itself, for it may be
/// that there is no office to enter.
pub(crate) fn asks_nobody(verb: &BackupVerb) -> bool {
    matches!(verb, BackupVerb::Verify(_) | BackupVerb::Restore { .. })
}
