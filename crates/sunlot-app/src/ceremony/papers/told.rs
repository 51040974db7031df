//! What the papers of a ceremony say, gathered once: which draw, what was sealed, what was announced, how it ended.

use std::collections::BTreeMap;
use std::sync::Arc;

use sunlot_draw::{Manifest, Published};
use sunlot_forms::sheets::{DrawHead, NoticeStratum};
use sunlot_store::ceremony::{CeremonyRow, Stored};
use sunlot_store::draw_seal::{self, SealRow};
use sunlot_store::{Connection, office_profile, pool_notice, station};

use super::super::acts::state_of;
use super::super::document::CeremonyDocument;
use super::super::fault::CeremonyFault;
use super::super::labels;
use super::super::record::impossible;
use super::super::wire::{CeremonyView, SealedView};
use crate::labels::{day, moment};
use crate::office::channel_name;
use crate::{Desk, Result};

/// Everything about a ceremony that stands on any of its papers.
pub(super) struct Told {
    pub head: DrawHead,
    pub document: CeremonyDocument,
    pub view: CeremonyView,
    pub seal: Option<Stored<SealRow>>,
    pub published: Option<Arc<Published>>,
    /// Whose ceremony it is.
    pub task: i64,
    /// Whom guests call.
    pub telephone: String,
    /// Where the office publishes.
    pub channels: String,
    state: super::super::state::State,
    manifest: Option<Arc<Manifest>>,
    keyed: bool,
}

impl Told {
    pub fn read(
        desk: &Desk,
        office: &Connection,
        stored: &Stored<CeremonyRow>,
        document: CeremonyDocument,
    ) -> Result<Self> {
        let view = desk.ceremony_shown(office, stored, &document)?;
        let seal = draw_seal::of_ceremony(office, stored.id)?;
        let manifest = match &seal {
            Some(seal) => desk.sealed_manifest(office, seal).ok(),
            None => None,
        };
        let published = match &seal {
            Some(seal) => desk.published(office, seal)?,
            None => None,
        };
        let profile = office_profile::latest(office)?.map(|stored| stored.row);
        let day_of = match &view.sealed {
            Some(sealed) => {
                chrono::DateTime::parse_from_rfc3339(&sealed.at).map_or_else(|_| String::new(), day)
            }
            None => announced_day(office, stored.row.task)?,
        };
        let line = &view.line;
        let head = DrawHead {
            office: profile.as_ref().map_or_else(String::new, |row| row.name.clone()),
            task: format!("{} {}", line.task_no, line.title).trim().to_owned(),
            told: if view.told.is_empty() {
                line.label.clone()
            } else {
                view.told.clone()
            },
            draw: line.draw.clone(),
            rehearsal: line.rehearsal,
            place: document.place.clone(),
            day: day_of,
            telephone: profile
                .as_ref()
                .map_or_else(String::new, |row| row.supervision_phone.clone()),
            made: moment(&desk.now().to_rfc3339()),
            program: labels::PROGRAM.to_owned(),
        };
        let channels = profile.iter().flat_map(|row| &row.channels);
        let channels: Vec<String> = channels.map(channel_name).collect();
        Ok(Self {
            head,
            document,
            seal,
            published,
            task: stored.row.task,
            channels: channels.join(labels::BETWEEN),
            telephone: profile.as_ref().map_or_else(String::new, |row| row.phone.clone()),
            state: state_of(&stored.row)?,
            manifest,
            keyed: station::in_force(office)?.is_some(),
            view,
        })
    }

    /// What was sealed.
    pub fn sealed(&self) -> Result<&SealedView> {
        let state = self.state;
        let sealed = self.view.sealed.as_ref();
        sealed.ok_or_else(|| CeremonyFault::CeremonyStep { state }.into())
    }

    /// The same, whole.
    pub fn manifest(&self) -> Result<&Manifest> {
        let state = self.state;
        let manifest = self.manifest.as_deref();
        manifest.ok_or_else(|| CeremonyFault::CeremonyStep { state }.into())
    }

    /// How it ended.
    pub fn ended(&self) -> Result<&Published> {
        let state = self.state;
        let published = self.published.as_deref();
        published.ok_or_else(|| CeremonyFault::CeremonyStep { state }.into())
    }

    /// Whether it was sealed under a key. One that is only tried out need not have one.
    pub fn has_key(&self) -> bool {
        self.keyed || !self.head.rehearsal
    }

    /// The strata as they were sealed.
    pub fn strata(&self) -> Result<Vec<NoticeStratum>> {
        let sealed = self.sealed()?;
        let rules = self
            .manifest()?
            .strata
            .iter()
            .map(|stratum| labels::rule(&stratum.rule));
        let strata = sealed.strata.iter().zip(rules);
        Ok(strata
            .map(|(stratum, rule)| NoticeStratum {
                label: [&*stratum.key, &*stratum.label].join(" "),
                size: stratum.size.to_string(),
                rule,
                quota: stratum.quota.to_string(),
                reserve: stratum.reserve.to_string(),
                chance: stratum.chance.clone(),
            })
            .collect())
    }

    /// How many are left out, by reason, the most first.
    pub fn excluded(&self) -> Result<Vec<(String, String)>> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for exclusion in self.manifest()?.exclusions.iter().filter_map(|leaf| leaf.open()) {
            *counts.entry(&exclusion.reason).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let told = counts.into_iter();
        Ok(told
            .map(|(why, count)| (why.to_owned(), labels::households(count)))
            .collect())
    }

    /// The announcement that held when it was sealed; empty: none.
    pub fn notice(&self, office: &Connection) -> Result<String> {
        let sealed = self.seal.as_ref().map_or(i64::MAX, |seal| seal.event);
        let notices = pool_notice::of_task(office, self.task)?;
        let mut before = notices.iter().enumerate().rev();
        let last = before.find(|(_, notice)| notice.event < sealed);
        Ok(last.map_or_else(String::new, |(at, notice)| {
            let digest = hex::encode(notice.row.digest);
            labels::notice(at + 1, &notice.row.announced_on, &digest)
        }))
    }

    /// Everything that can be recomputed, by its name.
    pub fn digests(&self) -> Result<Vec<(String, String)>> {
        let sealed = self.sealed()?;
        let published = self.ended()?;
        let seal = self
            .seal
            .as_ref()
            .ok_or_else(|| impossible("a record without a seal"))?;
        let record = &published.record;
        let secret = record.secret.as_ref().map(|_| hex::encode(seal.row.secret));
        let seed = record.seed.as_ref().map(ToString::to_string);
        let named = [
            Some(sealed.code.clone()),
            Some(sealed.commitment.clone()),
            secret,
            seed,
            Some(published.digest.to_string()),
        ];
        let named = labels::DIGESTS.into_iter().zip(named);
        Ok(named
            .filter_map(|(name, digits)| Some((name.to_owned(), digits?)))
            .collect())
    }
}

/// The day that was announced for the draw; empty: none was.
fn announced_day(office: &Connection, task: i64) -> Result<String> {
    let last = pool_notice::of_task(office, task)?.pop();
    let draw_on = last.map(|notice| notice.row.draw_on).unwrap_or_default();
    let read = chrono::NaiveDate::parse_from_str(&draw_on, "%Y-%m-%d");
    Ok(read.map_or(draw_on, |day| day.format("%Y年%-m月%-d日").to_string()))
}
