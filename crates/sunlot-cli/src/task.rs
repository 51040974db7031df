//! `sunlot task …`: tasks, their pools, their crews and their announcements.

use sunlot_app::task::{
    NoticePaper, PoolExport, PoolRowsRequest, TargetExclude, TargetInclude, TaskAnnounce, TaskId,
    TaskManifest, TaskMergedRequest, TaskMove, TaskTarget, TaskView,
};
use sunlot_app::{Desk, Result};

use crate::account::second;
use crate::args::account::People;
use crate::args::task::TaskVerb;
use crate::chosen::target_of;
use crate::output::{Output, Status};
use crate::paper;
use crate::registry::{number, wrong};
use crate::task_told as told;
use crate::{task_joint, task_people, task_set};

pub(crate) fn run(desk: &Desk, people: &People, verb: TaskVerb, output: &Output) -> Result<Status> {
    match verb {
        TaskVerb::List => output.answer(&desk.tasks_view()?, told::list),
        TaskVerb::Choices => output.answer(&desk.task_choices()?, told::choices),
        TaskVerb::Show { task } => output.answer(&desk.task_open(&at(&task)?)?, told::shown),
        TaskVerb::Set(options) => return task_set::run(desk, *options, output),
        TaskVerb::Approve { task, by, on } => {
            let request = TaskMove {
                by,
                on,
                ..moved(desk, &task)?
            };
            output.answer(&desk.task_approve(&request)?, told::shown);
        }
        TaskVerb::Cancel { task, reason } => {
            let request = TaskMove {
                reason,
                ..moved(desk, &task)?
            };
            output.answer(&desk.task_cancel(&request)?, told::shown);
        }
        TaskVerb::Pool {
            task,
            of,
            text,
            out,
            format,
            force,
            ..
        } if out.is_some() || format.is_some() => {
            let format = format.unwrap_or_else(|| "xlsx".to_owned());
            let request = PoolExport {
                id: at(&task)?.id,
                of: part(of),
                text,
                format: format.parse().map_err(|_| wrong("--format", &format))?,
                path: out.map(|file| file.display().to_string()),
                overwrite: force,
            };
            output.answer(&desk.task_pool_export(&request)?, |written| {
                format!("共 {} 户，已写到 {}\n", written.rows, written.path)
            });
        }
        TaskVerb::Pool {
            task,
            of: None,
            overlaps,
            ..
        } => {
            let view = desk.task_pool(&at(&task)?)?;
            let right = view.obstacles.is_empty();
            output.answer(&view, if overlaps { told::overlaps } else { told::pool });
            return Ok(if right { Status::Done } else { Status::Refused });
        }
        TaskVerb::Pool {
            task,
            of,
            text,
            limit,
            from,
            ..
        } => {
            let request = PoolRowsRequest {
                id: at(&task)?.id,
                of: part(of),
                text,
                from,
                limit,
            };
            output.answer(&desk.task_pool_rows(&request)?, told::rows);
        }
        TaskVerb::Explain { task, target } => {
            let request = TaskTarget {
                task: at(&task)?.id,
                target: target_of(desk, &target)?,
            };
            output.answer(&desk.task_explain(&request)?, told::explained);
        }
        TaskVerb::Merged { task, limit, from } => {
            let request = TaskMergedRequest {
                id: at(&task)?.id,
                merged_from: from,
                second_from: from,
                limit,
            };
            output.answer(&desk.task_merged(&request)?, told::merged);
        }
        TaskVerb::Crews { task } => output.answer(&desk.task_crews(&at(&task)?)?, told::crews),
        TaskVerb::Fairness { task } => output.answer(&desk.task_fairness(&at(&task)?)?, told::fairness),
        TaskVerb::Manifest { task, out, force } => {
            let request = TaskManifest {
                id: at(&task)?.id,
                path: out.map(|path| path.display().to_string()),
                overwrite: force,
            };
            output.answer(&desk.task_manifest(&request)?, |written| {
                format!("候选 {} 户，已写到 {}\n", written.rows, written.path)
            });
        }
        verb => return decide(desk, people, verb, output),
    }
    Ok(Status::Done)
}

/// What needs the supervisor, or goes out.
fn decide(desk: &Desk, people: &People, verb: TaskVerb, output: &Output) -> Result<Status> {
    match verb {
        TaskVerb::Exclude {
            task,
            target,
            kind,
            basis,
        } => {
            let request = TargetExclude {
                task: at(&task)?.id,
                target: target_of(desk, &target)?,
                kind,
                basis,
                second: second(people)?,
            };
            output.answer(&desk.target_exclude(&request)?, told::shown);
        }
        TaskVerb::Include { id } => {
            let second = second(people)?;
            output.answer(&desk.target_include(&TargetInclude { id, second })?, told::shown);
        }
        TaskVerb::Announce {
            task,
            draw_on,
            channels,
            reason,
        } => {
            let request = TaskAnnounce {
                id: at(&task)?.id,
                draw_on,
                channels,
                reason,
            };
            output.answer(&desk.task_announce(&request)?, told::shown);
        }
        TaskVerb::Notice {
            task,
            notice,
            out,
            print,
        } => {
            let way = paper::kept_or_printed(out.as_deref(), print);
            let task = at(&task)?.id;
            let made = desk.notice_paper(&NoticePaper { task, notice, way })?;
            output.answer(&made, |made| match &made.file {
                Some(file) => format!("{} 页，已存为 {file}\n", made.pages),
                None => format!("{} 页，已送打印机\n", made.pages),
            });
        }
        verb @ (TaskVerb::Ask { .. } | TaskVerb::Answer { .. }) => {
            return task_joint::run(desk, verb, output);
        }
        verb => return task_people::run(desk, verb, output),
    }
    Ok(Status::Done)
}

/// A part of a pool; everybody in scope where none is named.
fn part(of: Option<String>) -> String {
    of.filter(|of| of != "all").unwrap_or_default()
}

pub(crate) fn at(task: &str) -> Result<TaskId> {
    let id = number("RW-", task)?;
    Ok(TaskId { id })
}

fn moved(desk: &Desk, task: &str) -> Result<TaskMove> {
    let view: TaskView = desk.task_open(&at(task)?)?;
    Ok(TaskMove {
        id: view.line.id,
        version: view.version,
        ..TaskMove::default()
    })
}
