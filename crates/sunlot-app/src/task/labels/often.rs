//! The words about how often somebody was visited, and about who is left out for it or for something else.

use sunlot_rules::cap::{VisitBy, VisitFact, within};
use sunlot_rules::day::Day;
use sunlot_rules::pool::Excluded;
use sunlot_rules::profile::{CapPeriod, RuleProfile};

use super::period;
use crate::registry::Told;
use crate::registry::labels::told;

/// Why somebody in scope is left out.
pub(in crate::task) fn excluded(why: Excluded, profile: &RuleProfile) -> Told {
    match why {
        Excluded::Suspended => told("suspended", "名录里已暂停"),
        Excluded::Inactive => told("inactive", "登记状态不是存续"),
        Excluded::ByHand => told("by_hand", "人工排除"),
        Excluded::Merged => told("merged", "并入另一次检查"),
        Excluded::VisitedLately => told("visited_lately", "刚检查过"),
        Excluded::CapReached => {
            let label = match profile.cap_period {
                CapPeriod::CalendarYear => "本年度检查次数已到上限",
                CapPeriod::TwelveMonths => "此前十二个月检查次数已到上限",
            };
            told("cap_reached", label)
        }
    }
}

/// The reasons by name.
pub(in crate::task) const EXCLUDED: [Excluded; 6] = [
    Excluded::Suspended,
    Excluded::Inactive,
    Excluded::ByHand,
    Excluded::Merged,
    Excluded::VisitedLately,
    Excluded::CapReached,
];

/// Whether a visit counts, and why not.
pub(in crate::task) fn counts(visit: &VisitFact, profile: &RuleProfile) -> Told {
    if sunlot_rules::cap::counts(visit, profile) {
        return told("yes", "计入次数");
    }
    match visit.by {
        _ if !visit.counted => told("no", "登记为不计次数"),
        _ if visit.case && !profile.count_cases => told("no", "个案检查，按细则配置不计"),
        VisitBy::Superior if !profile.count_superior => told("no", "上级部署，按细则配置不计"),
        VisitBy::OtherDept if !profile.count_other_depts => told("no", "其他部门的检查，按细则配置不计"),
        _ => told("no", "检查方式按细则配置不计"),
    }
}

/// What a year is, in words.
pub(in crate::task) fn year(period: CapPeriod) -> &'static str {
    match period {
        CapPeriod::CalendarYear => "本自然年",
        CapPeriod::TwelveMonths => "此前十二个月",
    }
}

/// That some were visited as often as the cap says, were years counted otherwise than the profile does.
pub(in crate::task) fn beside(count: u64, profile: &RuleProfile, on: Day) -> Told {
    let other = match profile.cap_period {
        CapPeriod::CalendarYear => CapPeriod::TwelveMonths,
        CapPeriod::TwelveMonths => CapPeriod::CalendarYear,
    };
    let (first, last) = within(other, on);
    let days = period(&first.to_string(), &last.to_string());
    let label = format!(
        "候选里有 {count} 户按“{}”（{days}）计算已经检查 {} 次；细则配置按“{}”计算，没有排除，请留意。",
        year(other),
        profile.annual_cap,
        year(profile.cap_period)
    );
    told("beside", &label)
}
