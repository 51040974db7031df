//! Who is in the pool of a task and who is not, each with its reason, and what keeps it from being sealed.

use sunlot_app::account::Role;
use sunlot_app::item::{ItemMembership, ItemsRequest};
use sunlot_app::registry::Membership;
use sunlot_app::rules::RulesSave;
use sunlot_app::target::{TargetFlagAdd, VisitAdd};
use sunlot_app::task::{
    PoolRowsRequest, PoolView, StratumForm, TargetExclude, TargetInclude, TaskFault, TaskSave, TaskTarget,
};
use sunlot_app::{Desk, Reason};

use super::{clause, everybody, id, item, people, request, saved, target, values, visited};
use crate::accounts::seated;
use crate::items;
use crate::support::{Office, someone};

fn sums(sums: &[sunlot_app::task::PoolSum]) -> Vec<(&str, u32)> {
    sums.iter().map(|sum| (sum.value.as_str(), sum.count)).collect()
}

fn codes(pool: &PoolView) -> Vec<&str> {
    pool.obstacles
        .iter()
        .map(|problem| problem.code.as_str())
        .collect()
}

fn explained(desk: &Desk, task: i64, target: i64) -> (String, String) {
    let told = desk.task_explain(&TaskTarget { task, target }).unwrap();
    (told.place.value, told.sentences.join("\n"))
}

#[test]
fn every_target_in_scope_is_in_one_stratum_or_left_out_with_its_reason() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    let fine = target(&desk, "徐水甲粮站", &[("township", "安肃镇")]);
    let closed = target(
        &desk,
        "徐水乙粮站",
        &[("township", "安肃镇"), ("status", "deregistered")],
    );
    let twice = target(&desk, "徐水丙粮站", &[("township", "安肃镇")]);
    visited(&desk, twice, &["2026-03-05", "2026-06-08"]);
    let flagged = target(&desk, "徐水丁粮站", &[("township", "安肃镇")]);
    visited(&desk, flagged, &["2026-03-05", "2026-06-08"]);
    desk.target_flag_add(&TargetFlagAdd {
        target: flagged,
        flag: "many_complaints".to_owned(),
        since: "2026-01-01".to_owned(),
        until: String::new(),
        evidence: "12345 工单 17 件".to_owned(),
    })
    .unwrap();
    let elsewhere = target(&desk, "徐水戊粮站", &[("township", "遂城镇")]);
    let view = saved(
        &desk,
        &TaskSave {
            scope: vec![clause("township", &["安肃镇"])],
            ..request(item)
        },
    );
    let pool = desk.task_pool(&id(&view)).unwrap();
    assert_eq!(
        (pool.registry, pool.in_scope, pool.size),
        (5, 4, 2),
        "four in scope, two of them can be drawn"
    );
    assert_eq!(
        sums(&pool.excluded),
        [("inactive", 1), ("cap_reached", 1)],
        "the others are left out, each for its reason"
    );
    assert_eq!(
        sums(&pool.outside),
        [("clause.0", 1)],
        "D-08: outside the scope is counted beside its rule"
    );
    assert_eq!(
        sums(&pool.exceptions),
        [("risk", 1)],
        "N-05: in by a coded exception, and listed as such"
    );
    for (target, place, part, why) in [
        (
            fine,
            "A",
            "本自然年已检查 0 次",
            "in, and how often it was visited",
        ),
        (closed, "excluded", "不参加抽取", "not in business"),
        (
            twice,
            "excluded",
            "已检查 2 次，到了上限 2 次",
            "N-03: visited often enough",
        ),
        (
            flagged,
            "A",
            "风险对象（投诉举报多）",
            "N-05: many have complained",
        ),
        (
            elsewhere,
            "outside",
            "不符合：乡镇街道是安肃镇",
            "D-08: the scope says so",
        ),
    ] {
        let (found, sentences) = explained(&desk, view.line.id, target);
        assert_eq!(found, place, "{why}");
        assert!(sentences.contains(part), "{why}: {sentences}");
    }
    let told = desk
        .task_explain(&TaskTarget {
            task: view.line.id,
            target: twice,
        })
        .unwrap();
    assert_eq!(told.visits.len(), 2, "and which visits this office knows of");
    assert_eq!(told.visits[0].held_on, "2026-06-08", "the latest first");
}

#[test]
fn n_07_a_case_uses_up_no_visit_where_the_rules_say_nothing_else() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    let complained_of = target(&desk, "徐水甲粮站", &[]);
    target(&desk, "徐水乙粮站", &[]);
    for day in ["2026-03-05", "2026-06-08"] {
        desk.visit_add(&VisitAdd {
            target: complained_of,
            held_on: day.to_owned(),
            task_kind: "case_inspection".to_owned(),
            counted: true,
            ..VisitAdd::default()
        })
        .unwrap();
    }
    let view = saved(&desk, &request(item));
    let told = || {
        let asked = TaskTarget {
            task: view.line.id,
            target: complained_of,
        };
        desk.task_explain(&asked).unwrap()
    };
    assert_eq!(
        told().place.value,
        "A",
        "nobody escapes the draw by being complained of"
    );
    assert_eq!(
        told().visits[0].counts.label,
        "个案检查，按细则配置不计",
        "and whoever asks is told why they do not count"
    );
    let rules = desk.rules_save(&RulesSave {
        name: Some("本局细则".to_owned()),
        values: values(&[("count_cases", "yes")]),
        in_force: Some(true),
        basis: Some("徐粮〔2026〕9号".to_owned()),
        reason: "照上级公布的频次".to_owned(),
        ..RulesSave::default()
    });
    rules.unwrap();
    assert_eq!(told().place.value, "excluded", "an office may count them");
    assert_eq!(told().visits[0].counts.label, "计入次数", "and then says so");
}

#[test]
fn the_table_says_how_many_of_each_and_with_what_chance() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    for at in 0..10 {
        let credit = if at < 4 { "poor" } else { "good" };
        target(
            &desk,
            &format!("徐水第{at}粮站"),
            &[("credit", credit), ("credit_on", "2026-01-01")],
        );
    }
    let poor = StratumForm {
        clauses: vec![clause("credit", &["poor"])],
        ..everybody("all", "")
    };
    let rest = StratumForm {
        label: "乙类".to_owned(),
        ..everybody("rate", "20%")
    };
    let view = saved(
        &desk,
        &TaskSave {
            strata: vec![poor, rest],
            ..request(item)
        },
    );
    let pool = desk.task_pool(&id(&view)).unwrap();
    let table: Vec<(&str, u32, u32, u32, &str)> = pool
        .strata
        .iter()
        .map(|stratum| {
            let key = stratum.key.as_str();
            (
                key,
                stratum.size,
                stratum.quota,
                stratum.reserve,
                stratum.chance.as_str(),
            )
        })
        .collect();
    assert_eq!(
        table,
        [("A", 4, 4, 0, "全部抽中"), ("B", 6, 1, 5, "16.67%（1/6）")],
        "all of the first in an order by chance; 20% of six is 1.2, one, with the usual five standing by"
    );
    let rows = desk
        .task_pool_rows(&PoolRowsRequest {
            id: view.line.id,
            of: "B".to_owned(),
            text: "第9".to_owned(),
            from: 0,
            limit: 10,
        })
        .unwrap();
    assert_eq!(
        (rows.total, rows.rows[0].name.as_str()),
        (1, "徐水第9粮站"),
        "one finds a target in its part"
    );
}

#[test]
fn l_01_and_n_09_what_the_list_does_not_allow_cannot_be_sealed() {
    let office = Office::sample();
    let desk = office.desk();
    for at in 0..10 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, &["李娜", "王建国", "张伟"]);
    let before = items::add(&desk, "还没有审定的事项").line.id;
    let view = saved(&desk, &request(before));
    assert_eq!(
        codes(&desk.task_pool(&id(&view)).unwrap()),
        ["edition_missing", "item_unusable", "outside_bounds"],
        "L-01: what was not decided and made known is not inspected; and half of all is not its 5%"
    );
    desk.item_save(&sunlot_app::item::ItemSave {
        id: Some(before),
        values: values(&[
            ("ratio_authority", "superior"),
            ("ratio_min", "10%"),
            ("ratio_max", "20%"),
        ]),
        reason: "按上级文件".to_owned(),
        ..sunlot_app::item::ItemSave::default()
    })
    .unwrap();
    items::ratified(&desk, "2026-11-11");
    assert_eq!(
        codes(&desk.task_pool(&id(&view)).unwrap()),
        ["outside_bounds"],
        "N-09: half of all is more than the office above ordered"
    );
    let obstacles = desk.task_pool(&id(&view)).unwrap().obstacles;
    let item = &desk.items_view(&ItemsRequest::default()).unwrap().lines[0];
    assert!(
        obstacles[0]
            .message
            .contains(&format!("{} {}", item.number, item.name)),
        "an item is known by its name, not by its number alone: {}",
        obstacles[0].message
    );
    let allowed = saved(
        &desk,
        &TaskSave {
            strata: vec![everybody("rate", "20%")],
            ..request(before)
        },
    );
    assert!(
        codes(&desk.task_pool(&id(&allowed)).unwrap()).is_empty(),
        "what it ordered is allowed"
    );
    let line = &desk.items_view(&ItemsRequest::default()).unwrap().lines[0];
    desk.item_membership(&ItemMembership {
        id: line.id,
        version: items::open(&desk, line.id).version,
        membership: Membership::Removed,
        reason: "事项取消".to_owned(),
    })
    .unwrap();
    assert!(
        codes(&desk.task_pool(&id(&allowed)).unwrap()).is_empty(),
        "the edition in force still has it until another one is"
    );
}

#[test]
fn nobody_and_one_and_two_are_said_in_words() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    people(&desk, &["李娜", "王建国", "张伟"]);
    let view = saved(&desk, &request(item));
    let pool = desk.task_pool(&id(&view)).unwrap();
    assert_eq!(codes(&pool), ["pool_empty"], "N = 0: there is nobody to draw");
    target(&desk, "徐水唯一粮站", &[]);
    let pool = desk.task_pool(&id(&view)).unwrap();
    let said: Vec<&str> = pool.strata[0]
        .remarks
        .iter()
        .map(|told| told.value.as_str())
        .collect();
    assert_eq!(
        said,
        ["order_only", "tiny"],
        "N = 1: half of one is one, and chance has nothing to choose"
    );
    target(&desk, "徐水第二粮站", &[]);
    let pool = desk.task_pool(&id(&view)).unwrap();
    let said: Vec<&str> = pool.strata[0]
        .remarks
        .iter()
        .map(|told| told.value.as_str())
        .collect();
    assert_eq!(said, ["tiny"], "N = 2: one of two");
    assert!(codes(&pool).is_empty(), "which may be sealed all the same");
}

#[test]
fn d_07_only_two_people_leave_somebody_out_and_it_shows() {
    let office = Office::with_people();
    let desk = seated(&office, someone(Role::Handler));
    let item = item(&desk);
    let secret = target(&desk, "徐水某仓库", &[]);
    target(&desk, "徐水甲粮站", &[]);
    let view = saved(&desk, &request(item));
    let exclude = |second| TargetExclude {
        task: view.line.id,
        target: secret,
        kind: "restricted".to_owned(),
        basis: "徐密〔2026〕1号".to_owned(),
        second,
    };
    assert!(
        desk.target_exclude(&exclude(None)).is_err(),
        "nobody does it alone"
    );
    let supervisor = someone(Role::Supervisor);
    let shown = desk.target_exclude(&exclude(Some(supervisor.second()))).unwrap();
    assert_eq!(shown.exclusions.len(), 1, "it stands in the task");
    let (place, sentences) = explained(&desk, view.line.id, secret);
    assert_eq!(place, "excluded", "it is left out");
    assert!(
        sentences.contains("徐密〔2026〕1号"),
        "with its basis: {sentences}"
    );
    let again = desk
        .target_exclude(&exclude(Some(supervisor.second())))
        .unwrap_err();
    assert!(
        matches!(again.reason, Reason::Task(TaskFault::ExclusionStands { .. })),
        "and not twice: {again:?}"
    );
    let back = desk
        .target_include(&TargetInclude {
            id: shown.exclusions[0].id,
            second: Some(supervisor.second()),
        })
        .unwrap();
    assert!(
        back.exclusions[0].withdrawn,
        "what was taken back stays in the list"
    );
    assert_eq!(
        explained(&desk, view.line.id, secret).0,
        "A",
        "and the target can be drawn again"
    );
}
