//! The table of a plan on paper: what is drawn up, signed, handed in and posted.

use sunlot_forms::sheets::{PlanMilestoneRow, PlanSheet, PlanSheetRow};
use sunlot_rules::plan::line::{Line, LineField};
use sunlot_rules::plan::progress::Progress;
use sunlot_store::whole_file::Readers;

use super::document::{KeptMilestone, Plan, require};
use super::file_wire::PlanPaper;
use super::judge::Judge;
use super::labels;
use super::list::own_name;
use crate::account::Names;
use crate::commands::Act;
use crate::labels::moment;
use crate::paper::{Paper, PaperMade};
use crate::{Desk, Result};

impl Desk {
    /// Prints or saves the table of a plan.
    pub fn plan_paper(&self, request: &PlanPaper) -> Result<PaperMade> {
        let made = moment(&self.now().to_rfc3339());
        let sheet = self.read(Act::PlanPaper, |office| {
            let judge = Judge::read(office, self.plan_day()?)?;
            let plan = require(office, request.id)?;
            let names = Names::read(office)?;
            let by = names.told(&self.admit(office, Act::PlanPaper)?.actor.in_trail());
            let told = told(&judge, &plan, &own_name(office)?);
            Ok(PlanSheet {
                made: made.clone(),
                made_by: by,
                ..told
            })
        })?;
        let paper = Paper {
            name: labels::PLAN_FILE.to_owned(),
            sheet: sheet.sheet(),
            readers: Readers::Anybody,
        };
        self.send_paper(Act::PlanPaper, &paper, &request.way)
    }
}

fn told(judge: &Judge, plan: &Plan, office: &str) -> PlanSheet {
    let lines = plan.lines();
    let progress: Vec<Progress> = lines.iter().map(|line| judge.progress(plan, line)).collect();
    let approval = plan.kept.course.iter().rev().find(|step| step.step == "approve");
    let approval = approval.filter(|_| !plan.editable());
    PlanSheet {
        title: plan.title.clone(),
        office: office.to_owned(),
        unit: plan.kept.unit.clone(),
        number: plan.number(),
        period: labels::of_year(plan.year, plan.period),
        drawn_up: plan.kept.drawn_up.clone(),
        state: labels::state(plan.state).label,
        approved: approval.map(|step| (step.who.clone(), step.on.clone(), step.no.clone())),
        rows: lines.iter().map(|line| row(judge, plan, line)).collect(),
        planned: Progress::sum(&progress).planned,
        milestones: plan.kept.milestones.iter().map(milestone).collect(),
        made: String::new(),
        made_by: String::new(),
        program: concat!("阳光摇号 ", env!("CARGO_PKG_VERSION")).to_owned(),
    }
}

fn row(judge: &Judge, plan: &Plan, line: &Line) -> PlanSheetRow {
    let shown = |field| labels::shown(line, field);
    let items = judge.items_of(plan, line);
    let name = |item: &super::wire::PlanItem| {
        if item.name.is_empty() {
            item.number.clone()
        } else {
            item.name.clone()
        }
    };
    let condition = match line.condition.as_str() {
        "" => String::new(),
        condition => labels::with_condition(condition),
    };
    PlanSheetRow {
        position: line.position,
        name: line.name.clone(),
        kind: vec![
            shown(LineField::TaskScope),
            shown(LineField::DrawScope),
            shown(LineField::ItemClass),
        ],
        items: items.iter().map(name).collect(),
        scope: format!("{}{condition}", line.scope),
        base: line.text(LineField::Base),
        ratio: line.text(LineField::Ratio),
        number: judge
            .planned(plan, line)
            .map(|number| number.to_string())
            .unwrap_or_default(),
        frequency: line.frequency.clone(),
        months: shown(LineField::Months),
        modes: shown(LineField::Modes),
        unit: [line.unit.clone(), line.person.clone()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect(),
        departments: labels::departments(&line.lead_dept, &line.partner_depts),
    }
}

fn milestone(kept: &KeptMilestone) -> PlanMilestoneRow {
    let text = |field| kept.text(field).to_owned();
    PlanMilestoneRow {
        task: text("task"),
        unit: text("unit"),
        person: text("person"),
        time: text("words"),
        done: text("done"),
    }
}
