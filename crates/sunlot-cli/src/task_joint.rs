//! `sunlot task ask|answer`: partner departments are asked by a workbook whom they send, and their answers are taken.

use sunlot_app::task::{JointLooked, JointRow, JointSent, TaskJointAnswer, TaskJointSend};
use sunlot_app::{Desk, Result};

use crate::args::task::TaskVerb;
use crate::output::{Output, Status};
use crate::task::at;
use crate::task_told;

pub(crate) fn run(desk: &Desk, verb: TaskVerb, output: &Output) -> Result<Status> {
    match verb {
        TaskVerb::Ask {
            task,
            to,
            until,
            force,
        } => {
            let request = TaskJointSend {
                id: at(&task)?.id,
                folder: to.map(|folder| folder.display().to_string()),
                until,
                overwrite: force,
            };
            output.answer(&desk.task_joint_send(&request)?, sent);
        }
        TaskVerb::Answer { task, file, check } => {
            let request = TaskJointAnswer {
                id: at(&task)?.id,
                path: file.display().to_string(),
                digest: String::new(),
            };
            let view = desk.task_joint_look(&request)?;
            if check {
                let right = view.obstacles.is_empty();
                output.answer(&view, looked);
                return Ok(if right { Status::Done } else { Status::Refused });
            }
            let request = TaskJointAnswer {
                digest: view.digest.clone(),
                ..request
            };
            output.answer(&desk.task_joint_take(&request)?, |task| {
                format!("{}{}", looked(&view), task_told::shown(task))
            });
        }
        _ => {}
    }
    Ok(Status::Done)
}

fn sent(sent: &JointSent) -> String {
    let file = |file: &sunlot_app::task::JointFile| {
        format!(
            "{}：{}\n  已填本单位知道的 {} 人；SHA-256 {}\n",
            file.dept, file.path, file.people, file.digest
        )
    };
    let files: String = sent.files.iter().map(file).collect();
    format!("{files}请把文件交给各配合部门，填好后用 sunlot task answer 读入。\n")
}

fn looked(view: &JointLooked) -> String {
    let mut text = format!("{}  SHA-256 {}\n{}\n", view.file, view.digest, view.told);
    for row in &view.rows {
        text += &told(row);
    }
    for left in &view.left_out {
        text += &format!("  不参加 {} {}\n", left.value, left.label);
    }
    for notice in &view.notices {
        text += &format!("  注意：{}\n", notice.label);
    }
    for obstacle in &view.obstacles {
        text += &format!("  不能采用：{obstacle}\n");
    }
    text
}

fn told(row: &JointRow) -> String {
    let cap = match row.cap.as_str() {
        "" => String::new(),
        cap => format!("，最多 {cap} 户"),
    };
    let mut text = format!(
        "  {} 第 {} 行 {} {}{}{cap}\n",
        row.sheet,
        row.row,
        row.fate.label,
        row.name,
        spaced(&row.number)
    );
    for change in &row.changes {
        text += &format!("    {}：{} → {}\n", change.label, change.before, change.after);
    }
    for remark in &row.remarks {
        text += &format!(
            "    {}{}{}\n",
            spaced(&remark.column),
            remark.message,
            remark.hint
        );
    }
    text
}

fn spaced(text: &str) -> String {
    match text {
        "" => String::new(),
        text => format!(" {text} "),
    }
}
