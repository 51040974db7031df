//! A share of targets in ten-thousandths, as it is written: `5%`, `0.5%`, `12.25%`, `2‰`.

/// The whole.
pub const WHOLE: u32 = 10_000;

/// In percent, without needless zeros.
pub fn text(share: u32) -> String {
    let (whole, rest) = (share / 100, share % 100);
    match rest {
        0 => format!("{whole}%"),
        rest if rest.is_multiple_of(10) => format!("{whole}.{}%", rest / 10),
        rest => format!("{whole}.{rest:02}%"),
    }
}

/// Whether a number stands there without a sign that may be a percentage or a part of one: `0.5` is 0.5% to one reader and one half
/// to another. Nobody guesses.
pub fn is_ambiguous(text: &str) -> bool {
    let fraction = text.trim().strip_prefix("0.");
    fraction
        .is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()) && digits.bytes().any(|b| b != b'0'))
}

/// A share from 0 to 100%; a bare number is a percentage, where it can be nothing else. Nothing finer than a ten-thousandth, and
/// nothing above the whole.
pub fn parse(text: &str) -> Option<u32> {
    let text = text.trim();
    if is_ambiguous(text) {
        return None;
    }
    let (number, unit) = match text.strip_suffix(['%', '％']) {
        Some(number) => (number, 100),
        None => text.strip_suffix('‰').map_or((text, 100), |number| (number, 10)),
    };
    let (whole, fraction) = number.trim().split_once('.').unwrap_or((number.trim(), ""));
    let digits = |text: &str| !text.is_empty() && text.len() <= 6 && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !(fraction.is_empty() || digits(fraction)) {
        return None;
    }
    let mut share = whole.parse::<u32>().ok()?.checked_mul(unit)?;
    let mut place = unit;
    for digit in fraction.bytes() {
        let digit = u32::from(digit - b'0');
        if place == 1 && digit != 0 {
            return None;
        }
        place = (place / 10).max(1);
        share = share.checked_add(digit.checked_mul(place)?)?;
    }
    (share <= WHOLE).then_some(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_read_as_it_is_written() {
        for (written, share, why) in [
            ("5%", Some(500), "whole percent"),
            ("0.5％", Some(50), "a wide sign"),
            ("12.25%", Some(1_225), "two places"),
            ("12.250%", Some(1_225), "a zero more changes nothing"),
            ("2‰", Some(20), "per mille"),
            ("2.5‰", Some(25), "with a place"),
            ("5", Some(500), "a bare number is a percentage"),
            ("1.5", Some(150), "with places, too"),
            ("0", Some(0), "none is none"),
            ("0.0", Some(0), "however it is written"),
            ("0.5", None, "half a percent to one reader, and a half to another"),
            ("0.05", None, "the same"),
            ("100%", Some(10_000), "all of them"),
            ("100.01%", None, "more than all"),
            ("0.001%", None, "finer than can be drawn by"),
            ("-5%", None, "less than none"),
            ("5 成", None, "another way of counting"),
            ("", None, "nothing"),
            ("%", None, "a sign alone"),
            (".5%", None, "no whole part"),
        ] {
            assert_eq!(parse(written), share, "{written}: {why}");
        }
    }

    #[test]
    fn a_share_is_written_without_needless_zeros() {
        for (share, written) in [
            (500, "5%"),
            (50, "0.5%"),
            (1_225, "12.25%"),
            (1_205, "12.05%"),
            (0, "0%"),
        ] {
            assert_eq!(text(share), written, "{share}");
            assert_eq!(parse(&text(share)), Some(share), "and read back the same");
        }
    }
}
