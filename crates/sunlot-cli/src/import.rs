//! `sunlot import …`: rosters that are taken over.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use sunlot_app::import::{
    Fate, ImportAccept, ImportCompare, ImportCompared, ImportFault, ImportField, ImportLook, ImportNumber,
    ImportProblems, ImportReading, ImportRow, ImportRowsRequest, ImportSource, Registry,
};
use sunlot_app::{Desk, Error, Reason, Result};

use crate::args::targets::{ImportOptions, ImportVerb};
use crate::output::{Output, Status};
use crate::registry::{changes, wrong};

/// How many rows are asked for at once.
const PAGE: u32 = 500;

pub(crate) fn run(desk: &Desk, verb: ImportVerb, output: &Output) -> Result<Status> {
    match verb {
        ImportVerb::Look { file, registry } => {
            let look = desk.import_look(&source(&file, named(&registry)?)?)?;
            output.answer(&look, told_look);
            desk.import_forget(&ImportNumber { import: look.import })?;
        }
        ImportVerb::Fields { registry } => {
            output.answer(&desk.import_fields(named(&registry)?), |fields| {
                told_fields(fields)
            });
        }
        ImportVerb::Targets(options) => return take_over(desk, Registry::Targets, &options, output),
        ImportVerb::Visits(options) => return take_over(desk, Registry::Visits, &options, output),
        ImportVerb::Inspectors(options) => return take_over(desk, Registry::Inspectors, &options, output),
        ImportVerb::Items(options) => return take_over(desk, Registry::Items, &options, output),
    }
    Ok(Status::Done)
}

fn named(registry: &str) -> Result<Registry> {
    registry.parse().map_err(|_| wrong("--registry", registry))
}

fn take_over(desk: &Desk, registry: Registry, options: &ImportOptions, output: &Output) -> Result<Status> {
    let reading = reading(options)?;
    let look = desk.import_look(&source(&options.file, registry)?)?;
    for warning in &look.warnings {
        output.remark(&format!("{}{}\n", warning.message, warning.hint));
    }
    let import = look.import;
    let compared = desk.import_compare(&ImportCompare { import, reading })?;
    if let Some(path) = &options.problems {
        let path = Some(path.display().to_string());
        let written = desk.import_problems(&ImportProblems {
            import,
            path,
            overwrite: options.force,
        })?;
        output.remark(&format!("问题清单 {} 条：{}\n", written.rows, written.path));
    }
    let skipped = rows(desk, import, Fate::Skipped)?;
    let errors = rows(desk, import, Fate::Errors)?;
    let listed = match &options.rows {
        Some(fate) => rows(desk, import, fate.parse().map_err(|_| wrong("--rows", fate))?)?,
        None => Vec::new(),
    };
    let mut answer = answer(&compared, &skipped, &errors);
    if options.dry_run {
        answer["dryRun"] = json!(true);
        desk.import_forget(&ImportNumber { import })?;
    } else if compared.added + compared.updated > 0 {
        let reason = options.reason.clone();
        answer["event"] = json!(desk.import_accept(&ImportAccept { import, reason })?.seq);
    }
    if !listed.is_empty() {
        answer["rows"] = json!(listed);
    }
    output.answer(&answer, |answer| {
        told_sums(registry, &compared, answer) + &told_rows(&listed) + &told_words(&compared)
    });
    Ok(Status::Done)
}

/// The answer of contract 12: one entry per row that is left out or cannot be taken.
fn answer(compared: &ImportCompared, skipped: &[ImportRow], errors: &[ImportRow]) -> Value {
    let first = |row: &ImportRow| {
        row.remarks
            .first()
            .map(|remark| remark.message.clone())
            .unwrap_or_default()
    };
    let skipped: Vec<Value> = skipped
        .iter()
        .map(|row| json!({ "row": row.number, "reason": first(row), "code": row.remarks.first().map(|r| &r.code) }))
        .collect();
    let errors: Vec<Value> = errors
        .iter()
        .map(|row| {
            let problems: Vec<Value> = row
                .remarks
                .iter()
                .map(|remark| {
                    json!({ "column": remark.column, "code": remark.code, "message": remark.message, "hint": remark.hint })
                })
                .collect();
            json!({ "row": row.number, "problems": problems })
        })
        .collect();
    json!({
        "file": compared.file,
        "sheet": compared.sheet,
        "read": compared.read,
        "added": compared.added,
        "updated": compared.updated,
        "same": compared.same,
        "skipped": skipped,
        "errors": errors,
        "missing": compared.missing,
        "doubtful": compared.doubtful,
        "words": compared.words,
        "answered": compared.answered,
        "leftColumns": compared.left_columns,
    })
}

fn rows(desk: &Desk, import: u32, fate: Fate) -> Result<Vec<ImportRow>> {
    let mut rows = Vec::new();
    loop {
        let request = ImportRowsRequest {
            import,
            fate,
            doubtful: false,
            from: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            limit: PAGE,
        };
        let part = desk.import_rows(&request)?;
        if part.rows.is_empty() {
            return Ok(rows);
        }
        rows.extend(part.rows);
    }
}

fn source(file: &Path, registry: Registry) -> Result<ImportSource> {
    let pasted = if file == Path::new("-") {
        let text = std::io::read_to_string(std::io::stdin());
        Some(text.map_err(|error| unread(file, &error))?)
    } else {
        None
    };
    Ok(ImportSource {
        registry,
        path: file.display().to_string(),
        pasted,
    })
}

/// `--mapping`, as contract 21 has it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mapping {
    sheet: Option<String>,
    header: Option<u32>,
    #[serde(default)]
    columns: BTreeMap<String, String>,
}

fn reading(options: &ImportOptions) -> Result<ImportReading> {
    let mapping: Mapping = match &options.mapping {
        None => Mapping::default(),
        Some(file) => {
            let text = fs::read_to_string(file).map_err(|error| unread(file, &error))?;
            serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
                let file = file.display().to_string();
                Error::new(ImportFault::MappingUnreadable { file }, error.to_string())
            })?
        }
    };
    let mut words: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for typed in &options.words {
        let (field, rest) = typed.split_once(':').ok_or_else(|| wrong("--word", typed))?;
        let (word, value) = rest.split_once('=').ok_or_else(|| wrong("--word", typed))?;
        words
            .entry(field.to_owned())
            .or_default()
            .insert(word.to_owned(), value.to_owned());
    }
    Ok(ImportReading {
        sheet: options.sheet.clone().or(mapping.sheet),
        header: options.header.or(mapping.header),
        columns: mapping.columns,
        kind_confirmed: options.mapping.is_some(),
        hidden_rows: options
            .hidden_rows
            .parse()
            .map_err(|_| wrong("--hidden-rows", &options.hidden_rows))?,
        words,
        source: options.source.clone(),
        duplicates: options
            .duplicates
            .parse()
            .map_err(|_| wrong("--duplicates", &options.duplicates))?,
    })
}

fn unread(file: &Path, error: &std::io::Error) -> Error {
    let file = file.display().to_string();
    Error::new(Reason::FileUnread { file }, error.to_string())
}

fn told_sums(registry: Registry, compared: &ImportCompared, answer: &Value) -> String {
    let one = match registry {
        Registry::Targets => "户",
        Registry::Inspectors => "人",
        Registry::Visits => "次",
        Registry::Items => "项",
    };
    let done = if answer.get("event").is_some() {
        "已导入"
    } else {
        "比对结果（没有写入）"
    };
    let mut text = format!(
        "{done}：“{}”工作表“{}”共读 {} 行 ＝ 新增 {} ＋ 更新 {} ＋ 相同 {} ＋ 跳过 {} ＋ 错误 {}\n",
        compared.file,
        compared.sheet,
        compared.read,
        compared.added,
        compared.updated,
        compared.same,
        compared.skipped,
        compared.errors
    );
    if compared.doubtful > 0 {
        text += &format!("其中待核 {} 行：收下了，请逐{one}核实。\n", compared.doubtful);
    }
    if compared.missing > 0 {
        text += &format!(
            "名录里有、这份名单里没有的 {} {one}：没有动，也不会自动删除。\n",
            compared.missing
        );
    }
    if !compared.left_columns.is_empty() {
        text += "没有导入的列：\n";
        for column in &compared.left_columns {
            text += &format!("  {}\n", column.message);
        }
    }
    let told = |row: u64, message: &str| format!("  第 {row} 行：{message}\n");
    for (title, list, message) in [("跳过", "skipped", "reason"), ("错误", "errors", "problems")] {
        let rows = answer[list].as_array().cloned().unwrap_or_default();
        if rows.is_empty() {
            continue;
        }
        text += &format!("{title}：\n");
        for row in rows.iter().take(20) {
            let reason = match &row[message] {
                Value::Array(problems) => problems
                    .iter()
                    .filter_map(|problem| problem["message"].as_str())
                    .collect::<Vec<_>>()
                    .join(""),
                other => other.as_str().unwrap_or_default().to_owned(),
            };
            text += &told(row["row"].as_u64().unwrap_or(0), &reason);
        }
        if rows.len() > 20 {
            text += &format!("  …共 {} 行，全部见 --problems 写出的问题清单\n", rows.len());
        }
    }
    for obstacle in &compared.obstacles {
        text += &format!("{}{}\n", obstacle.message, obstacle.hint);
    }
    text
}

fn told_rows(rows: &[ImportRow]) -> String {
    let mut text = String::new();
    for row in rows {
        let number = if row.number == 0 {
            String::new()
        } else {
            format!("第 {} 行 ", row.number)
        };
        text += &format!("  {number}{} {} {}\n", row.target, row.code, row.name);
        text += &changes(&row.changes);
        for remark in &row.remarks {
            text += &format!("      {}{}\n", remark.message, remark.hint);
        }
    }
    text
}

fn told_words(compared: &ImportCompared) -> String {
    let mut text = String::new();
    for word in &compared.words {
        let choices: Vec<String> = word
            .choices
            .iter()
            .map(|choice| format!("{} {}", choice.value, choice.label))
            .collect();
        text += &format!(
            "{}“{}”（{} 行）不知道是什么意思，用 --word {}:{}=值 说明；值有：{}\n",
            word.label,
            word.word,
            word.count,
            word.field,
            word.word,
            choices.join("、")
        );
    }
    for word in &compared.answered {
        let meant = word.choices.iter().find(|choice| choice.value == word.meaning);
        text += &format!(
            "{}“{}”（{} 行）按说过的“{}”读；要改，用 --word {}:{}=值，值空着就不再这样读\n",
            word.label,
            word.word,
            word.count,
            meant.map_or(word.meaning.as_str(), |choice| choice.label.as_str()),
            word.field,
            word.word
        );
    }
    text
}

fn told_look(look: &ImportLook) -> String {
    let mut text = format!("{}：{}\n", look.file, look.format);
    for warning in &look.warnings {
        text += &format!("  {}{}\n", warning.message, warning.hint);
    }
    for (place, sheet) in look.sheets.iter().enumerate() {
        let chosen = if place == look.chosen {
            "（选这张）"
        } else {
            ""
        };
        let header = sheet.header.map_or("没有找到表头".to_owned(), |row| {
            format!("表头在第 {row} 行")
        });
        text += &format!("工作表“{}”{chosen}：{header}\n", sheet.name);
        for column in &sheet.columns {
            let field = column.field.as_deref().unwrap_or("不导入");
            text += &format!("  {} {} → {field}\n", column.letters, column.heading);
        }
    }
    text
}

fn told_fields(fields: &[ImportField]) -> String {
    fields
        .iter()
        .map(|field| {
            format!(
                "{}  {}{}\n",
                field.field,
                field.label,
                if field.required { "（必填）" } else { "" }
            )
        })
        .collect()
}
