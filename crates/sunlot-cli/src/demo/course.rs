//! What the demo tells of plans, tasks and pools: what was made, who can be drawn, why one can and one cannot, and where the files lie.

use std::fmt::Write as _;

use sunlot_app::sample::{SampleCourse, SamplePerson, SampleStep};
use sunlot_app::task::{CrewsView, NoticeView, TargetExplained};

use super::drawing;
use crate::task_told;

/// What is done, while it goes on.
pub(super) fn step(step: SampleStep) -> &'static str {
    match step {
        SampleStep::Edition => "抽查事项清单：已送审、审定、公布\n",
        SampleStep::Rules => "细则配置：已作为现行配置\n",
        SampleStep::Plan => "年度抽查计划：已审批、报送、公布\n",
        SampleStep::Task => "抽查任务：已从计划编制、批准\n",
        SampleStep::Notice => "名单：已预公告\n",
        SampleStep::People => "账户和本站密钥：已建立\n",
        SampleStep::Sealed => "抽取：名单已当众封存\n",
        SampleStep::Drawn => "抽取：三个席位翻牌录号，已抽定、派人\n",
        SampleStep::Files => "文件：已写好\n",
    }
}

/// All of it.
pub(super) fn told(course: &SampleCourse) -> String {
    let mut text = String::new();
    if course.there {
        text += "清单、细则、计划、任务、预公告和抽取上次都办好了，没有再办，文件重新写了一遍。\n";
    }
    text += "\n一、办了什么\n";
    let (edition, rules, plan, task) = (&course.edition, &course.rules, &course.plan, &course.task);
    let _ = writeln!(
        text,
        "  抽查事项清单  {}，{} 项，{}",
        edition.number, edition.items, edition.state.label
    );
    for unready in &course.unready {
        let _ = writeln!(text, "      移出 1 项  {}：{}", unready.item, unready.reason);
    }
    let force = if rules.in_force { "，现行" } else { "" };
    let _ = writeln!(
        text,
        "  细则配置  {} {}，与通用配置不同的 {} 处{force}",
        rules.number, rules.name, rules.differs
    );
    let _ = writeln!(
        text,
        "  抽查计划  {} {}，{}，{} 行，{}",
        plan.number, plan.title, plan.told, plan.lines, plan.state.label
    );
    let _ = writeln!(
        text,
        "  抽查任务  {} {}，{}，{}",
        task.task_no, task.title, task.period, task.state.label
    );
    text += &notice(course.notice.as_ref());
    text += "\n二、对象池：谁可以抽，抽多少，其余的为什么不抽\n";
    text += &task_told::pool(&course.pool);
    text += "\n三、举两户说明\n";
    text += &explained("可以抽的第一户", course.inside.as_ref());
    text += &explained("不能抽的第一户", course.outside.as_ref());
    text += "\n四、派人预演\n";
    text += &crews(&course.crews);
    text += "\n五、现场抽取\n";
    for draw in &course.draws {
        text += &drawing::told(draw);
    }
    text += &drawing::verify(&course.draws);
    text += "\n六、文件\n";
    for file in &course.files {
        let _ = writeln!(text, "  {}  {}", kind(file.file), file.path);
    }
    text += "\n七、登录\n";
    text += &people(&course.people);
    let _ = writeln!(
        text,
        "接着看（密码写进一个文件，例如 mima.txt）：sunlot --as lina --password-file mima.txt task pool {0}，还有 task explain {0} 对象编号、task fairness {0}、ceremony list。",
        task.number
    );
    text
}

/// By which names one enters; everybody knows the passwords of the sample.
fn people(people: &[SamplePerson]) -> String {
    let mut text = String::new();
    for person in people {
        let roles: Vec<&str> = person.roles.iter().map(|role| role.label()).collect();
        let _ = writeln!(
            text,
            "  {}（{}）：登录名 {}，密码 {}",
            person.name,
            roles.join("、"),
            person.login,
            person.password
        );
    }
    text += "  示例的密码人人都看得到，不要用在自己的单位。\n";
    text
}

fn kind(file: &str) -> &'static str {
    match file {
        "plan" => "抽查计划（PDF）",
        "pool" => "范围内全部对象（xlsx）",
        "excluded" => "最后一种原因排除的对象（xlsx）",
        "notice" => "名单预公告（PDF）",
        _ => "拟封存的名单（JSON）",
    }
}

fn notice(notice: Option<&NoticeView>) -> String {
    notice.map_or_else(String::new, |notice| {
        let short = notice.digest.get(..16).unwrap_or(&notice.digest);
        format!(
            "  名单预公告  第 {} 号，{} 公告、{} 抽取，摘要 {short}…，{}\n",
            notice.id, notice.announced_on, notice.draw_on, notice.holds.label
        )
    })
}

fn explained(which: &str, told: Option<&TargetExplained>) -> String {
    told.map_or_else(
        || format!("{which}：没有\n"),
        |told| format!("{which}：{}", task_told::explained(told)),
    )
}

fn crews(view: &CrewsView) -> String {
    let mut text = format!("  {}\n", view.verdict.label);
    for sentence in view.sentences.iter().chain(&view.help) {
        let _ = writeln!(text, "  {sentence}");
    }
    let _ = writeln!(
        text,
        "  可以派 {} 人，不参加 {} 人，回避 {} 对",
        view.people.len(),
        view.left_out.len(),
        view.recusals_total
    );
    for person in &view.left_out {
        let _ = writeln!(
            text,
            "  不参加：{}（{}）：{}",
            person.name,
            person.dept,
            person.reasons.join("；")
        );
    }
    text
}
