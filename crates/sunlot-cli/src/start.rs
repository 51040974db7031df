//! What the command line says before it begins: that the office does not stand as it should, and that somebody was
//! named who is not asked. None of it is an answer, so all of it goes to stderr.

use sunlot_app::Desk;

use crate::args::Verb;
use crate::args::account::{AccountVerb, People};
use crate::args::audit::{Anchor, AuditVerb};
use crate::args::backup::BackupVerb;
use crate::args::ceremony::CeremonyVerb;
use crate::args::key::KeyVerb;
use crate::args::task::TaskVerb;
use crate::output::{self, Output};

/// Says how the office stands where that is not well; where it cannot even be looked at, the verb says so itself.
pub(crate) fn look(desk: &Desk, output: &Output) {
    let Ok(standing) = desk.trail_standing() else {
        return;
    };
    if standing.anchor.blocks {
        output.remark(&format!("注意：{}\n", standing.anchor.message));
    }
    if let Some(first) = standing.check.faults.first() {
        output.remark(&format!("注意：留痕核对不符。{}", output::told(first)));
    }
}

/// Says where a second person was named for nothing.
pub(crate) fn name_second(verb: &Verb, people: &People, output: &Output) {
    if people.second.is_some() && !is_done_by_two(verb) {
        output.remark("注意：这件事一个人就能办，没有用到 --second。\n");
    }
}

fn is_done_by_two(verb: &Verb) -> bool {
    match verb {
        Verb::Account(verb) => matches!(
            verb,
            AccountVerb::Add(_) | AccountVerb::Change(_) | AccountVerb::Unlock { .. }
        ),
        Verb::Audit(AuditVerb::Anchor(Anchor { acknowledge, .. })) => acknowledge.is_some(),
        Verb::Backup(verb) => matches!(verb, BackupVerb::Restore { .. }),
        Verb::Task(verb) => matches!(verb, TaskVerb::Exclude { .. } | TaskVerb::Include { .. }),
        // Of a rehearsal it is done by one, and whoever names a second one there is not told so: the draw knows, not the verb.
        Verb::Ceremony(verb) => matches!(
            verb,
            CeremonyVerb::Seal { .. }
                | CeremonyVerb::Void { .. }
                | CeremonyVerb::Replace(_)
                | CeremonyVerb::Envelope { .. }
        ),
        Verb::Key(verb) => matches!(
            verb,
            KeyVerb::Make(_) | KeyVerb::Rotate(_) | KeyVerb::Lost(_) | KeyVerb::Revoke(_)
        ),
        _ => false,
    }
}

/// Whether the verb tells by itself how the office stands.
pub(crate) fn tells_itself(verb: &Verb) -> bool {
    matches!(verb, Verb::Audit(AuditVerb::Anchor(_) | AuditVerb::Verify { .. }))
}
