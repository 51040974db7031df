//! Comparing a roster with the registry, deciding about rows that are about one target, and showing what would become of
//! each row.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::Ordering;

use sunlot_rules::roster::fields::FieldForm;
use sunlot_rules::roster::fields::{Field, TargetField};
use sunlot_rules::roster::header::Mapping;
use sunlot_rules::roster::words::{ExtraWords, WordSet};
use sunlot_store::target::{self, Column};
use sunlot_store::{Connection, Values};

use super::compare::{self, Judged};
use super::draft::{Draft, Weight};
use super::fault::ImportFault;
use super::judge::{self, Judge};
use super::known::{Known, code_of};
use super::sheet::Sheet;
use super::wire::{
    DuplicateRule, Fate, ImportCompare, ImportCompared, ImportDecide, ImportGroup, ImportGroups,
    ImportNumber, ImportReading, ImportRemark, ImportRow, ImportRows, ImportRowsRequest,
};
use super::work::{Compared, Held, Running};
use super::{labels, look};
use crate::commands::Act;
use crate::messages::import as messages;
use crate::reader::{Ask, Part, ReaderFault};
use crate::target::{differences, target_number};
use crate::{Desk, Error, Reason, Result};

/// The most rows in one answer.
const MOST_ROWS: u32 = 500;

/// How often a running work looks up whether somebody wants it stopped.
const STEP: usize = 1_024;

impl Desk {
    /// Compares a roster with the registry. Nothing is written.
    pub fn import_compare(&self, request: &ImportCompare) -> Result<ImportCompared> {
        self.may(Act::ImportCompare)?;
        let running = self.imports().begin(self, labels::READING)?;
        let read = self.imports().with(request.import, |held| {
            self.read_rows(held, &request.reading, &running)
        })?;
        running.at(labels::COMPARING, read.rows.len());
        let known = self.known()?;
        let compared = read.against(&known, HashMap::new());
        self.imports().with(request.import, |held| {
            held.compared = Some(compared);
            held.compared
                .as_ref()
                .map(|compared| sums(held, compared))
                .ok_or_else(gone)
        })
    }

    /// Decides which rows of a group count.
    pub fn import_decide(&self, request: &ImportDecide) -> Result<ImportCompared> {
        self.may(Act::ImportDecide)?;
        let known = self.known()?;
        self.imports().with(request.import, |held| {
            let mut compared = held.compared.take().ok_or_else(gone)?;
            for (number, group) in (0u32..).zip(&compared.groups) {
                let meant = match request.group {
                    Some(wanted) => wanted == number,
                    None => group.rule == DuplicateRule::Ask,
                };
                if meant {
                    compared.rules.insert(group.key.clone(), request.rule);
                }
            }
            compared.decide(&known);
            let told = sums(held, &compared);
            held.compared = Some(compared);
            Ok(told)
        })
    }

    /// Shows what would become of rows.
    pub fn import_rows(&self, request: &ImportRowsRequest) -> Result<ImportRows> {
        self.may(Act::ImportRows)?;
        self.imports().with_compared(request.import, |_, compared| {
            let (from, limit) = (request.from as usize, request.limit.min(MOST_ROWS) as usize);
            if request.fate == Fate::Missing {
                let part: Vec<i64> = compared.missing.iter().skip(from).take(limit).copied().collect();
                let found = small(compared.missing.len());
                let rows = self.with_office(|office| missing_rows(office, &part))?;
                return Ok(ImportRows { rows, found });
            }
            let wanted = |row: &&Judged| {
                row.fate == request.fate && (!request.doubtful || row.draft.weight() == Weight::Doubt)
            };
            let all: Vec<&Judged> = compared.rows.iter().filter(wanted).collect();
            let part = all.iter().skip(from).take(limit);
            let rows = self.with_office(|office| part.map(|row| told(office, row)).collect::<Result<_>>())?;
            Ok(ImportRows {
                rows,
                found: small(all.len()),
            })
        })
    }

    /// Shows the rows that are about one target and do not say the same.
    pub fn import_groups(&self, request: &ImportNumber) -> Result<ImportGroups> {
        self.may(Act::ImportGroups)?;
        self.imports().with_compared(request.import, |_, compared| {
            let mut groups = Vec::new();
            for (group, found) in (0u32..).zip(&compared.groups) {
                let rows = found.rows.iter().filter_map(|place| compared.rows.get(*place));
                let rule = found.rule;
                groups.push(ImportGroup {
                    group,
                    why: labels::together(&found.key),
                    rows: self
                        .with_office(|office| rows.map(|row| told(office, row)).collect::<Result<_>>())?,
                    decided: (rule != DuplicateRule::Ask).then_some(rule),
                    told: if rule == DuplicateRule::Ask {
                        String::new()
                    } else {
                        rule.label().to_owned()
                    },
                });
            }
            groups.sort_by_key(|group| group.decided.is_some());
            Ok(ImportGroups { groups })
        })
    }

    /// The registry; that of an office that does not exist yet has nothing.
    pub(super) fn known(&self) -> Result<Known> {
        match self.read(Act::ImportCompare, Known::read) {
            Err(error) if matches!(error.reason, Reason::OfficeMissing { .. }) => Ok(Known::default()),
            known => known,
        }
    }

    /// Reads; where there is no office yet, as if it were empty.
    fn with_office<T>(&self, work: impl FnOnce(Option<&Connection>) -> Result<T>) -> Result<T> {
        let mut work = Some(work);
        let mut run = |office: Option<&Connection>| work.take().map(|work| work(office));
        match self.read(Act::ImportRows, |office| Ok(run(Some(office)))) {
            Err(error) if matches!(error.reason, Reason::OfficeMissing { .. }) => {
                run(None).unwrap_or_else(|| Err(gone()))
            }
            Err(error) => Err(error),
            Ok(answer) => answer.unwrap_or_else(|| Err(gone())),
        }
    }

    fn read_rows(&self, held: &Held, reading: &ImportReading, running: &Running<'_>) -> Result<Read> {
        let sheet = chosen(held, reading)?;
        let mapping = self.mapping(held, sheet, reading)?;
        let name = sheet.head.name.clone();
        let header = sheet
            .header(mapping.as_ref())
            .ok_or_else(|| Error::new(ImportFault::HeaderMissing { sheet: name.clone() }, ""))?;
        if !header.fields().contains(&TargetField::Name) {
            let field = TargetField::Name.heading().to_owned();
            return Err(Error::new(ImportFault::ColumnsUnknown { field }, ""));
        }
        let mut judge = Judge::new(
            &header,
            sheet.filler(&header),
            extra_words(reading),
            self.today(),
            reading.source.trim(),
        )
        .ok_or_else(|| Error::new(Reason::Internal, "the clock shows no day"))?;
        let mut rows: Vec<Judged> = Vec::new();
        let ask = Ask {
            sheet: Some(sheet.head.index),
            rows: None,
        };
        let last_of_header = header.rows.end;
        self.env().reader.read(
            &held.source,
            &ask,
            &mut |part| {
                if let Part::Row { number, cells } = part
                    && number as usize > last_of_header
                {
                    rows.extend(judge.read(number, cells).map(Judged::new));
                    if rows.len().is_multiple_of(STEP) {
                        running.at(labels::READING, rows.len());
                        if running.stop().load(Ordering::Relaxed) {
                            return Err(Error::new(ReaderFault::ReadingStopped, ""));
                        }
                    }
                }
                Ok(())
            },
            running.stop(),
        )?;
        let columns = header.columns.iter().map(|column| {
            let field = column.field.map_or("-", |field| field.name());
            (column.heading.clone(), field.to_owned())
        });
        let mapping = Mapping {
            sheet: None,
            header: None,
            columns: columns.collect(),
        };
        Ok(Read {
            reading: reading.clone(),
            sheet: name,
            headings: look::headings(&header),
            mapping: serde_json::to_string(&mapping).unwrap_or_default(),
            words: judge::told_words(&judge),
            rows,
        })
    }

    /// What the person said about the columns; else what was said the last time.
    fn mapping(&self, held: &Held, sheet: &Sheet, reading: &ImportReading) -> Result<Option<Mapping>> {
        if reading.columns.is_empty() && reading.header.is_none() {
            return match sheet.header(None) {
                Some(header) => self.remembered(held.registry, &look::headings(&header)),
                None => Ok(None),
            };
        }
        let mapping = Mapping {
            sheet: None,
            header: reading.header,
            columns: reading.columns.clone(),
        };
        look::checked(&mapping)?;
        Ok(Some(mapping))
    }
}

/// A roster whose rows were read.
struct Read {
    reading: ImportReading,
    sheet: String,
    headings: String,
    mapping: String,
    words: Vec<super::wire::UnknownWord>,
    rows: Vec<Judged>,
}

impl Read {
    fn against(self, known: &Known, rules: HashMap<String, DuplicateRule>) -> Compared {
        let mut compared = Compared {
            reading: self.reading,
            sheet: self.sheet,
            headings: self.headings,
            mapping: self.mapping,
            seq: known.seq,
            rows: self.rows,
            groups: Vec::new(),
            rules,
            missing: Vec::new(),
            words: self.words,
        };
        compared.decide(known);
        compared
    }
}

impl Compared {
    /// Judges all rows by what was decided.
    fn decide(&mut self, known: &Known) {
        self.groups = compare::compare(&mut self.rows, known, self.reading.duplicates, &self.rules);
        self.seq = known.seq;
        self.missing = missing(known, &self.rows, self.reading.source.trim());
    }
}

/// Targets of the registry that the roster does not have: of the same source, where it has a name.
fn missing(known: &Known, rows: &[Judged], source: &str) -> Vec<i64> {
    let there: HashSet<i64> = rows.iter().filter_map(|row| row.target).collect();
    let mut missing: Vec<i64> = known
        .all()
        .filter(|stored| stored.get(Column::Membership) == "in")
        .filter(|stored| source.is_empty() || stored.get(Column::Source) == source)
        .map(|stored| stored.id)
        .filter(|id| !there.contains(id))
        .collect();
    missing.sort_unstable();
    missing
}

fn chosen<'h>(held: &'h Held, reading: &ImportReading) -> Result<&'h Sheet> {
    let found = match &reading.sheet {
        Some(name) => held.sheets.iter().find(|sheet| sheet.head.name == *name),
        None => {
            let headers: Vec<_> = held.sheets.iter().map(|sheet| sheet.header(None)).collect();
            let best = sunlot_rules::roster::header::best_sheet(&headers).unwrap_or(0);
            held.sheets.get(best)
        }
    };
    found.ok_or_else(|| {
        let asked = reading.sheet.clone().unwrap_or_default();
        Error::new(ImportFault::SheetUnknown { asked }, "")
    })
}

/// What words mean that only this office knows.
fn extra_words(reading: &ImportReading) -> ExtraWords {
    let mut extra = ExtraWords::default();
    for (field, words) in &reading.words {
        let set: Option<WordSet> = match field.parse().map(|field: TargetField| field.form()) {
            Ok(FieldForm::Word(set)) => Some(set),
            _ => None,
        };
        for (word, value) in words {
            if let Some(set) = set {
                extra.add(set, word, value);
            }
        }
    }
    extra
}

/// What would become of all rows, as numbers. The five add up to `read`.
pub(super) fn sums(held: &Held, compared: &Compared) -> ImportCompared {
    let of = |fate: Fate| small(compared.rows.iter().filter(|row| row.fate == fate).count());
    let undecided = compared
        .groups
        .iter()
        .filter(|group| group.rule == DuplicateRule::Ask)
        .count();
    let doubtful = compared
        .rows
        .iter()
        .filter(|row| row.draft.weight() == Weight::Doubt)
        .count();
    let mut obstacles = Vec::new();
    if undecided > 0 {
        let groups = small(undecided);
        obstacles.push(look::warning(crate::messages::of_reason(
            &ImportFault::ImportUndecided { groups }.into(),
        )));
    }
    ImportCompared {
        import: held.number,
        file: held.file.clone(),
        sheet: compared.sheet.clone(),
        read: small(compared.rows.len()),
        added: of(Fate::Added),
        updated: of(Fate::Updated),
        same: of(Fate::Same),
        skipped: of(Fate::Skipped),
        errors: of(Fate::Errors),
        missing: small(compared.missing.len()),
        doubtful: small(doubtful),
        undecided: small(undecided),
        words: compared.words.clone(),
        obstacles,
    }
}

/// What would become of one row, for people.
pub(super) fn told(office: Option<&Connection>, row: &Judged) -> Result<ImportRow> {
    let values = &row.draft.values;
    let before = match (row.target, office) {
        (Some(id), Some(office)) => target::by_id(office, id)?.map(|stored| stored.values),
        _ => None,
    };
    let changes = match row.fate {
        Fate::Added => differences(&Values::default(), &row.after()),
        Fate::Updated => before
            .map(|before| differences(&before, &row.after()))
            .unwrap_or_default(),
        // What stands in a row that is not taken, so that somebody can see which it is.
        _ => differences(&Values::default(), values),
    };
    Ok(ImportRow {
        number: row.draft.row,
        code: code_of(values).to_owned(),
        name: values.get(Column::Name.place()).to_owned(),
        target: row.target.map(target_number).unwrap_or_default(),
        changes,
        remarks: remarks(&row.draft),
        group: row.group,
    })
}

/// What is to be said of a row, the gravest first.
pub(super) fn remarks(draft: &Draft) -> Vec<ImportRemark> {
    let mut remarks: Vec<_> = draft.remarks.iter().collect();
    remarks.sort_by_key(|remark| std::cmp::Reverse(remark.weight()));
    let view = |remark: &super::draft::Remark| {
        let column = remark.field.map_or("", |field| field.heading());
        let words = messages::of_what(column, &remark.what);
        ImportRemark {
            column: column.to_owned(),
            code: remark.what.code().to_owned(),
            message: words.message,
            hint: words.hint,
        }
    };
    remarks.into_iter().map(view).collect()
}

fn missing_rows(office: Option<&Connection>, ids: &[i64]) -> Result<Vec<ImportRow>> {
    let Some(office) = office else {
        return Ok(Vec::new());
    };
    let view = |stored: target::StoredTarget| ImportRow {
        number: 0,
        code: code_of(&stored.values).to_owned(),
        name: stored.get(Column::Name).to_owned(),
        target: target_number(stored.id),
        changes: Vec::new(),
        remarks: Vec::new(),
        group: None,
    };
    Ok(target::by_ids(office, ids)?.into_iter().map(view).collect())
}

fn gone() -> Error {
    Error::new(ImportFault::ImportGone, "")
}

pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
