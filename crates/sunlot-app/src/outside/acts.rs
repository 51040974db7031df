//! Draws of other systems: looked at, registered with their file, withdrawn with a reason, and their file saved again. Nothing is
//! deleted.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;

use sunlot_store::outside_draw::{self, OutsideDrawRow, Stored};
use sunlot_store::outside_row::{self, OutsideRow};
use sunlot_store::{Change, Connection, attachment};

use super::document::{KeptFile, OutsideDocument};
use super::fault::{OutsideFault, fault, invalid};
use super::labels;
use super::matching::Fate;
use super::prepare::{Prepared, shown};
use super::read::Sheet;
use super::wire::{
    OutsideDrawFile, OutsideDrawOpen, OutsideDrawView, OutsideDrawWithdraw, OutsideLooked, OutsideTake,
};
use crate::commands::Act;
use crate::event::outside::{OutsideTaken, OutsideWithdrawn};
use crate::file::{self, Named};
use crate::registry::check::reason;
use crate::rules::{AttachmentSaved, attachment_refused};
use crate::task::task_number;
use crate::{Desk, Kind, Result};

/// So many rows are shown beside those that somebody must look at.
const SHOWN: usize = 200;

impl Desk {
    /// Reads a file and says what would be registered, and what stands in the way. Nothing is kept.
    pub fn outside_draw_look(&self, request: &OutsideTake) -> Result<OutsideLooked> {
        self.may(Act::OutsideDrawLook)?;
        let sheet = self.outside_sheet(request)?;
        self.read(Act::OutsideDrawLook, |office| {
            let prepared = self.outside_prepared(office, request, sheet.as_ref())?;
            looked(office, prepared, sheet)
        })
    }

    /// Registers one.
    pub fn outside_draw_take(&self, request: &OutsideTake) -> Result<OutsideDrawView> {
        self.may(Act::OutsideDrawTake)?;
        let sheet = self.outside_sheet(request)?;
        // Whether all else is right is known before any bytes are kept; they are kept before the row that names them.
        self.read(Act::OutsideDrawTake, |office| {
            self.outside_ready(office, request, sheet.as_ref()).map(drop)
        })?;
        let size = match &sheet {
            Some(sheet) => Some(self.outside_kept(request, sheet)?),
            None => None,
        };
        let (id, _) = self.change(Act::OutsideDrawTake, |change| {
            let prepared = self.outside_ready(change.tx(), request, sheet.as_ref())?;
            let (id, taken) = write(change, prepared, sheet.as_ref().zip(size))?;
            Ok((id, Some(Kind::OutsideTaken(taken))))
        })?;
        self.outside_draw_open(&OutsideDrawOpen { id, from: 0 })
    }

    /// Says that one counts no more.
    pub fn outside_draw_withdraw(&self, request: &OutsideDrawWithdraw) -> Result<OutsideDrawView> {
        self.change(Act::OutsideDrawWithdraw, |change| {
            let stored = require(change.tx(), request.id)?;
            let number = labels::number(stored.id);
            if stored.row.withdrawn {
                return Err(fault(OutsideFault::OutsideGone { number }));
            }
            let reason = reason(&request.reason).map_err(invalid)?;
            let mut document = OutsideDocument::read(&stored.row)?;
            document.withdrawn_for = reason.clone();
            let row = OutsideDrawRow {
                withdrawn: true,
                document: document.kept()?,
                ..stored.row
            };
            outside_draw::follow(change, stored.id, stored.version + 1, &row)?;
            let kind = Kind::OutsideWithdrawn(OutsideWithdrawn {
                draw: number,
                system: document.system,
                reason,
            });
            Ok(((), Some(kind)))
        })?;
        let id = request.id;
        self.outside_draw_open(&OutsideDrawOpen { id, from: 0 })
    }

    /// Copies the file of one out, as it was read.
    pub fn outside_draw_file(&self, request: &OutsideDrawFile) -> Result<AttachmentSaved> {
        self.read(Act::OutsideDrawFile, |office| {
            let stored = require(office, request.id)?;
            let document = OutsideDocument::read(&stored.row)?;
            let number = labels::number(stored.id);
            let (Some(digest), Some(kept)) = (stored.row.file, document.file) else {
                return Err(fault(OutsideFault::OutsideTyped { number }));
            };
            let digest = hex::encode(digest);
            let bytes = attachment::bytes(self.folder(), &digest)
                .map_err(|why| attachment_refused(why, &kept.name))?;
            let name = Path::new(&kept.name);
            let part = |part: Option<&OsStr>| part.and_then(OsStr::to_str).map(str::to_owned);
            let stem = part(name.file_stem()).unwrap_or(number);
            let ending = part(name.extension()).unwrap_or_else(|| labels::SOME_ENDING.to_owned());
            let named = Named::of(request.path.as_deref(), request.overwrite);
            let place = self.place_for(named, &stem, &ending)?;
            file::replace(&place, |file| file.write_all(&bytes))
                .map_err(|error| file::failed(&place, &error))?;
            Ok(AttachmentSaved {
                path: place.display().to_string(),
                digest,
            })
        })
    }

    /// What may be registered as it is.
    fn outside_ready(
        &self,
        office: &Connection,
        request: &OutsideTake,
        sheet: Option<&Sheet>,
    ) -> Result<Prepared> {
        if let Some(sheet) =
            sheet.filter(|sheet| !request.digest.is_empty() && sheet.digest != request.digest)
        {
            let file = sheet.file.clone();
            return Err(fault(OutsideFault::OutsideFileMoved { file }));
        }
        let prepared = self.outside_prepared(office, request, sheet)?;
        if !prepared.problems.is_empty() {
            return Err(invalid(prepared.problems));
        }
        unknown_yet(office, &prepared, sheet)?;
        Ok(prepared)
    }

    /// Keeps the bytes of the file that was read; answers with how many they are.
    fn outside_kept(&self, request: &OutsideTake, sheet: &Sheet) -> Result<u64> {
        self.hold()?;
        let path = request.path.trim();
        let kept = attachment::keep(self.folder(), Path::new(path))
            .map_err(|why| attachment_refused(why, &sheet.file))?;
        if kept.digest != sheet.digest {
            let file = sheet.file.clone();
            return Err(fault(OutsideFault::OutsideFileMoved { file }));
        }
        Ok(kept.size)
    }
}

/// The draw of this number.
pub(super) fn require(office: &Connection, id: i64) -> Result<Stored<OutsideDrawRow>> {
    outside_draw::by_id(office, id)?.ok_or_else(|| {
        let asked = labels::number(id);
        fault(OutsideFault::OutsideMissing { asked })
    })
}

/// A draw that is registered twice would count its visits twice: known by its file and sheet, or by who drew what and when.
fn unknown_yet(office: &Connection, prepared: &Prepared, sheet: Option<&Sheet>) -> Result<()> {
    let (row, document) = (&prepared.row, &prepared.document);
    for stored in outside_draw::all(office)?
        .into_iter()
        .filter(|one| !one.row.withdrawn)
    {
        let known = OutsideDocument::read(&stored.row)?;
        let same_file = sheet.is_some_and(|sheet| {
            let digest = stored.row.file.map(hex::encode);
            digest.as_deref() == Some(&sheet.digest)
                && known.file.as_ref().is_some_and(|file| file.sheet == sheet.name)
        });
        let same_document = !document.doc_no.is_empty()
            && (&known.system, &known.office, &known.doc_no)
                == (&document.system, &document.office, &document.doc_no)
            && stored.row.drawn_on == row.drawn_on;
        if same_file || same_document {
            let number = labels::number(stored.id);
            return Err(fault(OutsideFault::OutsideThere { number }));
        }
    }
    Ok(())
}

fn write(
    change: &Change<'_>,
    prepared: Prepared,
    file: Option<(&Sheet, u64)>,
) -> Result<(i64, OutsideTaken)> {
    let Prepared {
        mut row,
        mut document,
        rows,
        people,
        ..
    } = prepared;
    if let Some((sheet, size)) = file {
        let mut digest = [0; 32];
        hex::decode_to_slice(&sheet.digest, &mut digest)
            .map_err(|error| crate::Error::new(crate::Reason::Internal, error.to_string()))?;
        row.file = Some(digest);
        document.file = Some(KeptFile {
            name: sheet.file.clone(),
            sheet: sheet.name.clone(),
            size,
        });
    }
    row.document = document.kept()?;
    let draw = outside_draw::add(change, &row)?;
    let mut strangers = 0;
    for (asked, fate) in &rows {
        let entry = match fate {
            Fate::Ours { target, .. } => Some(*target),
            Fate::Stranger | Fate::Open(_) => None,
        };
        strangers += u32::from(entry.is_none());
        let row = OutsideRow {
            draw,
            kind: "target".to_owned(),
            entry,
            place: (asked.row > 0).then_some(i64::from(asked.row)),
            name: asked.name.clone(),
            code: asked.code.clone(),
        };
        outside_row::add(change, &row)?;
    }
    for (entry, person) in &people {
        let row = OutsideRow {
            draw,
            kind: "inspector".to_owned(),
            entry: *entry,
            place: None,
            name: person.name.clone(),
            code: person.cert_no.clone(),
        };
        outside_row::add(change, &row)?;
    }
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let taken = OutsideTaken {
        draw: labels::number(draw),
        system: document.system,
        office: document.office,
        drawn_on: row.drawn_on,
        targets: count(rows.len()),
        strangers,
        inspectors: count(people.len()),
        task: row.task.map(task_number).unwrap_or_default(),
        file: file.map(|(sheet, _)| sheet.file.clone()).unwrap_or_default(),
        digest: file.map(|(sheet, _)| sheet.digest.clone()).unwrap_or_default(),
    };
    Ok((draw, taken))
}

fn looked(office: &Connection, mut prepared: Prepared, sheet: Option<Sheet>) -> Result<OutsideLooked> {
    let of = |wanted: fn(&Fate) -> bool| prepared.rows.iter().filter(|(_, fate)| wanted(fate)).count();
    let found = of(|fate| matches!(fate, Fate::Ours { .. }));
    let strangers = of(|fate| matches!(fate, Fate::Stranger));
    let open = of(|fate| matches!(fate, Fate::Open(_)));
    let all = prepared.rows.len();
    let told = labels::sums(all, found, strangers, open, prepared.people.len());
    // What is plain comes last; what somebody must look at, or may, comes first.
    prepared.rows.sort_by_key(|(_, fate)| match fate {
        Fate::Open(_) => 0,
        Fate::Ours { note, .. } if !note.is_empty() => 1,
        Fate::Stranger => 2,
        Fate::Ours { .. } => 3,
    });
    prepared.rows.truncate(open + SHOWN);
    let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(OutsideLooked {
        told,
        more: narrow(all - prepared.rows.len()),
        rows: shown(office, &prepared.rows)?,
        open: narrow(open),
        people: prepared.people.into_iter().map(|(_, person)| person).collect(),
        notices: prepared.notices,
        problems: prepared.problems.into_iter().map(Into::into).collect(),
        file: sheet.as_ref().map(|sheet| sheet.file.clone()).unwrap_or_default(),
        digest: sheet
            .as_ref()
            .map(|sheet| sheet.digest.clone())
            .unwrap_or_default(),
        sheet: sheet.as_ref().map(|sheet| sheet.name.clone()).unwrap_or_default(),
        sheets: sheet
            .as_ref()
            .map(|sheet| sheet.sheets.clone())
            .unwrap_or_default(),
        columns: sheet
            .as_ref()
            .map(|sheet| sheet.columns.clone())
            .unwrap_or_default(),
        items: sheet
            .map(|sheet| labels::joined(&sheet.items))
            .unwrap_or_default(),
    })
}
