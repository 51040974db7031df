//! `sunlot task …`: tasks, their pools, their crews and their announcements.

use std::fs;
use std::path::Path;

use sunlot_app::paper::PaperWay;
use sunlot_app::registry::FormChecked;
use sunlot_app::task::{
    ClauseForm, NoticePaper, PoolExport, PoolRowsRequest, TargetExclude, TargetInclude, TaskAnnounce, TaskId,
    TaskManifest, TaskMergedRequest, TaskMove, TaskSave, TaskTarget, TaskView,
};
use sunlot_app::{Desk, Error, Reason, Result};

use crate::account::second;
use crate::args::account::People;
use crate::args::task::{TaskOptions, TaskVerb};
use crate::output::{Output, Status};
use crate::registry::{not_among, number, pairs, told_problems, wrong};
use crate::task_people;
use crate::task_told as told;

pub(crate) fn run(desk: &Desk, people: &People, verb: TaskVerb, output: &Output) -> Result<Status> {
    match verb {
        TaskVerb::List => output.answer(&desk.tasks_view()?, told::list),
        TaskVerb::Choices => output.answer(&desk.task_choices()?, told::choices),
        TaskVerb::Show { task } => output.answer(&desk.task_open(&at(&task)?)?, told::shown),
        TaskVerb::Set(options) => return set(desk, *options, output),
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
        TaskVerb::Pool { task, of: None, .. } => {
            let view = desk.task_pool(&at(&task)?)?;
            let right = view.obstacles.is_empty();
            output.answer(&view, told::pool);
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
                target: number("DX-", &target)?,
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
                target: number("DX-", &target)?,
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
            let way = if print {
                PaperWay::Print { printer: None }
            } else {
                let file = out.map(|path| path.display().to_string());
                PaperWay::Save { file }
            };
            let task = at(&task)?.id;
            let made = desk.notice_paper(&NoticePaper { task, notice, way })?;
            output.answer(&made, |made| match &made.file {
                Some(file) => format!("{} 页，已存为 {file}\n", made.pages),
                None => format!("{} 页，已送打印机\n", made.pages),
            });
        }
        verb => return task_people::run(desk, verb, output),
    }
    Ok(Status::Done)
}

fn set(desk: &Desk, options: TaskOptions, output: &Output) -> Result<Status> {
    let mut request = match (&options.from, &options.task) {
        (Some(file), _) => read(file)?,
        (None, Some(task)) => desk.task_open(&at(task)?)?.form,
        (None, None) => TaskSave::default(),
    };
    if let Some(task) = &options.task {
        let view = desk.task_open(&at(task)?)?;
        request.id = Some(view.line.id);
        request.version = request.version.or(Some(view.version));
    }
    request.values.extend(pairs("--value", &options.values)?);
    if !options.items.is_empty() {
        let items = options.items.iter().map(|item| number("SX-", item));
        request.items = items.collect::<Result<_>>()?;
    }
    if !options.scope.is_empty() {
        request.scope = options
            .scope
            .iter()
            .map(|typed| clause(typed))
            .collect::<Result<_>>()?;
    }
    if let Some(name) = &options.pattern {
        let choices = desk.task_choices()?;
        let of_line = choices
            .lines
            .into_iter()
            .find(|line| (Some(line.plan), Some(line.line)) == (request.plan, request.line));
        let mut patterns = choices.patterns;
        patterns.extend(of_line.and_then(|line| line.pattern));
        let known = patterns
            .iter()
            .map(|pattern| (pattern.name.as_str(), pattern.label.as_str()));
        let found = patterns
            .iter()
            .find(|pattern| pattern.name == *name || pattern.label == *name);
        let found = found.ok_or_else(|| not_among("--pattern", name, known))?;
        request.strata = found.strata.clone();
    }
    task_people::places(&options.slots, &mut request.strata)?;
    request.rules = options.rules.or(request.rules);
    request.reason = options.reason;
    if options.check {
        let checked = desk.task_check(&request)?;
        let right = checked.problems.is_empty();
        output.answer(&checked, |checked| {
            told_problems(&FormChecked {
                problems: checked.problems.clone(),
            })
        });
        return Ok(if right { Status::Done } else { Status::Refused });
    }
    output.answer(&desk.task_save(&request)?, told::shown);
    Ok(Status::Done)
}

/// A condition: a field with its values, `credit=fair,poor`; or with those that it must not have, `credit!=good`.
fn clause(typed: &str) -> Result<ClauseForm> {
    let (field, values) = typed.split_once('=').ok_or_else(|| wrong("--where", typed))?;
    let not = field.ends_with('!');
    let values = values.split([',', '，']).map(|value| value.trim().to_owned());
    Ok(ClauseForm {
        field: field.trim_end_matches('!').trim().to_owned(),
        any_of: values.collect(),
        not,
    })
}

/// A part of a pool; everybody in scope where none is named.
fn part(of: Option<String>) -> String {
    of.filter(|of| of != "all").unwrap_or_default()
}

fn at(task: &str) -> Result<TaskId> {
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

fn read(file: &Path) -> Result<TaskSave> {
    let text = if file == Path::new("-") {
        std::io::read_to_string(std::io::stdin())
    } else {
        fs::read_to_string(file)
    };
    let text = text.map_err(|error| {
        let file = file.display().to_string();
        Error::new(Reason::FileUnread { file }, error.to_string())
    })?;
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| Error::new(Reason::RequestUnreadable, error.to_string()))
}
