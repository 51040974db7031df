//! Looking at a file: what it is, its sheets, where the headings are, and what the columns seem to be.

use sha2::{Digest, Sha256};
use sunlot_rules::roster::fields::{Field, FieldForm, Need};
use sunlot_rules::roster::header::{self, Mapping};
use sunlot_store::roster_import;

use super::fault::ImportFault;
use super::labels;
use super::register::{Register, for_registry};
use super::sheet::{self, Sheet};
use super::wire::{
    ImportCompare, ImportField, ImportLook, ImportNumber, ImportSource, ImportWarning, Registry, SheetLook,
};
use super::work::Held;
use crate::commands::Act;
use crate::messages::{Words, reader};
use crate::reader::{Ask, Book, Part, TableSource};
use crate::{Desk, Error, Reason, Result};

/// So many rows of each sheet are looked at.
const LOOKED_AT: u32 = 60;

impl Desk {
    /// Looks at a file.
    pub fn import_look(&self, request: &ImportSource) -> Result<ImportLook> {
        self.may(Act::ImportLook)?;
        let running = self.imports().begin(self, labels::LOOKING)?;
        let source = match &request.pasted {
            Some(text) => TableSource::Pasted(text.clone()),
            None => TableSource::File(request.path.trim().into()),
        };
        let (mut book, mut sheets) = (None, Vec::<Sheet>::new());
        let ask = Ask {
            sheet: None,
            rows: Some(LOOKED_AT),
        };
        let mut rows = 0;
        let mut notes = Vec::new();
        let reading = self.env().reader.read(
            &source,
            &ask,
            &mut |part| {
                match part {
                    Part::Book(found) => book = Some(found),
                    Part::Sheet(head) => sheets.push(Sheet::new(head)),
                    Part::Row { number, cells } => {
                        rows += 1;
                        running.at(labels::LOOKING, rows);
                        if let Some(sheet) = sheets.last_mut() {
                            sheet.take(number, cells);
                        }
                    }
                    Part::SheetEnd(end) => notes.extend(end.notes),
                }
                Ok(())
            },
            running.stop(),
        )?;
        drop(running);
        let mut warnings: Vec<ImportWarning> = reading
            .warnings
            .iter()
            .map(|warning| noticed(reader::of_warning(warning)))
            .collect();
        let book_notes = book.iter().flat_map(|book: &Book| book.notes.iter());
        warnings.extend(
            book_notes
                .chain(&notes)
                .map(|note| noticed(reader::of_note(note))),
        );
        let held = Held {
            number: self.imports().next_number(),
            registry: request.registry,
            file: file_name(&source),
            source,
            digest: [0; 32],
            book,
            sheets,
            compared: None,
        };
        let look = for_registry!(held.registry, R => self.looked::<R>(&held, warnings))?;
        self.imports().keep(held);
        Ok(look)
    }

    /// Looks at the same file once more, with what somebody said about its sheet and its headings.
    pub fn import_reread(&self, request: &ImportCompare) -> Result<ImportLook> {
        self.may(Act::ImportReread)?;
        self.imports().with(
            request.import,
            |held| for_registry!(held.registry, R => self.reread::<R>(held, request)),
        )
    }

    fn reread<R: Register>(&self, held: &Held, request: &ImportCompare) -> Result<ImportLook> {
        let told = Mapping {
            sheet: None,
            header: request.reading.header,
            columns: request.reading.columns.clone(),
            ..Mapping::default()
        };
        checked::<R>(&told)?;
        let mut look = self.looked::<R>(held, Vec::new())?;
        let wanted = |sheet: &Sheet| Some(&sheet.head.name) == request.reading.sheet.as_ref();
        let chosen = held.sheets.iter().position(wanted).unwrap_or(look.chosen);
        if let Some(sheet) = held.sheets.get(chosen) {
            let header = sheet.header::<R::Field>(Some(&told)).ok_or_else(|| {
                let sheet = sheet.head.name.clone();
                Error::new(ImportFault::HeaderMissing { sheet }, "")
            })?;
            look.sheets[chosen] = SheetLook {
                other: self.looks_like_another::<R>(sheet),
                ..sheet.look(Some(&header))
            };
            look.warnings = sheet.remarks().into_iter().map(warning).collect();
            look.warnings.extend(left_out::<R>(&header));
        }
        look.chosen = chosen;
        look.remembered = false;
        Ok(look)
    }

    /// Lets go of what was read.
    pub fn import_forget(&self, request: &ImportNumber) -> Result<()> {
        self.may(Act::ImportForget)?;
        self.imports().let_go(request.import);
        Ok(())
    }

    /// The fields that a column may be read as.
    pub fn import_fields(&self, registry: Registry) -> Vec<ImportField> {
        for_registry!(registry, R => fields::<R>())
    }

    fn looked<R: Register>(&self, held: &Held, mut warnings: Vec<ImportWarning>) -> Result<ImportLook> {
        let found: Vec<_> = held
            .sheets
            .iter()
            .map(|sheet| sheet.header::<R::Field>(None))
            .collect();
        let chosen = sheet::best::<R::Field>(&held.sheets);
        let mut remembered = false;
        let mut sheets = Vec::new();
        let mut personal = None;
        for (sheet, header) in held.sheets.iter().zip(found) {
            let mapping = match &header {
                Some(header) => self.remembered(held.registry, &headings(header))?,
                None => None,
            };
            remembered |= mapping.is_some() && sheets.len() == chosen;
            let header = mapping
                .and_then(|mapping| sheet.header(Some(&mapping)))
                .or(header);
            if sheets.len() == chosen {
                personal = header.as_ref().and_then(left_out::<R>);
            }
            sheets.push(SheetLook {
                other: self.looks_like_another::<R>(sheet),
                ..sheet.look(header.as_ref())
            });
        }
        if let Some(sheet) = held.sheets.get(chosen) {
            warnings.extend(sheet.remarks().into_iter().map(warning));
        }
        warnings.extend(personal);
        Ok(ImportLook {
            import: held.number,
            file: held.file.clone(),
            format: held.book.as_ref().map(told).unwrap_or_default(),
            warnings,
            sheets,
            chosen,
            fields: fields::<R>(),
            remembered,
        })
    }

    /// How the last roster with these headings was read. An office that does not exist yet remembers nothing.
    pub(super) fn remembered(&self, registry: Registry, headings: &str) -> Result<Option<Mapping>> {
        let name: &'static str = registry.into();
        let found = self.read(Act::ImportLook, |office| {
            Ok(roster_import::remembered(office, name, headings)?)
        });
        let text = match found {
            Err(error) if matches!(error.reason, Reason::OfficeMissing { .. }) => None,
            found => found?,
        };
        // One that a newer program wrote, or somebody damaged, is no reason not to import.
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
    }
}

/// The headings of a roster, by which the next one of the same source is known.
pub(super) fn headings<F: Field>(header: &header::Header<F>) -> String {
    let headings: Vec<&str> = header
        .columns
        .iter()
        .map(|column| column.heading.as_str())
        .collect();
    let digest = Sha256::digest(headings.join("\u{1f}").as_bytes());
    hex::encode(&digest[..16])
}

/// What a row may say. What the registry does not keep is not offered.
fn fields<R: Register>() -> Vec<ImportField> {
    let view = |field: &R::Field| ImportField {
        field: field.name().to_owned(),
        label: field.heading().to_owned(),
        required: field.need() == Need::Required,
        repeats: field.repeats(),
    };
    let kept = R::Field::all().iter().filter(|field| R::keeps(**field));
    kept.map(view).collect()
}

/// The columns that are recognised and left out: what is personal has no place in a registry.
fn left_out<R: Register>(header: &header::Header<R::Field>) -> Option<ImportWarning> {
    let personal = |field: R::Field| matches!(field.form(), FieldForm::IdNumber | FieldForm::Mobile);
    let gone: Vec<&header::Column<R::Field>> = header
        .columns
        .iter()
        .filter(|column| column.field.is_some_and(|field| !R::keeps(field)))
        .collect();
    let names: Vec<&str> = gone.iter().map(|column| column.heading.as_str()).collect();
    let any = gone.iter().any(|column| column.field.is_some_and(personal));
    (!names.is_empty()).then(|| warning(crate::messages::import::columns_left_out(&names, any)))
}

fn told(book: &Book) -> String {
    let written = labels::written(book.encoding.as_deref(), book.separator);
    format!("{}{written}", labels::format(book.format))
}

fn noticed(message: String) -> ImportWarning {
    ImportWarning {
        message,
        hint: String::new(),
    }
}

pub(super) fn warning(words: Words) -> ImportWarning {
    ImportWarning {
        message: words.message,
        hint: words.hint,
    }
}

fn file_name(source: &TableSource) -> String {
    match source {
        TableSource::Pasted(_) => labels::PASTED.to_owned(),
        TableSource::File(path) => {
            let name = path.file_name().unwrap_or(path.as_os_str());
            name.to_string_lossy().into_owned()
        }
    }
}

/// The mapping that a person gave, without what cannot be.
pub(super) fn checked<R: Register>(mapping: &Mapping) -> Result<()> {
    match mapping.faults::<R::Field>().first() {
        None => Ok(()),
        Some(fault) => {
            let problem = labels::mapping_fault(R::REGISTRY, fault);
            Err(Error::new(ImportFault::MappingWrong { problem }, ""))
        }
    }
}
