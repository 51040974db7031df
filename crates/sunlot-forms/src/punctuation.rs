//! Which marks may not begin or end a line, and what is never torn apart.
//!
//! The lists follow GB/T 15834-2011, 5.1, and W3C's requirements for Chinese text layout, 3.1.4.

/// Marks that cling to what stands before them.
const NO_START: &str = "，。、；：？！）」』》〉】〕〗］｝〙〛’”…—～‥·・％‰℃°′″,.;:?!)]}%ー々〻〞ㄧ";
/// Marks that cling to what follows them.
const NO_END: &str = "（「『《〈【〔〖［｛〘〚‘“〝([{￥¥＄$№＃#";

/// Whether a line must not begin with it.
#[must_use]
pub fn may_not_begin(character: char) -> bool {
    NO_START.contains(character)
}

/// Whether a line must not end with it.
#[must_use]
pub fn may_not_end(character: char) -> bool {
    NO_END.contains(character)
}

/// A part of a word or number that stays in one piece.
#[must_use]
pub fn is_word(character: char) -> bool {
    character.is_ascii_graphic() || matches!(character, '\u{00C0}'..='\u{024F}' | '\u{0370}'..='\u{04FF}')
}

/// Blanks that a line drops at its ends.
#[must_use]
pub fn is_blank(character: char) -> bool {
    character == ' ' || character == '\u{3000}'
}

/// Blanks that no line drops or breaks at.
const fn is_glue(character: char) -> bool {
    matches!(character, '\u{A0}' | '\u{202F}')
}

/// What a break between two characters would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Seam {
    /// Nothing bad.
    Free,
    /// It would tear a word or number: only where nothing else helps.
    InWord,
    /// It would put a mark where none may stand.
    Never,
}

pub(crate) fn seam(before: char, after: char) -> Seam {
    if is_blank(after) {
        // Blanks hang at the end of a line, so that none begins the next.
        return Seam::Never;
    }
    // What was typed to hold things together holds them.
    if is_glue(before) || is_glue(after) {
        return Seam::Never;
    }
    if before == after && matches!(before, '—' | '…' | '＿' | '_') {
        return Seam::Never;
    }
    // Digits and letters around such marks are one word: 3.14, 09:30, a-b.
    if is_word(before) && is_word(after) {
        let mark = may_not_begin(after) || may_not_end(before);
        return if mark { Seam::Never } else { Seam::InWord };
    }
    if may_not_begin(after) || (may_not_end(before) && !is_blank(before)) {
        return Seam::Never;
    }
    Seam::Free
}
