//! Inspectors whom another unit lends for one task: with their document, for days that cover the visits, and with the same
//! rules of who may inspect as anybody else.

use serde::{Deserialize, Serialize};
use sunlot_rules::crew::borrowed::{Loan, LoanFault, check};
use sunlot_rules::day::Day;
use sunlot_rules::eligible::{Candidate, Certificate, Ineligible};
use sunlot_rules::roster::cert;
use sunlot_rules::roster::date::{Date, Meaning};
use sunlot_rules::roster::words::InspectorStatus;
use sunlot_store::crew_loan::{self, CrewLoanRow, Stored};
use sunlot_store::inspector::{self, Column, StoredInspector};
use sunlot_store::{Connection, Values};

use super::acts::{checked_reason, require_open};
use super::document::TaskDocument;
use super::fault::{TaskFault, TaskFlaw, fault, invalid};
use super::people::{People, labels, skills_in};
use super::people_wire::{LoanReturn, LoanView, TaskBorrow};
use super::places;
use super::wire::{TaskId, TaskView};
use crate::commands::Act;
use crate::error::Flaw;
use crate::event::crew::LoanStep;
use crate::inspector::{certificate_number, certificates_of, inspector_number, is_expert};
use crate::registry::check::{any_text, bound, day, is_about, problem, several, some_text};
use crate::registry::limits::{LONG, SHORT};
use crate::target::TargetFlaw;
use crate::{Desk, Error, Kind, Problem, Reason, Result};

/// What a loan says, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct LoanDocument {
    /// The name.
    pub name: String,
    /// Until when the certificate is valid.
    pub valid_to: String,
    /// A second one.
    pub second_cert_no: String,
    /// Until when that is valid.
    pub second_valid_to: String,
    /// The department that they count for; empty: their own.
    pub dept: String,
    /// What they are good at.
    pub skills: String,
    /// Who lends them.
    pub office: String,
    /// On what document.
    pub document_no: String,
    /// Of which day.
    pub document_on: String,
    /// The first day.
    pub since: String,
    /// The last one.
    pub until: String,
    /// Why they were given back.
    pub returned: String,
}

/// Somebody who is lent for a task, as it is in force.
pub(super) struct Lent {
    pub id: i64,
    pub inspector: Option<i64>,
    pub cert_no: String,
    pub document: LoanDocument,
}

impl LoanDocument {
    fn read(row: &CrewLoanRow) -> Result<Self> {
        serde_json::from_str(&row.document)
            .map_err(|error| Error::new(Reason::OfficeDamaged, format!("loan: {error}")))
    }

    fn kept(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| Error::new(Reason::Internal, error.to_string()))
    }

    /// As the rules know it.
    pub fn loan(&self) -> Loan<'_> {
        Loan {
            document: &self.document_no,
            unit: &self.office,
            from: Day::parse(&self.since),
            to: Day::parse(&self.until),
        }
    }

    /// The certificates that were shown.
    pub fn certificates(&self, number: &str) -> Vec<Certificate> {
        let shown = [
            (number, &self.valid_to),
            (self.second_cert_no.as_str(), &self.second_valid_to),
        ];
        shown
            .into_iter()
            .filter(|(number, _)| !number.is_empty())
            .map(|(number, valid_to)| Certificate {
                number: number.to_owned(),
                valid_to: Date::parse(valid_to),
            })
            .collect()
    }
}

impl Lent {
    /// Who lends them, on what document.
    pub fn told(&self) -> String {
        labels::lent(&self.document.office, &self.document.document_no)
    }

    pub fn skills(&self) -> Vec<String> {
        skills_in(&self.document.skills)
    }

    /// Whether this is the number of one of their certificates.
    pub fn has(&self, number: &str) -> bool {
        let number = cert::kept(number);
        !number.is_empty() && (number == self.cert_no || number == self.document.second_cert_no)
    }
}

/// Who is lent for a task now.
pub(super) fn in_force(office: &Connection, task: i64) -> Result<Vec<Lent>> {
    let all = crew_loan::of_task(office, task)?.into_iter();
    all.filter(|stored| !stored.row.withdrawn)
        .map(|stored| {
            Ok(Lent {
                id: stored.id,
                document: LoanDocument::read(&stored.row)?,
                inspector: stored.row.inspector,
                cert_no: stored.row.cert_no,
            })
        })
        .collect()
}

/// What somebody who is lent for a task is called.
pub(super) fn name_of(office: &Connection, loan: i64) -> Result<String> {
    let stored = crew_loan::by_id(office, loan)?;
    stored.map_or_else(
        || Ok(String::new()),
        |stored| Ok(LoanDocument::read(&stored.row)?.name),
    )
}

/// The loans of a task, those given back too, each with what keeps it from being drawn.
pub(super) fn views(office: &Connection, task: i64, document: &TaskDocument) -> Result<Vec<LoanView>> {
    let all = crew_loan::of_task(office, task)?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let people = People::read(office, Some(task), document)?;
    let view = |stored: Stored<CrewLoanRow>| {
        let said = LoanDocument::read(&stored.row)?;
        let person = people.lent(stored.id);
        let certificates = match person {
            Some((person, _)) => person.certificates().to_vec(),
            None => said.certificates(&stored.row.cert_no),
        };
        let day = |certificate: &Certificate| {
            let last = certificate.valid_to.map(|date| date.to_string());
            labels::certificate(&certificate.number, &last.unwrap_or_default())
        };
        Ok(LoanView {
            id: stored.id,
            inspector: stored.row.inspector.unwrap_or(0),
            certificates: certificates.iter().map(day).collect(),
            dept: person.map_or_else(|| said.dept.clone(), |(person, _)| person.dept.clone()),
            lent: labels::lent(
                &said.office,
                &labels::document(&said.document_no, &said.document_on),
            ),
            period: super::labels::period(&said.since, &said.until),
            withdrawn: stored.row.withdrawn,
            why_not: person.map_or_else(Vec::new, |(_, why)| why.to_vec()),
            name: said.name,
            skills: said.skills,
            returned: said.returned,
        })
    };
    all.into_iter().map(view).collect()
}

impl Desk {
    /// Writes down that another unit lends an inspector for a task.
    pub fn task_borrow(&self, request: &TaskBorrow) -> Result<TaskView> {
        self.change(Act::TaskBorrow, |change| {
            let office = change.tx();
            let task = require_open(office, request.task)?;
            let document = TaskDocument::read(&task.row)?;
            let registry = inspector::all(office)?;
            let (row, said) = self.loan_read(request, &document, &registry).map_err(invalid)?;
            let same = |lent: &Lent| {
                let number = row.inspector.is_some() && lent.inspector == row.inspector;
                number || lent.has(&row.cert_no) || lent.has(&said.second_cert_no)
            };
            if in_force(office, task.id)?.iter().any(same) {
                return Err(fault(TaskFault::LoanStands { name: said.name }));
            }
            crew_loan::add(change, &row)?;
            Ok(((), Some(moved(&row, said))))
        })?;
        self.task_open(&TaskId { id: request.task })
    }

    /// Gives somebody back who was lent.
    pub fn task_give_back(&self, request: &LoanReturn) -> Result<TaskView> {
        let (task, _) = self.change(Act::TaskGiveBack, |change| {
            let stored = crew_loan::by_id(change.tx(), request.id)?
                .filter(|stored| !stored.row.withdrawn)
                .ok_or_else(|| fault(TaskFault::LoanMissing { id: request.id }))?;
            require_open(change.tx(), stored.row.task)?;
            let returned = checked_reason(&request.reason)?;
            let said = LoanDocument {
                returned,
                ..LoanDocument::read(&stored.row)?
            };
            let row = CrewLoanRow {
                document: said.kept()?,
                withdrawn: true,
                ..stored.row.clone()
            };
            crew_loan::follow(change, stored.id, stored.version + 1, &row)?;
            Ok((row.task, Some(moved(&row, said))))
        })?;
        self.task_open(&TaskId { id: task })
    }

    /// Reads a loan as it was typed; what the registry knows of somebody is taken from there.
    fn loan_read(
        &self,
        request: &TaskBorrow,
        document: &TaskDocument,
        registry: &[StoredInspector],
    ) -> std::result::Result<(CrewLoanRow, LoanDocument), Vec<Problem>> {
        let mut form = Form::new(request);
        let (number, mut said) = self.typed(&mut form);
        let known = form.who(request, &number, &said, registry);
        let mut row = CrewLoanRow {
            task: request.task,
            cert_no: number,
            ..CrewLoanRow::default()
        };
        let mut candidate = Candidate {
            name: &said.name,
            certificates: &said.certificates(&row.cert_no),
            status: InspectorStatus::Active,
            listed: true,
            assistant_only: known.is_some_and(|known| is_expert(&known.values)),
        };
        let certificates;
        let values = known.map_or_else(Values::default, |known| known.values.clone());
        if let Some(known) = known {
            certificates = certificates_of(&known.values);
            candidate.name = known.get(Column::Name);
            candidate.certificates = &certificates;
            candidate.status = known
                .get(Column::Status)
                .parse()
                .unwrap_or(InspectorStatus::Suspended);
        }
        if let Ok((from, to)) = document.period() {
            for fault in check(&said.loan(), &candidate, from, to) {
                form.stands(fault, &values);
            }
        }
        let crew = &document.crew;
        if crew.joint && !places::departments(crew).contains(&said.dept) {
            let found = said.dept.clone();
            form.wrong("dept", TaskFlaw::LoanDeptOutside { found });
        }
        if let Some(known) = known {
            let first = certificates_of(&known.values).into_iter().next();
            row.inspector = Some(known.id);
            row.cert_no = first.map(|first| cert::kept(&first.number)).unwrap_or_default();
            said.name = known.get(Column::Name).to_owned();
            (said.valid_to, said.second_cert_no, said.second_valid_to) = Default::default();
        }
        match said.kept() {
            Ok(kept) if form.problems.is_empty() => {
                row.document = kept;
                Ok((row, said))
            }
            _ => Err(form.problems),
        }
    }

    /// What was typed, value by value: the number of the certificate, and the rest.
    fn typed(&self, form: &mut Form<'_>) -> (String, LoanDocument) {
        let today = self.today();
        let valid_to = |typed: &str| match typed.trim() {
            "" => Ok(String::new()),
            typed => day(typed, Meaning::ValidTo, today),
        };
        let number = |typed: &str| match typed.trim() {
            "" => Ok(String::new()),
            typed => certificate_number(typed),
        };
        let written = |typed: &str| match bound(typed, today)? {
            on if on.is_empty() => Err(Flaw::Required),
            on if on > today.to_string() => Err(TargetFlaw::DateInFuture { found: on }.into()),
            on => Ok(on),
        };
        let cert_no = form.take("cert_no", number);
        let said = LoanDocument {
            name: form.take("name", |typed| any_text(typed, SHORT)),
            valid_to: form.take("cert_valid_to", valid_to),
            second_cert_no: form.take("second_cert_no", number),
            second_valid_to: form.take("second_cert_valid_to", valid_to),
            dept: form.take("dept", |typed| any_text(typed, SHORT)),
            skills: form.take("skills", |typed| Ok(several(&any_text(typed, LONG)?))),
            office: form.take("office", |typed| some_text(typed, SHORT)),
            document_no: form.take("document_no", |typed| some_text(typed, SHORT)),
            document_on: form.take("document_on", written),
            since: form.take("since", |typed| bound(typed, today)),
            until: form.take("until", |typed| bound(typed, today)),
            returned: String::new(),
        };
        (cert_no, said)
    }
}

/// The fields of the form.
const FIELDS: [&str; 12] = [
    "name",
    "cert_no",
    "cert_valid_to",
    "second_cert_no",
    "second_cert_valid_to",
    "dept",
    "skills",
    "office",
    "document_no",
    "document_on",
    "since",
    "until",
];

/// A form that is read, and what was wrong with it.
struct Form<'f> {
    request: &'f TaskBorrow,
    problems: Vec<Problem>,
}

impl<'f> Form<'f> {
    fn new(request: &'f TaskBorrow) -> Self {
        let mut form = Self {
            request,
            problems: Vec::new(),
        };
        for field in request
            .values
            .keys()
            .filter(|field| !FIELDS.contains(&field.as_str()))
        {
            form.problems
                .push(problem(field, field, TargetFlaw::FieldUnknown));
        }
        form
    }

    fn take(&mut self, field: &str, read: impl FnOnce(&str) -> std::result::Result<String, Flaw>) -> String {
        let typed = self.request.values.get(field).map_or("", String::as_str);
        read(typed).unwrap_or_else(|flaw| {
            self.wrong(field, flaw);
            String::new()
        })
    }

    fn wrong(&mut self, field: &str, flaw: impl Into<Flaw>) {
        self.problems.push(problem(field, labels::field(field), flaw));
    }

    /// Who of the registry it is: whoever was chosen, or whose certificate was typed.
    fn who<'r>(
        &mut self,
        request: &TaskBorrow,
        number: &str,
        said: &LoanDocument,
        registry: &'r [StoredInspector],
    ) -> Option<&'r StoredInspector> {
        if let Some(id) = request.inspector {
            let known = registry.iter().find(|known| known.id == id);
            if known.is_none() {
                let found = inspector_number(id);
                self.wrong("inspector", TargetFlaw::ChoiceUnknown { found });
            }
            return known;
        }
        let has = |known: &&StoredInspector| {
            let kept = certificates_of(&known.values);
            let mut kept = kept.iter().map(|certificate| cert::kept(&certificate.number));
            kept.any(|kept| kept == number || (kept == said.second_cert_no && !kept.is_empty()))
        };
        let known = registry.iter().find(has).filter(|_| !number.is_empty())?;
        let name = known.get(Column::Name);
        if name != said.name {
            let known = name.to_owned();
            self.wrong("name", TaskFlaw::LoanNameDiffers { known });
        }
        Some(known)
    }

    /// What stands against a loan, at the field that it is about; of what could not be read enough was said.
    fn stands(&mut self, fault: LoanFault, values: &Values) {
        let registered = self.request.inspector.is_some();
        let field = match &fault {
            LoanFault::DocumentMissing => "document_no",
            LoanFault::UnitMissing => "office",
            LoanFault::DaysMissing | LoanFault::StartsLate { .. } => "since",
            LoanFault::DaysReversed { .. } | LoanFault::EndsEarly { .. } => "until",
            LoanFault::Ineligible(_) if registered => "inspector",
            LoanFault::Ineligible(Ineligible::NameMissing) => "name",
            LoanFault::Ineligible(Ineligible::NoCertificate) => "cert_no",
            LoanFault::Ineligible(_) => "cert_valid_to",
        };
        let days = matches!(fault, LoanFault::DaysMissing);
        let about = |name: &str| self.problems.iter().any(|problem| is_about(problem, name));
        if about(field) || (days && about("until")) {
            return;
        }
        let why = labels::loan_fault(&fault, values);
        self.wrong(field, TaskFlaw::Loan { fault, why });
    }
}

fn moved(row: &CrewLoanRow, said: LoanDocument) -> Kind {
    Kind::LoanMoved(LoanStep {
        task: super::labels::number(row.task),
        inspector: row.inspector.map(inspector_number).unwrap_or_default(),
        name: said.name,
        cert: row.cert_no.clone(),
        office: said.office,
        document: said.document_no,
        since: said.since,
        until: said.until,
        withdrawn: row.withdrawn,
        reason: said.returned,
    })
}
