//! The words about visits that go together, and about second visits.

use sunlot_rules::cap::VisitFact;
use sunlot_rules::merging::Apart;
use sunlot_rules::profile::RuleProfile;

use crate::registry::Told;
use crate::registry::labels::told;
use crate::task::due::DueDraw;
use crate::task::labels::year;

/// The task that is looked at, among others.
pub(in crate::task) const THIS_TASK: &str = "本任务";

/// Why a target is left out whose visit goes together with that of another draw.
pub(in crate::task) fn because(draw: &DueDraw) -> String {
    format!(
        "{}已抽中，检查时间 {}，事项：{}",
        draw.told,
        draw.period(),
        draw.items.join("、")
    )
}

/// The same in a sentence of its own.
pub(in crate::task) fn sentence(draw: &DueDraw) -> String {
    format!("{}；检查时间重叠，并作一次检查，这次不再抽。", because(draw))
}

/// Why two visits stay two.
pub(in crate::task) fn apart(one: &str, other: &str, reason: Apart) -> String {
    match reason {
        Apart::NoCommonDay => format!("{one}和{other}没有共同的检查日期，分开检查；可以商请调整检查时间。"),
        Apart::NoCommonDayForAll => {
            format!("{one}和{other}虽有共同的日期，但和合在一起的其他检查没有，分开检查。")
        }
    }
}

/// A visit that was made.
pub(in crate::task) fn made(visit: &VisitFact) -> String {
    let (first, last) = (visit.first, visit.last);
    let when = match () {
        () if first == last => first.to_string(),
        () if first.month() == last.month() => format!("{}-{:02}", first.year(), first.month()),
        () => format!("{} 年", first.year()),
    };
    let times = if visit.times > 1 {
        format!("，共 {} 次", visit.times)
    } else {
        String::new()
    };
    format!("{when} 检查过{times}")
}

/// A visit that is still to come.
pub(in crate::task) fn waiting(draw: &DueDraw) -> String {
    format!("{}已抽中，{} 待检查", draw.told, draw.period())
}

/// How many candidates would be visited for the second time within the year.
pub(in crate::task) fn visited(count: usize, profile: &RuleProfile) -> Told {
    let year = year(profile.cap_period);
    told(
        "visited_this_year",
        &format!(
            "候选里有 {count} 户{year}已经检查过或已抽中待查，再抽中就是第二次或更多；同一对象的几个事项请尽量合并为一次检查。"
        ),
    )
}

/// Another task that is not drawn yet, and how many targets it has in common with this one.
pub(in crate::task) fn overlapping(task: &str, period: &str, both: u64) -> String {
    format!("{task}（{period}，有 {both} 户）")
}

/// So many of them are named in the remark; all are for whoever asks.
const NAMED: usize = 3;

/// That there are such tasks, in one remark however many they are.
pub(in crate::task) fn overlaps(all: &[String]) -> Option<Told> {
    let named: Vec<&str> = all.iter().take(NAMED).map(String::as_str).collect();
    let (count, named) = (all.len(), named.join("、"));
    let more = if count > NAMED { "等" } else { "" };
    let label = format!(
        "还有 {count} 项没有抽取的任务，检查时间和这项任务重叠，有的对象两边都在范围内：{named}{more}。能一起办的请合并成一项；分开抽的，后抽的一次把已经抽中的并入同一次检查。"
    );
    (count > 0).then(|| told("overlapping", &label))
}
