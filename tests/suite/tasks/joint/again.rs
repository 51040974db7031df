//! A department that answers a second time, and a task that is changed after it was answered.

use sunlot_app::task::TaskAct;

use super::workbook::{Filled, text};
use super::{FIRE, answer, asked, leading};
use crate::tasks::{approved, saved, values};

#[test]
fn whoever_is_not_sent_is_left_out_until_a_later_answer_names_them() {
    let (_office, desk, task) = leading();
    let folder = tempfile::tempdir().unwrap();
    let sent = asked(&desk, &task, folder.path());
    let mut market = Filled::open(&sent.files[0].path);
    market.sends("孙丽", text("13060902003"), "2031-01-31", "");
    let all = market.save(folder.path(), "全体.xml");
    market.sheet("检查人员").remove(2);
    let some = market.save(folder.path(), "两人.xml");
    let mut fire = Filled::open(&sent.files[1].path);
    fire.sends("周海", text("13060903001"), "2028-12-31", "");
    fire.sends("吴刚", text("13060903002"), "2029-12-31", "");
    let fire = fire.save(folder.path(), "消防.xml");
    desk.task_joint_take(&answer(&task, &fire)).unwrap();
    let view = desk.task_joint_take(&answer(&task, &some)).unwrap();
    let left: Vec<(&str, &str)> = view
        .left_out
        .iter()
        .map(|left| (left.name.as_str(), left.basis.as_str()))
        .collect();
    assert_eq!(left, [("钱进", "配合部门没有派出")], "with the reason");
    let ready = approved(&desk, &view);
    let looked = desk.task_joint_look(&answer(&task, &all)).unwrap();
    assert_eq!(
        looked.notices.len(),
        2,
        "that it takes the place of another, and the approval with it: {:?}",
        looked.notices
    );
    let again = desk.task_joint_take(&answer(&task, &all)).unwrap();
    assert!(again.left_out.is_empty(), "they come after all");
    assert_eq!(
        (again.line.state.value.as_str(), again.approval.as_str()),
        ("draft", ""),
        "N-01: what was approved was the task without them"
    );
    assert_eq!(again.line.task_no, ready.line.task_no, "its number stays");
    let mut edit = again.form.clone();
    edit.values.extend(values(&[("person", "李娜")]));
    edit.reason = "补责任人".to_owned();
    let edited = saved(&desk, &edit);
    assert_eq!(
        edited.joint, again.joint,
        "a form that knows nothing of the answers does not lose them"
    );
    let mut edit = edited.form.clone();
    edit.crew.partners = vec![FIRE.to_owned()];
    edit.reason = "市场监管局不参加".to_owned();
    let edited = saved(&desk, &edit);
    assert_eq!(
        (edited.joint.len(), edited.joint[0].dept.as_str()),
        (1, FIRE),
        "whoever takes no part any more has nothing to say"
    );
    assert!(
        edited.next.contains(&TaskAct::Approve),
        "and it goes on from there"
    );
}
