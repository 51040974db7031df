//! Judging a chain: every statement by the ones before it, none stopping another.

use super::life::{Ending, KeyLife, Opening, Standing, Trust};
use super::statement::{Act, Chain, Signed, Statement};
use crate::hex::{Digest, PublicKey};
use crate::problem::Problems;
use crate::time::Time;

/// What is wrong with a statement, where the path says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// There is no statement at all.
    Empty,
    /// Its number does not follow.
    Sequence,
    /// It does not name the digest of the one before.
    Previous,
    /// A field is there that does not belong to its act, or one is missing that does.
    Shape,
    /// Another office.
    Office,
    /// It was made before the one before it.
    TimeBack,
    /// An epoch before that of the one before it.
    EpochBack,
    /// A key is made although one is in force.
    StillInForce,
    /// The key that goes is not the one in force.
    NotInForce,
    /// The key that comes was there before.
    KeyAgain,
    /// The key that is revoked is none of this chain.
    KeyUnknown,
    /// It was revoked before.
    RevokedAgain,
    /// It shall not count from before it was made, or from a moment still to come.
    Since,
    /// A signature that it cannot be without is missing.
    Unsigned,
    /// A signature does not hold.
    Signature,
    /// Somebody signed who has nothing to say here, or twice.
    Stranger,
}

/// What a chain comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judged {
    /// Every key that it names, in the order of their coming.
    pub keys: Vec<KeyLife>,
    /// What is wrong; a chain is valid where nothing is.
    pub flaws: Problems<Flaw>,
}

/// Judges a chain.
pub fn judge(chain: &Chain) -> Judged {
    let mut judging = Judging::default();
    if chain.statements.is_empty() {
        judging.flaws.add(String::new, Flaw::Empty);
    }
    for (at, signed) in chain.statements.iter().enumerate() {
        judging.link(at, &signed.statement);
        judging.act(at, signed);
        judging.last = Some(signed.statement.clone());
    }
    Judged {
        keys: judging.keys,
        flaws: judging.flaws,
    }
}

/// Whether of these chains each is the beginning of the longest: then they tell one story. Otherwise the number, from 1,
/// of the first statement on which two differ.
pub fn agree(chains: &[&Chain]) -> Result<(), u64> {
    let Some(longest) = chains.iter().max_by_key(|chain| chain.statements.len()) else {
        return Ok(());
    };
    let differs = |chain: &&Chain| {
        let pairs = chain.statements.iter().zip(&longest.statements);
        pairs
            .zip(1u64..)
            .find(|((one, other), _)| one.statement != other.statement)
            .map(|(_, number)| number)
    };
    chains.iter().filter_map(differs).min().map_or(Ok(()), Err)
}

impl Judged {
    /// Whether nothing is wrong with it.
    pub fn is_valid(&self) -> bool {
        self.flaws.is_empty()
    }

    /// The key in force.
    pub fn in_force(&self) -> Option<&KeyLife> {
        self.keys.iter().find(|life| life.ending.is_none())
    }

    /// The life of this key.
    pub fn life(&self, key: &PublicKey) -> Option<&KeyLife> {
        self.keys.iter().find(|life| life.key == *key)
    }

    /// What a good signature of this key is worth at a moment.
    pub fn standing(&self, key: &PublicKey, at: &Time) -> Standing {
        self.life(key).map_or(Standing::Unknown, |life| life.standing(at))
    }

    /// How far a key is known to be the office's, by the fingerprint that hangs on its wall.
    pub fn trust(&self, life: &KeyLife, pinned: Option<&str>) -> Trust {
        let Some(pinned) = pinned else {
            return Trust::Unpinned;
        };
        match self.keys.iter().find(|known| known.fingerprint() == pinned) {
            None => Trust::Foreign,
            Some(known) if known.generation == life.generation => Trust::Pinned,
            Some(_) => Trust::Apart,
        }
    }
}

#[derive(Default)]
struct Judging {
    last: Option<Statement>,
    keys: Vec<KeyLife>,
    flaws: Problems<Flaw>,
}

impl Judging {
    fn flaw(&mut self, at: usize, field: &str, flaw: Flaw) {
        self.flaws.add(|| format!("statements[{at}]{field}"), flaw);
    }

    /// What ties it to the one before.
    fn link(&mut self, at: usize, statement: &Statement) {
        let last = self.last.as_ref();
        let sequence = last.map_or(1, |last| last.sequence.saturating_add(1));
        let previous = last.map_or(Digest::ZERO, Statement::digest);
        let other_office = last.is_some_and(|last| last.office.code != statement.office.code);
        let time_back = last.is_some_and(|last| statement.at.is_before(&last.at));
        let epoch_back = statement.epoch < last.map_or(1, |last| last.epoch);
        for (wrong, field, flaw) in [
            (statement.sequence != sequence, ".sequence", Flaw::Sequence),
            (statement.previous != previous, ".previous", Flaw::Previous),
            (!statement.is_shaped(), "", Flaw::Shape),
            (other_office, ".office", Flaw::Office),
            (time_back, ".at", Flaw::TimeBack),
            (epoch_back, ".epoch", Flaw::EpochBack),
        ] {
            if wrong {
                self.flaw(at, field, flaw);
            }
        }
    }

    /// What it does.
    fn act(&mut self, at: usize, signed: &Signed) {
        let statement = &signed.statement;
        let in_force = self.keys.iter().position(|life| life.ending.is_none());
        match statement.act {
            Act::Made => {
                if in_force.is_some() {
                    self.flaw(at, "", Flaw::StillInForce);
                }
                self.come(at, signed, Opening::Broken, &statement.signers());
            }
            Act::Rotated | Act::Lost => {
                let former = in_force.filter(|place| {
                    let going = self.keys.get(*place).map(|life| life.key);
                    going.is_some() && going == statement.former
                });
                let (ending, opening) = match statement.act {
                    Act::Rotated => (Ending::Retired, Opening::Crossed),
                    _ => (Ending::Lost, Opening::Broken),
                };
                match former.and_then(|place| self.keys.get_mut(place)) {
                    Some(life) => {
                        life.ending = Some(ending);
                        life.until = Some(statement.at.clone());
                        life.reason = Some(statement.reason.clone());
                    }
                    None => self.flaw(at, ".former", Flaw::NotInForce),
                }
                self.come(at, signed, opening, &statement.signers());
            }
            Act::Revoked => self.revoke(at, signed),
        }
    }

    /// A key comes in. One whose signatures do not hold is vouched for by nobody.
    fn come(&mut self, at: usize, signed: &Signed, opening: Opening, allowed: &[PublicKey]) {
        let whole = self.signatures(at, signed, allowed, allowed.len());
        let statement = &signed.statement;
        if self.keys.iter().any(|life| life.key == statement.key) {
            self.flaw(at, ".key", Flaw::KeyAgain);
            return;
        }
        let opening = match (self.keys.is_empty(), opening, whole) {
            (true, Opening::Broken, _) => Opening::First,
            (_, Opening::Crossed, true) => Opening::Crossed,
            _ => Opening::Broken,
        };
        let generation = self.keys.last().map_or(0, |life| life.generation);
        self.keys.push(KeyLife {
            key: statement.key,
            certificate: statement.certificate,
            epoch: statement.epoch,
            generation: generation + u64::from(opening != Opening::Crossed),
            opening,
            from: statement.at.clone(),
            ending: None,
            until: None,
            reason: None,
            signed_off: false,
        });
    }

    fn revoke(&mut self, at: usize, signed: &Signed) {
        let statement = &signed.statement;
        let in_force = self.keys.iter().find(|life| life.ending.is_none());
        let mut allowed = vec![statement.key];
        allowed.extend(in_force.map(|life| life.key).filter(|key| *key != statement.key));
        let whole = self.signatures(at, signed, &allowed, 0);
        let Some(place) = self.keys.iter().position(|life| life.key == statement.key) else {
            return self.flaw(at, ".key", Flaw::KeyUnknown);
        };
        let since = statement.since.clone().unwrap_or_else(|| statement.at.clone());
        let too_early = self
            .keys
            .get(place)
            .is_some_and(|life| since.is_before(&life.from));
        if too_early || statement.at.is_before(&since) {
            self.flaw(at, ".since", Flaw::Since);
        }
        let Some(life) = self.keys.get_mut(place) else {
            return;
        };
        if life.ending == Some(Ending::Revoked) {
            return self.flaw(at, ".key", Flaw::RevokedAgain);
        }
        life.until = Some(match life.until.take() {
            Some(until) if until.is_before(&since) => until,
            _ => since,
        });
        life.ending = Some(Ending::Revoked);
        life.reason = Some(statement.reason.clone());
        life.signed_off = whole && !signed.signatures.is_empty();
    }

    /// Judges the signatures; whether all that must be there are, and hold.
    fn signatures(&mut self, at: usize, signed: &Signed, allowed: &[PublicKey], needed: usize) -> bool {
        let before = self.flaws.total();
        let mut met: Vec<PublicKey> = Vec::new();
        for (place, signature) in signed.signatures.iter().enumerate() {
            let field = format!(".signatures[{place}]");
            if !allowed.contains(&signature.public_key) || met.contains(&signature.public_key) {
                self.flaw(at, &field, Flaw::Stranger);
                continue;
            }
            met.push(signature.public_key);
            if !signature.holds(&signed.statement) {
                self.flaw(at, &field, Flaw::Signature);
            }
        }
        if needed > 0 && allowed.iter().any(|key| !met.contains(key)) {
            self.flaw(at, ".signatures", Flaw::Unsigned);
        }
        self.flaws.total() == before
    }
}
