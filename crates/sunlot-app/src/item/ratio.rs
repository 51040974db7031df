//! What was understood of the words about ratios and frequencies, told back, so that a clerk sees a misreading.

use sunlot_rules::item::{RatioAuthority, read_both, read_frequency, read_ratio};
use sunlot_rules::roster::ratio::{Bounds, Reading, Terms, Times};
use sunlot_rules::share;

use super::labels;
use super::wire::RatioBounds;

/// Ten-thousandths as per cent: 300 is 3%, 5 is 0.05%.
pub(super) fn percent(ratio: u32) -> String {
    let (whole, rest) = (ratio / 100, ratio % 100);
    match rest {
        0 => format!("{whole}%"),
        tenths if tenths % 10 == 0 => format!("{whole}.{}%", tenths / 10),
        _ => format!("{whole}.{rest:02}%"),
    }
}

/// One ratio out of a text: 3%, 3, 3‰.
pub(super) fn exact(text: &str) -> Option<u32> {
    let read = |text: &str| {
        let reading = read_ratio(text);
        let bounds = reading.ratio().filter(|_| !reading.open)?;
        bounds
            .min
            .filter(|min| bounds.max == Some(*min) && *min <= 10_000)
    };
    let text = text.trim();
    let bare = !text.is_empty()
        && !share::is_ambiguous(text)
        && text.chars().all(|c| c.is_ascii_digit() || c == '.');
    read(text).or_else(|| read(&format!("{text}%")).filter(|_| bare))
}

/// From what to what.
fn between(bounds: Bounds, told: impl Fn(u32) -> String) -> String {
    match (bounds.min, bounds.max) {
        (Some(min), Some(max)) if min == max => told(min),
        (Some(min), Some(max)) => format!("{}–{}", told(min), told(max)),
        (Some(min), None) => labels::at_least(&told(min)),
        (None, Some(max)) => labels::at_most(&told(max)),
        (None, None) => String::new(),
    }
}

/// Several ways that each say how many and how often: the one goes with the other, and no bounds over all of them are true of
/// any.
fn told_ways(reading: &Reading) -> Option<String> {
    let pairs = |terms: &Terms| Some((terms.times?, terms.ratio?));
    let ways: Option<Vec<_>> = reading.ways.iter().map(pairs).collect();
    let ways = ways.filter(|ways| ways.len() > 1)?;
    let told = |(often, many): (Times, Bounds)| format!("{}{}", frequency(often), between(many, percent));
    Some(ways.into_iter().map(told).collect::<Vec<_>>().join(labels::OR))
}

/// What was understood of the words about the ratio; empty: nothing.
pub(super) fn told_ratio(text: &str) -> String {
    let reading = read_ratio(text);
    if let Some(ways) = told_ways(&read_both(text)) {
        return ways;
    }
    if let Some(ratio) = reading.ratio() {
        return between(ratio, percent);
    }
    let targets = reading.targets();
    targets.map_or_else(String::new, |targets| between(targets, labels::targets))
}

/// The same of the words about the frequency.
pub(super) fn told_frequency(text: &str) -> String {
    if let Some(ways) = told_ways(&read_both(text)) {
        return ways;
    }
    read_frequency(text).times().map_or_else(String::new, frequency)
}

fn frequency(Times { times, months }: Times) -> String {
    format!("{}{}", labels::every(months), between(times, labels::times))
}

/// Who decides, and within what.
pub(super) fn told_bounds(authority: Option<RatioAuthority>, limits: Bounds) -> RatioBounds {
    let authority = labels::authority(authority);
    let within = between(limits, percent);
    let told = if within.is_empty() {
        authority.label.clone()
    } else {
        format!("{}：{within}", authority.label)
    };
    RatioBounds {
        authority,
        min: limits.min,
        max: limits.max,
        told,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_told_back_as_it_was_understood() {
        for (text, told) in [
            ("5%", "5%"),
            ("3%-5%", "3%–5%"),
            ("抽查比例不少于2‰", "不低于0.2%"),
            ("每年1次20%；或者每年2次各10%", "每年1次20%，或者每年2次10%"),
            ("3%或者5%", "3%–5%"),
            ("不少于10家", "不低于10户"),
            ("全覆盖", "100%"),
            ("根据实际情况确定", ""),
            ("", ""),
        ] {
            assert_eq!(told_ratio(text), told, "{text}");
        }
    }

    #[test]
    fn a_frequency_is_told_back_with_its_period() {
        for (text, told) in [
            ("每年1次", "每年1次"),
            ("对同一单位每2年抽查不超过1次", "每2年不超过1次"),
            ("每季度一次", "每季度1次"),
            ("每月1-2次", "每月1次–2次"),
            ("每年1次20%；或者每年2次各10%", "每年1次20%，或者每年2次10%"),
            ("视情况", ""),
        ] {
            assert_eq!(told_frequency(text), told, "{text}");
        }
    }

    #[test]
    fn a_bound_is_one_number() {
        for (text, read) in [
            ("3%", Some(300)),
            ("3", Some(300)),
            ("0.5%", Some(50)),
            ("0.5", None),
            ("2‰", Some(20)),
            ("100%", Some(10_000)),
            ("200", None),
            ("3%-5%", None),
            ("不低于3%", None),
            ("一些", None),
            ("", None),
        ] {
            assert_eq!(exact(text), read, "{text:?}");
        }
    }
}
