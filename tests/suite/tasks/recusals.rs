//! Requests that an inspector stay away (A-06; Penalties Law, article 43): the party may ask, the head of the office decides, and
//! until then the work goes on.

use sunlot_app::task::{
    PoolView, RecusalAsk, RecusalDecide, RecusalWithdraw, TaskBorrow, TaskFault, TaskTarget, TaskView,
};
use sunlot_app::{Desk, Reason};

use super::{field_of, id, item, manifest, people, request, saved, target, values};
use crate::support::Office;

fn office() -> (Office, Desk, TaskView) {
    let office = Office::sample();
    let desk = office.desk();
    for at in 0..4 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, &["李娜", "王建国", "张伟"]);
    let item = item(&desk);
    let task = saved(&desk, &request(item));
    (office, desk, task)
}

fn ask() -> RecusalAsk {
    RecusalAsk {
        task: 1,
        target: 1,
        inspector: Some(1),
        asked_by: "party".to_owned(),
        asked_on: "2026-11-18".to_owned(),
        reason: "与负责人是同学".to_owned(),
        ..RecusalAsk::default()
    }
}

fn decide(granted: bool) -> RecusalDecide {
    RecusalDecide {
        id: 1,
        granted,
        by: "局长王强".to_owned(),
        on: "2026-11-19".to_owned(),
        reason: "可能影响公正".to_owned(),
    }
}

fn says_open(view: &PoolView) -> bool {
    view.remarks.iter().any(|remark| remark.value == "recusals_open")
}

#[test]
fn a_06_until_it_is_decided_the_work_goes_on_and_the_pool_says_so() {
    let (_office, desk, task) = office();
    let view = desk.recusal_ask(&ask()).unwrap();
    let asked = &view.requests[0];
    assert_eq!(
        (
            asked.inspector.as_str(),
            asked.target_name.as_str(),
            asked.state.value.as_str()
        ),
        ("李娜", "徐水第0粮站", "open"),
        "who shall stay away from whom"
    );
    let crews = desk.task_crews(&id(&task)).unwrap();
    assert_eq!(
        crews.recusals_total, 0,
        "article 43: nothing is stopped before the decision"
    );
    assert!(
        crews
            .sentences
            .iter()
            .any(|said| said.contains("李娜 – 徐水第0粮站")),
        "but it is pointed out: {:?}",
        crews.sentences
    );
    let pool = desk.task_pool(&id(&task)).unwrap();
    assert!(
        says_open(&pool) && pool.obstacles.is_empty(),
        "before the list is sealed, as a remark and no obstacle: {:?}",
        pool.remarks
    );
}

#[test]
fn a_06_a_granted_request_keeps_them_apart_with_its_reason() {
    let (_office, desk, task) = office();
    desk.recusal_ask(&ask()).unwrap();
    let view = desk.recusal_decide(&decide(true)).unwrap();
    assert_eq!(
        (
            view.requests[0].state.value.as_str(),
            view.requests[0].decided.as_str()
        ),
        ("granted", "局长王强，2026-11-19：可能影响公正"),
        "who decided, when and why"
    );
    let crews = desk.task_crews(&id(&task)).unwrap();
    assert_eq!(
        crews.recusals[0].reasons,
        ["当事人申请回避（与负责人是同学），局长王强于 2026-11-19 准予"],
        "and so the inspector stays away from this target"
    );
    let pool = desk.task_pool(&id(&task)).unwrap();
    assert!(!says_open(&pool), "nothing is left to be decided");
    let sealed = manifest(&desk, &task);
    let recusals = sealed["recusals"].as_array().unwrap();
    assert_eq!(recusals.len(), 1, "the list that is sealed knows of it");
    assert!(
        recusals[0]["reason"].as_str().unwrap().contains("当事人申请回避"),
        "with its reason: {recusals:?}"
    );
    let told = desk.task_explain(&TaskTarget { task: 1, target: 1 }).unwrap();
    assert!(
        told.sentences.iter().any(|said| said.contains("李娜 回避：准予")),
        "and whoever asks about the target is told: {:?}",
        told.sentences
    );
}

#[test]
fn a_refused_request_is_kept_and_keeps_nobody_away() {
    let (_office, desk, task) = office();
    desk.recusal_ask(&ask()).unwrap();
    let view = desk.recusal_decide(&decide(false)).unwrap();
    assert_eq!(
        view.requests[0].state.value, "refused",
        "it stays in the register"
    );
    let crews = desk.task_crews(&id(&task)).unwrap();
    assert_eq!(crews.recusals_total, 0, "but the inspector may go");
    let error = desk.recusal_decide(&decide(true)).unwrap_err();
    assert!(
        matches!(error.reason, Reason::Task(TaskFault::RequestDecided { id: 1 })),
        "what was decided is not written over: {error:?}"
    );
    let again = desk.recusal_ask(&ask()).unwrap();
    assert_eq!(again.requests.len(), 2, "who has new reasons may ask anew");
}

#[test]
fn what_a_request_and_a_decision_must_say_is_asked_for_at_its_place() {
    let (_office, desk, _) = office();
    let blank = String::new;
    for (request, field, why) in [
        (
            RecusalAsk {
                inspector: None,
                ..ask()
            },
            "inspector",
            "whom?",
        ),
        (
            RecusalAsk {
                inspector: Some(99),
                ..ask()
            },
            "inspector",
            "nobody has this number",
        ),
        (
            RecusalAsk {
                loan: Some(1),
                ..ask()
            },
            "inspector",
            "one request is about one inspector",
        ),
        (
            RecusalAsk {
                asked_by: "neighbour".to_owned(),
                ..ask()
            },
            "asked_by",
            "article 43 knows the party, the inspector and the office",
        ),
        (
            RecusalAsk {
                asked_on: "2026-11-21".to_owned(),
                ..ask()
            },
            "asked_on",
            "nobody has asked tomorrow",
        ),
        (
            RecusalAsk {
                reason: blank(),
                ..ask()
            },
            "reason",
            "why?",
        ),
    ] {
        let error = desk.recusal_ask(&request).unwrap_err();
        assert_eq!(field_of(&error.problems[0]), field, "{why}");
    }
    desk.recusal_ask(&ask()).unwrap();
    let error = desk.recusal_ask(&ask()).unwrap_err();
    assert!(
        matches!(error.reason, Reason::Task(TaskFault::RequestStands { id: 1 })),
        "nobody asks twice for the same: {error:?}"
    );
    for (request, field, why) in [
        (
            RecusalDecide {
                by: blank(),
                ..decide(true)
            },
            "by",
            "who decided?",
        ),
        (
            RecusalDecide {
                on: blank(),
                ..decide(true)
            },
            "on",
            "when?",
        ),
        (
            RecusalDecide {
                on: "2026-11-17".to_owned(),
                ..decide(true)
            },
            "on",
            "nobody decides what was not asked yet",
        ),
        (
            RecusalDecide {
                reason: blank(),
                ..decide(false)
            },
            "reason",
            "why?",
        ),
    ] {
        let error = desk.recusal_decide(&request).unwrap_err();
        assert_eq!(field_of(&error.problems[0]), field, "{why}");
    }
}

#[test]
fn a_request_that_is_taken_back_counts_for_nothing_and_stays_in_sight() {
    let (_office, desk, task) = office();
    desk.recusal_ask(&ask()).unwrap();
    desk.recusal_decide(&decide(true)).unwrap();
    let back = RecusalWithdraw {
        id: 1,
        reason: "登记成了另一户".to_owned(),
    };
    let view = desk.recusal_withdraw(&back).unwrap();
    assert_eq!(
        (
            view.requests[0].state.value.as_str(),
            view.requests[0].withdrawn.as_str()
        ),
        ("withdrawn", "登记成了另一户"),
        "with the reason"
    );
    let crews = desk.task_crews(&id(&task)).unwrap();
    assert_eq!(crews.recusals_total, 0, "and keeps nobody away");
    let error = desk.recusal_withdraw(&back).unwrap_err();
    assert!(
        matches!(error.reason, Reason::Task(TaskFault::RequestMissing { id: 1 })),
        "that is final: {error:?}"
    );
}

#[test]
fn somebody_who_is_lent_may_be_asked_to_stay_away_too() {
    let (_office, desk, task) = office();
    desk.task_borrow(&TaskBorrow {
        task: 1,
        inspector: None,
        values: values(&[
            ("name", "周海"),
            ("cert_no", "13060901888"),
            ("cert_valid_to", "2028-12-31"),
            ("office", "大王店镇人民政府"),
            ("document_no", "借〔2026〕3号"),
            ("document_on", "2026-11-18"),
            ("since", "2026-12-01"),
            ("until", "2026-12-31"),
        ]),
    })
    .unwrap();
    desk.recusal_ask(&RecusalAsk {
        inspector: None,
        loan: Some(1),
        asked_by: "inspector".to_owned(),
        ..ask()
    })
    .unwrap();
    desk.recusal_decide(&decide(true)).unwrap();
    let crews = desk.task_crews(&id(&task)).unwrap();
    assert_eq!(
        (crews.recusals_total, crews.recusals[0].inspector.as_str()),
        (1, "周海"),
        "the register knows them by the loan"
    );
}
