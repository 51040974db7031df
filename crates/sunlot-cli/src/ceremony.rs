//! `sunlot ceremony …`: the same steps as in the room, one by one.

use sunlot_app::Desk;
use sunlot_app::Result;
use sunlot_app::ceremony::{
    CeremonyArchive, CeremonyCard, CeremonyDrop, CeremonyEnvelope, CeremonyId, CeremonyNote, CeremonyNumber,
    CeremonyPaper, CeremonyPrepare, CeremonyPublish, CeremonySave, CeremonySeal, CeremonySign, CeremonyView,
    CeremonyVoid, DrawAmend, DrawRowsRequest, SeatForm, StageShow,
};

use crate::account::{second, typed};
use crate::args::account::People;
use crate::args::ceremony::{CeremonyVerb, ReplaceOptions};
use crate::ceremony_told as told;
use crate::output::{Output, Status};
use crate::paper;
use crate::registry::number;

pub(crate) fn run(desk: &Desk, people: &People, verb: CeremonyVerb, output: &Output) -> Result<Status> {
    match verb {
        CeremonyVerb::List => output.answer(&desk.ceremonies_view()?, told::list),
        CeremonyVerb::Show(which) => shown(&desk.ceremony_view(&at(&which.ceremony)?)?, output),
        CeremonyVerb::Check(which) => {
            let view = desk.ceremony_checklist(&at(&which.ceremony)?)?;
            let right = view.problems.is_empty();
            output.answer(&view, told::checklist);
            return Ok(if right { Status::Done } else { Status::Refused });
        }
        CeremonyVerb::Prepare {
            task,
            rehearsal,
            basis,
        } => {
            let request = CeremonyPrepare {
                task: number("RW-", &task)?,
                rehearsal,
                basis: basis.map(|basis| number("YS-", &basis)).transpose()?,
            };
            shown(&desk.ceremony_prepare(&request)?, output);
        }
        CeremonyVerb::Drop { ceremony, reason } => {
            let id = at(&ceremony)?.id;
            shown(&desk.ceremony_drop(&CeremonyDrop { id, reason })?, output);
        }
        CeremonyVerb::Seal { ceremony, challenge } => {
            let request = CeremonySeal {
                id: at(&ceremony)?.id,
                challenge,
                second: second(people)?,
            };
            shown(
                &by_kind(desk, request.id, |formal| match formal {
                    true => desk.ceremony_seal(&request),
                    false => desk.rehearsal_seal(&request),
                })?,
                output,
            );
        }
        CeremonyVerb::Void {
            ceremony,
            code,
            reason,
        } => {
            let request = CeremonyVoid {
                id: at(&ceremony)?.id,
                code,
                reason,
                second: second(people)?,
            };
            shown(
                &by_kind(desk, request.id, |formal| match formal {
                    true => desk.ceremony_void(&request),
                    false => desk.rehearsal_void(&request),
                })?,
                output,
            );
        }
        CeremonyVerb::Envelope { ceremony, printer } => {
            let request = CeremonyEnvelope {
                id: at(&ceremony)?.id,
                printer,
                second: second(people)?,
            };
            let made = by_kind(desk, request.id, |formal| match formal {
                true => desk.ceremony_envelope(&request),
                false => desk.rehearsal_envelope(&request),
            })?;
            output.answer(&made, paper::told);
        }
        CeremonyVerb::Replace(options) => return replace(desk, people, *options, output),
        verb => return in_the_room(desk, verb, output),
    }
    Ok(Status::Done)
}

/// The steps that the clerk does alone.
fn in_the_room(desk: &Desk, verb: CeremonyVerb, output: &Output) -> Result<Status> {
    match verb {
        CeremonyVerb::Seat {
            ceremony,
            seats,
            public,
            date,
            place,
        } => {
            let before = desk.ceremony_view(&at(&ceremony)?)?.form;
            let request = CeremonySave {
                way: if public.is_some() { "simple" } else { "full" }.to_owned(),
                place: place.unwrap_or_else(|| before.place.clone()),
                seats: if seats.is_empty() {
                    before.seats.clone()
                } else {
                    seats.iter().map(|seat| seat_of(seat)).collect()
                },
                public_source: public.unwrap_or_default(),
                public_date: date.unwrap_or_default(),
                ..before
            };
            shown(&desk.ceremony_save(&request)?, output);
        }
        CeremonyVerb::Card { ceremony, seats, up } => {
            let id = at(&ceremony)?.id;
            let mut view = desk.ceremony_view(&CeremonyId { id })?;
            for seat in seats {
                view = desk.ceremony_card(&CeremonyCard { id, seat, down: !up })?;
            }
            shown(&view, output);
        }
        CeremonyVerb::Open(which) => shown(&desk.ceremony_turn(&at(&which.ceremony)?)?, output),
        CeremonyVerb::Number {
            ceremony,
            seat,
            digits,
            typed_only,
        } => {
            let id = at(&ceremony)?.id;
            let request = CeremonyNumber { id, seat, digits };
            let mut view = desk.ceremony_number(&request)?;
            if !typed_only && !request.digits.trim().is_empty() {
                view = desk.ceremony_confirm(&request)?;
            }
            shown(&view, output);
        }
        CeremonyVerb::Note {
            ceremony,
            who,
            words,
            opinion,
        } => {
            let request = CeremonyNote {
                id: at(&ceremony)?.id,
                kind: if opinion { "opinion" } else { "objection" }.to_owned(),
                who,
                words,
            };
            shown(&desk.ceremony_note(&request)?, output);
        }
        CeremonyVerb::Rows {
            ceremony,
            standing,
            from,
            limit,
        } => {
            let request = DrawRowsRequest {
                id: at(&ceremony)?.id,
                standing,
                from,
                limit,
            };
            output.answer(&desk.draw_rows(&request)?, told::rows);
        }
        CeremonyVerb::Replay {
            ceremony,
            step,
            place,
        } => {
            let request = StageShow {
                id: at(&ceremony)?.id,
                step,
                place,
                pace: 0,
            };
            output.answer(&desk.stage_show(&request)?, told::stage);
        }
        CeremonyVerb::Sign {
            ceremony,
            passphrase_file,
        } => {
            let request = CeremonySign {
                id: at(&ceremony)?.id,
                passphrase: typed(&passphrase_file)?,
            };
            shown(&desk.ceremony_sign(&request)?, output);
        }
        CeremonyVerb::Choices(which) => {
            output.answer(&desk.draw_amend_choices(&at(&which.ceremony)?)?, told::choices);
        }
        CeremonyVerb::Paper {
            ceremony,
            paper,
            out,
            print,
        } => {
            let way = paper::kept_or_printed(out.as_deref(), print);
            let id = at(&ceremony)?.id;
            output.answer(
                &desk.ceremony_paper(&CeremonyPaper { id, paper, way })?,
                paper::told,
            );
        }
        CeremonyVerb::Publish { ceremony, to } => {
            let request = CeremonyPublish {
                id: at(&ceremony)?.id,
                folder: to.map(|to| to.display().to_string()),
            };
            output.answer(&desk.ceremony_publish(&request)?, |made| {
                format!("{}\n{}\n  {}\n", made.told, made.folder, made.files.join("、"))
            });
        }
        CeremonyVerb::Archive {
            ceremony,
            envelope,
            place,
            person,
        } => {
            let request = CeremonyArchive {
                id: at(&ceremony)?.id,
                envelope,
                place,
                person,
            };
            shown(&desk.ceremony_archive(&request)?, output);
        }
        _ => {}
    }
    Ok(Status::Done)
}

fn replace(desk: &Desk, people: &People, options: ReplaceOptions, output: &Output) -> Result<Status> {
    let request = DrawAmend {
        id: at(&options.ceremony)?.id,
        kind: options.kind,
        place: options.row,
        replace: options.next,
        inspector: options.inspector,
        of: options.of,
        code: options.code,
        reason: options.reason,
        evidence: options
            .evidence
            .iter()
            .map(|path| path.display().to_string())
            .collect(),
        second: second(people)?,
    };
    if options.check {
        output.answer(&desk.draw_amend_check(&request)?, told::preview);
        return Ok(Status::Done);
    }
    let view = by_kind(desk, request.id, |formal| match formal {
        true => desk.draw_amend(&request),
        false => desk.rehearsal_amend(&request),
    })?;
    shown(&view, output);
    Ok(Status::Done)
}

/// Formal draws and those that are tried out go through doors of their own.
fn by_kind<T>(desk: &Desk, id: i64, act: impl FnOnce(bool) -> Result<T>) -> Result<T> {
    let formal = !desk.ceremony_view(&CeremonyId { id })?.line.rehearsal;
    act(formal)
}

/// A seat as it is written: role, alias, name and unit with commas between; a plus in front: the witness agrees to be named.
fn seat_of(typed: &str) -> SeatForm {
    let shown = typed.starts_with('+');
    let mut parts = typed
        .trim_start_matches('+')
        .split([',', '，'])
        .map(|part| part.trim().to_owned());
    let mut next = || parts.next().unwrap_or_default();
    SeatForm {
        role: next(),
        alias: next(),
        name: next(),
        unit: next(),
        shown,
    }
}

fn shown(view: &CeremonyView, output: &Output) {
    output.answer(view, told::shown);
}

fn at(typed: &str) -> Result<CeremonyId> {
    Ok(CeremonyId {
        id: number("YS-", typed)?,
    })
}
