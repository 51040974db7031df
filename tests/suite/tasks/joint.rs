//! Partner departments without this program: each is asked by a workbook whom it sends; what comes back is judged as any
//! other list of inspectors, and taken as a whole or not at all.

mod again;
mod workbook;

use std::fs;
use std::path::Path;

use sunlot_app::inspector::{InspectorSave, InspectorsRequest};
use sunlot_app::task::{
    CrewForm, JointLooked, JointSent, TaskFault, TaskJointAnswer, TaskJointSend, TaskSave, TaskView,
};
use sunlot_app::{Desk, Reason};

use self::workbook::{Filled, Typed, text};
use super::{id, item, manifest, request, saved, target, values};
use crate::support::Office;

const LEAD: &str = "县应急管理局";
const MARKET: &str = "县市场监督管理局";
const FIRE: &str = "县消防救援大队";

fn person(desk: &Desk, name: &str, unit: &str, cert: &str) {
    desk.inspector_save(&InspectorSave {
        values: values(&[
            ("name", name),
            ("unit", unit),
            ("department", "执法一科"),
            ("cert_no", cert),
            ("cert_valid_to", "2029-12-31"),
            ("status", "active"),
        ]),
        reason: "首次登记".to_owned(),
        ..InspectorSave::default()
    })
    .unwrap();
}

fn joint(item: i64) -> TaskSave {
    TaskSave {
        crew: CrewForm {
            joint: true,
            lead: LEAD.to_owned(),
            partners: vec![MARKET.to_owned(), FIRE.to_owned()],
            ..CrewForm::default()
        },
        ..request(item)
    }
}

/// An office that leads, with two of its own people and two of the one partner; nobody is known of the other.
fn leading() -> (Office, Desk, TaskView) {
    let office = Office::sample();
    let desk = office.desk();
    for at in 0..4 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    person(&desk, "李娜", LEAD, "13060901001");
    person(&desk, "王建国", LEAD, "13060901002");
    person(&desk, "赵敏", MARKET, "13060902001");
    person(&desk, "钱进", MARKET, "13060902002");
    let item = item(&desk);
    let task = saved(&desk, &joint(item));
    (office, desk, task)
}

fn send(task: &TaskView, folder: &Path) -> TaskJointSend {
    TaskJointSend {
        id: task.line.id,
        folder: Some(folder.display().to_string()),
        until: "2026-11-25".to_owned(),
        overwrite: false,
    }
}

fn asked(desk: &Desk, task: &TaskView, folder: &Path) -> JointSent {
    desk.task_joint_send(&send(task, folder)).unwrap()
}

fn answer(task: &TaskView, file: &Path) -> TaskJointAnswer {
    TaskJointAnswer {
        id: task.line.id,
        path: file.display().to_string(),
        digest: String::new(),
    }
}

fn fates(looked: &JointLooked) -> Vec<(&str, u32, &str, &str)> {
    let rows = looked.rows.iter();
    rows.map(|row| {
        (
            row.sheet.as_str(),
            row.row,
            row.name.as_str(),
            row.fate.label.as_str(),
        )
    })
    .collect()
}

fn known(desk: &Desk) -> u32 {
    desk.inspectors_view(&InspectorsRequest::default()).unwrap().total
}

fn fault(error: &sunlot_app::Error) -> &TaskFault {
    match &error.reason {
        Reason::Task(fault) => fault,
        other => panic!("about a task: {other:?}"),
    }
}

#[test]
fn a_03_two_departments_are_asked_and_what_they_answer_stands_in_the_manifest() {
    let (_office, desk, task) = leading();
    let folder = tempfile::tempdir().unwrap();
    let sent = asked(&desk, &task, folder.path());
    let told: Vec<(&str, u32)> = sent
        .files
        .iter()
        .map(|file| (file.dept.as_str(), file.people))
        .collect();
    assert_eq!(
        told,
        [(MARKET, 2), (FIRE, 0)],
        "one file each, with whoever the registry knows"
    );
    assert!(
        folder
            .path()
            .join("联合检查征询表-县市场监督管理局.xlsx")
            .is_file(),
        "named so that nobody mistakes the department"
    );
    let mut market = Filled::open(&sent.files[0].path);
    let names: Vec<&str> = market.0.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["任务", "检查人员", "回避", "检查对象"], "the four sheets");
    let letter = market.texts("任务").concat().join(" ");
    for part in [
        LEAD,
        "粮食收购检查第一批",
        "2026-12-01",
        "每户 2 人",
        "2026-11-25",
    ] {
        assert!(letter.contains(part), "whoever opens it reads {part}: {letter}");
    }
    let listed = market.texts("检查对象");
    assert_eq!(
        (listed.len(), listed[1][0].as_str()),
        (5, "A-1"),
        "all candidates, as the announced list numbers them"
    );
    let people = market.texts("检查人员");
    assert_eq!(
        (people.len(), people[1][0].as_str(), people[1][1].as_str()),
        (3, "赵敏", "13060902001"),
        "and its own people, to be corrected"
    );

    market.sheet("检查人员")[1][6] = text("1");
    market.sheet("检查人员")[2][2] = text("2030年6月30日");
    market.sends("孙丽", text("13060902003"), "2031/1/31", "");
    let (whom, name) = (listed[2][0].clone(), listed[2][2].clone());
    market.recuses("赵敏", &whom.to_lowercase(), "与负责人是同学");
    let file = market.save(folder.path(), "市场监管局答复.xml");
    let before = known(&desk);
    let looked = desk.task_joint_look(&answer(&task, &file)).unwrap();
    assert_eq!(looked.dept, MARKET, "the file itself says whose it is");
    assert_eq!(
        fates(&looked),
        [
            ("检查人员", 2, "赵敏", "相同"),
            ("检查人员", 3, "钱进", "更新"),
            ("检查人员", 4, "孙丽", "新增"),
            ("回避", 2, &*format!("赵敏 → {}", whom.to_lowercase()), "新增"),
        ],
        "every row ends somewhere"
    );
    assert!(
        looked.obstacles.is_empty() && known(&desk) == before,
        "and looking keeps nothing"
    );
    let view = desk
        .task_joint_take(&TaskJointAnswer {
            digest: looked.digest.clone(),
            ..answer(&task, &file)
        })
        .unwrap();
    assert_eq!(known(&desk), before + 1, "whoever is new is in the registry");
    let (market, fire) = (&view.joint[0], &view.joint[1]);
    assert_eq!(
        (market.file.as_str(), market.told.as_str(), market.digest.as_str()),
        ("市场监管局答复.xml", "派出 3 人，回避 1 条", &*looked.digest),
        "everybody can see from where they come"
    );
    assert_eq!(market.people[0], "赵敏（最多 1 户）", "with what each takes");
    assert_eq!(fire.told, "还没有交回征询表", "and who has not answered");

    let mut fire = Filled::open(&sent.files[1].path);
    fire.sends("周海", text("冀 f 1306-0901"), "2028.12.31", "");
    fire.sends("吴刚", text("13060903002"), "2029-12-31", "5");
    let file = fire.save(folder.path(), "消防答复.xml");
    let view = desk.task_joint_take(&answer(&task, &file)).unwrap();
    assert_eq!(
        view.joint[1].told, "派出 2 人",
        "the answer of one department is no reason to refuse another's"
    );
    let sealed = manifest(&desk, &view);
    let inspectors = sealed["inspectors"].as_array().unwrap();
    assert_eq!(inspectors.len(), 7, "two of the lead, three and two");
    assert!(
        inspectors
            .iter()
            .any(|one| one["id"] == "冀F1306-0901" && one["dept"] == FIRE),
        "a certificate is kept as the registry keeps it: {inspectors:?}"
    );
    let capped: Vec<_> = inspectors.iter().filter_map(|one| one.get("cap")).collect();
    assert_eq!(
        capped,
        [&1, &5],
        "what their departments wrote stands beside them"
    );
    assert_eq!(
        sealed["crew"]["cap"], 1,
        "and nobody is sent to more than they may be"
    );
    let crews = desk.task_crews(&id(&view)).unwrap();
    assert!(
        crews
            .sentences
            .iter()
            .any(|said| said.contains("每人最多 1 户") && said.contains("赵敏")),
        "the dry run counts with it and says whose it is: {:?}",
        crews.sentences
    );
    let away: Vec<(&str, &str, &str)> = crews
        .recusals
        .iter()
        .map(|pair| {
            (
                pair.inspector.as_str(),
                pair.target.as_str(),
                pair.reasons[0].as_str(),
            )
        })
        .collect();
    assert_eq!(
        away,
        [(
            "赵敏",
            name.as_str(),
            "县市场监督管理局在征询表里申请回避：与负责人是同学"
        )],
        "a recusal is one of this task, with its reason"
    );
    assert_eq!(
        sealed["recusals"].as_array().unwrap().len(),
        1,
        "and it would be sealed with the list"
    );
    let story: Vec<&str> = view.story.iter().map(|moment| moment.sentence.as_str()).collect();
    assert_eq!(
        story
            .iter()
            .filter(|said| said.contains("联合检查征询表"))
            .count(),
        3,
        "what was sent and what was taken: {story:?}"
    );
    let events = view.story.len();
    let again = desk.task_joint_take(&answer(&task, &file)).unwrap();
    assert_eq!(
        (again.story.len(), again.notes.len()),
        (events, 1),
        "the same file once more changes nothing, and says so"
    );
}

#[test]
fn files_of_another_task_or_of_the_task_as_it_was_are_refused() {
    let (_office, desk, task) = leading();
    let folder = tempfile::tempdir().unwrap();
    let sent = asked(&desk, &task, folder.path());
    let file = Path::new(&sent.files[0].path);
    let mut other = joint(task.form.items[0]);
    other.values.extend(values(&[("title", "粮食收购检查第二批")]));
    let other = saved(&desk, &other);
    let error = desk.task_joint_look(&answer(&other, file)).unwrap_err();
    assert!(
        matches!(fault(&error), TaskFault::JointOther { .. }),
        "whoever mistakes the task is told: {error:?}"
    );
    let mut later = task.form.clone();
    later.values.extend(values(&[("to", "2026-12-25")]));
    later.reason = "延期".to_owned();
    saved(&desk, &later);
    let error = desk.task_joint_take(&answer(&task, file)).unwrap_err();
    assert!(
        matches!(fault(&error), TaskFault::JointStale { .. }),
        "they said whom they send on other days: {error:?}"
    );
    let foreign = Filled(vec![(
        "名单".to_owned(),
        vec![vec![text("姓名")], vec![text("李娜")]],
    )]);
    let foreign = foreign.save(folder.path(), "名单.xml");
    let error = desk.task_joint_look(&answer(&task, &foreign)).unwrap_err();
    assert!(
        matches!(fault(&error), TaskFault::JointForeign { .. }),
        "any list is no answer: {error:?}"
    );
    let single = saved(&desk, &request(task.form.items[0]));
    let error = desk.task_joint_send(&send(&single, folder.path())).unwrap_err();
    assert!(
        matches!(fault(&error), TaskFault::JointSingle { .. }),
        "and where nobody helps nobody is asked: {error:?}"
    );
}

#[test]
fn a_certificate_that_a_spreadsheet_damaged_is_not_guessed_and_its_holder_is_left_out_with_the_reason() {
    let (_office, desk, task) = leading();
    let folder = tempfile::tempdir().unwrap();
    let sent = asked(&desk, &task, folder.path());
    let mut market = Filled::open(&sent.files[0].path);
    market.sheet("检查人员")[1][1] = text("1.30609E+10");
    market.sheet("检查人员")[2][6] = text("三户");
    market.sends("孙丽", Typed::Number("13060902003".to_owned()), "2031-01-31", "");
    market.sends("马跃", text("13060904001"), "2031-01-31", "");
    market.sheet("检查人员")[4][3] = text("县水利局");
    let file = market.save(folder.path(), "答复.xml");
    let looked = desk.task_joint_look(&answer(&task, &file)).unwrap();
    assert_eq!(
        fates(&looked),
        [
            ("检查人员", 2, "赵敏", "错误"),
            ("检查人员", 3, "钱进", "错误"),
            ("检查人员", 4, "孙丽", "新增"),
            ("检查人员", 5, "马跃", "错误"),
        ],
        "the rest of the file is none the worse for it"
    );
    let columns: Vec<&str> = looked
        .rows
        .iter()
        .filter(|row| row.fate.value == "errors")
        .map(|row| row.remarks[0].column.as_str())
        .collect();
    assert_eq!(
        columns,
        ["执法证号", "每人最多几户", "单位"],
        "each with the column that somebody must correct"
    );
    let view = desk.task_joint_take(&answer(&task, &file)).unwrap();
    let left: Vec<(&str, &str)> = view
        .left_out
        .iter()
        .map(|left| (left.name.as_str(), left.basis.as_str()))
        .collect();
    let why = "配合部门的征询表里这个人的信息有误，没有采用";
    assert_eq!(
        left,
        [("赵敏", why), ("钱进", why)],
        "nobody is said not to have been sent whose row was only damaged"
    );
}

#[test]
fn nothing_is_half_asked_and_nothing_half_taken() {
    let (_office, desk, task) = leading();
    let folder = tempfile::tempdir().unwrap();
    let taken = folder.path().join("联合检查征询表-县消防救援大队.xlsx");
    fs::write(&taken, "别的文件").unwrap();
    let events = task.story.len();
    let error = desk.task_joint_send(&send(&task, folder.path())).unwrap_err();
    assert!(
        matches!(error.reason, Reason::PlaceTaken { .. }),
        "no file goes without being asked about: {error:?}"
    );
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        1,
        "and the other department has none either"
    );
    assert_eq!(
        desk.task_open(&id(&task)).unwrap().story.len(),
        events,
        "nor does the trail say that they were asked"
    );
    fs::remove_file(taken).unwrap();
    let sent = asked(&desk, &task, folder.path());
    let mut market = Filled::open(&sent.files[0].path);
    market.sends("孙丽", text("13060902003"), "2031-01-31", "");
    market.recuses("孙丽", "徐水第9粮站", "亲属");
    market.recuses("孙莉", "A-1", "亲属");
    market.recuses("孙丽", "A-1", "");
    let file = market.save(folder.path(), "答复.xml");
    let before = known(&desk);
    let looked = desk.task_joint_look(&answer(&task, &file)).unwrap();
    let columns: Vec<&str> = looked
        .rows
        .iter()
        .filter(|row| row.sheet == "回避")
        .map(|row| row.remarks[0].column.as_str())
        .collect();
    assert_eq!(
        columns,
        ["检查对象", "检查人员", "事由"],
        "each with what nobody can tell"
    );
    assert_eq!(looked.obstacles.len(), 1, "which keeps the file from being taken");
    let error = desk.task_joint_take(&answer(&task, &file)).unwrap_err();
    assert!(
        matches!(fault(&error), TaskFault::JointStaysOpen { count: 3, .. }),
        "a recusal that is lost sends somebody to a relative: {error:?}"
    );
    assert_eq!(known(&desk), before, "and nobody of it is in the registry");
    let view = desk.task_open(&id(&task)).unwrap();
    assert_eq!(view.joint[0].file, "", "nor is anything of it in the task");
    let mut moved = Filled::open(&sent.files[0].path);
    let looked = desk
        .task_joint_look(&answer(&task, Path::new(&sent.files[0].path)))
        .unwrap();
    moved.sheet("检查人员").remove(1);
    let file = moved.save(folder.path(), "答复.xml");
    let error = desk
        .task_joint_take(&TaskJointAnswer {
            digest: looked.digest,
            ..answer(&task, &file)
        })
        .unwrap_err();
    assert!(
        matches!(fault(&error), TaskFault::JointFileMoved { .. }),
        "what was looked at is what is taken: {error:?}"
    );
    moved.sheet("检查人员").truncate(1);
    let empty = moved.save(folder.path(), "空表.xml");
    let error = desk.task_joint_take(&answer(&task, &empty)).unwrap_err();
    assert!(
        matches!(fault(&error), TaskFault::JointEmpty { .. }),
        "a form that nobody filled in sends nobody: {error:?}"
    );
}

#[test]
fn the_command_line_asks_and_answers() {
    let (office, desk, task) = leading();
    drop(desk);
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().display().to_string();
    let ran = office.run(&["task", "ask", &task.line.number, "--to", &to]);
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(
        ran.status.success() && said.contains(MARKET),
        "it says what was written: {said} {}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let file = folder.path().join("联合检查征询表-县市场监督管理局.xlsx");
    let file = file.display().to_string();
    let ran = office.run(&["task", "answer", &task.line.number, &file, "--check"]);
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(
        ran.status.success() && said.contains("检查人员 第 2 行 相同 赵敏"),
        "row by row: {said} {}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let ran = office.run(&["task", "answer", &task.line.number, &file]);
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(
        ran.status.success() && said.contains("派出 2 人"),
        "and then it is taken: {said} {}",
        String::from_utf8_lossy(&ran.stderr)
    );
}
