//! What is to be said of rows about inspectors once it is decided which of them count: that another has the name, that another
//! row has the certificate, and that whoever is taken may not be drawn (case 44).

use std::collections::HashMap;

use sunlot_rules::day::Day;

use super::known::{KnownInspectors, certificates};
use super::{Inspectors, Register};
use crate::import::compare::{Judged, same_names};
use crate::import::draft::{Weight, What};
use crate::inspector::why_not_drawn;

pub(super) fn suggest(rows: &mut [Judged<Inspectors>], known: &KnownInspectors) {
    let others = same_names(rows, known);
    // Rows of one first certificate were decided about as a group; a second one must not be another's either.
    let mut seen: HashMap<String, u32> = HashMap::new();
    for (place, row) in rows.iter_mut().enumerate() {
        if row.draft.weight() >= Weight::Skip {
            continue;
        }
        let numbers: Vec<String> = certificates(row.told()).map(str::to_owned).collect();
        let twice = numbers
            .iter()
            .find_map(|cert| Some((*seen.get(cert)?, cert.clone())));
        if let Some((earlier, cert)) = twice {
            let what = What::CertOfRow { row: earlier, cert };
            row.draft.say(None, what);
            continue;
        }
        let number = row.draft.row;
        seen.extend(numbers.into_iter().map(|cert| (cert, number)));
        if let Some(count) = others.get(&place).copied()
            && !Inspectors::code_of(row.told()).is_empty()
        {
            row.draft.say(None, What::SameName { count });
        }
    }
}

/// Whoever may not be drawn today is taken all the same, and listed with the reason.
pub(super) fn weigh(row: &mut Judged<Inspectors>, today: Day) {
    let why = why_not_drawn(&row.after(), today);
    if !why.is_empty() {
        row.draft.say(None, What::NotDrawn { why });
    }
}
