//! A line of a plan: what its fields hold, and how their texts are read (N-01, N-11, N-12, R-02).
//!
//! Whether the line may stand so is for `check`; what its fields are called, for others.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::Months;
use crate::roster::list;
use crate::roster::words::{InspectionMode, ItemClass};
use crate::text::{self, TextFault, half_width};

pub use crate::roster::words::{DrawScope, TaskScope};

/// No text of a line is longer; the table of a plan has a line for each.
const LONGEST: usize = 200;

/// A field of a line.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum LineField {
    /// Its place in the plan, from 1.
    Position,
    /// What the task is called.
    Name,
    /// The codes of its items.
    Items,
    /// Which targets, in words.
    Scope,
    /// How many of them there are when the plan is made.
    Base,
    /// How many of the base, as a share.
    Ratio,
    /// How many, as a number.
    Number,
    /// How often, in words.
    Frequency,
    /// From which month to which (N-11).
    Months,
    /// The unit that carries it out.
    Unit,
    /// The person who answers for it.
    Person,
    /// Within the department or across departments.
    TaskScope,
    /// The department that leads.
    LeadDept,
    /// The departments that take part.
    PartnerDepts,
    /// Among all targets of the scope, or only among those of a condition.
    DrawScope,
    /// That condition, in words.
    Condition,
    /// How it is inspected.
    Modes,
    /// General or key.
    ItemClass,
    /// Whether it is a special campaign.
    SpecialCampaign,
    /// The number of the campaign's plan.
    CampaignNo,
}

impl LineField {
    /// All of them.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name, which never changes.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A line of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its place in the plan, from 1.
    pub position: u32,
    /// What the task is called.
    pub name: String,
    /// The codes of its items, each once.
    pub items: Vec<String>,
    /// Which targets, in words.
    pub scope: String,
    /// How many of them there are when the plan is made.
    pub base: Option<u32>,
    /// How many of the base, in ten-thousandths.
    pub ratio: Option<u32>,
    /// How many.
    pub number: Option<u32>,
    /// How often, in words.
    pub frequency: String,
    /// From which month to which.
    pub months: Option<Months>,
    /// The unit that carries it out.
    pub unit: String,
    /// The person who answers for it.
    pub person: String,
    /// Within the department or across departments.
    pub task_scope: TaskScope,
    /// The department that leads.
    pub lead_dept: String,
    /// The departments that take part.
    pub partner_depts: Vec<String>,
    /// Among which targets is drawn.
    pub draw_scope: DrawScope,
    /// Among which of them, in words.
    pub condition: String,
    /// How it is inspected.
    pub modes: Vec<InspectionMode>,
    /// General or key, where it is said.
    pub item_class: Option<ItemClass>,
    /// Whether it is a special campaign.
    pub special_campaign: bool,
    /// The number of the campaign's plan.
    pub campaign_no: String,
}

/// Why a text cannot stand in its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// It is no text that can be kept.
    Text(TextFault),
    /// It is no whole number.
    NoNumber,
    /// It is no share of the whole: a percentage to two places.
    NoShare,
    /// It is no month and no stretch of months in one year.
    NoMonths,
    /// It is none of the names that may stand there.
    NoChoice,
}

impl Default for Line {
    /// A line of which nothing is said yet.
    fn default() -> Self {
        Self {
            position: 1,
            name: String::new(),
            items: Vec::new(),
            scope: String::new(),
            base: None,
            ratio: None,
            number: None,
            frequency: String::new(),
            months: None,
            unit: String::new(),
            person: String::new(),
            task_scope: TaskScope::IntraDept,
            lead_dept: String::new(),
            partner_depts: Vec::new(),
            draw_scope: DrawScope::Untargeted,
            condition: String::new(),
            modes: Vec::new(),
            item_class: None,
            special_campaign: false,
            campaign_no: String::new(),
        }
    }
}

impl Line {
    /// Reads a line from the texts of its fields; a field that is not among them stays as it is by default. All faults are told,
    /// with their fields.
    pub fn read<'t>(
        texts: impl IntoIterator<Item = (LineField, &'t str)>,
    ) -> Result<Self, Vec<(LineField, LineFault)>> {
        let mut line = Self::default();
        let mut faults = Vec::new();
        for (field, text) in texts {
            if let Err(fault) = line.set(field, text) {
                faults.push((field, fault));
            }
        }
        if faults.is_empty() { Ok(line) } else { Err(faults) }
    }

    /// Sets a field from text; where it cannot stand so, nothing changes.
    pub fn set(&mut self, field: LineField, typed: &str) -> Result<(), LineFault> {
        let any = || text::optional(typed, LONGEST).map_err(LineFault::Text);
        match field {
            LineField::Position => self.position = count(typed)?.ok_or(LineFault::NoNumber)?,
            LineField::Name => self.name = any()?,
            LineField::Items => self.items = list::values(typed),
            LineField::Scope => self.scope = any()?,
            LineField::Base => self.base = count(typed)?,
            LineField::Ratio => self.ratio = share(typed)?,
            LineField::Number => self.number = count(typed)?,
            LineField::Frequency => self.frequency = any()?,
            LineField::Months => self.months = months(typed)?,
            LineField::Unit => self.unit = any()?,
            LineField::Person => self.person = any()?,
            LineField::TaskScope => self.task_scope = one(typed)?,
            LineField::LeadDept => self.lead_dept = any()?,
            LineField::PartnerDepts => self.partner_depts = list::values(&any()?),
            LineField::DrawScope => self.draw_scope = one(typed)?,
            LineField::Condition => self.condition = any()?,
            LineField::Modes => self.modes = modes(typed)?,
            LineField::ItemClass => self.item_class = optional(typed)?,
            LineField::SpecialCampaign => self.special_campaign = truth(typed)?,
            LineField::CampaignNo => self.campaign_no = any()?,
        }
        Ok(())
    }

    /// The text of a field, as it is read back.
    pub fn text(&self, field: LineField) -> String {
        let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        match field {
            LineField::Position => self.position.to_string(),
            LineField::Name => self.name.clone(),
            LineField::Items => self.items.join("、"),
            LineField::Scope => self.scope.clone(),
            LineField::Base => number(self.base),
            LineField::Ratio => self.ratio.map(crate::share::text).unwrap_or_default(),
            LineField::Number => number(self.number),
            LineField::Frequency => self.frequency.clone(),
            LineField::Months => self.months.map(|months| months.to_string()).unwrap_or_default(),
            LineField::Unit => self.unit.clone(),
            LineField::Person => self.person.clone(),
            LineField::TaskScope => self.task_scope.name().to_owned(),
            LineField::LeadDept => self.lead_dept.clone(),
            LineField::PartnerDepts => self.partner_depts.join("、"),
            LineField::DrawScope => self.draw_scope.name().to_owned(),
            LineField::Condition => self.condition.clone(),
            LineField::Modes => {
                let names: Vec<&str> = self.modes.iter().map(|mode| mode.name()).collect();
                names.join(",")
            }
            LineField::ItemClass => self
                .item_class
                .map(ItemClass::name)
                .unwrap_or_default()
                .to_owned(),
            LineField::SpecialCampaign => if self.special_campaign { "yes" } else { "no" }.to_owned(),
            LineField::CampaignNo => self.campaign_no.clone(),
        }
    }
}

/// A whole number, if there is one.
pub(super) fn count(typed: &str) -> Result<Option<u32>, LineFault> {
    let plain = half_width(typed);
    match plain.trim() {
        "" => Ok(None),
        digits if digits.bytes().all(|b| b.is_ascii_digit()) => {
            digits.parse().map(Some).map_err(|_| LineFault::NoNumber)
        }
        _ => Err(LineFault::NoNumber),
    }
}

fn share(typed: &str) -> Result<Option<u32>, LineFault> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    // A per mille sign has no plain form, and a wide percent sign has one.
    let share = crate::share::parse(&half_width(typed));
    share.map(Some).ok_or(LineFault::NoShare)
}

/// Months as they are kept, or in words.
fn months(typed: &str) -> Result<Option<Months>, LineFault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let words = || super::when::read(typed)?.months().map(|(_, months)| months);
    let months = Months::parse(typed).or_else(words);
    months.map(Some).ok_or(LineFault::NoMonths)
}

fn one<T: std::str::FromStr>(typed: &str) -> Result<T, LineFault> {
    typed.trim().parse().map_err(|_| LineFault::NoChoice)
}

fn optional<T: std::str::FromStr>(typed: &str) -> Result<Option<T>, LineFault> {
    match typed.trim() {
        "" => Ok(None),
        typed => one(typed).map(Some),
    }
}

fn modes(typed: &str) -> Result<Vec<InspectionMode>, LineFault> {
    let words = typed.split(',').map(str::trim).filter(|word| !word.is_empty());
    let chosen: Vec<InspectionMode> = words.map(one).collect::<Result<_, _>>()?;
    let all = InspectionMode::ALL.iter().copied();
    Ok(all.filter(|mode| chosen.contains(mode)).collect())
}

fn truth(typed: &str) -> Result<bool, LineFault> {
    match typed.trim() {
        "yes" => Ok(true),
        "no" | "" => Ok(false),
        _ => Err(LineFault::NoChoice),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n_01_a_line_is_read_from_its_texts_and_written_as_it_was() {
        let texts = [
            (LineField::Position, "2"),
            (LineField::Name, "防雷安全检查"),
            (LineField::Items, "SX-01、SX-02、SX-01"),
            (LineField::Scope, "全区加油加气站"),
            (LineField::Base, "８６５４"),
            (LineField::Ratio, "1％"),
            (LineField::Number, "87"),
            (LineField::Frequency, "每年1次"),
            (LineField::Months, "3月至6月"),
            (LineField::TaskScope, "cross_dept"),
            (LineField::LeadDept, "气象局"),
            (LineField::PartnerDepts, "应急管理局，消防大队"),
            (LineField::Modes, "document,onsite"),
            (LineField::ItemClass, "key"),
            (LineField::SpecialCampaign, "yes"),
        ];
        let line = Line::read(texts).unwrap();
        assert_eq!(line.items, ["SX-01", "SX-02"], "an item is inspected once");
        assert_eq!(
            (line.base, line.ratio),
            (Some(8_654), Some(100)),
            "wide digits are digits"
        );
        assert_eq!(line.months, Months::new(3, 6), "N-11: in words");
        assert_eq!(line.partner_depts, ["应急管理局", "消防大队"], "N-12");
        let again = Line::read(
            LineField::ALL
                .iter()
                .map(|field| (*field, line.text(*field)))
                .collect::<Vec<_>>()
                .iter()
                .map(|(field, text)| (*field, text.as_str())),
        )
        .unwrap();
        assert_eq!(again, line, "every field comes back as it was");
    }

    #[test]
    fn what_cannot_stand_in_a_field_is_told_with_the_field() {
        for (field, text, fault) in [
            (LineField::Position, "", LineFault::NoNumber),
            (LineField::Base, "约20", LineFault::NoNumber),
            (LineField::Base, "-1", LineFault::NoNumber),
            (LineField::Base, "99999999999", LineFault::NoNumber),
            (LineField::Ratio, "101%", LineFault::NoShare),
            (LineField::Ratio, "0.001%", LineFault::NoShare),
            (LineField::Ratio, "不低于3%", LineFault::NoShare),
            (LineField::Months, "11月-3月", LineFault::NoMonths),
            (LineField::Months, "适时", LineFault::NoMonths),
            (LineField::TaskScope, "", LineFault::NoChoice),
            (LineField::DrawScope, "定向", LineFault::NoChoice),
            (LineField::Modes, "onsite,telepathy", LineFault::NoChoice),
            (LineField::ItemClass, "important", LineFault::NoChoice),
            (LineField::SpecialCampaign, "perhaps", LineFault::NoChoice),
            (
                LineField::Name,
                "防\u{200B}雷",
                LineFault::Text(TextFault::Invisible {
                    place: 2,
                    found: '\u{200B}',
                }),
            ),
        ] {
            assert_eq!(
                Line::read([(field, text)]),
                Err(vec![(field, fault)]),
                "{field:?} {text:?}"
            );
        }
        let long = "查".repeat(LONGEST + 1);
        let both = Line::read([(LineField::Name, long.as_str()), (LineField::Number, "x")]);
        assert_eq!(
            both.unwrap_err().len(),
            2,
            "each of them is told, not only the first"
        );
    }
}
