//! The wording of everything about backups: why one could not be made or read, whether one is due, and what a
//! restore would do.

use sunlot_store::backup::Foreign;
use sunlot_store::backup::restore::Interrupted;

use super::{Words, words};
use crate::backup::{BackupChecked, BackupDifference, BackupFault, bytes};
use crate::labels::moment;

/// Nothing was lost by it.
const UNHARMED: &str = "单位数据没有变动，没有留下半截的文件。";

/// A week: between two rounds of inspections.
const DUE_AFTER_DAYS: i64 = 7;

/// Why something about a backup was refused or failed.
pub(super) fn of_fault(fault: &BackupFault) -> Words {
    match fault {
        BackupFault::BackupPlaceMissing => words(
            "还没有选定备份存到哪里。",
            "请先选一个文件夹或 U 盘；命令行用 --to 文件夹，或用 backup settings --folder 记住它。",
        ),
        BackupFault::BackupPlaceGone { folder } => words(
            format!("备份的位置“{folder}”找不到了，可能是 U 盘没有插好或被拔出。"),
            format!("请插好 U 盘、等它显示出来再试，或另选位置。{UNHARMED}"),
        ),
        BackupFault::BackupPlaceFull { folder } => words(
            format!("备份的位置“{folder}”空间不够。"),
            format!("请删去那里不用的文件，或换一个大些的 U 盘。{UNHARMED}"),
        ),
        BackupFault::BackupPlaceReadOnly { folder } => words(
            format!("备份的位置“{folder}”只能读、不能写。"),
            format!("请看 U 盘侧面的写保护开关，或另选位置。{UNHARMED}"),
        ),
        BackupFault::BackupPlaceDenied { folder } => words(
            format!("没有权限写入“{folder}”。"),
            format!("请另选自己的文件夹或 U 盘，或请管这台电脑的人开放权限。{UNHARMED}"),
        ),
        BackupFault::BackupPlaceSmallFiles { folder } => words(
            format!("备份超过 4 GB，“{folder}”的磁盘格式（FAT32）放不下这么大的文件。"),
            format!("请换一个 exFAT 或 NTFS 格式的 U 盘，或存到硬盘上。{UNHARMED}"),
        ),
        BackupFault::BackupPlaceFailed { folder } => words(
            format!("写入“{folder}”时出错。"),
            format!("请换一个位置或另一个 U 盘再试。{UNHARMED}"),
        ),
        BackupFault::BackupPlaceInside { folder } => words(
            format!("“{folder}”在单位文件夹里面。"),
            "备份要放到别处，硬盘坏了才还在：请选 U 盘，或另一块盘上的文件夹。",
        ),
        BackupFault::BackupNameTaken { file } => words(
            format!("“{file}”这个名字已经有很多份了。"),
            "请过一分钟再备份，或先整理那个文件夹。原有的文件没有动。",
        ),
        BackupFault::BackupKeepWrong { most } => {
            words("自动备份保留的份数不对。", format!("请填 1 到 {most} 之间的数。"))
        }
        BackupFault::BackupStopped => words("已经停下，没有做成。", UNHARMED),
        BackupFault::BackupRunning => words(
            "正在备份或核对，还没有结束。",
            "请等它结束，或先停下它，再办这一件。",
        ),
        BackupFault::BackupOfficeInvalid => words(
            "单位数据本身核对不符，所以没有备份。",
            "请先复制整个单位文件夹留存，再到“留痕”里看哪里不符，并报告监督员；以前的备份仍可使用。",
        ),
        BackupFault::BackupAttachmentDamaged { name } => words(
            format!("附件“{name}”的内容和它的名字对不上，所以没有备份。"),
            "这个文件损坏了，或被改动过。请从以前的备份里找回它，并报告监督员。",
        ),
        BackupFault::BackupKeyOpen { name } => words(
            format!("keys 文件夹里的“{name}”不是加了口令的密钥，所以没有备份。"),
            "没有加口令的密钥不得带出单位文件夹。请移走这个文件，再备份。",
        ),
        BackupFault::BackupForeign { file, what } => foreign(file, *what),
        BackupFault::BackupCutOff {
            file,
            expected,
            found,
        } => words(
            format!(
                "备份“{file}”不完整：应有 {}，只有 {}。",
                bytes(*expected),
                bytes(*found)
            ),
            "多半是复制时中断了，或 U 盘没有安全弹出。请从原处重新复制，或用另一份备份。",
        ),
        BackupFault::BackupLonger {
            file,
            expected,
            found,
        } => words(
            format!(
                "备份“{file}”后面多了东西：应有 {}，现有 {}。",
                bytes(*expected),
                bytes(*found)
            ),
            "文件被别的程序改动过。请从原处重新复制，或用另一份备份。",
        ),
        BackupFault::BackupDamaged { file } => words(
            format!("备份“{file}”有损坏：内容和做成时不一样。"),
            "请从原处重新复制，或用另一份备份；这一份不能恢复。",
        ),
        BackupFault::BackupInvalid { file } => words(
            format!("备份“{file}”的文件完整，但里面的留痕或数据核对不符。"),
            "这一份不能恢复。请用另一份备份，并把它交监督员查看。",
        ),
        BackupFault::BackupTooLarge { file } => words(
            format!("备份“{file}”声称的内容大得不合情理，没有打开。"),
            "这不是本程序做的备份。请核对文件是从哪里来的。",
        ),
        BackupFault::BackupNewer { file, found, known } => words(
            format!("备份“{file}”是较新的程序做的（第 {found} 版，本程序只认识到第 {known} 版）。"),
            "请安装新版阳光摇号再打开。文件没有被改动。",
        ),
        BackupFault::BackupPassphraseWanted { file } => words(
            format!("备份“{file}”加了口令。"),
            "请输入做备份时设的口令；命令行用 --passphrase-file 文件。",
        ),
        BackupFault::BackupPassphraseWrong { file } => words(
            format!("备份“{file}”的口令不对。"),
            "请看大写锁定键和输入法，然后重试；文件本身是完整的。忘了口令，谁也打不开。",
        ),
        BackupFault::BackupPassphraseShort { least } => words(
            format!("备份的口令至少要 {least} 个字。"),
            "请用几个不相干的词连成一句，写在纸上另处保管；忘了口令，谁也打不开。",
        ),
        BackupFault::BackupOtherOffice { name } => words(
            format!("这是另一个单位的备份（{}），不能恢复到这里。", unnamed(name)),
            "要看那个单位的数据，请在一个空文件夹里恢复它；命令行用 --office 指明文件夹。",
        ),
        BackupFault::BackupChanged { file } => words(
            format!("备份“{file}”和刚才看过的不是同一份。"),
            "请重新查看它和现在的差别，再确认恢复。数据没有变动。",
        ),
        BackupFault::RestoreNeedsBoth => words(
            "恢复要两个人，按备份里的账户核对。",
            "请管理员和监督员各自输入备份当时的登录名和密码；命令行用 --as 和 --second。",
        ),
        BackupFault::RestoreNotPermitted => words(
            "这两个人的岗位合起来还不能恢复。",
            "恢复由备份里的管理员和监督员两个人一起办。",
        ),
    }
}

fn foreign(file: &str, what: Foreign) -> Words {
    let is = match what {
        Foreign::Empty => "是空的",
        Foreign::Pdf => "是 PDF 文件",
        Foreign::OfficeDocument | Foreign::OldOfficeDocument => "是电子表格或文档",
        Foreign::Archive => "是压缩包",
        Foreign::OfficeDatabase => "是单位数据的库文件（office.db），没有附件和校验",
        Foreign::Database => "是别的程序的数据库",
        Foreign::Picture => "是图片",
        Foreign::Text => "是文本文件",
        Foreign::Folder => "是文件夹",
        Foreign::Unknown => "是别的文件",
    };
    let hint = match what {
        Foreign::OfficeDatabase => {
            "请选以 .sunlot-backup 结尾的文件。只有库文件时，把它放进一个空文件夹，用 --office 指明那个文件夹打开。"
        }
        Foreign::Archive => "请先解压，再选里面以 .sunlot-backup 结尾的文件。",
        _ => "请选以 .sunlot-backup 结尾的文件。",
    };
    words(format!("“{file}”不是备份：它{is}。"), hint)
}

fn unnamed(name: &str) -> &str {
    if name.is_empty() { "还没有名称" } else { name }
}

/// Whether a backup is due. `days`: since the last one.
pub(crate) fn advice(days: Option<i64>, changes: i64) -> String {
    match (days, changes) {
        (None, _) => "还没有备份。请插上 U 盘，现在就做一份。".to_owned(),
        (Some(_), 0) => "上次备份以后没有新的改动。".to_owned(),
        (Some(days), changes) if days >= DUE_AFTER_DAYS => {
            format!("上次备份已经过了 {days} 天，有 {changes} 项改动没有备份，请现在备份。")
        }
        (Some(_), changes) => format!("上次备份以后有 {changes} 项改动。"),
    }
}

/// What was found at the start of a restore that did not come to its end.
pub fn interrupted(found: Interrupted) -> String {
    match found {
        Interrupted::Undone => "上次恢复中途断了，没有换成：现在的数据就是恢复以前的数据。",
        Interrupted::Completed => {
            "上次恢复中途断了，这次打开时已经接着做完：现在的数据来自备份，换下的数据另存在备份文件夹里。"
        }
    }
    .to_owned()
}

/// What a restore would do, a sentence each.
pub(crate) fn consequences(
    backup: &BackupChecked,
    difference: Option<&BackupDifference>,
    unread: bool,
    older: bool,
) -> Vec<String> {
    let mut told = vec![format!(
        "数据回到{}的样子，共 {} 条留痕。",
        moment(&backup.made_at),
        backup.seq
    )];
    match difference {
        None if unread => {
            told.push("这里的单位数据已经读不出来，会整个换下，另存备查；少了什么，比不出来。".to_owned())
        }
        None => told.push("这里没有别的单位数据会被换下。".to_owned()),
        Some(difference) => told.extend(of_difference(difference)),
    }
    if difference.is_some() {
        told.push(
            "账户、密码和恢复码也回到那个时候：后来增设的账户没有了，后来改的密码不作数，后来停用的又能登录。".to_owned(),
        );
    }
    if older {
        told.push("备份的数据结构较旧，恢复后升到本程序的版本。".to_owned());
    }
    told.push(format!(
        "从第 {} 纪元起记录，以后的记录和打印件都会写明；换下的数据另存，不会删除。",
        backup.epoch + 1
    ));
    told
}

/// A copy that nobody signed, of an office that signs.
pub(crate) const UNSIGNED: &str =
    "这份备份没有签名，本单位却已有站点密钥：它是不是本单位做的，只能看它从哪里来。";

/// A key that was given up is in force again.
pub(crate) fn key_revived(fingerprint: &str) -> String {
    format!(
        "站点密钥 {fingerprint} 在备份以后已经更换、挂失或作废，恢复以后又成了在用的；请恢复以后马上在“站点密钥”里更换它，并重新张贴指纹公示单。"
    )
}

fn of_difference(difference: &BackupDifference) -> Vec<String> {
    let mut told = Vec::new();
    if difference.lost_count == 0 {
        told.push("现在的留痕备份里都有，不会少。".to_owned());
    } else {
        told.push(format!(
            "第 {} 号以后的 {} 条留痕和它们写下的数据将不在库里。",
            difference.common, difference.lost_count
        ));
    }
    let gained = difference.in_backup - difference.common;
    if gained > 0 {
        told.push(format!("备份里有 {gained} 条留痕是现在没有的，将随之恢复。"));
    }
    if difference.attachments_lost > 0 {
        told.push(format!("有 {} 个附件将不在库里。", difference.attachments_lost));
    }
    if difference.attachments_gained > 0 {
        told.push(format!("有 {} 个附件将恢复。", difference.attachments_gained));
    }
    told
}
