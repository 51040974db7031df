//! How a clerk writes a task on the command line, and what is told back: codes and names for numbers, words for names of programs.

use sunlot_app::account::Role;
use sunlot_app::rules::RulesSave;
use sunlot_app::task::{TargetExclude, TaskId};

use super::{announced, id, item, people, ready, request, saved, target, values};
use crate::accounts::seated;
use crate::plans;
use crate::support::{Office, json, said, someone};

/// A case of the uniform code whose check digit is right.
const CODE: &str = "91130609MA0000015B";

#[test]
fn d_07_the_list_of_exclusions_names_the_supervisor_who_was_there() {
    let office = Office::with_people();
    let desk = seated(&office, someone(Role::Handler));
    let item = item(&desk);
    let secret = target(&desk, "徐水某仓库", &[]);
    target(&desk, "徐水甲粮站", &[]);
    let view = saved(&desk, &request(item));
    let supervisor = someone(Role::Supervisor);
    let shown = desk
        .target_exclude(&TargetExclude {
            task: view.line.id,
            target: secret,
            kind: "restricted".to_owned(),
            basis: "徐密〔2026〕1号".to_owned(),
            second: Some(supervisor.second()),
        })
        .unwrap();
    assert!(
        shown.exclusions[0].decided.contains(supervisor.name)
            && shown.exclusions[0].decided.contains(someone(Role::Handler).name),
        "who decided, and who agreed: {}",
        shown.exclusions[0].decided
    );
}

#[test]
fn contract_11_a_late_notice_is_reminded_of_by_its_number_within_the_task() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    for at in 0..4 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, &["李娜", "王建国", "张伟"]);
    desk.rules_save(&RulesSave {
        name: Some("本局细则".to_owned()),
        in_force: Some(true),
        values: values(&[("notice_days", "7")]),
        basis: Some("徐粮〔2026〕2号".to_owned()),
        reason: "建立细则".to_owned(),
        ..RulesSave::default()
    })
    .unwrap();
    let mut last = None;
    for _ in 0..2 {
        let task = ready(&desk, &request(item)).line.id;
        announced(&desk, task, "2026-11-23", "");
        last = Some(task);
    }
    let pool = desk.task_pool(&TaskId { id: last.unwrap() }).unwrap();
    let late = pool
        .remarks
        .iter()
        .find(|told| told.value == "announced_late")
        .unwrap();
    assert!(
        late.label.starts_with("第 1 号预公告"),
        "it is the first one of the second task: {}",
        late.label
    );
}

#[test]
fn a_target_is_meant_by_number_code_or_name_and_an_ambiguous_name_lists_whom_it_may_mean() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    target(&desk, "徐水甲粮站", &[("uscc", CODE)]);
    target(&desk, "徐水甲粮站二库", &[]);
    target(&desk, "徐水丙粮店", &[]);
    target(&desk, "徐水丙粮店", &[]);
    people(&desk, &["李娜", "王建国", "张伟"]);
    saved(&desk, &request(item));
    drop(desk);
    for typed in ["DX-000001", "1", CODE, "徐水甲粮站"] {
        let out = office.run(&["task", "explain", "RW-0001", typed]);
        assert!(
            said(&out.stdout).contains("徐水甲粮站："),
            "{typed} is the first one: {}{}",
            said(&out.stdout),
            said(&out.stderr)
        );
    }
    let out = office.run(&["task", "explain", "RW-0001", "徐水丙粮店"]);
    let told = said(&out.stderr);
    assert!(
        told.contains("DX-000003") && told.contains("DX-000004") && !out.status.success(),
        "two are called so, and nobody is guessed: {told}"
    );
    let out = office.run(&["task", "explain", "RW-0001", "保定某某化工厂"]);
    let told = said(&out.stderr);
    assert!(
        told.contains("检查对象库里没有“保定某某化工厂”") && told.contains("统一社会信用代码或全称"),
        "whom nobody knows is told by the name that was typed, and how to go on: {told}"
    );
    let rows = office.run(&["task", "pool", "RW-0001", "--of", "甲类"]);
    assert!(
        said(&rows.stdout).contains("共 4 户"),
        "a part is asked for as it is called: {}",
        said(&rows.stdout)
    );
}

#[test]
fn r_02_a_task_of_a_plan_line_is_written_with_flags_alone() {
    let (office, desk) = plans::office();
    let plan = plans::draw_up(&desk, vec![plans::line(&[])]);
    plans::approved(&desk, &plan);
    for at in 0..6 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, &["李娜", "王建国", "张伟"]);
    drop(desk);
    let out = office.run(&[
        "task",
        "set",
        "--plan",
        "JH-01",
        "--line",
        "9",
        "--reason",
        "年度安排",
    ]);
    assert!(
        said(&out.stderr).contains('1') && !out.status.success(),
        "a line that is not there names those that are: {}",
        said(&out.stderr)
    );
    let choices = said(&office.run(&["task", "choices"]).stdout);
    for part in ["kind 任务类型（必填）", "double_random 双随机抽查", "JH-01 1："] {
        assert!(choices.contains(part), "{part} is listed: {choices}");
    }
    let out = office.run(&[
        "--json",
        "task",
        "set",
        "--plan",
        "JH-01",
        "--line",
        "1",
        "--pattern",
        "plan",
        "--later",
        "--size",
        "3",
        "--left-out",
        "张伟=借调省局",
        "--reason",
        "年度安排",
    ]);
    let view = json(&out);
    assert_eq!(
        (&view["form"]["plan"], &view["form"]["line"]),
        (&1.into(), &1.into()),
        "it is of that line: {view}"
    );
    assert_eq!(view["form"]["crew"]["later"], true, "crews later");
    assert_eq!(view["form"]["crew"]["size"], "3", "three of them");
    assert_eq!(
        view["form"]["crew"]["left_out"][0]["basis"], "借调省局",
        "without the one who is away, by name"
    );
    let out = office.run(&[
        "--json",
        "task",
        "set",
        "RW-0001",
        "--share",
        "50%",
        "--at-once",
        "--lead",
        "执法一科",
        "--partner",
        "执法二科",
        "--check",
    ]);
    assert!(
        !said(&out.stdout).contains("argument"),
        "share and joint departments are flags: {}{}",
        said(&out.stdout),
        said(&out.stderr)
    );
    let shown = said(&office.run(&["task", "show", "RW-0001"]).stdout);
    for part in ["抽查计划：", "细则配置：", "分层：A ", "检查组：每户至少 3 人"] {
        assert!(shown.contains(part), "{part} stands in the task: {shown}");
    }
}

#[test]
fn r_01_a_profile_is_named_as_the_office_numbers_it() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    for name in ["本局细则", "专项细则"] {
        desk.rules_save(&RulesSave {
            name: Some(name.to_owned()),
            in_force: Some(name == "本局细则"),
            basis: Some("徐粮〔2026〕2号".to_owned()),
            reason: "建立细则".to_owned(),
            ..RulesSave::default()
        })
        .unwrap();
    }
    saved(&desk, &request(item));
    drop(desk);
    let out = office.run(&[
        "--json",
        "task",
        "set",
        "RW-0001",
        "--rules",
        "XZ-02",
        "--reason",
        "换一份细则",
    ]);
    let view = json(&out);
    assert!(
        view["rules"]
            .as_str()
            .is_some_and(|rules| rules.contains("专项细则")),
        "XZ-02 is the second one: {view}{}",
        said(&out.stderr)
    );
    let short = office.run_with_input(
        &[
            "--json", "task", "set", "RW-0001", "--from", "-", "--reason", "改名",
        ],
        r#"{"values":{"title":"粮食收购检查"}}"#,
    );
    assert_ne!(
        json(&short)["error"]["reason"],
        "request_unreadable",
        "a short file is read; what is missing is told field by field: {}",
        said(&short.stdout)
    );
}

#[test]
fn words_for_people_have_no_names_of_programs_in_them() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    for at in 0..4 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    let closed = target(&desk, "徐水关门粮站", &[("status", "deregistered")]);
    people(&desk, &["李娜", "王建国"]);
    let view = saved(&desk, &request(item));
    let crews = desk.task_crews(&id(&view)).unwrap();
    assert!(
        crews.gaps[0].examples[0].ends_with("主办只有 2 人可以派"),
        "a place is called by what is done there: {:?}",
        crews.gaps
    );
    let sentence = |part: &str| crews.sentences.iter().any(|said| said.contains(part));
    assert!(
        sentence("试抽时每人承担 2 户"),
        "from two to two is two: {:?}",
        crews.sentences
    );
    drop(desk);
    let pool = said(&office.run(&["task", "pool", "RW-0001"]).stdout);
    assert!(
        pool.contains("登记状态不是存续：1 户") && !pool.contains("inactive"),
        "a reason is told in words: {pool}"
    );
    office.run(&["task", "approve", "RW-0001", "--by", "局长", "--on", "2026-11-19"]);
    let late = office.run(&[
        "task",
        "announce",
        "RW-0001",
        "--draw-on",
        "2026-11-01",
        "--channels",
        "门户网站",
    ]);
    assert!(
        said(&late.stderr).contains("抽取日期 2026-11-01 已经过了"),
        "nobody wrote a day of beginning: {}",
        said(&late.stderr)
    );
    assert!(closed > 0, "one is closed");
}
