//! Published chains, judged apart from any office: which keys they name, where they are broken, and what the signatures of
//! records are worth by them. Nobody is asked who they are.

use std::path::{Path, PathBuf};

use serde::Serialize;
use sunlot_draw::problem::Problems;
use sunlot_draw::read::{self, Reading};
use sunlot_draw::station::{self, Chain, Ending, Flaw, Judged, KeyLife, Standing, Trust};
use sunlot_draw::verify::{self as draw, CheckName, Given, Verdict};
use sunlot_draw::{Published, Time};

use super::acting::plain;
use super::labels::{ending_label, opening_label};
use super::view::opening_name;
use crate::Result;
use crate::messages::station as words;
use crate::published::{open, shown, whole};

/// Files to judge, and the fingerprint that whoever asks has from paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyVerifyRequest {
    /// Published chains.
    pub chains: Vec<PathBuf>,
    /// Published records whose signatures are to be judged by the longest chain.
    pub records: Vec<PathBuf>,
    /// The station's fingerprint as it hangs on the wall.
    pub station: Option<String>,
}

/// The report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyVerifyView {
    /// Whether nothing is wrong: every chain fits in itself and with the others, names the key on the wall if one was
    /// given, and every record is beyond doubt.
    pub valid: bool,
    /// The chains.
    pub chains: Vec<ChainFileView>,
    /// Where two chains tell different stories; none where they do not.
    pub fork: Option<String>,
    /// Why the fingerprint given names none of them; none where it does, or none was given.
    pub station: Option<String>,
    /// The records.
    pub records: Vec<ChainRecordView>,
}

/// A chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChainFileView {
    /// The file as it was given.
    pub file: String,
    /// Whether it fits in itself.
    pub valid: bool,
    /// Whose it says it is.
    pub office: String,
    /// The office's code.
    pub code: String,
    /// Its keys, in the order of their coming.
    pub keys: Vec<ChainKeyView>,
    /// What is wrong, with its place.
    pub flaws: Vec<String>,
}

/// A key of a chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChainKeyView {
    /// Its fingerprint.
    pub fingerprint: String,
    /// The public key.
    pub public_key: String,
    /// SHA-256 of its certificate.
    pub certificate: Option<String>,
    /// Which life of the office's data it came in with.
    pub epoch: u64,
    /// Keys that vouch for each other have one number.
    pub generation: u64,
    /// `first`, `crossed` or `broken`.
    pub opening: &'static str,
    /// The same, for people.
    pub opening_label: &'static str,
    /// Since when.
    pub from: String,
    /// From when it does not count.
    pub until: Option<String>,
    /// What became of it.
    pub state_label: &'static str,
    /// Why.
    pub reason: Option<String>,
    /// `pinned`, `apart`, `foreign` or `unpinned`: how far it is known to be the office's.
    pub trust: &'static str,
    /// Whether it is revoked without a signature.
    pub claimed: bool,
}

/// A record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChainRecordView {
    /// The file as it was given.
    pub file: String,
    /// `good`, `caution` or `bad`. Only what is beyond doubt is good.
    pub verdict: &'static str,
    /// Why.
    pub message: String,
}

/// Judges chains, and records by them.
pub fn verify(request: &KeyVerifyRequest) -> Result<KeyVerifyView> {
    let station = request
        .station
        .as_deref()
        .map(plain)
        .filter(|typed| !typed.is_empty());
    let read = |file: &PathBuf| whole(&shown(file), station::chain(&open(file)?));
    let chains = request.chains.iter().map(read).collect::<Result<Vec<Chain>>>()?;
    let judged: Vec<Judged> = chains.iter().map(station::judge).collect();
    let fork = station::agree(&chains.iter().collect::<Vec<_>>()).err();
    let longest = chains
        .iter()
        .zip(&judged)
        .max_by_key(|(chain, _)| chain.statements.len());
    let foreign = longest.is_some_and(|(_, judged)| {
        let by = |life: &KeyLife| judged.trust(life, station.as_deref()) == Trust::Foreign;
        judged.keys.first().is_some_and(by)
    });
    let sound = fork.is_none() && judged.iter().all(Judged::is_valid);
    let by = longest.map(|(_, judged)| judged).filter(|_| sound);
    let record = |file: &PathBuf| record(file, by, station.as_deref());
    let records = request.records.iter().map(record).collect::<Result<Vec<_>>>()?;
    Ok(KeyVerifyView {
        valid: sound && !foreign && records.iter().all(|record| record.verdict == GOOD),
        chains: request
            .chains
            .iter()
            .zip(chains.iter().zip(&judged))
            .map(|(file, (chain, judged))| view(file, chain, judged, station.as_deref()))
            .collect(),
        fork: fork.map(words::of_fork),
        station: foreign.then(words::of_foreign),
        records,
    })
}

fn view(file: &Path, chain: &Chain, judged: &Judged, station: Option<&str>) -> ChainFileView {
    let office = chain.statements.last().map(|signed| &signed.statement.office);
    ChainFileView {
        file: shown(file),
        valid: judged.is_valid(),
        office: office.map(|office| office.name.to_string()).unwrap_or_default(),
        code: office.map(|office| office.code.to_string()).unwrap_or_default(),
        keys: judged
            .keys
            .iter()
            .map(|life| key(life, judged, station))
            .collect(),
        flaws: flaws(&judged.flaws),
    }
}

fn key(life: &KeyLife, judged: &Judged, station: Option<&str>) -> ChainKeyView {
    ChainKeyView {
        fingerprint: life.fingerprint(),
        public_key: life.key.to_string(),
        certificate: life.certificate.map(|digest| digest.to_string()),
        epoch: life.epoch,
        generation: life.generation,
        opening: opening_name(life.opening),
        opening_label: opening_label(life.opening),
        from: life.from.to_string(),
        until: life.until.as_ref().map(ToString::to_string),
        state_label: ending_label(life.ending),
        reason: life.reason.as_ref().map(ToString::to_string),
        trust: match judged.trust(life, station) {
            Trust::Unpinned => "unpinned",
            Trust::Pinned => "pinned",
            Trust::Apart => "apart",
            Trust::Foreign => "foreign",
        },
        claimed: life.ending == Some(Ending::Revoked) && !life.signed_off,
    }
}

fn flaws(found: &Problems<Flaw>) -> Vec<String> {
    let told = |problem: &sunlot_draw::problem::Problem<Flaw>| words::of_flaw(&problem.path, problem.kind);
    found.kept().iter().map(told).collect()
}

const GOOD: &str = "good";
const CAUTION: &str = "caution";
const BAD: &str = "bad";

/// What a record's signatures are worth by this chain; by none, where the chains do not hold.
fn record(file: &Path, by: Option<&Judged>, station: Option<&str>) -> Result<ChainRecordView> {
    let read = read::published(&open(file)?);
    let report = draw::verify(std::slice::from_ref(&read), &Given::default());
    let (verdict, message) = match read {
        Ok(Reading {
            value: Some(published),
            ..
        }) if report.is_valid() => worth(&published, &report, by, station),
        _ => (BAD, words::RECORD_INVALID.to_owned()),
    };
    Ok(ChainRecordView {
        file: shown(file),
        verdict,
        message,
    })
}

fn worth(
    published: &Published,
    report: &draw::Report,
    by: Option<&Judged>,
    station: Option<&str>,
) -> (&'static str, String) {
    let checks = report.files.iter().flat_map(|file| &file.checks);
    let signatures = checks.filter(|check| check.name == CheckName::Signatures);
    let signed = signatures
        .map(|check| &check.verdict)
        .all(|verdict| matches!(verdict, Verdict::Pass));
    if !signed {
        return (CAUTION, words::RECORD_UNSIGNED.to_owned());
    }
    let Some(judged) = by else {
        return (BAD, words::CHAIN_INVALID.to_owned());
    };
    let key = &published.record.manifest.station;
    let Some(life) = judged.life(key) else {
        return (CAUTION, words::of_standing(Standing::Unknown));
    };
    // The record itself, and every amendment: the worst of them decides.
    let moments = published.amendments.iter().map(|entry| &entry.amendment.at);
    let moments = [&published.record.manifest.created_at].into_iter().chain(moments);
    let standings = moments.map(|at: &Time| life.standing(at));
    let worst = standings
        .max_by_key(|standing| rank(*standing))
        .unwrap_or(Standing::Unknown);
    let trust = judged.trust(life, station);
    let verdict = match (worst, trust) {
        (Standing::Early | Standing::Over(_), _) | (_, Trust::Foreign) => BAD,
        (Standing::InForce(None | Some(Ending::Retired)), Trust::Pinned) => GOOD,
        _ => CAUTION,
    };
    let about = match (verdict, trust) {
        (BAD, Trust::Foreign) => words::of_foreign(),
        (BAD, _) | (_, Trust::Pinned) => String::new(),
        (_, trust) => words::of_trust(trust),
    };
    (verdict, words::of_standing(worst) + &about)
}

fn rank(standing: Standing) -> u8 {
    match standing {
        Standing::InForce(None) => 0,
        Standing::InForce(Some(_)) => 1,
        Standing::Unknown => 2,
        Standing::Early => 3,
        Standing::Over(_) => 4,
    }
}
