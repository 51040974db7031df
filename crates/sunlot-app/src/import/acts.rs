//! Comparing a roster with the registry, deciding about rows that are about one entry, and showing what would become of
//! each row.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::atomic::Ordering;

use sunlot_rules::day::Day;
use sunlot_rules::roster::fields::{Field, FieldForm};
use sunlot_rules::roster::header::Mapping;
use sunlot_rules::roster::words::{ExtraWords, WordSet, word_key};
use sunlot_store::Connection;

use super::compare::{self, Judged};
use super::digest;
use super::draft::Weight;
use super::fault::ImportFault;
use super::judge::{self, Judge};
use super::judges::{self, Bench};
use super::register::{Known, Register, for_registry};
use super::sheet::{self, Sheet};
use super::shown::{gone, missing_rows, small, sums, told};
use super::wire::{
    ColumnLeft, DuplicateRule, Fate, HiddenRows, ImportCompare, ImportCompared, ImportDecide, ImportGroup,
    ImportGroups, ImportNumber, ImportReading, ImportRows, ImportRowsRequest, UnknownWord,
};
use super::work::{Compared, Held, Running, with_any};
use super::{columns, labels, look};
use crate::commands::Act;
use crate::reader::{Ask, Part, ReaderFault};
use crate::registry::check::day_of;
use crate::{Desk, Error, Reason, Result};

/// By field, by word, what it means.
type Words = BTreeMap<String, BTreeMap<String, String>>;

/// The most rows in one answer.
const MOST_ROWS: u32 = 500;

/// How often a running work looks up whether somebody wants it stopped.
const STEP: usize = 1_024;

impl Desk {
    /// Compares a roster with the registry. Nothing is written.
    pub fn import_compare(&self, request: &ImportCompare) -> Result<ImportCompared> {
        self.may(Act::ImportCompare)?;
        let running = self.imports().begin(self, labels::READING)?;
        let registry = self.imports().with(request.import, |held| Ok(held.registry))?;
        for_registry!(registry, R => self.compare_with::<R>(request, &running))
    }

    fn compare_with<R: Register>(
        &self,
        request: &ImportCompare,
        running: &Running<'_>,
    ) -> Result<ImportCompared> {
        let (read, digest) = self.imports().with(request.import, |held| {
            let digest = digest::aside(held.source.clone());
            let read = self.read_rows::<R>(held, &request.reading, running)?;
            Ok((read, digest.finish()?))
        })?;
        running.at(labels::COMPARING, read.rows.len());
        let known = self.known::<R>()?;
        let compared = read.against(&known, self.rules_day()?, HashMap::new());
        self.imports().with(request.import, |held| {
            let sums = sums(held, &compared);
            held.digest = digest;
            held.compared = Some(R::any(compared));
            Ok(sums)
        })
    }

    /// Decides which rows of a group count.
    pub fn import_decide(&self, request: &ImportDecide) -> Result<ImportCompared> {
        self.may(Act::ImportDecide)?;
        self.imports().with(request.import, |held| {
            let mut any = held.compared.take().ok_or_else(gone)?;
            let told = with_any!(&mut any, compared => self.decide(held, compared, request));
            held.compared = Some(any);
            told
        })
    }

    fn decide<R: Register>(
        &self,
        held: &Held,
        compared: &mut Compared<R>,
        request: &ImportDecide,
    ) -> Result<ImportCompared> {
        let known = self.known::<R>()?;
        for (number, group) in (0u32..).zip(&compared.groups) {
            let meant = match request.group {
                Some(wanted) => wanted == number,
                None => group.rule == DuplicateRule::Ask,
            };
            if meant {
                compared.rules.insert(group.key.clone(), request.rule);
            }
        }
        compared.decide(&known, self.rules_day()?);
        Ok(sums(held, compared))
    }

    /// Shows what would become of rows.
    pub fn import_rows(&self, request: &ImportRowsRequest) -> Result<ImportRows> {
        self.may(Act::ImportRows)?;
        self.imports().with_compared(
            request.import,
            |_, compared| with_any!(compared, compared => self.rows_of(compared, request)),
        )
    }

    fn rows_of<R: Register>(
        &self,
        compared: &Compared<R>,
        request: &ImportRowsRequest,
    ) -> Result<ImportRows> {
        let (from, limit) = (request.from as usize, request.limit.min(MOST_ROWS) as usize);
        if request.fate == Fate::Missing {
            let part: Vec<i64> = compared.missing.iter().skip(from).take(limit).copied().collect();
            let found = small(compared.missing.len());
            let rows = self.with_office(|office| missing_rows::<R>(office, &part))?;
            return Ok(ImportRows { rows, found });
        }
        let wanted = |row: &&Judged<R>| {
            row.fate == request.fate && (!request.doubtful || row.draft.weight() == Weight::Doubt)
        };
        let all: Vec<&Judged<R>> = compared.rows.iter().filter(wanted).collect();
        let part = all.iter().skip(from).take(limit);
        let rows = self.with_office(|office| part.map(|row| told(office, row)).collect::<Result<_>>())?;
        Ok(ImportRows {
            rows,
            found: small(all.len()),
        })
    }

    /// Shows the rows that are about one entry and do not say the same.
    pub fn import_groups(&self, request: &ImportNumber) -> Result<ImportGroups> {
        self.may(Act::ImportGroups)?;
        self.imports().with_compared(
            request.import,
            |_, compared| with_any!(compared, compared => self.groups_of(compared)),
        )
    }

    fn groups_of<R: Register>(&self, compared: &Compared<R>) -> Result<ImportGroups> {
        let mut groups = Vec::new();
        for (group, found) in (0u32..).zip(&compared.groups) {
            let rows = found.rows.iter().filter_map(|place| compared.rows.get(*place));
            let rule = found.rule;
            groups.push(ImportGroup {
                group,
                why: labels::together(R::REGISTRY, &found.key),
                rows: self.with_office(|office| rows.map(|row| told(office, row)).collect::<Result<_>>())?,
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
    }

    /// Today, as the rules know it.
    fn rules_day(&self) -> Result<Day> {
        day_of(self.today()).ok_or_else(|| Error::new(Reason::Internal, "the clock shows no day"))
    }

    /// The registry; that of an office that does not exist yet has nothing.
    fn known<R: Register>(&self) -> Result<R::Known> {
        match self.read(Act::ImportCompare, |office| R::Known::read(office, self.today())) {
            Err(error) if matches!(error.reason, Reason::OfficeMissing { .. }) => Ok(R::Known::default()),
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

    pub(super) fn read_rows<R: Register>(
        &self,
        held: &Held,
        reading: &ImportReading,
        running: &Running<'_>,
    ) -> Result<Read<R>> {
        let sheet = chosen::<R>(held, reading)?;
        if !reading.kind_confirmed {
            self.fits::<R>(sheet)?;
        }
        let mapping = self.mapping::<R>(held, sheet, reading)?;
        let name = sheet.head.name.clone();
        let header = sheet
            .header::<R::Field>(mapping.as_ref())
            .ok_or_else(|| Error::new(ImportFault::HeaderMissing { sheet: name.clone() }, ""))?;
        if !R::NAMED_BY_CODE && !header.fields().contains(&R::NAME) {
            let field = R::NAME.heading().to_owned();
            return Err(Error::new(ImportFault::ColumnsUnknown { field }, ""));
        }
        let headings = look::headings(&header);
        let words = self.words_of::<R>(&headings, reading)?;
        let judge = || {
            let (filler, words) = (sheet.filler(&header), extra_words::<R>(&words));
            let judge = Judge::<R>::new(&header, filler, words, self.today(), reading.source.trim());
            judge.ok_or_else(|| Error::new(Reason::Internal, "the clock shows no day"))
        };
        // What is filled in from above needs the rows one after the other.
        let alone = sheet.filler(&header).is_some();
        let count = if alone { 1 } else { judges::count() };
        let employed = (0..count).map(|_| judge()).collect::<Result<_>>()?;
        let below = header.rows.end;
        let (rows, judges) = judges::judge(employed, |bench| {
            self.hand_out(held, sheet, below, reading.hidden_rows, bench, running)
        })?;
        let hidden = sheet.hidden();
        let hidden = rows.iter().filter(|row| hidden.contains(&row.draft.row)).count();
        let mapping = Mapping {
            words,
            ..columns::mapping_of(&header)
        };
        let (words, answered) = judge::told_words(&judges);
        Ok(Read {
            reading: reading.clone(),
            sheet: name,
            headings,
            mapping: serde_json::to_string(&mapping).unwrap_or_default(),
            words,
            answered,
            left: columns::left::<R>(&header),
            rows,
            hidden: small(hidden),
        })
    }

    /// What words mean: as it was said the last time that a roster of this source came, and as it is said now. Who says that a
    /// word means nothing takes back what was said.
    fn words_of<R: Register>(&self, headings: &str, reading: &ImportReading) -> Result<Words> {
        let mut words = match self.remembered(R::REGISTRY, headings)? {
            Some(mapping) => mapping.words,
            None => Words::new(),
        };
        for (field, told) in &reading.words {
            let of_field = words.entry(field.clone()).or_default();
            for (word, value) in told {
                of_field.retain(|known, _| word_key(known) != word_key(word));
                if !value.is_empty() {
                    of_field.insert(word.clone(), value.clone());
                }
            }
        }
        words.retain(|_, of_field| !of_field.is_empty());
        Ok(words)
    }

    /// Hands the rows below the header out to the judges.
    fn hand_out(
        &self,
        held: &Held,
        sheet: &Sheet,
        below: usize,
        hidden_rows: HiddenRows,
        bench: &mut Bench,
        running: &Running<'_>,
    ) -> Result<()> {
        let hidden = match hidden_rows {
            HiddenRows::Skip => sheet.hidden(),
            _ => HashSet::new(),
        };
        let ask = Ask {
            sheet: Some(sheet.head.index),
            rows: None,
        };
        self.env().reader.read(
            &held.source,
            &ask,
            &mut |part| {
                if let Part::Row { number, cells } = part
                    && number as usize > below
                {
                    bench.row(number, cells, hidden.contains(&number))?;
                    if bench.rows.is_multiple_of(STEP) {
                        running.at(labels::READING, bench.rows);
                        if running.stop().load(Ordering::Relaxed) {
                            return Err(Error::new(ReaderFault::ReadingStopped, ""));
                        }
                    }
                }
                Ok(())
            },
            running.stop(),
        )?;
        Ok(())
    }

    /// What the person said about the columns; else what was said the last time.
    fn mapping<R: Register>(
        &self,
        held: &Held,
        sheet: &Sheet,
        reading: &ImportReading,
    ) -> Result<Option<Mapping>> {
        if reading.columns.is_empty() && reading.header.is_none() {
            return match sheet.header::<R::Field>(None) {
                Some(header) => self.remembered(held.registry, &look::headings(&header)),
                None => Ok(None),
            };
        }
        let mapping = Mapping {
            sheet: None,
            header: reading.header,
            columns: reading.columns.clone(),
            words: Words::new(),
        };
        look::checked::<R>(&mapping)?;
        Ok(Some(mapping))
    }
}

/// A roster whose rows were read.
pub(super) struct Read<R: Register> {
    reading: ImportReading,
    sheet: String,
    headings: String,
    mapping: String,
    words: Vec<UnknownWord>,
    answered: Vec<UnknownWord>,
    left: Vec<ColumnLeft>,
    pub rows: Vec<Judged<R>>,
    pub hidden: u32,
}

impl<R: Register> Read<R> {
    pub fn against(self, known: &R::Known, today: Day, rules: HashMap<String, DuplicateRule>) -> Compared<R> {
        let mut compared = Compared {
            reading: self.reading,
            sheet: self.sheet,
            headings: self.headings,
            mapping: self.mapping,
            seq: known.seq(),
            rows: self.rows,
            hidden: self.hidden,
            groups: Vec::new(),
            rules,
            missing: Vec::new(),
            words: self.words,
            answered: self.answered,
            left: self.left,
        };
        compared.decide(known, today);
        compared
    }
}

impl<R: Register> Compared<R> {
    /// Judges all rows by what was decided.
    fn decide(&mut self, known: &R::Known, today: Day) {
        self.groups = compare::compare(&mut self.rows, known, today, self.reading.duplicates, &self.rules);
        self.seq = known.seq();
        self.missing = missing::<R>(known, &self.rows, self.reading.source.trim());
    }
}

/// Entries of the registry that the roster does not have: of the same source, where it has a name.
fn missing<R: Register>(known: &R::Known, rows: &[Judged<R>], source: &str) -> Vec<i64> {
    let there: HashSet<i64> = rows.iter().filter_map(|row| row.entry).collect();
    let mut missing: Vec<i64> = known
        .all()
        .filter(|(_, values)| values.get(R::PLACES.membership) == "in")
        .filter(|(_, values)| source.is_empty() || values.get(R::PLACES.source) == source)
        .map(|(id, _)| id)
        .filter(|id| !there.contains(id))
        .collect();
    missing.sort_unstable();
    missing
}

fn chosen<'h, R: Register>(held: &'h Held, reading: &ImportReading) -> Result<&'h Sheet> {
    let found = match &reading.sheet {
        Some(name) => held.sheets.iter().find(|sheet| sheet.head.name == *name),
        None => held.sheets.get(sheet::best::<R::Field>(&held.sheets)),
    };
    found.ok_or_else(|| {
        let asked = reading.sheet.clone().unwrap_or_default();
        Error::new(ImportFault::SheetUnknown { asked }, "")
    })
}

/// What words mean that only this office knows.
fn extra_words<R: Register>(told: &Words) -> ExtraWords {
    let mut extra = ExtraWords::default();
    for (field, words) in told {
        let set: Option<WordSet> = match field.parse().map(|field: R::Field| field.form()) {
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
