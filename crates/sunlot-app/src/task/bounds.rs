//! How many a task draws, held against what its items allow (N-09) and what its line of the plan says (N-01); and what is to be said
//! of both. The rules are `sunlot-rules`'.

use sunlot_rules::item::RatioAuthority;
use sunlot_rules::plan::drawn::{ByLine, Part, by_line, is_of_risk};
use sunlot_rules::pool::{BoundFault, Drawn, Excluded, ItemBounds, Quota, StratumRule, check_bounds};
use sunlot_rules::share::WHOLE;

use super::fault::{LineFault, TaskFlaw};
use super::labels;
use super::of_line::{RISK, SUPERIOR};
use super::planned::labels as planned_labels;
use super::pool::{Held, wide};
use crate::registry::Told;

impl Held {
    /// Which items' bounds the draw is outside of (N-09), and with which share it would be within. The base is everybody in scope
    /// who is in business.
    pub(super) fn bounds(&self) -> Vec<(BoundFault, Option<u32>)> {
        let others = self.others();
        let mut found = Vec::new();
        for item in &self.source.items {
            let (mut base, mut quota) = (others, 0);
            let (mut usual, mut of_risk) = ((others, 0), false);
            for (stratum, drawn) in self.drawn() {
                if stratum.items.is_empty() || stratum.items.contains(&item.number) {
                    base += drawn.size;
                    quota += drawn.quota;
                    if is_of_risk(&stratum.clauses) {
                        of_risk = true;
                    } else {
                        usual = (usual.0 + drawn.size, usual.1 + drawn.quota);
                    }
                }
            }
            let told = labels::item(&item.number, &item.name);
            let bounds = ItemBounds {
                code: told,
                ..item.bounds.clone()
            };
            let mut faults = check_bounds(&bounds, base, quota);
            // N-06: what an office above ordered is carried out as it says.
            if self.source.document.beyond_code() == SUPERIOR {
                faults.retain(|fault| !is_too_many(fault));
            }
            // N-05, N-08: those of risk are to be visited more often; where the office decides the ratio, the upper end binds the others.
            if of_risk && bounds.authority != Some(RatioAuthority::Superior) {
                let others = check_bounds(&bounds, usual.0, usual.1);
                let others = others.into_iter().find(is_too_many);
                faults.retain(|fault| !is_too_many(fault) || others.is_some());
            }
            let fitting = |fault| {
                let share = self.fitting(&item.number, &fault);
                (fault, share)
            };
            found.extend(faults.into_iter().map(fitting));
        }
        found
    }

    /// The share with which a draw would just be within: no stratum below it where there are too few, none above it where there are
    /// too many. Nothing: no share does it, or none is asked for.
    fn fitting(&self, item: &str, fault: &BoundFault) -> Option<u32> {
        let drawn = self.drawn();
        let of_item =
            |rule: &StratumRule| rule.items.is_empty() || rule.items.iter().any(|code| code == item);
        let strata: Vec<_> = drawn.iter().filter(|(rule, _)| of_item(rule)).collect();
        let rates = |(rule, _): &&&(&StratumRule, Drawn)| matches!(rule.quota, Quota::Rate { .. });
        strata.iter().find(rates)?;
        let with = |other: &dyn Fn(u32) -> u32| -> u64 {
            let quota = |(rule, drawn): &&(&StratumRule, Drawn)| {
                let mut rule = (*rule).clone();
                if let Quota::Rate { share, .. } = &mut rule.quota {
                    *share = other(*share);
                }
                rule.drawn(drawn.size, &self.source.profile).quota
            };
            strata.iter().map(quota).sum()
        };
        match fault {
            BoundFault::TooFew { least, .. } => least_share(|share| with(&|own| own.max(share)) >= *least),
            BoundFault::TooMany { most, .. } => {
                let over = |share: u32| with(&|own| own.min(share)) > *most;
                let first = least_share(over)?;
                first.checked_sub(1).filter(|share| *share > 0)
            }
            BoundFault::NotDecided { .. } => None,
        }
    }

    /// In what the draw goes beyond the line of the plan, by field.
    pub(super) fn beyond_line(&self) -> Vec<(&'static str, TaskFlaw)> {
        let source = &self.source;
        let Some(planned) = &source.planned else {
            let gone = source.line_gone.then_some(("plan", TaskFlaw::TaskLineUnknown));
            return gone.into_iter().collect();
        };
        let mut found = planned.faults(&source.document);
        if !planned.task.approved {
            let plan = planned.task.title.clone();
            found.push(("plan", LineFault::PlanDraft { plan }));
        }
        // N-06: what an office above ordered is carried out as it says.
        let ordered = source.document.beyond_code() == SUPERIOR;
        if let Some(said) = self.by_line().filter(|_| !ordered) {
            let amount = planned_labels::amount_now(&planned.task.said, self.scope_size());
            // What others take matters where it leaves less than is drawn at one time.
            let room = said.altogether.saturating_sub(planned.before());
            let (quota, left) = (said.quota, said.most.min(room));
            let (most, others) = if room < said.most {
                (said.altogether, planned.others_told())
            } else {
                (said.most, Vec::new())
            };
            let of_risk = source.document.beyond_code() == RISK && others.is_empty();
            let more = if of_risk {
                LineFault::MoreBesideRisk { quota, most, amount }
            } else {
                LineFault::More {
                    quota,
                    left,
                    others,
                    most,
                    amount,
                }
            };
            found.extend((quota > left).then_some(("strata", more)));
        }
        if let Some(base) = self.too_wide() {
            let (in_scope, scope) = (self.scope_size(), planned.task.said.scope.clone());
            found.push((
                "scope",
                LineFault::Wider {
                    in_scope,
                    base,
                    scope,
                },
            ));
        }
        found
            .into_iter()
            .map(|(field, fault)| (field, TaskFlaw::NotAsPlanned { fault }))
            .collect()
    }

    /// What is to be said of the scope (D-08) and of the line.
    pub(super) fn bounds_remarks(&self) -> Vec<Told> {
        let mut remarks = Vec::new();
        if self.is_inert() {
            let items: Vec<&str> = self
                .source
                .items
                .iter()
                .filter(|item| item.tags.is_empty())
                .map(|item| item.name.as_str())
                .collect();
            let planned = self.source.planned.as_ref();
            remarks.push(planned_labels::scope_open(
                &items.join(labels::LISTED),
                self.scope_size(),
                planned.map(|planned| &planned.task.said.scope),
            ));
        }
        if let Some(beyond) = &self.source.document.beyond {
            remarks.push(planned_labels::beyond_told(beyond, self.source.planned.is_some()));
        }
        let Some(planned) = &self.source.planned else {
            return remarks;
        };
        if let Some(base) = self.wider().filter(|_| self.too_wide().is_none()) {
            remarks.push(planned_labels::wider(self.scope_size(), base));
        }
        let line = &planned.task.said;
        let amount = planned_labels::amount_now(line, self.scope_size());
        // Of a scope that nobody wrote down nothing can be said to be too few.
        if let Some(said) = self.by_line().filter(|_| self.too_wide().is_none()) {
            // Those of risk are drawn, too, although they do not count against the line.
            let quota: u64 = self.drawn().iter().map(|(_, drawn)| drawn.quota).sum();
            let as_planned = line.ratio.is_some() && quota <= said.most;
            let number = line.number.map(u64::from);
            if quota + planned.before() < said.least {
                remarks.push(planned_labels::fewer(quota, said.least, &amount));
            } else if as_planned && number.is_some_and(|number| number != quota) {
                remarks.push(planned_labels::recounted(quota, &amount));
            }
        }
        remarks
    }

    /// Everybody in scope and in business who is left out.
    fn others(&self) -> u64 {
        let idle = |(_, why): &&(usize, Excluded)| matches!(why, Excluded::Inactive | Excluded::Suspended);
        wide(self.pool.excluded.iter().filter(|out| !idle(out)).count())
    }

    /// How many are in scope and in business.
    fn scope_size(&self) -> u64 {
        wide(self.pool.size()) + self.others()
    }

    /// How many are drawn that its line counts.
    pub(super) fn of_line(&self) -> u64 {
        let all = || self.drawn().iter().map(|(_, drawn)| drawn.quota).sum();
        self.by_line().map_or_else(all, |said| said.quota)
    }

    fn by_line(&self) -> Option<ByLine> {
        let planned = self.source.planned.as_ref()?;
        let parts: Vec<Part> = self
            .drawn()
            .into_iter()
            .map(|(rule, drawn)| Part {
                size: drawn.size,
                quota: drawn.quota,
                of_risk: is_of_risk(&rule.clauses),
            })
            .collect();
        let least = u64::from(self.source.profile.at_least);
        let risk = self.source.document.beyond_code() == RISK;
        by_line(&planned.task.said, &parts, self.scope_size(), least, risk)
    }

    /// The base of the line, where more than that are in scope.
    fn wider(&self) -> Option<u64> {
        let base = self.source.planned.as_ref()?.task.said.base?;
        Some(u64::from(base)).filter(|base| self.scope_size() > *base)
    }

    /// The same where nobody wrote the scope down, and no office above ordered it so.
    pub(super) fn too_wide(&self) -> Option<u64> {
        let ordered = self.source.document.beyond_code() == SUPERIOR;
        self.wider().filter(|_| self.is_inert() && !ordered)
    }

    /// Whether neither the items nor the task say who is in scope.
    fn is_inert(&self) -> bool {
        !self.source.items.is_empty()
            && self.source.tags().is_empty()
            && self.source.document.scope.is_empty()
    }
}

/// The least share, in ten-thousandths, that does; those above it do too.
fn least_share(does: impl Fn(u32) -> bool) -> Option<u32> {
    let (mut below, mut above) = (0, WHOLE);
    if !does(above) {
        return None;
    }
    while above - below > 1 {
        let middle = below.midpoint(above);
        if does(middle) {
            above = middle;
        } else {
            below = middle;
        }
    }
    Some(above)
}

fn is_too_many(fault: &BoundFault) -> bool {
    matches!(fault, BoundFault::TooMany { .. })
}
