//! What is said while a roster is taken over, beside what is wrong with it.

use sunlot_rules::roster::header::MappingFault;
use sunlot_rules::roster::name::MissingSign;
use sunlot_rules::roster::row::RowKind;
use sunlot_rules::roster::words::{self, ExtraWords, TriggerFlag};

use super::wire::{DuplicateRule, Fate, Registry};
use crate::reader::Format;
use crate::target::FlagKind;

impl Registry {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Targets => "检查对象库",
            Self::Inspectors => "执法检查人员库",
            Self::Visits => "检查记录",
            Self::Items => "抽查事项清单",
        }
    }
}

impl Registry {
    /// In what its entries are counted, and what tells one from another, for sentences about a row.
    pub(crate) fn nouns(self) -> Nouns {
        match self {
            Self::Targets => Nouns {
                one: "户",
                name: "名称",
                code: "代码",
                number: "DX-",
                paper: "营业执照",
            },
            Self::Inspectors => Nouns {
                one: "人",
                name: "姓名",
                code: "执法证号",
                number: "RY-",
                paper: "执法证",
            },
            Self::Visits => Nouns {
                one: "次",
                name: "检查对象",
                code: "代码",
                number: "JC-",
                paper: "台账",
            },
            Self::Items => Nouns {
                one: "项",
                name: "事项名称",
                code: "事项编号",
                number: "SX-",
                paper: "原清单",
            },
        }
    }
}

/// The number of a visit.
pub(super) fn visit_number(id: i64) -> String {
    format!("JC-{id:06}")
}

/// Words that differ between the registries.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Nouns {
    /// In what its entries are counted.
    pub one: &'static str,
    /// What an entry is called by.
    pub name: &'static str,
    /// What tells one from another.
    pub code: &'static str,
    /// What the office's own numbers begin with.
    pub number: &'static str,
    /// Where name and code stand.
    pub paper: &'static str,
}

impl Fate {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Added => "新增",
            Self::Updated => "更新",
            Self::Same => "相同",
            Self::Skipped => "跳过",
            Self::Errors => "错误",
            Self::Missing => "缺失",
        }
    }
}

impl DuplicateRule {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Ask => "还没有决定",
            Self::First => "留第一行",
            Self::Last => "留最后一行",
            Self::Merge => "合并",
            Self::Neither => "都不要",
        }
    }
}

/// What sort of file it is.
pub(super) fn format(format: Format) -> &'static str {
    match format {
        Format::Xlsx => "Excel 工作簿（xlsx）",
        Format::Xlsb => "Excel 二进制工作簿（xlsb）",
        Format::Xls => "Excel 97-2003 工作簿（xls、et）",
        Format::Ods => "OpenDocument 表格（ods）",
        Format::SpreadsheetMl => "Excel 2003 XML 表格",
        Format::Html => "网页表格",
        Format::Docx => "Word 文档里的表格",
        Format::Delimited => "文本表格",
    }
}

/// How its text is written.
pub(super) fn written(encoding: Option<&str>, separator: Option<char>) -> String {
    let separator = separator.map(|separator| match separator {
        ',' => "逗号分隔".to_owned(),
        '\t' => "制表符分隔".to_owned(),
        ';' => "分号分隔".to_owned(),
        other => format!("以“{other}”分隔"),
    });
    let parts: Vec<String> = encoding.map(str::to_owned).into_iter().chain(separator).collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!("，{}", parts.join("，"))
    }
}

/// What the sheets of a text and of something pasted are called.
pub(super) const PASTED: &str = "粘贴的内容";

/// What a row above the headings, and the headings themselves, are taken for.
pub(super) const ABOVE: &str = "表头以上";
pub(super) const HEADING: &str = "表头";
pub(super) const DATA: &str = "数据";

/// What is being done.
pub(super) const LOOKING: &str = "正在读文件";
pub(super) const READING: &str = "正在读取并核对";
pub(super) const COMPARING: &str = "正在与名录比对";
pub(super) const STORING: &str = "正在写入名录";

/// Columns of the list of problems.
pub(super) fn problem_columns(registry: Registry) -> [(&'static str, f64); 7] {
    let nouns = registry.nouns();
    [
        ("行号", 8.0),
        ("结果", 8.0),
        (nouns.code, 22.0),
        (nouns.name, 36.0),
        ("列", 18.0),
        ("问题", 60.0),
        ("怎么办", 60.0),
    ]
}
/// What becomes of a column that is not taken over.
pub(super) const NOT_TAKEN: &str = "不导入";
pub(super) const PROBLEM_SHEET: &str = "问题清单";

/// What the list of problems is headed with.
pub(super) fn problems_of(file: &str) -> String {
    format!("“{file}”的问题清单")
}

/// By what rows belong together.
pub(super) fn together(registry: Registry, key: &str) -> String {
    format!("同一{}：{key}", registry.nouns().one)
}

/// On what a flag rests that came with a roster.
pub(super) fn by_roster(file: &str) -> String {
    format!("导入名单“{file}”所载")
}

/// What a row is taken for.
pub(super) fn row_kind(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Data => DATA,
        RowKind::Hint => "填写说明",
        RowKind::Example => "示例",
        RowKind::RepeatedHeader => "重复的表头",
        RowKind::Total => "合计、填表人",
        RowKind::Note => "说明文字",
        RowKind::Numbered => "只有序号",
        RowKind::Blank => "空行",
    }
}

/// What is wrong with columns and fields.
pub(super) fn mapping_fault(registry: Registry, fault: &MappingFault) -> String {
    match fault {
        MappingFault::FieldUnknown { column, field } => {
            format!("列“{column}”对应的“{field}”不是{}的字段。", registry.label())
        }
        MappingFault::HeaderZero => "表头的行号从 1 数起。".to_owned(),
        MappingFault::FieldTwice { field } => {
            let label = match registry {
                Registry::Targets => crate::target::column_label(field),
                Registry::Inspectors => crate::inspector::column_label(field),
                Registry::Visits => field,
                Registry::Items => crate::item::column_label(field),
            };
            format!("有两列都对应“{label}”，只能有一列。")
        }
    }
}

/// What gave a missing character away.
pub(super) fn sign(sign: &MissingSign) -> String {
    match sign {
        MissingSign::Mark(mark) => format!("“{mark}”"),
        MissingSign::PrivateUse(_) => "一个别的电脑上显示不出的自造字".to_owned(),
        MissingSign::Sound(sound) => format!("拼音“{sound}”"),
        MissingSign::Parts(parts) => format!("拆字“{parts}”"),
    }
}

/// What sort of target a name speaks of; empty where it does not say.
pub(super) fn kind_by_name(name: &str) -> &'static str {
    const SIGNS: [(&str, &str); 6] = [
        ("合作社", "farmer_cooperative"),
        ("公司", "enterprise"),
        ("厂", "enterprise"),
        ("协会", "social_organisation"),
        ("商会", "social_organisation"),
        ("学校", "institution"),
    ];
    SIGNS
        .iter()
        .find(|(sign, _)| name.contains(sign))
        .map_or("", |(_, kind)| kind)
}

/// The flag that a column of yes and no is about; none: its heading names no flag.
pub(super) fn flag_of_heading(heading: &str) -> Option<FlagKind> {
    let last = heading.rsplit('/').next().unwrap_or(heading);
    let last = last.trim_end_matches(['?', '？', '*']).trim();
    flag_of(last).or_else(|| flag_of(last.strip_prefix("是否")?))
}

/// The flag that a word of a roster means.
pub(super) fn flag_of(word: &str) -> Option<FlagKind> {
    words::read::<TriggerFlag>(word, &ExtraWords::default())
        .known()?
        .name()
        .parse()
        .ok()
}

/// Why a row of a table that is read whole holds no data.
pub(super) fn row_left_out(row: u32, kind: RowKind) -> String {
    let why = match kind {
        RowKind::Hint => "是填写说明",
        RowKind::Example => "是示例",
        RowKind::RepeatedHeader => "是重复的表头",
        RowKind::Total => "是合计或落款",
        _ => "是说明文字",
    };
    format!("第 {row} 行{why}，没有读入。")
}
