//! The pool of a million targets with five strata and 200,000 past visits, and the dry run of 5,000 targets by 500 inspectors with
//! 2,000 recusals. Prints; never judges.

use std::collections::BTreeMap;
use std::time::Instant;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;
use sunlot_draw::manifest::{CrewRule, Office, QuotaRule, Slot, Stratum};
use sunlot_draw::{
    Digest, Fields, Id, Inspector, Leaf, Manifest, Protocol, PublicKey, Recusal, Salt, Target, Task, Text,
    Time,
};
use sunlot_rules::cap::{VisitBy, VisitFact};
use sunlot_rules::crew::dry_run::dry_run;
use sunlot_rules::day::Day;
use sunlot_rules::pool::{
    Clause, Column, Field, PoolRequest, Quota, Registry, StratumRule, Values, Visits, build, explain,
};
use sunlot_rules::profile::RuleProfile;

const TARGETS: usize = 1_000_000;
const VISITS: usize = 200_000;
const BY_HAND: usize = 2_000;
const RUNS: usize = 5;

pub fn measure() {
    pool();
    crews();
}

/// The columns of a registry in memory, as the program holds them.
struct Made {
    texts: Vec<Vec<String>>,
    of: Vec<Vec<u32>>,
    flags: Vec<u16>,
}

const COLUMNS: [Column; 10] = [
    Column::Kind,
    Column::Credit,
    Column::Risk,
    Column::Tags,
    Column::Industry,
    Column::Township,
    Column::Supervisor,
    Column::Source,
    Column::Status,
    Column::Membership,
];

fn made(dice: &mut ChaCha20Rng) -> Made {
    let texts = |words: &[&str]| {
        words
            .iter()
            .map(|word| (*word).to_owned())
            .collect::<Vec<String>>()
    };
    let all = [
        texts(&["enterprise", "individual_business", "farmer_cooperative"]),
        texts(&["good", "fair", "poor", ""]),
        texts(&["low", "medium", "medium_high", "high", ""]),
        texts(&["粮食流通", "食品、粮食流通", "危险化学品", ""]),
        texts(&["零售业", "批发业", "制造业"]),
        (0..20).map(|at| format!("第{at}镇")).collect(),
        texts(&[""]),
        texts(&["企业名录"]),
        texts(&["active", "active", "active", "deregistered"]),
        texts(&["in", "in", "in", "in", "suspended"]),
    ];
    let of = all
        .iter()
        .map(|words| {
            let many = u32::try_from(words.len()).unwrap_or(1);
            (0..TARGETS).map(|_| dice.random_range(0..many)).collect()
        })
        .collect();
    let flags = (0..TARGETS)
        .map(|_| {
            if dice.random_range(0..20) == 0 {
                1 << dice.random_range(0..8)
            } else {
                0
            }
        })
        .collect();
    Made {
        texts: all.to_vec(),
        of,
        flags,
    }
}

fn visits(dice: &mut ChaCha20Rng) -> Vec<(usize, VisitFact)> {
    let begin = Day::new(2025, 6, 1).map_or(0, Day::number);
    let visit = |id: usize, dice: &mut ChaCha20Rng| {
        let day = Day::from_number(begin + dice.random_range(0..540))?;
        let fact = VisitFact {
            id: i64::try_from(id).ok()?,
            first: day,
            last: day,
            times: 1,
            told: false,
            counted: true,
            modes: Vec::new(),
            by: VisitBy::Own,
            case: false,
        };
        Some((dice.random_range(0..TARGETS), fact))
    };
    (0..VISITS).filter_map(|id| visit(id, dice)).collect()
}

fn strata() -> Vec<StratumRule> {
    let stratum = |label: &str, clauses: Vec<Clause>, share: u32| StratumRule {
        label: label.to_owned(),
        meaning: String::new(),
        clauses,
        quota: Quota::Rate {
            share,
            min: 0,
            max: None,
        },
        reserve: None,
        items: Vec::new(),
    };
    vec![
        stratum("甲类", vec![Clause::any(Field::Flags, &["blacklist"])], 10_000),
        stratum("乙类", vec![Clause::any(Field::Risk, &["high"])], 3_000),
        stratum("丙类", vec![Clause::any(Field::Credit, &["poor"])], 1_000),
        stratum(
            "丁类",
            vec![Clause::any(Field::Risk, &["medium_high", "medium"])],
            200,
        ),
        stratum("戊类", Vec::new(), 100),
    ]
}

fn pool() {
    let mut dice = ChaCha20Rng::seed_from_u64(7);
    let made = made(&mut dice);
    let known = visits(&mut dice);
    let by_hand: BTreeMap<usize, i64> = (0..BY_HAND).map(|at| (at * 400, 1)).collect();
    let (scope, tags, due) = (
        vec![Clause::none(Field::Township, &["第3镇"])],
        vec!["粮食流通".to_owned(), "危险化学品".to_owned()],
        BTreeMap::new(),
    );
    let (strata, profile) = (strata(), RuleProfile::default());
    let Some(from) = Day::new(2026, 11, 20) else {
        return;
    };
    let mut took = Vec::new();
    for _ in 0..RUNS {
        let begun = Instant::now();
        let visits = Visits::new(known.clone());
        let column = |column: Column| {
            let place = COLUMNS.iter().position(|other| *other == column).unwrap_or(0);
            Values {
                texts: &made.texts[place],
                of: &made.of[place],
            }
        };
        let registry = Registry::new(TARGETS, column, &made.flags, &visits);
        let request = PoolRequest {
            scope: &scope,
            item_tags: &tags,
            strata: &strata,
            from,
            profile: &profile,
            superior: "",
            key_area: false,
            by_hand: &by_hand,
            due: &due,
        };
        let pool = build(&registry, &request);
        let built = begun.elapsed();
        let asked = Instant::now();
        let told = (0..1_000).filter(|at| !explain(&registry, &request, at * 997).reasons.is_empty());
        let (told, explained) = (told.count(), asked.elapsed());
        took.push((built, explained));
        if took.len() == RUNS {
            took.sort();
            let (built, explained) = took[RUNS / 2];
            println!("名单：{TARGETS} 户，5 层，{VISITS} 次检查，{BY_HAND} 户人工排除，中位数，共 {RUNS} 次");
            println!(
                "  分层、计次、排除    {:>9.1} 毫秒（目标 3 秒以内）",
                built.as_secs_f64() * 1e3
            );
            println!(
                "  逐户说明 1,000 户   {:>9.1} 毫秒",
                explained.as_secs_f64() * 1e3
            );
            println!(
                "  候选 {} 户，排除 {} 户，范围外 {} 户，有原因的 {told} 户",
                pool.size(),
                pool.excluded.len(),
                pool.outside.values().sum::<u64>()
            );
        }
    }
}

fn text(words: &str) -> Option<Text> {
    Text::new(words.to_owned())
}

fn manifest(dice: &mut ChaCha20Rng) -> Option<Manifest> {
    let salt = || Salt::new([0; 16]);
    let targets = (0..5_000).map(|at| {
        Some(Leaf::Open(Target {
            salt: salt(),
            id: Id::new(format!("DX-{at:06}"))?,
            name: text(&format!("第{at}粮站"))?,
            more: Fields::default(),
        }))
    });
    let inspectors = (0..500).map(|at| {
        Some(Inspector {
            salt: salt(),
            id: Id::new(format!("1306{at:05}"))?,
            name: text(&format!("第{at}人"))?,
            dept: text(["一科", "二科", "三科"][at % 3])?,
            skills: Vec::new(),
            more: Fields::default(),
        })
    });
    let mut pairs: Vec<(usize, u64)> = (0..2_000)
        .map(|_| (dice.random_range(0..500), dice.random_range(1..=5_000)))
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    let recusals = pairs.into_iter().map(|(at, number)| {
        Some(Recusal {
            salt: salt(),
            inspector: Id::new(format!("1306{at:05}"))?,
            stratum: text("A")?,
            number,
            reason: text("亲属任职")?,
            more: Fields::default(),
        })
    });
    let slot = |dept: Option<&str>| {
        Some(Slot {
            dept: match dept {
                Some(dept) => Some(Some(text(dept)?)),
                None => None,
            },
            role: text("检查")?,
            skill: None,
        })
    };
    Some(Manifest {
        protocol: Protocol::Sunlot1,
        draw_id: text("1")?,
        task: Task::new("〔2026〕1号")?,
        sequence: 1,
        previous: Digest::ZERO,
        attempt: 1,
        basis: None,
        amended: Vec::new(),
        station: PublicKey::new([0; 32]),
        office: Office {
            code: text("130609")?,
            name: text("测量局")?,
        },
        title: text("测量")?,
        created_at: Time::new("2026-11-20T09:00:00+08:00")?,
        seats: Vec::new(),
        challenge: text("")?,
        items: Vec::new(),
        strata: vec![Stratum {
            key: text("A")?,
            label: text("甲类")?,
            items: Vec::new(),
            rule: QuotaRule::count(5_000),
            quota: 5_000,
            reserve: 0,
            slots: vec![slot(Some("一科"))?, slot(None)?],
            targets: targets.collect::<Option<_>>()?,
        }],
        exclusions: Vec::new(),
        inspectors: inspectors.collect::<Option<_>>()?,
        recusals: recusals.collect::<Option<_>>()?,
        crew: CrewRule {
            balance: true,
            cap: 0,
        },
        ext: None,
    })
}

fn crews() {
    let mut dice = ChaCha20Rng::seed_from_u64(11);
    let Some(manifest) = manifest(&mut dice) else {
        return;
    };
    let mut took = Vec::new();
    let mut verdict = None;
    for run in 0..RUNS {
        let seed = Digest::new([u8::try_from(run).unwrap_or(0); 32]);
        let begun = Instant::now();
        verdict = Some(dry_run(&manifest, &[seed], &[]).verdict);
        took.push(begun.elapsed());
    }
    took.sort();
    println!("派人预演：5,000 户全部抽中 × 500 人 × 2,000 对回避，试抽一次，中位数，共 {RUNS} 次");
    println!(
        "  精确核对加试抽       {:>9.1} 毫秒（目标 1.5 秒以内），{verdict:?}",
        took[RUNS / 2].as_secs_f64() * 1e3
    );
}
