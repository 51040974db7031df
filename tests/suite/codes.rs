//! The codes of `tests/vectors/codes.csv`: each is taken or refused as the table says.

use std::process::{Command, Output};

use expect_test::expect_file;
use sunlot_app::messages::codes::of_reason;
use sunlot_rules::codes::reg_no::{RegNo, RegNoFault};
use sunlot_rules::codes::uscc::{Uscc, UsccFault};
use sunlot_rules::codes::{CodeKind, CodeReason, check};
use sunlot_rules::personal::id_number;

use crate::support::{json, program, said, text};

#[test]
fn every_credit_code_of_the_table_is_judged_as_it_says() {
    let table = text("tests/vectors/codes.csv");
    let mut judged = 0;
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.splitn(4, ',').collect();
        let &[kind, code, expected, note] = cells.as_slice() else {
            panic!("four cells, please: {row}")
        };
        if kind != "uscc" {
            continue;
        }
        let found = Uscc::parse(code);
        match expected {
            "invalid" => assert!(found.is_err(), "{code} must be refused: {note}"),
            "PASSES-check-but-damaged" => {
                assert_eq!(
                    found,
                    Err(UsccFault::CutBySpreadsheet),
                    "{code} must be recognised: {note}"
                );
            }
            // Valid as it stands, or once read for what it means.
            _ => assert!(found.is_ok(), "{code} must be taken: {note}"),
        }
        judged += 1;
    }
    assert!(
        judged >= 15,
        "only {judged} codes were judged: is the table still there?"
    );
}

#[test]
fn every_registration_number_of_the_table_is_judged_as_it_says() {
    let table = text("tests/vectors/codes.csv");
    let mut judged = 0;
    for row in table.lines().skip(1).filter(|row| row.starts_with("reg")) {
        let cells: Vec<&str> = row.splitn(4, ',').collect();
        let &[_, number, expected, note] = cells.as_slice() else {
            panic!("four cells, please: {row}")
        };
        let found = RegNo::parse(number);
        match expected {
            "invalid" => assert!(found.is_err(), "{number} must be refused: {note}"),
            "legacy" => assert!(
                found.is_ok_and(|found| found.is_legacy()),
                "{number} must be taken and marked: {note}"
            ),
            _ => assert!(
                found.is_ok_and(|found| !found.is_legacy()),
                "{number} must be taken: {note}"
            ),
        }
        judged += 1;
    }
    assert!(
        judged >= 6,
        "only {judged} numbers were judged: is the table still there?"
    );
}

/// The rows of the table: kind, code, what is expected, why.
fn rows(table: &str) -> Vec<[&str; 4]> {
    let rows = table.lines().skip(1);
    rows.map(|row| {
        let cells: Vec<&str> = row.splitn(4, ',').collect();
        cells
            .try_into()
            .unwrap_or_else(|_| panic!("four cells, please: {row}"))
    })
    .collect()
}

#[test]
fn every_code_of_the_table_is_told_for_what_it_is_without_being_asked() {
    let table = text("tests/vectors/codes.csv");
    let rows = rows(&table);
    assert_eq!(rows.len(), 28, "all of the table");
    for [kind, code, expected, note] in rows {
        let found = check(code);
        let told = match kind {
            "uscc" => CodeKind::Uscc,
            "reg15" => CodeKind::RegNo,
            "reg13" => CodeKind::LegacyRegNo,
            "id18" => CodeKind::IdNumber,
            "id15" => CodeKind::LegacyIdNumber,
            other => panic!("{other} is no kind of code"),
        };
        assert_eq!(found.kind, told, "{code}: {note}");
        let valid = !matches!(expected, "invalid" | "PASSES-check-but-damaged");
        assert_eq!(found.valid, valid, "{code}: {note}, {:?}", found.reason);
        assert!(valid || found.reason.is_some(), "{code}: what is wrong is told");
        assert_eq!(
            found.reason.is_some(),
            !valid || expected == "legacy",
            "{code}: of what is right nothing is said, unless nothing vouches for it"
        );
    }
}

#[test]
fn damage_is_named_as_damage_and_nothing_is_offered_in_its_place() {
    for (code, fault) in [
        ("9.1130609E+17", UsccFault::Scientific),
        ("9.13301007161036E+17", UsccFault::Scientific),
        ("9.13301007161036e+17", UsccFault::Scientific),
        ("９．１１Ｅ＋１７", UsccFault::Scientific),
        ("4.10604E+14", UsccFault::Scientific),
        ("1.10105E+17", UsccFault::Scientific),
        ("911306090000013000", UsccFault::CutBySpreadsheet),
        ("913301007161036000", UsccFault::CutBySpreadsheet),
        ("110105194912310000", UsccFault::CutBySpreadsheet),
        ("000000000000000000", UsccFault::CutBySpreadsheet),
    ] {
        let found = check(code);
        assert!(!found.valid, "{code}: its end is lost, whatever passes");
        assert_eq!(
            found.reason,
            Some(CodeReason::Uscc(fault)),
            "{code}: and it says so"
        );
        assert_eq!(found.suggestions, [""; 0], "{code}: nobody can know what it was");
    }
}

#[test]
fn what_is_no_code_is_refused_with_its_reason() {
    for (code, kind) in [
        ("", CodeKind::Unknown),
        ("   ", CodeKind::Unknown),
        ("0", CodeKind::Unknown),
        ("123456789", CodeKind::Unknown),
        ("130609000000", CodeKind::Unknown),
        ("9113060900000130", CodeKind::Unknown),
        ("91130609MA0000015", CodeKind::Unknown),
        ("91130609MA0000015BB", CodeKind::Unknown),
        ("企业", CodeKind::Unknown),
        ("ARBG48543289076GFE", CodeKind::Uscc),
        ("91130609MA0000015C", CodeKind::Uscc),
        ("19130609MA0000015B", CodeKind::Uscc),
        ("91130609AM0000015B", CodeKind::Uscc),
        ("91130609MA000001B5", CodeKind::Uscc),
        ("企业企业企业企业企业企业企业企业企业", CodeKind::Uscc),
        ("XXXXXXXXXXXXXXXXXX", CodeKind::Uscc),
        ("999999999999999999", CodeKind::Uscc),
        ("110108000000061", CodeKind::RegNo),
        ("110108000000010", CodeKind::RegNo),
        ("11O108000000016", CodeKind::RegNo),
        ("999999999999999", CodeKind::RegNo),
        ("110105194912310020", CodeKind::IdNumber),
        ("110105194902300025", CodeKind::IdNumber),
        ("110105194913310026", CodeKind::Uscc),
        ("11010519491231003X", CodeKind::IdNumber),
    ] {
        let found = check(code);
        assert_eq!(found.kind, kind, "{code:?}: what it was meant to be");
        assert!(!found.valid, "{code:?} is none");
        assert!(found.reason.is_some(), "{code:?}: and why is told");
    }
}

#[test]
fn what_passes_as_two_kinds_is_told_by_its_beginning_and_says_so() {
    // Made by trying: all digits, both check characters right.
    let both = |code: &str| Uscc::parse(code).is_ok() && id_number(code).is_ok();
    let mut seen = [0, 0];
    for sequence in 0..40_000 {
        for head in ["130609", "110100"] {
            let body = format!(
                "{head}1990{:02}{:02}{:03}",
                sequence / 1000 % 12 + 1,
                sequence / 1000 / 12 + 1,
                sequence % 1000
            );
            for last in ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] {
                let code = format!("{body}{last}");
                if !both(&code) || code.ends_with("000") {
                    continue;
                }
                let found = check(&code);
                assert!(found.valid, "{code} is right in any case");
                match found.kind {
                    CodeKind::Uscc => {
                        assert_eq!(
                            found.reason,
                            Some(CodeReason::AlsoIdNumber),
                            "{code}: both are told"
                        );
                        seen[0] += 1;
                    }
                    CodeKind::IdNumber => seen[1] += 1,
                    kind => panic!("{code} is no {kind:?}"),
                }
            }
        }
    }
    assert!(
        seen[1] > 100,
        "{seen:?}: what begins as no authority's code is a person's"
    );
}

#[test]
fn look_alikes_are_suggested_and_what_was_typed_stays() {
    for (typed, suggested) in [
        ("91130609MAOOOOO15B", ""),
        ("9113O609MA0000015B", "91130609MA0000015B"),
        ("9113060９MA00000I5B", "91130609MA0000015B"),
        ("9l130609MA0000015B", "91130609MA0000015B"),
        ("9113O6O9MA00000l5B", "91130609MA0000015B"),
        ("1Z411721400000018W", "12411721400000018W"),
        ("S2370321500000031H", "52370321500000031H"),
        ("11O108000000016", "110108000000016"),
        ("ll0108000000016", "110108000000016"),
        ("91136009MA0000015B", ""),
        ("110108000000015", ""),
    ] {
        let found = check(typed);
        assert!(!found.valid, "{typed}: a suggestion is no correction");
        let suggested: Vec<&str> = [suggested].into_iter().filter(|code| !code.is_empty()).collect();
        assert_eq!(found.suggestions, suggested, "{typed}");
        assert!(
            found.suggestions.iter().all(|code| check(code).valid),
            "{typed}: only what can be right is suggested"
        );
    }
}

/// The program, without an office: whoever looks at a code needs none.
fn run(arguments: &[&str]) -> Output {
    Command::new(program())
        .args(arguments)
        .env_remove("SUNLOT_HOME")
        .output()
        .unwrap()
}

#[test]
fn the_command_line_judges_every_code_of_the_table() {
    let table = text("tests/vectors/codes.csv");
    let rows = rows(&table);
    let mut arguments = vec!["code", "check", "--json"];
    arguments.extend(rows.iter().map(|row| row[1]));
    let judged = run(&arguments);
    assert_eq!(judged.status.code(), Some(1), "one of them is not valid");
    let views = json(&judged);
    assert_eq!(
        views.as_array().map(Vec::len),
        Some(rows.len()),
        "one answer for each"
    );
    for ([_, code, expected, note], view) in rows.iter().zip(views.as_array().unwrap()) {
        let names: Vec<&String> = view.as_object().unwrap().keys().collect();
        assert_eq!(
            names,
            ["code", "kind", "reason", "suggestions", "valid"],
            "the names that programs read"
        );
        assert_eq!(view["code"], *code, "the code as it was given");
        let valid = !matches!(*expected, "invalid" | "PASSES-check-but-damaged");
        assert_eq!(view["valid"], valid, "{code}: {note}");
        let reason = view["reason"].as_str();
        assert!(
            valid || reason.is_some_and(|reason| reason.ends_with('。')),
            "{code}: a sentence says why"
        );
        assert!(
            !code.contains("E+") && !code.ends_with("000")
                || reason.is_some_and(|reason| reason.starts_with("已损坏")),
            "{code}: damage is called damage"
        );
    }
}

#[test]
fn the_command_line_tells_people_and_ends_by_what_it_found() {
    let good = run(&["code", "check", "91130609MA0000015B", "4106032000001"]);
    assert_eq!(
        good.status.code(),
        Some(0),
        "both can be right: {}",
        said(&good.stderr)
    );
    assert_eq!(
        said(&good.stdout),
        "✓ 相符  91130609MA0000015B  统一社会信用代码\n✓ 相符  4106032000001  旧注册号\n        旧注册号，没有校验位，对不对查不出来。请对照执照核实。\n",
        "an old number is taken, and it says what it is worth"
    );
    let bad = run(&["code", "check", "9113O609MA0000015B"]);
    assert_eq!(bad.status.code(), Some(1), "one is not");
    for part in ["✗ 不符", "第 5 位“O”", "也许是：91130609MA0000015B"] {
        assert!(
            said(&bad.stdout).contains(part),
            "people must find {part:?} in:\n{}",
            said(&bad.stdout)
        );
    }
    assert_eq!(
        run(&["code", "check"]).status.code(),
        Some(2),
        "without a code there is nothing to judge"
    );
}

#[test]
fn every_reason_has_its_sentence() {
    use sunlot_rules::personal::PersonalFault;
    let reasons = [
        (CodeKind::Unknown, CodeReason::Empty),
        (CodeKind::Unknown, CodeReason::Length { found: 9 }),
        (CodeKind::Uscc, CodeReason::Uscc(UsccFault::Scientific)),
        (CodeKind::Uscc, CodeReason::Uscc(UsccFault::CutBySpreadsheet)),
        (CodeKind::Uscc, CodeReason::Uscc(UsccFault::Length { found: 9 })),
        (
            CodeKind::Uscc,
            CodeReason::Uscc(UsccFault::Character { place: 5, found: 'O' }),
        ),
        (
            CodeKind::Uscc,
            CodeReason::Uscc(UsccFault::CheckCharacter {
                expected: '3',
                found: '4',
            }),
        ),
        (
            CodeKind::RegNo,
            CodeReason::RegNo(RegNoFault::Character { place: 5, found: 'O' }),
        ),
        (
            CodeKind::RegNo,
            CodeReason::RegNo(RegNoFault::Length { found: 9 }),
        ),
        (
            CodeKind::RegNo,
            CodeReason::RegNo(RegNoFault::CheckDigit {
                expected: '6',
                found: '5',
            }),
        ),
        (
            CodeKind::IdNumber,
            CodeReason::IdNumber(PersonalFault::Character { place: 5 }),
        ),
        (
            CodeKind::IdNumber,
            CodeReason::IdNumber(PersonalFault::Length { found: 9, wanted: 18 }),
        ),
        (
            CodeKind::IdNumber,
            CodeReason::IdNumber(PersonalFault::IdProvince),
        ),
        (CodeKind::IdNumber, CodeReason::IdNumber(PersonalFault::IdBirth)),
        (CodeKind::IdNumber, CodeReason::IdNumber(PersonalFault::IdCheck)),
        (
            CodeKind::IdNumber,
            CodeReason::IdNumber(PersonalFault::IdOfFifteen),
        ),
        (CodeKind::LegacyIdNumber, CodeReason::Legacy),
        (CodeKind::LegacyRegNo, CodeReason::Legacy),
        (CodeKind::Uscc, CodeReason::AlsoIdNumber),
        (CodeKind::LegacyIdNumber, CodeReason::AlsoRegNo),
    ];
    let told: Vec<String> = reasons
        .iter()
        .map(|(kind, reason)| {
            let words = of_reason(*kind, reason);
            format!("{}{}\n", words.message, words.hint)
        })
        .collect();
    for (sentence, (_, reason)) in told.iter().zip(&reasons) {
        assert!(sentence.ends_with("。\n"), "{reason:?}: {sentence}");
        assert!(!sentence.contains('您'), "{reason:?}: {sentence}");
    }
    expect_file!["../golden/codes.txt"].assert_eq(&told.concat());
}
