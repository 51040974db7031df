//! Which heading means which field: the tables in `aliases/`, one field a line, its own heading first.

use std::collections::BTreeMap;

use crate::roster::fields::Field;
use crate::roster::name;
use crate::roster::words::cells;

/// No heading is longer, in bytes.
pub(super) const LONGEST: usize = 300;

/// What a heading means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning<F> {
    /// This field.
    Field(F),
    /// Nothing that is kept: a running number, say.
    Nothing,
    /// Nobody knows.
    Unknown,
}

impl<F: Field> Meaning<F> {
    /// The field, if it is one.
    pub fn field(self) -> Option<F> {
        match self {
            Self::Field(field) => Some(field),
            _ => None,
        }
    }
}

/// The headings of a roster.
#[derive(Debug)]
pub struct Aliases<F> {
    by_key: BTreeMap<String, Option<F>>,
    headings: BTreeMap<F, &'static str>,
}

impl<F: Field> Aliases<F> {
    /// Reads a table; a line whose field nobody knows is left out (a test sees to it that there is none).
    pub(crate) fn read(table: &'static str) -> Self {
        let mut by_key = BTreeMap::new();
        let mut headings = BTreeMap::new();
        for line in table.lines() {
            let mut cells = cells(line);
            let field = match cells.next() {
                Some("-") => None,
                Some(name) => match name.parse::<F>() {
                    Ok(field) => Some(field),
                    Err(_) => continue,
                },
                None => continue,
            };
            for heading in cells {
                if let Some(field) = field {
                    headings.entry(field).or_insert(heading);
                }
                by_key.insert(heading_key(heading), field);
            }
        }
        Self { by_key, headings }
    }

    /// The heading by which people know a field.
    pub fn heading(&self, field: F) -> &'static str {
        self.headings.get(&field).copied().unwrap_or_default()
    }

    /// What a heading means. Where a heading of several rows is not known as a whole, its lower parts are asked.
    pub fn find(&self, heading: &str) -> Meaning<F> {
        if heading.len() > LONGEST {
            return Meaning::Unknown;
        }
        let key = heading_key(heading);
        let mut part = key.as_str();
        loop {
            if let Some(meaning) = self.part(part) {
                return meaning;
            }
            match part.split_once('/') {
                Some((_, lower)) => part = lower,
                None => return Meaning::Unknown,
            }
        }
    }

    /// As it stands, then in one word, then without what stands in brackets.
    fn part(&self, key: &str) -> Option<Meaning<F>> {
        let joined = key.replace('/', "");
        self.exact(key)
            .or_else(|| self.exact(&joined))
            .or_else(|| self.exact(&without_brackets(key)))
            .or_else(|| self.exact(&without_brackets(&joined)))
    }

    fn exact(&self, key: &str) -> Option<Meaning<F>> {
        self.by_key
            .get(key)
            .map(|field| field.map_or(Meaning::Nothing, Meaning::Field))
    }
}

/// A heading as it is compared: without stars, colons and what does not count in names either.
pub(crate) fn heading_key(heading: &str) -> String {
    let mut key = name::key(heading);
    key.retain(|c| {
        !matches!(
            c,
            '*' | ':' | '"' | '\'' | '!' | '\u{203B}' | '\u{2605}' | '\u{2606}'
        )
    });
    key
}

/// What stands outside of brackets.
fn without_brackets(key: &str) -> String {
    let mut depth = 0u32;
    let mut outside = String::new();
    for c in key.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::roster::fields::{DrawField, InspectorField, ItemField, PlanField, TargetField, VisitField};

    fn table_is_sound<F: Field>(table: &'static str) {
        let mut seen = BTreeSet::new();
        for line in table.lines() {
            let mut cells = cells(line);
            let name = cells.next().unwrap();
            assert!(
                name == "-" || name.parse::<F>().is_ok(),
                "{:?} has no field {name}",
                F::ROSTER
            );
            for heading in cells {
                assert!(!heading_key(heading).is_empty(), "{name}: an empty heading");
                assert!(
                    seen.insert(heading_key(heading)),
                    "{:?}: {heading} of {name} stands twice",
                    F::ROSTER
                );
            }
        }
    }

    #[test]
    fn case_13_no_heading_means_two_fields() {
        table_is_sound::<TargetField>(include_str!("../aliases/targets.csv"));
        table_is_sound::<InspectorField>(include_str!("../aliases/inspectors.csv"));
        table_is_sound::<ItemField>(include_str!("../aliases/items.csv"));
        table_is_sound::<VisitField>(include_str!("../aliases/visits.csv"));
        table_is_sound::<PlanField>(include_str!("../aliases/plans.csv"));
        table_is_sound::<DrawField>(include_str!("../aliases/draws.csv"));
    }

    #[test]
    fn case_13_headings_are_known_with_stars_brackets_and_in_two_rows() {
        for (heading, field) in [
            ("企业名称", Some(TargetField::Name)),
            (" 企业名称* ", Some(TargetField::Name)),
            ("企业 名称：", Some(TargetField::Name)),
            ("被检查对象", Some(TargetField::Name)),
            ("名称（必填）", Some(TargetField::Name)),
            ("基本情况/企业名称", Some(TargetField::Name)),
            ("注册号／统一社会信用代码", Some(TargetField::Code)),
            ("统一社会信用代码（注册号）", Some(TargetField::Code)),
            ("统一社会信用代码（18位，必填）", Some(TargetField::Uscc)),
            ("基本情况/统一社会信用代码/注册号", Some(TargetField::Code)),
            ("许可证/有效期", Some(TargetField::PermitValidTo)),
            ("法人", Some(TargetField::LegalRep)),
            ("经营者", Some(TargetField::LegalRep)),
            ("序号", None),
            ("天气", None),
        ] {
            assert_eq!(TargetField::aliases().find(heading).field(), field, "{heading}");
        }
        assert_eq!(
            TargetField::aliases().find("序号"),
            Meaning::Nothing,
            "case 47: a running number is known not to be a number of anything"
        );
        assert_eq!(
            InspectorField::aliases().find("执法证/有效期至").field(),
            Some(InspectorField::CertValidTo),
            "the upper row belongs to the heading"
        );
    }
}
