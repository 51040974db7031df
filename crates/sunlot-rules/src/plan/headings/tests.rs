//! Plans of other offices, with the headers that they really have (forms 3.11).

use super::*;
use crate::roster::fields::Field;
use crate::roster::header::{self, Header};
use crate::roster::ratio::Bounds;

/// The fields of a header's columns, in their order; `-` for one that nobody knows, `.` for one that is not kept.
fn told(heading: &str) -> String {
    let rows = [heading.split('|').collect::<Vec<_>>(), vec!["1"]];
    let header: Header<PlanField> = header::find(&rows, &[], None).unwrap_or_else(|| panic!("{heading}"));
    let of = |column: &header::Column<PlanField>| match column.field {
        Some(field) => field.name(),
        None if column.ignored => ".",
        None => "-",
    };
    header.columns.iter().map(of).collect::<Vec<_>>().join(" ")
}

#[test]
fn n_01_the_headers_of_real_plans_are_recognised() {
    for (heading, expected, whose) in [
        (
            "序号|抽查任务名称|抽查类型|抽查事项|检查对象|抽查比例|大约抽取的检查对象数量|实施时间|实施单位",
            ". task_name type items target_scope ratio number months authority",
            "Yangjiang 2025",
        ),
        (
            "抽查计划编号|任务名称|抽查类型|抽查对象|发起部门|参与部门|抽查比例（数量）|检查方式|起止时间|抽查事项",
            "plan_no task_name type target_scope lead_dept partner_depts ratio modes months items",
            "a county's joint plan of 2026",
        ),
        (
            "序号|检查主体|年度计划名称|检查内容|计划开展时间|股室|抽查比例|抽查频次|抽查数量",
            ". authority plan_name content months unit ratio frequency number",
            "Shanggao 2023",
        ),
        (
            "序号|抽查事项|抽查对象|事项类别|抽查比例及频次|预估抽查对象数|检查时间|实施主体",
            ". items target_scope item_class ratio_and_frequency number months authority",
            "Gangcheng's bureau of agriculture 2021",
        ),
        (
            "序号|抽查事项|抽查基数|抽查比例|抽查对象|抽查时间|开展方式",
            ". items base ratio target_scope months arrangement",
            "Anhui's construction department 2020",
        ),
        (
            "行政执法机关|检查对象|检查内容|检查依据|检查时间|检查方式",
            "authority target_scope content basis months modes",
            "Nanfen 2025",
        ),
        (
            "抽查计划部门|类型（本部门/跨部门）|年度|计划名称|抽查类型|活动期限|责任单位（牵头处室）|抽查范围及数量比例（地区）|发文文号|附件",
            "authority task_scope year plan_name type months unit scope_and_ratio document .",
            "Zhejiang",
        ),
        (
            "序号|任务名称|抽查事项|抽查对象|基数|比例|数量|频次|月份|承办科室|责任人|部门内/跨部门|牵头单位|配合单位|定向/不定向",
            ". task_name items target_scope base ratio number frequency months unit person task_scope lead_dept partner_depts draw_scope",
            "the fields of N-01 and N-12, in short",
        ),
    ] {
        assert_eq!(told(heading), expected, "{whose}");
    }
}

#[test]
fn a_table_that_is_no_plan_is_not_taken_for_one() {
    for heading in [
        "企业名称|统一社会信用代码|住所",
        "姓名|执法证号|有效期",
        "天气|气温",
        "序号",
    ] {
        let rows = [heading.split('|').collect::<Vec<_>>()];
        let header: Option<Header<PlanField>> = header::find(&rows, &[], None);
        assert_eq!(header, None, "{heading}: nothing in it says what is to be done");
    }
}

/// A row by its cells.
fn row(cells: &[(PlanField, &str)]) -> PlanRow {
    let cell = |field| {
        let found = cells.iter().find(|(of, _)| *of == field);
        found.map(|(_, text)| *text).unwrap_or_default()
    };
    PlanRow::read(cell, &ExtraWords::default())
}

#[test]
fn n_09_what_the_office_above_plans_is_taken_over_as_it_stands() {
    let row = row(&[
        (PlanField::TaskName, "2026年粮油仓储部门联合抽查"),
        (PlanField::Type, "部门联合（定向）"),
        (PlanField::TargetScope, "粮油仓储单位"),
        (PlanField::LeadDept, "粮食和物资储备局"),
        (PlanField::PartnerDepts, "应急管理局、市场监管局；消防大队"),
        (PlanField::Ratio, "5%（约20户）"),
        (PlanField::Modes, "实地核查、书面检查"),
        (PlanField::Months, "2026年5月至8月"),
        (PlanField::Items, "粮油仓储单位检查、安全生产检查"),
    ]);
    assert_eq!(row.unread, [], "all of it was understood");
    let line = row.line;
    assert_eq!(line.name, "2026年粮油仓储部门联合抽查", "its name");
    assert_eq!(
        (line.ratio, line.number),
        (Some(500), Some(20)),
        "ratio and number of one cell"
    );
    assert_eq!((row.year, line.months), (Some(2026), Months::new(5, 8)), "N-11");
    assert_eq!(
        (line.task_scope, line.draw_scope),
        (TaskScope::CrossDept, DrawScope::Targeted),
        "two types of one cell"
    );
    assert_eq!(line.lead_dept, "粮食和物资储备局", "N-12: who leads");
    assert_eq!(
        line.partner_depts,
        ["应急管理局", "市场监管局", "消防大队"],
        "N-12: who takes part"
    );
    assert_eq!(
        line.modes,
        [InspectionMode::Onsite, InspectionMode::Document],
        "how"
    );
    assert_eq!(
        row.item_names,
        ["粮油仓储单位检查", "安全生产检查"],
        "by their names"
    );
    assert_eq!(
        line.items, [""; 0],
        "which of this office's items they are, a person says (L-01)"
    );
}

#[test]
fn what_was_not_understood_keeps_its_words_and_its_field() {
    let row = row(&[
        (PlanField::Content, "强制检定工作计量器具"),
        (PlanField::Type, "日常巡查"),
        (PlanField::Ratio, "按上级部署"),
        (PlanField::Number, "若干"),
        (PlanField::Base, "100-200户"),
        (PlanField::Months, "适时"),
        (PlanField::PartnerDepts, "应急管理局等部门"),
        (PlanField::LeadDept, "市场监管局"),
        (PlanField::Modes, "实地检查、望闻问切"),
        (PlanField::ItemClass, "/"),
        (PlanField::Year, "今年"),
    ]);
    let unread: Vec<(PlanField, &str)> = row
        .unread
        .iter()
        .map(|(field, text)| (*field, text.as_str()))
        .collect();
    let mut expected = [
        (PlanField::Base, "100-200户"),
        (PlanField::Modes, "望闻问切"),
        (PlanField::Months, "适时"),
        (PlanField::Number, "若干"),
        (PlanField::PartnerDepts, "应急管理局等部门"),
        (PlanField::Ratio, "按上级部署"),
        (PlanField::Type, "日常巡查"),
        (PlanField::Year, "今年"),
    ];
    expected.sort_unstable();
    assert_eq!(
        unread, expected,
        "each of them is shown to whoever takes the plan over"
    );
    assert_eq!(
        row.line.name, "强制检定工作计量器具",
        "named by what is looked at"
    );
    assert_eq!(row.line.partner_depts, ["应急管理局"], "the one that is named");
    assert_eq!(row.line.item_class, None, "a stroke says nothing");
    assert_eq!(
        (row.line.ratio, row.line.months),
        (None, None),
        "nothing is guessed"
    );
}

#[test]
fn how_many_is_read_from_one_cell_as_share_number_or_both() {
    let exactly = |value| Some(Bounds::exactly(value));
    let at_least = |value| {
        let (min, max) = (Some(value), None);
        Some(Bounds { min, max })
    };
    for (text, ratio, number, whole) in [
        ("5%", exactly(500), None, true),
        ("5%（约20户）", exactly(500), exactly(20), true),
        ("5％(20家)", exactly(500), exactly(20), true),
        ("20户", None, exactly(20), true),
        ("18处", None, exactly(18), true),
        ("约20", None, None, false),
        ("5", None, None, false),
        ("0.05", None, None, false),
        ("不低于3%，每年1次", at_least(300), None, true),
        ("2‰", exactly(20), None, true),
        ("100%", exactly(10_000), None, true),
        ("全覆盖", exactly(10_000), None, true),
        ("5%、高风险另定", exactly(500), None, false),
        ("按上级部署", None, None, false),
        ("五成", None, None, false),
    ] {
        let (share, all) = share(text);
        assert_eq!((share.ratio, share.number, all), (ratio, number, whole), "{text}");
    }
}

#[test]
fn a_number_of_targets_is_a_number_and_nothing_else() {
    for (text, expected) in [
        ("20", Some(20)),
        ("约 20 户", Some(20)),
        ("大约20家左右", Some(20)),
        ("２０", Some(20)),
        ("8654处", Some(8_654)),
        ("若干", None),
        ("5%", None),
        ("20户5%", None),
        ("99999999999", None),
        ("", None),
    ] {
        assert_eq!(count(text).and_then(exact), expected, "{text:?}");
    }
    assert_eq!(
        count("不少于20户"),
        Some(Bounds {
            min: Some(20),
            max: None,
        }),
        "at least so many"
    );
}

#[test]
fn n_01_how_often_is_read_from_its_column_or_from_the_one_that_has_both() {
    for (text, min, max) in [("=1", Some(1), Some(1)), (">=1", Some(1), None)] {
        let reading = crate::item::read_frequency(text).times().unwrap().times;
        assert_eq!((reading.min, reading.max), (min, max), "{text}: Shanggao 2023");
    }
    let both = row(&[
        (PlanField::Items, "种子质量抽查"),
        (PlanField::RatioAndFrequency, "5%，每年1次"),
    ]);
    assert_eq!(both.line.frequency, "5%，每年1次", "its words");
    assert_eq!(
        both.share.times.map(|times| times.months),
        Some(Some(12)),
        "once a year"
    );
    assert_eq!(both.line.name, "种子质量抽查", "named by its item");
}

#[test]
fn n_12_departments_are_parted_and_who_leads_is_known() {
    let told = |text: &str| {
        let found = departments(text);
        let more = if found.more { "…" } else { "" };
        format!(
            "{}>{}{more}",
            found.lead.unwrap_or_default(),
            found.others.join("+")
        )
    };
    for (text, expected) in [
        ("应急管理局、市场监管局", ">应急管理局+市场监管局"),
        (
            "应急管理局，市场监管局;消防大队",
            ">应急管理局+市场监管局+消防大队",
        ),
        ("应急管理局\n市场监管局", ">应急管理局+市场监管局"),
        ("应急管理局、应急管理局", ">应急管理局"),
        ("住房和城乡建设局", ">住房和城乡建设局"),
        ("应急管理局等部门", ">应急管理局…"),
        ("区工商分局牵头,各监管部门配合", "区工商分局>各监管部门"),
        ("气象局（牵头）、应急管理局", "气象局>应急管理局"),
        ("", ">"),
    ] {
        assert_eq!(told(text), expected, "{text:?}");
    }
}

#[test]
fn words_about_the_type_are_each_for_what_they_are() {
    let told = |text: &str| {
        let types = types(text, &ExtraWords::default());
        let scope = types.task_scope.map(TaskScope::name).unwrap_or("-");
        let draw = types.draw_scope.map(DrawScope::name).unwrap_or("-");
        let kind = types.task_kind.map(TaskKind::name).unwrap_or("-");
        format!("{scope} {draw} {kind} {}", types.unread.join("+"))
    };
    for (text, expected) in [
        ("部门内", "intra_dept - - "),
        ("本部门", "intra_dept - - "),
        ("跨部门", "cross_dept - - "),
        ("部门联合", "cross_dept - - "),
        ("定向", "- targeted - "),
        ("不定向", "- untargeted - "),
        ("部门联合、不定向", "cross_dept untargeted - "),
        ("部门联合（定向）", "cross_dept targeted - "),
        ("跨部门定向抽查", "cross_dept targeted - "),
        ("部门联合不定向抽查", "cross_dept untargeted - "),
        ("双随机、一公开", "- - double_random "),
        ("专项检查", "- - special_campaign "),
        ("部门内、跨部门", "intra_dept - - 跨部门"),
        ("日常巡查", "- - - 日常巡查"),
        ("", "- - - "),
    ] {
        assert_eq!(told(text), expected, "{text:?}");
    }
}

#[test]
fn who_leads_alone_leads_nobody() {
    let alone = row(&[
        (PlanField::TaskName, "防雷检查"),
        (PlanField::LeadDept, "气象局"),
        (PlanField::From, "2026年3月1日"),
        (PlanField::To, "2026年6月30日"),
    ]);
    assert_eq!(alone.line.task_scope, TaskScope::IntraDept, "one department");
    assert_eq!(
        alone.line.lead_dept, "",
        "N-12: nobody takes part, so nobody leads"
    );
    assert_eq!(alone.authorities, ["气象局"], "but it inspects");
    assert_eq!(alone.line.months, Months::new(3, 6), "from two columns");
    let other_year = row(&[
        (PlanField::TaskName, "防雷检查"),
        (PlanField::Year, "2026年"),
        (PlanField::Months, "2025年3月-6月"),
    ]);
    assert_eq!(
        other_year.unread,
        [(PlanField::Months, "2025年3月-6月".to_owned())],
        "a month of last year is not this plan's"
    );
}
