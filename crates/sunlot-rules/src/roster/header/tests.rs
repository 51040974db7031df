//! Headers as they stand in real files.

use super::*;
use crate::roster::fields::{InspectorField, ItemField, TargetField, VisitField};

fn sheet(text: &str) -> Vec<Vec<String>> {
    let row = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect();
    text.lines().map(row).collect()
}

fn found<F: Field>(text: &str) -> Header<F> {
    find(&sheet(text), &[], None).unwrap_or_else(|| panic!("a header is there:\n{text}"))
}

fn area(top: usize, left: usize, bottom: usize, right: usize) -> Area {
    Area {
        top,
        left,
        bottom,
        right,
    }
}

/// The columns of the Zhejiang registry of inspectors.
const PEOPLE: &str = "单位工号|姓名|性别|身份证号|手机号|学历|学历专业|岗位大类|从事本岗起始日期|岗位资质资格|执法事项范围|地区|层级|担任职务|所在业务部门（机构）|是否专家|工商执法证编号|工商执法证有效期|省执法证编号|执法证有效期|执法人员状态";

#[test]
fn case_03_a_header_is_found_under_its_title() {
    let header = found::<InspectorField>(&format!("市场监管领域执法人员数据库\n{PEOPLE}\n0010|张三"));
    assert_eq!(
        header.rows,
        1..2,
        "the title is no header, and the first person is none either"
    );
    use InspectorField::{CertNo, CertValidTo, SecondCertNo, SecondCertValidTo, StaffNo, Status};
    for (field, column) in [
        (StaffNo, 0),
        (SecondCertNo, 16),
        (SecondCertValidTo, 17),
        (CertNo, 18),
        (CertValidTo, 19),
        (Status, 20),
    ] {
        assert_eq!(
            header.columns_of(field).collect::<Vec<_>>(),
            [column],
            "{field:?}"
        );
    }
    assert_eq!(
        header.columns.len(),
        21,
        "every column can be shown to whoever maps them"
    );
}

#[test]
fn case_03_the_import_template_of_two_columns_is_enough() {
    let header = found::<TargetField>("待抽检库导入模板|\n统一社会信用代码/注册号|企业名称\n91|甲");
    assert_eq!(header.rows, 1..2, "under the merged title");
    assert_eq!(
        header.fields().into_iter().collect::<Vec<_>>(),
        [TargetField::Name, TargetField::Code],
        "one column for both codes"
    );
}

#[test]
fn case_04_a_header_need_not_begin_at_a1() {
    let header = found::<TargetField>("||\n||\n|序号|企业名称|统一社会信用代码\n|1|甲|91");
    assert_eq!(header.rows, 2..3, "empty rows above");
    assert_eq!(header.columns[0].index, 1, "and an empty column before it");
    assert!(
        header.columns[0].ignored,
        "case 47: a running number identifies nothing"
    );
}

#[test]
fn case_07_a_note_above_the_header_is_passed_over() {
    let header = found::<TargetField>(
        "注意:请将信息填写完整，企业名称与营业执照一致||\n填报单位：某局|填报人：张三|联系电话：1\n企业名称|注册地址|法定代表人",
    );
    assert_eq!(header.rows, 2..3, "a note that mentions a heading is no header");
}

#[test]
fn case_08_the_sheet_with_the_surest_header_is_chosen() {
    let parameters = find::<TargetField, _, _>(&sheet("岗位大类|岗位资质资格\n工商|无"), &[], None);
    let nothing = find::<TargetField, _, _>(&sheet(""), &[], None);
    let names = find::<TargetField, _, _>(&sheet("企业名称\n甲"), &[], None);
    let full = find::<TargetField, _, _>(&sheet("企业名称|注册号|地址\n甲|1|乙"), &[], None);
    assert_eq!(
        (&parameters, &nothing),
        (&None, &None),
        "neither has a header of targets"
    );
    assert_eq!(
        best_sheet(&[parameters, names, full.clone(), nothing, full]),
        Some(2),
        "the fullest one, and of two the first"
    );
    assert_eq!(best_sheet::<TargetField>(&[None, None]), None, "or none");
}

#[test]
fn case_09_a_header_of_two_rows_is_read_as_one() {
    let text = "企业名单|||||\n序号|基本情况|||许可证|\n|企业名称|统一社会信用代码|联系电话|编号|有效期\n1|甲|91|1|X|2020";
    let merged = [
        area(0, 0, 0, 5),
        area(1, 0, 2, 0),
        area(1, 1, 1, 3),
        area(1, 4, 1, 5),
    ];
    for merged in [&merged[..], &[]] {
        let header: Header<TargetField> = find(&sheet(text), merged, None).unwrap();
        let headings: Vec<&str> = header
            .columns
            .iter()
            .map(|column| column.heading.as_str())
            .collect();
        assert_eq!(header.rows, 1..3, "two rows, merged or not");
        assert_eq!(
            headings,
            [
                "序号",
                "基本情况/企业名称",
                "基本情况/统一社会信用代码",
                "基本情况/联系电话",
                "许可证/编号",
                "许可证/有效期"
            ],
            "the upper row belongs to each below it"
        );
        assert_eq!(
            header.columns_of(TargetField::PermitNo).collect::<Vec<_>>(),
            [4],
            "a number of a permit, not a running number"
        );
        assert_eq!(
            header.columns_of(TargetField::PermitValidTo).collect::<Vec<_>>(),
            [5],
            "its validity"
        );
    }
}

#[test]
fn case_09_a_row_of_data_is_never_a_second_row_of_the_header() {
    let header = found::<TargetField>("企业名称|统一社会信用代码|备注\n名称|||\n甲|91|");
    assert_eq!(header.rows, 0..1, "one more row would tell nothing more");
}

#[test]
fn case_13_of_two_columns_for_one_field_the_first_is_read_and_the_other_is_told() {
    let header = found::<TargetField>("企业名称|单位名称|电话|手机|标签|监管领域");
    assert_eq!(
        header.columns_of(TargetField::Name).collect::<Vec<_>>(),
        [0],
        "the first"
    );
    assert_eq!(
        header.columns[1].duplicate_of,
        Some(TargetField::Name),
        "the other is told"
    );
    assert_eq!(
        header.duplicates().into_iter().collect::<Vec<_>>(),
        [TargetField::Name],
        "and nothing else"
    );
    assert_eq!(
        header.columns_of(TargetField::Phone).count(),
        2,
        "numbers of two columns are taken together"
    );
    assert_eq!(header.columns_of(TargetField::Tags).count(), 2, "and so are tags");
}

#[test]
fn case_13_what_a_person_said_goes_before_what_is_found() {
    let rows = sheet("导出|||\n店招|编号|企业名称|\n甲|7|乙|丙");
    let mapping: Mapping = serde_json::from_str(
        r#"{"header": 2, "columns": {"店 招": "name", "编号": "number", "企业名称": "-", "D": "曾用名"}}"#,
    )
    .unwrap();
    assert_eq!(mapping.faults::<TargetField>(), [], "nothing is wrong with it");
    let header: Header<TargetField> = find(&rows, &[], Some(&mapping)).unwrap();
    assert_eq!(header.rows, 1..2, "the row that was named");
    for (field, column) in [
        (TargetField::Name, 0),
        (TargetField::Number, 1),
        (TargetField::FormerName, 3),
    ] {
        assert_eq!(
            header.columns_of(field).collect::<Vec<_>>(),
            [column],
            "{field:?}"
        );
    }
    assert!(header.columns[2].ignored, "and what is not to be read is not");
    let kept = serde_json::to_string(&mapping).unwrap();
    assert_eq!(
        serde_json::from_str::<Mapping>(&kept).unwrap(),
        mapping,
        "it can be kept"
    );
}

#[test]
fn case_13_a_mapping_that_cannot_be_used_says_why() {
    let mapping: Mapping = serde_json::from_str(
        r#"{"header": 0, "columns": {"甲": "nothing_such", "乙": "name", "丙": "name", "丁": "tags", "戊": "tags"}}"#,
    )
    .unwrap();
    assert_eq!(
        mapping.faults::<TargetField>(),
        [
            MappingFault::HeaderZero,
            MappingFault::FieldTwice {
                field: "name".to_owned()
            },
            MappingFault::FieldUnknown {
                column: "甲".to_owned(),
                field: "nothing_such".to_owned()
            },
        ],
        "all at once; several columns of tags are good"
    );
    assert!(
        serde_json::from_str::<Mapping>(r#"{"colums": {}}"#).is_err(),
        "a mistyped key is not passed over"
    );
    let far = Mapping {
        header: Some(9),
        ..Mapping::default()
    };
    assert_eq!(
        find::<TargetField, _, _>(&sheet("企业名称|注册号"), &[], Some(&far)),
        None,
        "no such row"
    );
}

#[test]
fn case_13_second_certificates_alone_are_the_first_ones() {
    let header = found::<InspectorField>("姓名|工商执法证编号|工商执法证有效期");
    assert_eq!(
        header.columns_of(InspectorField::CertNo).collect::<Vec<_>>(),
        [1],
        "there is no other"
    );
    assert_eq!(
        header.columns_of(InspectorField::CertValidTo).collect::<Vec<_>>(),
        [2],
        "with its day"
    );
}

#[test]
fn headers_of_real_lists_are_read_whole() {
    for list in [
        "编号|抽查事项名称|抽查子项|抽查依据|抽查主体|抽查对象|抽查比例|抽查频次|抽查方式|检查人员要求|备注",
        "抽查类别|抽查事项|抽查内容|检查对象|事项类别(一般/重点)|检查方式|抽查比例及频次|检查时间|检查主体|参检单位",
        "抽查事项|检查对象|抽查内容|抽查依据|抽查方式|抽查比例和频次|备注",
        "抽查事项|抽查依据|抽查对象|抽查基数|抽查比例|抽查周期|随机抽查方式(按主体/场站/网格/项目随机)|抽查主体|实施日期",
        "检查主体|检查事项|检查方式|管理对象基数|检查比例|检查要求|备注",
        "事项|项目|内容|检查部门|法律依据",
    ] {
        let header = found::<ItemField>(list);
        let unread: Vec<&str> = header
            .columns
            .iter()
            .filter(|c| c.field.is_none())
            .map(|c| c.heading.as_str())
            .collect();
        assert_eq!(unread, [""; 0], "{list}: every column has its field");
    }
    for list in [
        "市场主体名称|统一社会信用代码（注册号）|法定代表人|注册地址|联络人|联系方式",
        "专项库名称|对应监管标签|统一社会信用代码/注册号|企业名称|许可证名称|许可证编号|有效期至|登记机关|管辖单位",
        "企业名称|法定代表人|联系电话|成立日期|主体类别|行业|住所地|登记状态",
    ] {
        let header = found::<TargetField>(list);
        assert_eq!(
            header.columns.iter().find(|c| c.field.is_none()),
            None,
            "{list}: every column"
        );
    }
    let header = found::<VisitField>(
        "序号|检查对象|统一社会信用代码|检查日期|检查事项/内容|检查人员(执法证号)|检查结果",
    );
    assert_eq!(header.fields().len(), 6, "a ledger of visits");
}

#[test]
fn columns_are_lettered_as_in_spreadsheets() {
    for (index, letters) in [
        (0, "A"),
        (25, "Z"),
        (26, "AA"),
        (51, "AZ"),
        (701, "ZZ"),
        (16_383, "XFD"),
    ] {
        assert_eq!(column_letters(index), letters, "column {index}");
    }
}

#[test]
fn a_sheet_that_claims_to_be_huge_is_looked_at_in_no_time() {
    let mut rows = vec![vec![String::new(); 16_384]; 40];
    rows[7][0] = "企业名称".to_owned();
    rows[7][1] = "注册号".to_owned();
    rows[8][0] = "长".repeat(100_000);
    let whole = area(0, 0, usize::MAX, usize::MAX);
    let merged: Vec<Area> = (0..10_000)
        .map(|n| area(n % 40, n % 700, usize::MAX, usize::MAX))
        .chain([whole])
        .collect();
    let header: Header<TargetField> = find(&rows, &[], None).unwrap();
    assert_eq!(header.rows, 7..8, "the header is where it is");
    assert!(
        find::<TargetField, _, _>(&rows, &merged, None).is_some(),
        "cells that cover each other do no harm"
    );
}
