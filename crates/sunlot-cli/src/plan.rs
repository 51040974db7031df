//! `sunlot plan …`: plans from draft to publication, what is due, and how they come out of files and go into them.

use sunlot_app::import::FileWritten;
use sunlot_app::plan::{
    PlanBase, PlanExport, PlanId, PlanLineSave, PlanMilestoneSave, PlanMove, PlanPaper, PlanRead, PlanSave,
    PlanStepName, PlanView,
};
use sunlot_app::{Desk, Error, Reason, Result};

mod told;

use crate::args::plan::{PlanOptions, PlanVerb};
use crate::output::{Output, Status};
use crate::paper::{told as told_paper, way};
use crate::registry::{missing, number, pairs, request_in, wrong};

pub(crate) fn run(desk: &Desk, verb: PlanVerb, output: &Output) -> Result<Status> {
    match verb {
        PlanVerb::List => output.answer(&desk.plans_view()?, told::listed),
        PlanVerb::Due => output.answer(&desk.plans_view()?.reminders, |due| told::due(due)),
        PlanVerb::Fields => output.answer(&desk.plans_view()?, told::fields),
        PlanVerb::Show { plan } => output.answer(&open(desk, &plan)?, told::shown),
        PlanVerb::Set(options) => {
            let request = request(desk, &options)?;
            output.answer(&desk.plan_save(&request)?, told::saved);
        }
        PlanVerb::Check(options) => {
            let checked = desk.plan_check(&request(desk, &options)?)?;
            let right = checked.problems.is_empty();
            output.answer(&checked, told::checked);
            return Ok(if right { Status::Done } else { Status::Refused });
        }
        PlanVerb::Read { file, sheet } => {
            let path = file.display().to_string();
            let request = PlanRead {
                path,
                pasted: None,
                sheet,
            };
            output.answer(&desk.plan_read(&request)?, told::read);
        }
        PlanVerb::Base { items } => {
            let based = desk.plan_base(&PlanBase { items })?;
            output.answer(&based, |based| format!("{}\n", based.told));
        }
        PlanVerb::Export {
            plan,
            headings,
            format,
            out,
            force,
        } => {
            let request = PlanExport {
                id: plan_id(&plan)?,
                headings: headings.parse().map_err(|_| wrong("--headings", &headings))?,
                format: format.parse().map_err(|_| wrong("--format", &format))?,
                path: out.map(|file| file.display().to_string()),
                overwrite: force,
            };
            let written = desk.plan_export(&request)?;
            output.answer(&written, |FileWritten { path, .. }| format!("已写到 {path}\n"));
        }
        PlanVerb::Print { plan, out } => {
            let id = plan_id(&plan)?;
            let way = way(&out).unwrap_or(sunlot_app::paper::PaperWay::Save { file: None });
            output.answer(&desk.plan_paper(&PlanPaper { id, way })?, told_paper);
        }
        step => return moved(desk, step, output),
    }
    Ok(Status::Done)
}

/// The steps of a plan.
fn moved(desk: &Desk, verb: PlanVerb, output: &Output) -> Result<Status> {
    let (plan, step) = match verb {
        PlanVerb::Approve { plan, on, by, no } => (plan, (PlanStepName::Approve, on, by, no)),
        PlanVerb::Submit {
            plan,
            on,
            to,
            receipt,
            half,
        } => {
            let step = match half {
                Some(_) => PlanStepName::Report,
                None => PlanStepName::Submit,
            };
            let mut request = blank(desk, &plan, (step, on, to, receipt))?;
            request.half = half.unwrap_or_default();
            output.answer(&desk.plan_move(&request)?, told::stands);
            return Ok(Status::Done);
        }
        PlanVerb::Publish { plan, on, channels } => {
            let channels = channels.join("、");
            (plan, (PlanStepName::Publish, on, channels, String::new()))
        }
        PlanVerb::Amend {
            plan,
            on,
            reason,
            basis,
        } => {
            let mut request = blank(desk, &plan, (PlanStepName::Amend, on, String::new(), basis))?;
            request.reason = reason;
            output.answer(&desk.plan_move(&request)?, told::stands);
            return Ok(Status::Done);
        }
        _ => return Err(Error::new(Reason::CommandMissing, "no step")),
    };
    let request = blank(desk, &plan, step)?;
    output.answer(&desk.plan_move(&request)?, told::stands);
    Ok(Status::Done)
}

fn blank(
    desk: &Desk,
    plan: &str,
    (step, on, who, no): (PlanStepName, String, String, String),
) -> Result<PlanMove> {
    let view = open(desk, plan)?;
    Ok(PlanMove {
        id: view.head.id,
        version: view.version,
        step,
        on,
        who,
        no,
        reason: String::new(),
        half: String::new(),
    })
}

fn open(desk: &Desk, plan: &str) -> Result<PlanView> {
    desk.plan_open(&PlanId { id: plan_id(plan)? })
}

/// The office's own number of a plan.
fn plan_id(typed: &str) -> Result<i64> {
    number("JH-", typed)
}

/// What shall be saved, out of a file and of what stands on the command line.
fn request(desk: &Desk, options: &PlanOptions) -> Result<PlanSave> {
    let mut request = match &options.from {
        Some(file) => request_in(file)?,
        None => PlanSave::default(),
    };
    let view = options.plan.as_deref().map(|plan| open(desk, plan)).transpose()?;
    if let Some(view) = &view {
        request.id = Some(view.head.id);
        request.version = request.version.or(Some(view.version));
    }
    request.values.extend(pairs("--value", &options.values)?);
    if !options.reason.is_empty() {
        request.reason.clone_from(&options.reason);
    }
    if let Some(line) = &options.line {
        edit_line(&mut request, view.as_ref(), line, options)?;
    } else if let Some(milestone) = &options.milestone {
        edit_milestone(&mut request, view.as_ref(), milestone, options)?;
    } else if !options.set.is_empty() {
        return Err(missing("--line"));
    }
    for number in &options.drop {
        let lines = lines_of(&mut request, view.as_ref());
        let before = lines.len();
        lines.retain(|line| line.line != Some(*number));
        if lines.len() == before {
            return Err(wrong("--drop", &number.to_string()));
        }
    }
    Ok(request)
}

/// The lines of a request; where it has none, those of the plan as they are.
fn lines_of<'r>(request: &'r mut PlanSave, view: Option<&PlanView>) -> &'r mut Vec<PlanLineSave> {
    let as_they_are = || {
        let lines = view.iter().flat_map(|view| &view.lines);
        let same = lines.map(|line| PlanLineSave {
            line: Some(line.line),
            ..PlanLineSave::default()
        });
        same.collect()
    };
    request.lines.get_or_insert_with(as_they_are)
}

fn edit_line(
    request: &mut PlanSave,
    view: Option<&PlanView>,
    typed: &str,
    options: &PlanOptions,
) -> Result<()> {
    let values = pairs("--set", &options.set)?;
    let lines = lines_of(request, view);
    if typed == "new" {
        lines.push(PlanLineSave { line: None, values });
        return Ok(());
    }
    let found = lines
        .iter_mut()
        .find(|line| line.line.is_some_and(|number| number.to_string() == typed));
    found.ok_or_else(|| wrong("--line", typed))?.values.extend(values);
    Ok(())
}

fn edit_milestone(
    request: &mut PlanSave,
    view: Option<&PlanView>,
    typed: &str,
    options: &PlanOptions,
) -> Result<()> {
    let values = pairs("--set", &options.set)?;
    let all = request.milestones.get_or_insert_with(|| {
        let all = view.iter().flat_map(|view| &view.milestones);
        let same = all.map(|one| PlanMilestoneSave {
            milestone: Some(one.milestone),
            ..PlanMilestoneSave::default()
        });
        same.collect()
    });
    if typed == "new" {
        all.push(PlanMilestoneSave {
            milestone: None,
            values,
        });
        return Ok(());
    }
    let found = all
        .iter_mut()
        .find(|one| one.milestone.is_some_and(|number| number.to_string() == typed));
    found
        .ok_or_else(|| wrong("--milestone", typed))?
        .values
        .extend(values);
    Ok(())
}
