//! The ceremonies of an office: those that were, the one that is, and the tasks that can be drawn.

use sunlot_store::ceremony::{self, CeremonyRow, Stored};
use sunlot_store::draw_seal::SealRow;
use sunlot_store::{Connection, draw_amendment, draw_seal, task};

use sunlot_draw::Digest;
use sunlot_draw::commitment::ShortCode;

use super::acts::{drawn_already, small, state_of};
use super::labels;
use super::seal::task_number;
use super::wire::{CeremoniesView, CeremonyLine, DrawableTask};
use crate::commands::Act;
use crate::task::labels as task_labels;
use crate::{Desk, Result};

impl Desk {
    /// Lists the ceremonies, and the tasks that can be drawn.
    pub fn ceremonies_view(&self) -> Result<CeremoniesView> {
        self.read(Act::CeremoniesView, |office| {
            let mut lines = Vec::new();
            for stored in ceremony::all(office)?.iter().rev() {
                let seal = draw_seal::of_ceremony(office, stored.id)?;
                lines.push(line(
                    office,
                    stored,
                    seal.as_ref().map(|seal| (seal.id, &seal.row)),
                )?);
            }
            let open =
                |rehearsal| Ok::<_, crate::Error>(ceremony::open(office, rehearsal)?.map(|open| open.id));
            Ok(CeremoniesView {
                lines,
                tasks: drawable(office)?,
                open: open(false)?,
                rehearsing: open(true)?,
            })
        })
    }
}

/// A ceremony in the list.
pub(super) fn line(
    office: &Connection,
    stored: &Stored<CeremonyRow>,
    seal: Option<(i64, &SealRow)>,
) -> Result<CeremonyLine> {
    let (task_no, title) = task_number(office, stored.row.task)?;
    let amendments = match seal {
        Some((id, _)) => draw_amendment::of_seal(office, id)?.len(),
        None => 0,
    };
    let seal = seal.map(|(_, seal)| seal);
    Ok(CeremonyLine {
        id: stored.id,
        label: labels::which(seal, stored.row.rehearsal),
        draw: seal.map_or_else(String::new, |seal| seal.draw_id.clone()),
        title,
        task_no,
        rehearsal: stored.row.rehearsal,
        state: labels::state(state_of(&stored.row)?),
        sealed_at: seal.map_or_else(String::new, |seal| seal.sealed_at.clone()),
        code: seal.map_or_else(String::new, |seal| {
            ShortCode::of(&Digest::new(seal.commitment)).to_string()
        }),
        amendments: small(amendments),
    })
}

/// The tasks that can be drawn: formally those that were approved and not drawn yet, for trying out all that were not given up.
fn drawable(office: &Connection) -> Result<Vec<DrawableTask>> {
    let mut found = Vec::new();
    for stored in task::all(office)?
        .iter()
        .rev()
        .filter(|stored| stored.row.state != "cancelled")
    {
        let drawn = drawn_already(office, stored.id)?.is_some();
        let number = stored
            .row
            .number
            .clone()
            .unwrap_or_else(|| task_labels::number(stored.id));
        found.push(DrawableTask {
            id: stored.id,
            label: format!("{number} {}", stored.row.title),
            formal: stored.row.state == "approved" && !drawn,
        });
    }
    Ok(found)
}
