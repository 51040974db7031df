//! What phases, occasions, sizes and ages of backups are called.

use chrono::{DateTime, FixedOffset};
use sunlot_store::backup::{Occasion, Phase, Progress};

/// Why a backup was made.
pub fn occasion_label(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::Hand => "手工",
        Occasion::Exit => "退出时自动",
        Occasion::RiskyAct => "恢复前自动",
    }
}

/// How far a backup is.
pub(crate) fn phase(progress: Progress) -> String {
    let Progress { phase, done, total } = progress;
    match phase {
        Phase::Copying => format!("正在取数据的副本：{done} 页，共 {total} 页"),
        Phase::Gathering => format!("正在清点附件：{done} 个文件，共 {total} 个"),
        Phase::Writing => format!("正在写入：{}，共 {}", bytes(done), bytes(total)),
        Phase::Reading => format!("正在读回核对：{}，共 {}", bytes(done), bytes(total)),
        Phase::Verifying => format!("正在核对留痕：{done} 条，共 {total} 条"),
    }
}

/// A size as people say it.
pub fn bytes(size: u64) -> String {
    const STEPS: [&str; 4] = ["KB", "MB", "GB", "TB"];
    if size < 1024 {
        return format!("{size} 字节");
    }
    let (mut whole, mut unit) = (size, 0);
    while whole >= 1024 * 1024 && unit + 1 < STEPS.len() {
        whole /= 1024;
        unit += 1;
    }
    format!("{}.{} {}", whole / 1024, whole % 1024 * 10 / 1024, STEPS[unit])
}

/// How long ago a moment of a file is; empty where it is none.
pub(crate) fn age(at: &str, now: DateTime<FixedOffset>) -> String {
    let Ok(at) = DateTime::parse_from_rfc3339(at) else {
        return String::new();
    };
    let ago = now - at;
    match (ago.num_days(), ago.num_hours(), ago.num_minutes()) {
        (_, _, minutes) if minutes < 0 => "时间在以后".to_owned(),
        (_, _, 0) => "刚才".to_owned(),
        (_, 0, minutes) => format!("{minutes} 分钟前"),
        (0, hours, _) => format!("{hours} 小时前"),
        (days, ..) => format!("{days} 天前"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_ages_are_told_as_people_say_them() {
        for (size, told) in [
            (0, "0 字节"),
            (1023, "1023 字节"),
            (1024, "1.0 KB"),
            (1536, "1.5 KB"),
            (5 * 1024 * 1024 + 300 * 1024, "5.2 MB"),
            (4 * 1024 * 1024 * 1024, "4.0 GB"),
        ] {
            assert_eq!(bytes(size), told, "{size} bytes");
        }
        let now = DateTime::parse_from_rfc3339("2026-11-21T09:41:00+08:00").unwrap();
        for (at, told) in [
            ("2026-11-21T09:40:30+08:00", "刚才"),
            ("2026-11-21T01:11:00Z", "30 分钟前"),
            ("2026-11-20T10:00:00+08:00", "23 小时前"),
            ("2026-11-11T09:41:00+08:00", "10 天前"),
            ("2027-01-01T00:00:00+08:00", "时间在以后"),
            ("昨天", ""),
        ] {
            assert_eq!(age(at, now), told, "{at}");
        }
    }
}
