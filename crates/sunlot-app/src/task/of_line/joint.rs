//! Departments that inspect together, by a line of a plan and by its task (N-12, A-03): what was planned as a joint inspection is one.

use sunlot_rules::plan::line::Line;
use sunlot_rules::roster::words::TaskScope;
use sunlot_store::inspector::{Column, StoredInspector};

use super::super::document::Crew;
use super::super::fault::LineFault;
use super::super::labels;

/// Who inspects by a line: the department that leads, and the others; nothing: one department alone.
pub(in crate::task) fn planned(said: &Line) -> Option<(&str, Vec<&str>)> {
    let lead = said.lead_dept.trim();
    let partners: Vec<&str> = said.partner_depts.iter().map(|name| name.trim()).collect();
    let joint = said.task_scope == TaskScope::CrossDept && !lead.is_empty() && !partners.is_empty();
    joint.then_some((lead, partners))
}

/// In what a crew differs from a line. How a department writes its name with its place before it makes no other one of it.
pub(super) fn fault(said: &Line, crew: &Crew) -> Option<LineFault> {
    let (lead, partners) = planned(said)?;
    let told = partners.join(labels::LISTED);
    if !crew.joint {
        let (lead, partners) = (lead.to_owned(), told);
        return Some(LineFault::NotJoint { lead, partners });
    }
    let ours: Vec<&str> = std::iter::once(&crew.lead)
        .chain(&crew.partners)
        .map(String::as_str)
        .collect();
    let theirs: Vec<&str> = std::iter::once(lead).chain(partners).collect();
    let without = |all: &[&str], among: &[&str]| {
        let other = |name: &&&str| !among.iter().any(|known| is_same(name, known));
        let names: Vec<&str> = all.iter().filter(other).copied().collect();
        names.join(labels::LISTED)
    };
    let (lacking, beside) = (without(&theirs, &ours), without(&ours, &theirs));
    if lacking.is_empty() && beside.is_empty() && is_same(&crew.lead, lead) {
        return None;
    }
    Some(LineFault::OtherDepts {
        lead: lead.to_owned(),
        partners: told,
        lacking,
        beside,
    })
}

/// What the registry calls a department of a plan, where it knows just one of that name.
pub(in crate::task) fn known_as(name: &str, people: &[StoredInspector]) -> String {
    let units = people.iter().map(|person| person.get(Column::Unit));
    let departments = people.iter().map(|person| person.get(Column::Department));
    let mut found: Vec<&str> = units
        .chain(departments)
        .filter(|known| is_same(name, known))
        .collect();
    found.sort_unstable();
    found.dedup();
    match found.as_slice() {
        [known] => (*known).to_owned(),
        _ => name.to_owned(),
    }
}

/// A plan leaves out the place that the registry writes before a name.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    !one.is_empty() && !other.is_empty() && (one.ends_with(other) || other.ends_with(one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Line {
        Line {
            task_scope: TaskScope::CrossDept,
            lead_dept: "应急管理局".to_owned(),
            partner_depts: vec!["市场监督管理局".to_owned(), "消防大队".to_owned()],
            ..Line::default()
        }
    }

    fn crew(lead: &str, partners: &[&str]) -> Crew {
        Crew {
            joint: true,
            lead: lead.to_owned(),
            partners: partners.iter().map(|name| (*name).to_owned()).collect(),
            ..Crew::default()
        }
    }

    #[test]
    fn n_12_a_line_of_several_departments_is_inspected_by_them() {
        let all = ["徐水区市场监督管理局", "消防大队"];
        assert_eq!(
            fault(&line(), &crew("徐水区应急管理局", &all)),
            None,
            "with the name of their place before it they are the same"
        );
        assert!(
            matches!(fault(&line(), &Crew::default()), Some(LineFault::NotJoint { .. })),
            "one department alone is another inspection"
        );
        let fewer = fault(&line(), &crew("应急管理局", &["消防大队"]));
        assert!(
            matches!(fewer, Some(LineFault::OtherDepts { lacking, .. }) if lacking == "市场监督管理局"),
            "who does not come is said"
        );
        let more = fault(
            &line(),
            &crew("应急管理局", &["市场监督管理局", "消防大队", "气象局"]),
        );
        assert!(
            matches!(more, Some(LineFault::OtherDepts { beside, .. }) if beside == "气象局"),
            "and who comes beside"
        );
        let turned = fault(&line(), &crew("消防大队", &["市场监督管理局", "应急管理局"]));
        assert!(
            matches!(turned, Some(LineFault::OtherDepts { .. })),
            "A-03: whoever leads is planned, too"
        );
        assert_eq!(
            fault(&Line::default(), &Crew::default()),
            None,
            "a line within the department asks for none of it"
        );
    }
}
