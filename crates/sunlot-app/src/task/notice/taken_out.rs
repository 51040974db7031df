//! Who was taken out of the registries by hand shortly before a list was announced, and would stand in it: a supervisor looks at
//! that (a favourable roster), and nobody is kept from announcing. Rosters that were taken over are not meant: they have their own
//! event, with the digest of the file.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use sunlot_rules::pool::{Excluded, Outside, Place, fits};
use sunlot_store::filter::{self, Filter, Mark};
use sunlot_store::{Connection, trail};

use crate::event::plan::TakenOut;
use crate::task::pool::{Held, small};
use crate::task::sheet::id_of;
use crate::task::source::place;
use crate::{Desk, Kind, KindName, Result};

/// So many days before an announcement are looked at.
const DAYS: u32 = 14;

/// The kinds of events by which one entry leaves its registry, or goes out of business.
const BY_HAND: [KindName; 3] = [
    KindName::TargetPlaced,
    KindName::TargetChanged,
    KindName::InspectorPlaced,
];

impl Desk {
    /// Who was taken out in the days before today and still is.
    pub(in crate::task) fn taken_out(&self, office: &Connection, held: &Held) -> Result<TakenOut> {
        let (targets, inspectors) = touched(office, self.today())?;
        let gone = self.targets().with(office, self.today(), |index| {
            let (registry, request) = (held.source.registry(index), held.source.request());
            let gone =
                targets
                    .iter()
                    .filter_map(|id| place(*id))
                    .filter(|at| match held.pool.places.get(*at) {
                        Some(Place::Excluded(Excluded::Suspended | Excluded::Inactive)) => true,
                        Some(Place::Outside(Outside::Removed)) => fits(&registry, &request, *at),
                        _ => false,
                    });
            Ok(gone.count())
        })?;
        Ok(TakenOut {
            days: DAYS,
            targets: small(gone),
            inspectors: small(inspectors.len()),
        })
    }
}

/// The targets that somebody touched one by one, and the inspectors who are out since.
fn touched(office: &Connection, today: NaiveDate) -> Result<(BTreeSet<i64>, BTreeSet<String>)> {
    let from = today.checked_sub_days(Days::new(DAYS.into())).unwrap_or(today);
    let filter = Filter {
        all_of: vec![BY_HAND.iter().map(|kind| Mark::Kind(kind.on_disk())).collect()],
        from: Some(from.to_string()),
        to: None,
    };
    let mut targets = BTreeSet::new();
    let (mut seen, mut inspectors) = (BTreeSet::new(), BTreeSet::new());
    filter::seqs(office, &filter, None, &mut |seq| {
        let stored = trail::event(office, seq)?;
        match stored.and_then(|stored| Kind::of(&stored.event)) {
            Some(Kind::TargetPlaced { target, .. }) => targets.extend(id_of(&target)),
            Some(Kind::TargetChanged { target, fields, .. }) if fields.iter().any(|f| f == "status") => {
                targets.extend(id_of(&target));
            }
            // The newest comes first: it says where somebody stands now.
            Some(Kind::InspectorPlaced(moved))
                if seen.insert(moved.inspector.clone()) && moved.membership != "in" =>
            {
                inspectors.insert(moved.inspector);
            }
            _ => {}
        }
        Ok(true)
    })?;
    Ok((targets, inspectors))
}
