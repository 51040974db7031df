//! Manifests for tests, and dice that fall the same way every time.

use sunlot_draw::manifest::{CrewRule, Office, QuotaRule, Slot, Stratum};
use sunlot_draw::{
    Digest, Fields, Id, Inspector, Leaf, Manifest, Protocol, PublicKey, Recusal, Salt, Target, Task, Text,
    Time,
};

/// Numbers by chance, the same ones every time.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % u64::try_from(bound).unwrap()).unwrap()
    }
}

pub fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

/// A seed of this number.
pub fn seed(number: u8) -> Digest {
    Digest::new([number; 32])
}

/// An office with nobody and nothing.
pub fn manifest() -> Manifest {
    Manifest {
        protocol: Protocol::Sunlot1,
        draw_id: text("1"),
        task: Task::new("〔2026〕1号").unwrap(),
        sequence: 1,
        previous: Digest::ZERO,
        attempt: 1,
        basis: None,
        amended: Vec::new(),
        station: PublicKey::new([0; 32]),
        office: Office {
            code: text("410000"),
            name: text("office"),
        },
        title: text("draw"),
        created_at: Time::new("2026-09-01T00:00:00Z").unwrap(),
        seats: Vec::new(),
        challenge: text(""),
        items: Vec::new(),
        strata: Vec::new(),
        exclusions: Vec::new(),
        inspectors: Vec::new(),
        recusals: Vec::new(),
        crew: CrewRule {
            balance: true,
            cap: 0,
        },
        ext: None,
    }
}

/// A slot, with `-` for what it does not ask.
pub fn slot(dept: &str, skill: &str) -> Slot {
    let asked = |what: &str| (what != "-").then(|| Some(text(what)));
    Slot {
        dept: asked(dept),
        role: text("role"),
        skill: asked(skill),
    }
}

impl TestManifest for Manifest {}

/// Adds to a manifest.
pub trait TestManifest: Sized + Into<Manifest> {
    /// A stratum of so many targets and this quota.
    fn stratum(self, key: &str, targets: usize, quota: u64, slots: &[Slot]) -> Manifest {
        let mut manifest: Manifest = self.into();
        let target = |at: usize| {
            Leaf::Open(Target {
                salt: Salt::new([0; 16]),
                id: Id::new(format!("{key}{at:07}")).unwrap(),
                name: text("target"),
                more: Fields::default(),
            })
        };
        manifest.strata.push(Stratum {
            key: text(key),
            label: text(key),
            items: Vec::new(),
            rule: QuotaRule::count(quota),
            quota,
            reserve: 0,
            slots: slots.to_vec(),
            targets: (1..=targets).map(target).collect(),
        });
        manifest
    }

    /// One more inspector, whose id is `P` and the number of those before.
    fn inspector(self, dept: &str, skills: &[&str]) -> Manifest {
        let mut manifest: Manifest = self.into();
        let id = Id::new(format!("P{:04}", manifest.inspectors.len())).unwrap();
        manifest.inspectors.push(Inspector {
            salt: Salt::new([0; 16]),
            id,
            name: text("inspector"),
            dept: text(dept),
            skills: skills.iter().map(|skill| text(skill)).collect(),
            more: Fields::default(),
        });
        manifest
    }

    /// So many inspectors of no department in particular.
    fn inspectors(self, count: usize) -> Manifest {
        let mut manifest: Manifest = self.into();
        for _ in 0..count {
            manifest = manifest.inspector("x", &[]);
        }
        manifest
    }

    /// This inspector stays away from this number.
    fn recused(self, inspector: usize, stratum: &str, number: usize) -> Manifest {
        let mut manifest: Manifest = self.into();
        manifest.recusals.push(Recusal {
            salt: Salt::new([0; 16]),
            inspector: Id::new(format!("P{inspector:04}")).unwrap(),
            stratum: text(stratum),
            number: u64::try_from(number).unwrap(),
            reason: text("reason"),
            more: Fields::default(),
        });
        manifest
    }

    /// So many targets at most for each.
    fn cap(self, cap: u64) -> Manifest {
        let mut manifest: Manifest = self.into();
        manifest.crew.cap = cap;
        manifest
    }
}

/// A small office made up by chance: up to five inspectors, three slots and six targets in each of two strata.
pub fn by_chance(dice: &mut Dice) -> Manifest {
    const DEPTS: [&str; 3] = ["-", "one", "two"];
    const SKILLS: [&str; 3] = ["-", "-", "skill"];
    let mut made = manifest();
    let people = dice.below(6);
    for _ in 0..people {
        let skills: &[&str] = if dice.below(2) == 0 { &["skill"] } else { &[] };
        made = made.inspector(DEPTS[1 + dice.below(2)], skills);
    }
    for key in ["A", "B"] {
        let targets = dice.below(7);
        let slots: Vec<_> = (0..dice.below(4))
            .map(|_| slot(DEPTS[dice.below(3)], SKILLS[dice.below(3)]))
            .collect();
        let quota = u64::try_from(dice.below(targets + 1)).unwrap();
        made = made.stratum(key, targets, quota, &slots);
        for _ in 0..dice.below(8) {
            if people > 0 && targets > 0 {
                made = made.recused(dice.below(people), key, 1 + dice.below(targets));
            }
        }
    }
    made.crew.balance = dice.below(2) == 0;
    made
}
