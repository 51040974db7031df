//! Personal values as others may see them: enough to recognise one's own, not enough to learn another's.
//!
//! Whether a value may be shown at all, and to whom, is for others.

/// What stands for what is hidden.
const HIDDEN: char = '*';

/// A telephone number: the first three and the last four stay of a long one, the last two of a short one.
pub fn phone(number: &str) -> String {
    match number.chars().count() {
        0 => String::new(),
        11.. => keep(number, 3, 4),
        _ => keep(number, 0, 2),
    }
}

/// An identity number: the first six say the place of first registration, the last four tell two people apart.
pub fn id_number(number: &str) -> String {
    match number.chars().count() {
        15.. => keep(number, 6, 4),
        _ => keep(number, 0, 0),
    }
}

/// A person's name: the first character stays.
pub fn name(name: &str) -> String {
    keep(name, 1, 0)
}

/// Anything else of a person: nothing stays but its length, and that only up to eight.
pub fn other(text: &str) -> String {
    let length = text.chars().count().min(8);
    (0..length).map(|_| HIDDEN).collect()
}

fn keep(text: &str, first: usize, last: usize) -> String {
    let length = text.chars().count();
    let shown = |place: usize| place < first || place + last >= length;
    // Too short to hide anything between what stays: then nothing stays.
    let short = length <= first + last;
    text.chars()
        .enumerate()
        .map(|(place, c)| if shown(place) && !short { c } else { HIDDEN })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_recognise_their_own_and_learn_nothing_of_others() {
        for (hidden, expected, what) in [
            (phone("13812345678"), "138****5678", "a mobile number"),
            (
                phone("0312-8682345"),
                "031*****2345",
                "a fixed number with its area",
            ),
            (phone("12345"), "***45", "a hot line"),
            (
                id_number("110105199003070023"),
                "110105********0023",
                "an identity number",
            ),
            (id_number("110105900307002"), "110105*****7002", "an old one"),
            (id_number("1101"), "****", "a fragment"),
            (name("李娜"), "李*", "a name"),
            (name("赵䶮"), "赵*", "a name with a rare character"),
            (name("欧阳建国"), "欧***", "a long one"),
            (name("李"), "*", "too short to hide anything"),
            (other("户主的儿子的电话在背面"), "********", "a remark"),
            (phone(""), "", "nothing"),
        ] {
            assert_eq!(hidden, expected, "{what}");
        }
    }
}
