//! The manifest that would be sealed: who can be drawn, who is left out and why, who inspects and who stays away from whom. What
//! only the ceremony knows, seats and digits and the place in the chain, is left open.

use std::collections::BTreeMap;
use std::io::Write as _;

use sha2::{Digest as _, Sha256};
use sunlot_draw::manifest::{CrewRule, Item, Office, Slot, Stratum};
use sunlot_draw::{
    Digest, Exclusion, Fields, Free, Id, Inspector, Key, Leaf, Manifest, Protocol, PublicKey, Recusal, Salt,
    Target, Task, Text, Time,
};
use sunlot_rules::crew::slots::SlotPlan;
use sunlot_rules::pool::Excluded;
use sunlot_store::target::{self, Column};
use sunlot_store::{Connection, office_profile, pool_exclusion, pool_salt, station, trail};

use super::acts::require;
use super::crews_wire::TaskManifest;
use super::fault::{TaskFault, TaskFlaw};
use super::joint;
use super::labels;
use super::people::{Apart, People, Person, Separated};
use super::pool::{Held, draw_id, small, wide};
use super::source::number_at;
use crate::commands::Act;
use crate::file::{self, Named};
use crate::import::FileWritten;
use crate::registry::check::problem;
use crate::target::target_number;
use crate::{Desk, Error, Problem, Reason, Result};

/// From so many on, the whole registry is walked through instead of asked for piece by piece.
const MANY: usize = 20_000;

/// So many are asked for at once.
const CHUNK: usize = 500;

/// A manifest, and what it was made from.
pub(crate) struct Made {
    pub manifest: Manifest,
    pub(super) people: People,
    pub(super) apart: Vec<Apart>,
    /// Requests that nobody decided yet, between those whom nothing else keeps apart.
    pub(super) undecided: Vec<(usize, usize)>,
    /// Which of the manifest's recusals stand for the rule of rotation alone.
    pub(super) rotation: Vec<usize>,
    /// By stratum, in the order of the manifest: the places of its targets in the registry.
    pub(super) order: Vec<Vec<usize>>,
    /// By stratum the places of crews that are drawn later; the manifest has none.
    pub(super) later: Option<Vec<Vec<SlotPlan>>>,
}

impl Made {
    /// How many places the smallest crew has; 0: nobody is drawn now.
    pub fn crew_size(&self) -> u32 {
        let slots = self.manifest.strata.iter().filter(|stratum| stratum.quota > 0);
        small(slots.map(|stratum| stratum.slots.len()).max().unwrap_or(0))
    }

    /// How many of the registry may not be, for certificates that end before the visits do, for their unit, or by a decision.
    pub fn left_out_count(&self) -> usize {
        self.people.left_out.len()
    }

    /// The target that stands at a number of a stratum, by its own in the registry.
    pub fn target_at(&self, stratum: usize, number: u64) -> Option<i64> {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        self.order.get(stratum)?.get(at).map(|at| number_at(*at))
    }

    /// How many inspectors may be drawn.
    pub fn people_count(&self) -> usize {
        self.people.eligible.len()
    }
}

impl Desk {
    /// Writes the manifest that would be sealed, with the salts of a dry run where none were announced.
    pub fn task_manifest(&self, request: &TaskManifest) -> Result<FileWritten> {
        let (text, rows, stem) = self.read(Act::TaskManifest, |office| {
            let held = self.pool_of(office, request.id)?;
            let obstacles = held.obstacles();
            if !obstacles.is_empty() {
                let count = obstacles.len();
                return Err(Error::of_problems(TaskFault::PoolNotReady { count }, obstacles));
            }
            let made = self.manifest_of(office, request.id, &held)?;
            let text = serde_json::to_string_pretty(&made.manifest)
                .map_err(|error| Error::new(Reason::Internal, error.to_string()))?;
            Ok((text, small(held.pool.size()), labels::number(request.id)))
        })?;
        let named = Named::of(request.path.as_deref(), request.overwrite);
        let path = self.place_for(named, &labels::manifest_file(&stem), "json")?;
        file::replace(&path, |file| file.write_all(text.as_bytes()))
            .map_err(|error| file::failed(&path, &error))?;
        Ok(FileWritten {
            path: path.display().to_string(),
            rows,
        })
    }

    /// The manifest of a pool.
    pub(crate) fn manifest_of(&self, office: &Connection, task: i64, held: &Held) -> Result<Made> {
        let secret = self.salt_of(office, task)?;
        let people = People::read(office, held.source.task, &held.source.document)?;
        let (places, later) = (held.source.slots(), held.source.document.crew.later);
        let Separated {
            pairs: apart,
            undecided,
        } = people.apart(office, held)?;
        let (rows, problems) = rows(office, held)?;
        if !problems.is_empty() {
            let count = problems.len();
            return Err(Error::of_problems(TaskFault::PoolNotReady { count }, problems));
        }
        let mut order = Vec::new();
        let mut strata = Vec::new();
        for (at, (rule, drawn)) in held.drawn().into_iter().enumerate() {
            let mut members: Vec<usize> = held.pool.strata.get(at).cloned().unwrap_or_default();
            members.sort_by(|a, b| {
                rows.get(a)
                    .map(|row| &*row.0)
                    .cmp(&rows.get(b).map(|row| &*row.0))
            });
            let targets = members.iter().filter_map(|at| rows.get(at)).map(|(id, name)| {
                Leaf::Open(Target {
                    salt: salt(&secret, "target", id),
                    id: id.clone(),
                    name: name.clone(),
                    more: Fields::default(),
                })
            });
            strata.push(Stratum {
                key: text(&sunlot_rules::pool::key(at).map(String::from).unwrap_or_default())?,
                label: text(&rule.label)?,
                items: items_of(held, &rule.items)?,
                rule: drawn.rule,
                quota: drawn.quota,
                reserve: drawn.reserve,
                // Crews that are drawn later have no places in this manifest (draw protocol, 1).
                slots: match places.get(at) {
                    Some(places) if !later => slots(places)?,
                    _ => Vec::new(),
                },
                targets: targets.collect(),
            });
            order.push(members);
        }
        let (recusals, rotation) = recusals(&secret, &people, &apart, &order)?;
        let stored = require(office, task)?;
        let profile = office_profile::latest(office)?;
        let crew = &held.source.document.crew;
        let manifest = Manifest {
            protocol: Protocol::Sunlot1,
            draw_id: text(&labels::number(task))?,
            task: task_number(stored.row.number.as_deref(), task)?,
            sequence: 1,
            previous: Digest::ZERO,
            attempt: 1,
            basis: None,
            amended: Vec::new(),
            station: PublicKey::new(station::in_force(office)?.map_or([0; 32], |key| key.row.public_key)),
            office: Office {
                code: text(profile.as_ref().map_or("", |stored| &stored.row.region_code))?,
                name: text(profile.as_ref().map_or("", |stored| &stored.row.name))?,
            },
            title: text(&stored.row.title)?,
            created_at: Time::new(self.moment()).ok_or_else(|| internal("the clock shows no time"))?,
            seats: Vec::new(),
            challenge: text("")?,
            items: held
                .source
                .items
                .iter()
                .map(|item| {
                    Ok(Item {
                        code: text(&item.number)?,
                        name: text(&item.name)?,
                    })
                })
                .collect::<Result<_>>()?,
            strata,
            exclusions: exclusions(office, held, &secret, &rows)?,
            inspectors: inspectors(&secret, &people, &joint::caps(crew))?,
            recusals,
            crew: CrewRule {
                balance: held.source.profile.balance,
                cap: joint::cap(crew, held.source.profile.crew_cap, &people).into(),
            },
            ext: Some(self.ext(office, held)?),
        };
        Ok(Made {
            manifest,
            people,
            apart,
            undecided,
            rotation,
            order,
            later: later.then_some(places),
        })
    }

    /// What the office adds of its own (contract 8).
    fn ext(&self, office: &Connection, held: &Held) -> Result<Fields> {
        let rules = self.rules_told(office, &held.source.document)?;
        let scope: Vec<String> = held.source.document.scope.iter().map(labels::clause).collect();
        let outside: u64 = held.pool.outside.values().sum();
        let seq = trail::head(office)?.map_or(0, |head| head.seq);
        let number = |number: i64| Free::Number(u64::try_from(number).unwrap_or(0));
        let words = |words: &str| text(words).map(Free::Text);
        fields([
            ("rehearsal", Free::Truth(true)),
            ("profile", words(&rules)?),
            ("snapshot", number(seq)),
            (
                "scope",
                Free::Object(fields([
                    ("rule", words(&scope.join("；"))?),
                    ("outside", Free::Number(outside)),
                ])?),
            ),
        ])
    }

    /// From what the salts of a task's list follow: the secret that was kept when the list was announced, or one of this moment.
    fn salt_of(&self, office: &Connection, task: i64) -> Result<[u8; 32]> {
        if let Some(known) = pool_salt::of_task(office, task)? {
            return Ok(known);
        }
        let mut fresh = [0; 32];
        self.env().entropy.fill(&mut fresh)?;
        Ok(fresh)
    }
}

/// What stands for each candidate and each excluded target, and what it is called.
type Rows = BTreeMap<usize, (Id, Text)>;

fn rows(office: &Connection, held: &Held) -> Result<(Rows, Vec<Problem>)> {
    let mut wanted: Vec<usize> = held.pool.strata.iter().flatten().copied().collect();
    wanted.extend(held.pool.excluded.iter().map(|(at, _)| *at));
    wanted.sort_unstable();
    let mut rows = Rows::new();
    let mut problems = Vec::new();
    let mut take = |stored: &target::StoredTarget| {
        let Some(at) = super::source::place(stored.id) else {
            return;
        };
        // A rare code that is none for the protocol gives way to the office's own number.
        let id = Id::new(draw_id(stored)).or_else(|| Id::new(target_number(stored.id)));
        match (id, Text::new(stored.get(Column::Name))) {
            (Some(id), Some(name)) => {
                rows.insert(at, (id, name));
            }
            _ => {
                let number = target_number(stored.id);
                problems.push(about(TaskFlaw::NameUnwritable { number }));
            }
        }
    };
    if wanted.len() > MANY {
        target::walk(office, &mut |stored| {
            if super::source::place(stored.id).is_some_and(|at| wanted.binary_search(&at).is_ok()) {
                take(&stored);
            }
            Ok(())
        })?;
    } else {
        for chunk in wanted.chunks(CHUNK) {
            let ids: Vec<i64> = chunk.iter().map(|at| number_at(*at)).collect();
            target::by_ids(office, &ids)?.iter().for_each(&mut take);
        }
    }
    let mut ids: Vec<&Id> = rows.values().map(|(id, _)| id).collect();
    ids.sort_unstable();
    for twice in ids.windows(2).filter(|pair| pair.first() == pair.last()) {
        if let Some(id) = twice.first() {
            let id = id.to_string();
            problems.push(about(TaskFlaw::IdTwice { id }));
        }
    }
    Ok((rows, problems))
}

fn about(flaw: TaskFlaw) -> Problem {
    problem("target", labels::task_field("target"), flaw)
}

fn items_of(held: &Held, codes: &[String]) -> Result<Vec<Text>> {
    if codes.is_empty() {
        return held.source.items.iter().map(|item| text(&item.number)).collect();
    }
    codes.iter().map(|code| text(code)).collect()
}

fn slots(places: &[SlotPlan]) -> Result<Vec<Slot>> {
    let some = |asked: &Option<String>| match asked {
        Some(asked) => Ok::<_, Error>(Some(Some(text(asked)?))),
        None => Ok(None),
    };
    places
        .iter()
        .map(|slot| {
            Ok(Slot {
                dept: some(&slot.dept)?,
                role: text(labels::role(slot.role))?,
                skill: some(&slot.skill)?,
            })
        })
        .collect()
}

impl Made {
    /// With the places of crews that are drawn later: the manifest of the second ceremony, as far as it is known now.
    pub fn manned(mut self) -> Result<Self> {
        let later = self.later.iter().flatten();
        for (stratum, places) in self.manifest.strata.iter_mut().zip(later) {
            stratum.slots = slots(places)?;
        }
        Ok(self)
    }
}

fn inspectors(secret: &[u8; 32], people: &People, caps: &BTreeMap<i64, u32>) -> Result<Vec<Inspector>> {
    let all = people.eligible.iter().filter_map(|at| people.all.get(*at));
    all.map(|person| {
        Ok(Inspector {
            salt: salt(secret, "inspector", &person.id),
            id: person.id.clone(),
            name: text(&person.name)?,
            dept: text(&person.dept)?,
            skills: person
                .skills
                .iter()
                .map(|skill| text(skill))
                .collect::<Result<_>>()?,
            more: beside(person, caps)?,
        })
    })
    .collect()
}

/// What the list says of somebody beside what the protocol asks: who is not of this office, and how many targets they may be
/// given at most, as their department wrote it.
fn beside(person: &Person, caps: &BTreeMap<i64, u32>) -> Result<Fields> {
    let mut told = Vec::new();
    if !person.borrowed.is_empty() {
        told.push(("borrowed", Free::Text(text(&person.borrowed)?)));
    }
    if let Some(cap) = person.inspector.and_then(|id| caps.get(&id)) {
        told.push(("cap", Free::Number((*cap).into())));
    }
    fields(told)
}

fn recusals(
    secret: &[u8; 32],
    people: &People,
    apart: &[Apart],
    order: &[Vec<usize>],
) -> Result<(Vec<Recusal>, Vec<usize>)> {
    let mut numbers: BTreeMap<usize, (usize, u64)> = BTreeMap::new();
    for pair in apart {
        numbers.insert(pair.target, (usize::MAX, 0));
    }
    for (stratum, members) in order.iter().enumerate() {
        for (place, at) in members.iter().enumerate() {
            if let Some(number) = numbers.get_mut(at) {
                *number = (stratum, wide(place) + 1);
            }
        }
    }
    let (mut made, mut rotation) = (Vec::new(), Vec::new());
    for pair in apart {
        let Some((stratum, number)) = numbers.get(&pair.target).copied() else {
            continue;
        };
        let key = sunlot_rules::pool::key(stratum).map(String::from);
        let (Some(key), Some(person)) = (key, people.all.get(pair.inspector)) else {
            continue;
        };
        if pair.rotation {
            rotation.push(made.len());
        }
        made.push(Recusal {
            salt: salt(secret, "recusal", &format!("{} {key} {number}", person.id)),
            inspector: person.id.clone(),
            stratum: text(&key)?,
            number,
            reason: text(&pair.reasons.join("；"))?,
            more: Fields::default(),
        });
    }
    Ok((made, rotation))
}

fn exclusions(
    office: &Connection,
    held: &Held,
    secret: &[u8; 32],
    rows: &Rows,
) -> Result<Vec<Leaf<Exclusion>>> {
    let mut made = Vec::new();
    for (at, why) in &held.pool.excluded {
        let Some((id, name)) = rows.get(at) else {
            continue;
        };
        let mut reason = labels::excluded(*why, &held.source.profile).label;
        if let Some(decided) = held.source.by_hand(*at)
            && let Some(stored) = pool_exclusion::by_id(office, decided)?
        {
            reason = labels::by_hand_told(&stored.row.kind, &stored.row.basis);
        } else if *why == Excluded::Merged
            && let Some(draw) = held.source.due_of(*at).next()
        {
            reason = labels::with_source(&reason, &draw.told);
        }
        made.push(Leaf::Open(Exclusion {
            salt: salt(secret, "exclusion", id),
            id: id.clone(),
            name: name.clone(),
            reason: text(&reason)?,
            more: Fields::default(),
        }));
    }
    made.sort_by(|a, b| a.open().map(|row| &*row.id).cmp(&b.open().map(|row| &*row.id)));
    Ok(made)
}

/// The salt of one row: nobody can tell it who does not know the task's secret, and the same row has the same one in the list that is
/// announced and in the one that is sealed.
fn salt(secret: &[u8; 32], kind: &str, row: &str) -> Salt {
    let mut hash = Sha256::new();
    hash.update(b"sunlot salt\0");
    hash.update(secret);
    hash.update(kind.as_bytes());
    hash.update([0]);
    hash.update(row.as_bytes());
    let digest: [u8; 32] = hash.finalize().into();
    let mut salt = [0; 16];
    salt.copy_from_slice(digest.split_at(16).0);
    Salt::new(salt)
}

/// The number that a task was given, or the program's own for one that has none yet.
fn task_number(number: Option<&str>, task: i64) -> Result<Task> {
    let own = labels::number(task);
    number
        .and_then(|number| Task::new(number.to_owned()))
        .or_else(|| Task::new(own))
        .ok_or_else(|| internal("a task without a number"))
}

fn fields<'k>(all: impl IntoIterator<Item = (&'k str, Free)>) -> Result<Fields> {
    let named = all.into_iter().map(|(key, value)| {
        let key = Key::new(key.to_owned()).ok_or_else(|| internal(key))?;
        Ok((key, value))
    });
    Ok(Fields::new(named.collect::<Result<Vec<_>>>()?))
}

fn text(words: &str) -> Result<Text> {
    Text::new(words.to_owned()).ok_or_else(|| internal(words))
}

fn internal(detail: &str) -> Error {
    Error::new(Reason::Internal, detail)
}
