//! What the trail says of partner departments that were asked, and of their answers.

use crate::event::joint::JointStep;

/// What was asked, or answered.
pub(in crate::messages) fn of_step(step: &JointStep) -> String {
    let JointStep { task, title, .. } = step;
    let papers: Vec<String> = step
        .papers
        .iter()
        .map(|paper| format!("{}（{}，摘要 {}）", paper.dept, paper.file, short(&paper.digest)))
        .collect();
    let papers = papers.join("、");
    if !step.taken {
        return format!("为抽查任务 {task} {title}生成联合检查征询表：{papers}");
    }
    let reopened = if step.reopened {
        "，任务退回草拟"
    } else {
        ""
    };
    format!(
        "采用联合检查征询表，抽查任务 {task} {title}：{papers}；派出 {} 人（新增 {}、更新 {}），不参加 {} 人，回避 {} 条{reopened}",
        step.people, step.added, step.updated, step.left_out, step.recusals
    )
}

fn short(digest: &str) -> &str {
    digest.get(..16).unwrap_or(digest)
}
