//! The registry of inspectors: who may be drawn on a day and why not, certificates that end before the visit, that one
//! certificate is one person, and the list as a file.

use std::fs;

use sunlot_app::inspector::{
    InspectorFacet, InspectorFault, InspectorFilter, InspectorId, InspectorLine, InspectorMembership,
    InspectorSave, InspectorSort, InspectorSortKey, InspectorView, InspectorsExport, InspectorsRequest,
    InspectorsView,
};
use sunlot_app::registry::{ListFormat, Membership};
use sunlot_app::{Desk, Error, Place, Reason};

use crate::support::{Office, TestClock};

/// Enters an inspector.
pub fn add(desk: &Desk, values: &[(&str, &str)]) -> InspectorView {
    desk.inspector_save(&request(None, values)).unwrap()
}

fn request(id: Option<i64>, values: &[(&str, &str)]) -> InspectorSave {
    let values = values
        .iter()
        .map(|(field, value)| ((*field).to_owned(), (*value).to_owned()));
    InspectorSave {
        id,
        version: None,
        values: values.collect(),
        confirmed: false,
        reason: "年度核对".to_owned(),
    }
}

/// A desk on 20 November 2026, and six people of whom two may be drawn.
pub fn sample(office: &Office) -> Desk {
    let clock = TestClock::default();
    clock.show("2026-11-20T09:41:00+08:00");
    let desk = office.desk_at(&clock);
    let person = |name: &str, cert: &str, to: &str, more: &[(&str, &str)]| {
        let mut values = vec![("name", name), ("cert_no", cert), ("cert_valid_to", to)];
        values.extend(more);
        values.retain(|(_, value)| !value.is_empty());
        add(&desk, &values);
    };
    person(
        "王芳",
        "13060901001",
        "2030-12-31",
        &[
            ("unit", "县粮食和储备局"),
            ("department", "执法科"),
            ("skills", "粮食仓储，计量"),
        ],
    );
    person(
        "李强",
        "13060901002",
        "2026-12-15",
        &[("unit", "县粮食和储备局"), ("department", "监督科")],
    );
    person("赵敏", "13060901003", "2026-11-19", &[("department", "执法科")]);
    person("钱伟", "", "", &[("status", "调离")]);
    person("孙丽", "13060901005", "", &[]);
    person(
        "王芳",
        "13060901006",
        "2024-01-01",
        &[
            ("second_cert_no", "豫p-12345"),
            ("second_cert_valid_to", "长期"),
            ("status", "停用"),
        ],
    );
    desk
}

pub fn view(desk: &Desk, on: Option<&str>) -> InspectorsView {
    let on = on.map(str::to_owned);
    desk.inspectors_view(&InspectorsRequest {
        on,
        ..InspectorsRequest::default()
    })
    .unwrap()
}

fn barred(line: &InspectorLine) -> Vec<&str> {
    line.barred.iter().map(|told| told.value.as_str()).collect()
}

fn find(desk: &Desk, facet: InspectorFacet, value: &str) -> Vec<i64> {
    let mut filter = InspectorFilter::default();
    filter.values.insert(facet, vec![value.to_owned()]);
    ids(desk, filter)
}

fn ids(desk: &Desk, filter: InspectorFilter) -> Vec<i64> {
    let request = InspectorsRequest {
        filter,
        ..InspectorsRequest::default()
    };
    let lines = desk.inspectors_view(&request).unwrap().lines;
    lines.iter().map(|line| line.id).collect()
}

pub fn fault(error: Error) -> InspectorFault {
    match error.reason {
        Reason::Inspector(fault) => fault,
        other => panic!("{other:?} is not about an inspector"),
    }
}

#[test]
fn whoever_may_not_be_drawn_is_told_with_every_reason_case_44() {
    let office = Office::sample();
    let desk = sample(&office);
    let view = view(&desk, None);
    let told: Vec<Vec<&str>> = view.lines.iter().map(barred).collect();
    assert_eq!(
        told,
        [
            vec![],
            vec![],
            vec!["expired"],
            vec!["status_transferred", "no_certificate"],
            vec!["validity_unknown"],
            vec!["status_suspended"],
        ],
        "one valid certificate is enough, and whoever puts one reason right learns of the others"
    );
    assert_eq!((view.may_be_drawn, view.barred), (2, 4), "and they are counted");
    assert_eq!(
        view.lines[2].barred[0].label, "执法证 2026-11-19 到期",
        "yesterday was its last day, and that is said"
    );
}

#[test]
fn a_certificate_that_ends_before_the_day_of_the_visit_bars_on_that_day() {
    let office = Office::sample();
    let desk = sample(&office);
    let last = view(&desk, Some("2026-12-15"));
    assert_eq!(barred(&last.lines[1]), [""; 0], "its last day belongs to it");
    let after = view(&desk, Some("2026年12月16日"));
    assert_eq!(barred(&after.lines[1]), ["expired"], "the next day does not");
    assert_eq!(
        after.lines[1].certificates[0].state.value, "expired",
        "and the certificate says the same of that day"
    );
    assert_eq!(
        (after.on.as_str(), after.on_told.as_str()),
        ("2026-12-16", "2026年12月16日"),
        "for which day it is said stands there"
    );
    let wrong = InspectorsRequest {
        on: Some("下周三".to_owned()),
        ..InspectorsRequest::default()
    };
    assert!(
        matches!(
            fault(desk.inspectors_view(&wrong).unwrap_err()),
            InspectorFault::InspectionDayWrong { .. }
        ),
        "what is no day is not taken for today"
    );
}

#[test]
fn certificates_that_end_within_sixty_days_are_told_in_time() {
    let office = Office::sample();
    let desk = sample(&office);
    let view = view(&desk, None);
    assert_eq!(view.expiring, 1, "of the whole registry");
    let line = &view.lines[1];
    assert_eq!(
        (line.expires_on.as_str(), line.expires_in),
        ("2026-12-15", Some(25)),
        "when, and in how many days"
    );
    assert_eq!(
        line.certificates[0].state.value, "expiring",
        "at the certificate, too"
    );
    assert_eq!(
        find(&desk, InspectorFacet::Certificate, "expiring"),
        [2],
        "and they can be listed"
    );
    assert_eq!(
        view.lines[5].expires_in, None,
        "whoever has another that lasts is not meant"
    );
    assert_eq!(view.lines[5].certificates[1].valid_to, "长期", "as people say it");
}

#[test]
fn the_list_is_searched_filtered_and_sorted() {
    let office = Office::sample();
    let desk = sample(&office);
    let text = |text: &str| {
        let text = text.to_owned();
        ids(
            &desk,
            InspectorFilter {
                text,
                ..InspectorFilter::default()
            },
        )
    };
    assert_eq!(text("王芳"), [1, 6], "by name: there are two");
    assert_eq!(text("豫P"), [6], "by any certificate, however it is typed");
    assert_eq!(text("ry-000003"), [3], "by the office's own number");
    assert_eq!(text("监督"), [2], "by department");
    assert_eq!(text("不存在"), [0; 0], "and nobody where there is nobody");
    assert_eq!(
        find(&desk, InspectorFacet::Draw, "yes"),
        [1, 2],
        "who may be drawn"
    );
    assert_eq!(
        find(&desk, InspectorFacet::Draw, "no_certificate"),
        [4],
        "or not, for one of several reasons"
    );
    assert_eq!(
        find(&desk, InspectorFacet::Skills, "计量"),
        [1],
        "one skill of several"
    );
    assert_eq!(
        find(&desk, InspectorFacet::Unit, "").len(),
        4,
        "an empty value means that nothing stands there"
    );
    let request = InspectorsRequest {
        sort: InspectorSort {
            by: InspectorSortKey::CertValidTo,
            descending: false,
        },
        ..InspectorsRequest::default()
    };
    let sorted: Vec<i64> = desk
        .inspectors_view(&request)
        .unwrap()
        .lines
        .iter()
        .map(|line| line.id)
        .collect();
    assert_eq!(
        sorted,
        [3, 2, 1, 6, 4, 5],
        "what ends first, what nobody knows last"
    );
    let choices = desk.inspectors_choices().unwrap();
    let of = |facet: InspectorFacet| choices.facets.iter().find(|one| one.facet == facet).unwrap();
    let draw: Vec<(&str, u32)> = of(InspectorFacet::Draw)
        .choices
        .iter()
        .map(|choice| (choice.label.as_str(), choice.count))
        .collect();
    assert_eq!(draw[0], ("可以", 2), "who may comes first");
    assert!(
        draw.contains(&("人员状态是“调离”", 1)),
        "every reason can be chosen by what people call it: {draw:?}"
    );
}

#[test]
fn everything_that_is_wrong_is_told_at_once_with_its_field() {
    let office = Office::sample();
    let desk = sample(&office);
    let wrong = [
        ("cert_no", "1.30609E+10"),
        ("second_cert_valid_to", "2030-01-01"),
        ("status", "在天上"),
        ("cert_valid_to", "1889-07-19"),
        ("id_number", "130609198001010011"),
    ];
    let error = desk.inspector_save(&request(None, &wrong)).unwrap_err();
    let mut fields: Vec<String> = error
        .problems
        .iter()
        .map(|problem| match &problem.place {
            Place::Field { field } => field.clone(),
            other => format!("{other:?}"),
        })
        .collect();
    fields.sort();
    assert_eq!(
        fields,
        [
            "cert_no",
            "cert_valid_to",
            "id_number",
            "name",
            "second_cert_no",
            "status"
        ],
        "a day needs its certificate, and identity numbers are not kept here"
    );
    assert_eq!(
        desk.inspector_check(&request(None, &wrong))
            .unwrap()
            .problems
            .len(),
        error.problems.len(),
        "a check before saving says the same"
    );
    let twice = [
        ("name", "甲"),
        ("cert_no", "13060909001"),
        ("second_cert_no", "1306 0909 001"),
    ];
    let error = desk.inspector_save(&request(None, &twice)).unwrap_err();
    assert_eq!(
        error.problems[0].flaw.code(),
        "certificate_twice",
        "one certificate is not two"
    );
    let silent = InspectorSave {
        reason: " ".to_owned(),
        ..request(Some(1), &[("duty", "科长")])
    };
    assert!(
        desk.inspector_save(&silent).is_err(),
        "and no change is without a reason"
    );
}

#[test]
fn one_certificate_is_one_person_case_43() {
    let office = Office::sample();
    let desk = sample(&office);
    let all = view(&desk, None);
    assert!(
        all.lines[0].same_name && all.lines[5].same_name && !all.lines[1].same_name,
        "two of one name are two people, and the list says to look at the certificate"
    );
    for field in ["cert_no", "second_cert_no"] {
        let twin = request(None, &[("name", "王小芳"), (field, "豫P－12345")]);
        assert!(
            matches!(
                fault(desk.inspector_save(&twin).unwrap_err()),
                InspectorFault::CertificateTaken { whose, .. } if whose == "RY-000006 王芳"
            ),
            "{field}: whichever of the two it is, and however it is typed"
        );
    }
    let place = |id, version, membership| InspectorMembership {
        id,
        version,
        membership,
        reason: "调走".to_owned(),
    };
    let removed = desk
        .inspector_membership(&place(6, 1, Membership::Removed))
        .unwrap();
    assert_eq!(
        removed.line.barred[0].label, "已移出名录",
        "whoever was removed is not drawn"
    );
    assert!(!removed.line.same_name, "and is nobody's namesake any more");
    add(&desk, &[("name", "王小芳"), ("cert_no", "豫P-12345")]);
    assert!(
        matches!(
            fault(
                desk.inspector_membership(&place(6, 2, Membership::In))
                    .unwrap_err()
            ),
            InspectorFault::CertificateTaken { .. }
        ),
        "whoever has the certificate now keeps it"
    );
    assert!(
        matches!(
            fault(
                desk.inspector_membership(&place(6, 1, Membership::Suspended))
                    .unwrap_err()
            ),
            InspectorFault::InspectorMoved { .. }
        ),
        "and what was looked at must be what is there"
    );
}

#[test]
fn what_was_doubtful_is_left_until_somebody_looks() {
    let office = Office::sample();
    let desk = sample(&office);
    let mut late = request(Some(1), &[("duty", "科长")]);
    late.version = Some(7);
    assert!(
        matches!(
            fault(desk.inspector_save(&late).unwrap_err()),
            InspectorFault::InspectorMoved { .. }
        ),
        "an edit of another version is not written over"
    );
    let nothing = desk
        .inspector_save(&request(Some(1), &[("name", "王芳")]))
        .unwrap();
    assert_eq!(nothing.version, 1, "what changes nothing writes nothing");
    let missing = desk.inspector_open(&InspectorId { id: 99 }).unwrap_err();
    assert!(
        matches!(fault(missing), InspectorFault::InspectorMissing { asked } if asked == "RY-000099"),
        "nobody has this number"
    );
}

#[test]
fn p_02_an_expert_is_in_the_registry_and_is_not_drawn() {
    let office = Office::sample();
    let desk = sample(&office);
    let before = desk.inspectors_view(&InspectorsRequest::default()).unwrap();
    let expert = add(
        &desk,
        &[
            ("name", "孙桂芝"),
            ("cert_no", "13060901077"),
            ("cert_valid_to", "2030-12-31"),
            ("expert", "yes"),
        ],
    );
    let after = desk.inspectors_view(&InspectorsRequest::default()).unwrap();
    assert_eq!(
        (
            after.total - before.total,
            after.may_be_drawn - before.may_be_drawn
        ),
        (1, 0),
        "one more person, and nobody more who may be drawn"
    );
    assert_eq!(
        expert.line.barred[0].label, "专家或协助人员，不计入执法人员",
        "and it is said why, certificate or not"
    );
}

#[test]
fn the_list_goes_out_as_a_file_with_formulas_escaped_case_48() {
    let office = Office::sample();
    let desk = sample(&office);
    add(
        &desk,
        &[("name", "=cmd|' /C calc'!A0"), ("cert_no", "13060901009")],
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("人员.csv").display().to_string();
    let written = desk
        .inspectors_export(&InspectorsExport {
            filter: InspectorFilter::default(),
            sort: InspectorSort::default(),
            on: Some("2026-12-16".to_owned()),
            columns: Vec::new(),
            format: ListFormat::Csv,
            path: Some(path.clone()),
            overwrite: false,
        })
        .unwrap();
    assert_eq!(written.rows, 7, "everybody");
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.contains("'=cmd|") && !text.contains(",=cmd|"),
        "a spreadsheet computes nothing that somebody typed as a name: {text}"
    );
    assert!(
        text.contains("不可以：执法证 2026-12-15 到期"),
        "for the day that was asked about: {text}"
    );
    let names = desk.inspectors_export(&InspectorsExport {
        filter: InspectorFilter::default(),
        sort: InspectorSort::default(),
        on: None,
        columns: vec!["name".to_owned(), "colour".to_owned()],
        format: ListFormat::CsvGb18030,
        path: Some(path.clone()),
        overwrite: true,
    });
    assert!(names.is_ok(), "a column that there is not is left out");
    let bytes = fs::read(&path).unwrap();
    // The name of the column in GB 18030.
    assert!(bytes.starts_with(&[0xD0, 0xD5, 0xC3, 0xFB]), "{bytes:?}");
}
