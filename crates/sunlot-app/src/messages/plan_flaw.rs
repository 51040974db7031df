//! The words about plans: what stands in the way, and what is worth looking at in a line.

use sunlot_rules::plan::check::Between;
use sunlot_rules::plan::check::Flaw;
use sunlot_rules::plan::line::LineField;
use sunlot_rules::roster::ratio::Bounds;

use super::{Words, words};
use crate::plan::labels;
use crate::plan::{PlanFault, PlanFlaw};

/// Why nothing can be done.
pub(super) fn of_fault(fault: &PlanFault) -> Words {
    match fault {
        PlanFault::PlanInvalid { count } => words(
            format!("有 {count} 处需要改正，没有办成，什么也没有改动。"),
            "请按每一处的说明改正后再办。",
        ),
        PlanFault::PlanMissing { asked } => words(
            format!("没有“{asked}”这份抽查计划。"),
            "请核对编号；可以在计划列表里查找。",
        ),
        PlanFault::PlanMoved { number, title } => words(
            format!("{number} {title}在打开以后被改过，没有保存。"),
            "请重新打开它，看过新的内容再改。",
        ),
        PlanFault::PlanFixed { number, state } => words(
            format!("{number}{state}，内容不能直接改。"),
            "要改的，先办理调整，写明原因和依据，计划就退回草拟；改好后重新审批。",
        ),
        PlanFault::PlanStepOrder { number, state } => words(
            format!("{number}现在是“{state}”，不能办这一步。"),
            "草拟的先审批，审批后报送，报送后公布；审批以后要改的办理调整。",
        ),
        PlanFault::PlanEmpty { file, sheet } => words(
            format!("“{file}”的工作表“{sheet}”里有表头，下面没有内容。"),
            "请核对是不是这份文件，或指明另一张工作表。",
        ),
        PlanFault::PlanNotReady { count } => words(
            format!("计划有 {count} 处不合要求，没有审批。"),
            "请按每一处的说明改正后再审批。",
        ),
    }
}

/// What is wrong with one value.
pub(super) fn of_flaw(label: &str, flaw: &PlanFlaw) -> Words {
    match flaw {
        PlanFlaw::WholeNumberUnread { found } => {
            words(format!("{label}“{found}”不是整数。"), "请只写户数，例如 87。")
        }
        PlanFlaw::ShareUnread { found } => words(
            format!("{label}“{found}”不是一个比例。"),
            "请只写一个百分比，例如 5% 或 0.5%，最多 100%、最多两位小数；没有百分号的小数（如 0.5）分不清是 0.5% 还是 50%，请带上百分号。",
        ),
        PlanFlaw::MonthsUnread { found } => words(
            format!("{label}“{found}”没有读懂。"),
            "请写同一年里的月份，例如“3月至6月”“二季度”“9月”。",
        ),
        PlanFlaw::YearUnread { found } => words(
            format!("{label}“{found}”不是年份。"),
            "请写四位数的年份，例如 2027。",
        ),
        PlanFlaw::PeriodFixed => words(
            format!("{label}定了就不能改。"),
            "编制另一期间的计划，请新建一份。",
        ),
        PlanFlaw::LineUnknown { found } => words(
            format!("{label}没有编号为 {found} 的。"),
            "请重新打开计划再改；新增的不要写编号。",
        ),
        PlanFlaw::TooManyLines { max, found } => words(
            format!("{label}太多：{found} 个，最多 {max} 个。"),
            "请分成几份计划。",
        ),
        PlanFlaw::LinesMissing => words(
            format!("{label}一行都没有。"),
            "请先写明抽查什么、多少、何时和由谁承办。",
        ),
        PlanFlaw::StepBack { last } => words(
            format!("{label}早于上一步的日期（{last}）。"),
            "请核对两个日期的先后。",
        ),
        PlanFlaw::ReportTwice { on } => words(
            format!("{label}的总结已经在 {on} 报送过。"),
            "同一半年只登记一次；请核对是哪半年。",
        ),
        PlanFlaw::ReportElsewhere => words(
            format!("{label}不在这份计划的期间里。"),
            "上半年的计划登记上半年的总结，下半年的登记下半年的，全年的两个都可以登记。",
        ),
        PlanFlaw::LineFlawed(flaw) => of_line(label, flaw),
    }
}

/// What is wrong with a line, or worth looking at.
pub(crate) fn of_line(label: &str, flaw: &Flaw) -> Words {
    match flaw {
        Flaw::Missing(_) => words(format!("{label}没有填写。"), "这一项必须填写，否则不能审批。"),
        Flaw::Wanting(LineField::Person) => words(
            format!("{label}没有填写。"),
            "按要求应当明确到承办机构和责任人，请补上。",
        ),
        Flaw::Wanting(_) => words(format!("{label}没有填写。"), "最好写明；不写也可以审批。"),
        Flaw::ItemUnknown(item) => words(
            format!("{label}“{item}”不在抽查事项清单里。"),
            "清单以外的事项不得抽查：请从清单里选，或先把它列入清单。",
        ),
        Flaw::ItemUnusable { item, reasons } => words(
            format!("{label}“{item}”到时不能使用：{}。", labels::unusable(reasons)),
            "请先在抽查事项清单里补正，或换成可以使用的事项。",
        ),
        Flaw::ClassDiffers { item, class } => words(
            format!("清单里“{item}”是{}。", labels::class(*class)),
            "请按清单改正这一行的事项类别，或先调整清单。",
        ),
        Flaw::CampaignNoAlone => words(
            format!("写了{label}，却没有标明是专项检查。"),
            "是专项检查的请标明；不是的请去掉文号。",
        ),
        Flaw::ConditionUntargeted => words(
            format!("写了{label}，却是不定向抽查。"),
            "定向抽查才有条件：请改成定向，或去掉条件。",
        ),
        amounts => of_amounts(label, amounts),
    }
}

/// How many, how often, when, by whom.
fn of_amounts(label: &str, flaw: &Flaw) -> Words {
    match flaw {
        Flaw::BaseZero => words(
            format!("{label}是 0，没有对象可抽。"),
            "请核对名录库里的对象数，或去掉这一行。",
        ),
        Flaw::BaseOverRegistry { registry } => words(
            format!("{label}比检查对象名录库里的全部对象还多：名录库一共 {registry} 户。"),
            "请核对基数；名录库没有录全的，先把名录补全，抽取只从名录库里抽。",
        ),
        Flaw::NothingDrawn(_) => words(
            format!("{label}是 0，一户都不抽。"),
            "请写明抽多少，或去掉这一行。",
        ),
        Flaw::NumberOverBase { base } => words(format!("{label}多于基数 {base} 户。"), "请核对基数和数量。"),
        Flaw::NumberDiffers { possible } => {
            let possible: Vec<String> = possible.iter().map(ToString::to_string).collect();
            words(
                format!(
                    "{label}和比例对不上：按基数和比例应是 {} 户。",
                    possible.join("或 ")
                ),
                "请改正数量、比例或基数；只按数量抽的，不写比例。",
            )
        }
        Flaw::RoundedOtherwise { by, expected } => {
            let by: Vec<&str> = by.iter().map(|rounding| labels::rounding(*rounding)).collect();
            words(
                format!(
                    "{label}是按“{}”取整的，本单位细则取整是 {expected} 户。",
                    by.join("”或“")
                ),
                "请改成细则的结果；上级已定数量的，保留并说明。",
            )
        }
        Flaw::LessThanOne => words(
            "按基数和比例算，不到一户。".to_owned(),
            "请写明抽几户，或提高比例。",
        ),
        Flaw::OutsideBounds {
            item,
            bounds,
            targets,
        } => of_bounds(label, item, *bounds, *targets),
        Flaw::NotOrdered(item) => words(
            format!("“{item}”的{label}由上级定，清单里却没有写上级怎样定。"),
            "请先在事项里填上比例或上下限和文号。",
        ),
        Flaw::AuthorityUnknown(item) => words(
            format!("“{item}”的比例由谁定，清单里没有写。"),
            "请在事项里填上“本单位自定”或“上级定”。",
        ),
        Flaw::OtherThanListed { item, listed } => words(
            format!(
                "{label}和清单里“{item}”公布的不一样：{}。",
                labels::bounds(*listed)
            ),
            "抽取时照公布的办：多于它的，只有风险对象的一层、写明文号的上级部署可以超过；其他的先调整清单，重新审定公布。",
        ),
        Flaw::ShareHigh { warning } => words(
            format!("{label}高于 {}。", sunlot_rules::share::text(*warning)),
            "一般检查事项应严格控制比例；确有必要的请在审批时说明。",
        ),
        Flaw::RandomOrder => words("全部都查：抽取只排定先后次序。".to_owned(), "次序仍由摇号决定。"),
        times => of_times(label, times),
    }
}

/// What may be planned, as something to type.
fn of_bounds(label: &str, item: &str, bounds: Bounds, targets: Option<Bounds>) -> Words {
    let targets = targets.map_or_else(String::new, |targets| {
        let told = match (targets.min, targets.max) {
            (Some(min), Some(max)) if min == max => format!("{min} 户"),
            (Some(min), Some(max)) => format!("{min} 至 {max} 户"),
            (Some(min), None) => format!("至少 {min} 户"),
            (None, Some(max)) => format!("至多 {max} 户"),
            (None, None) => return String::new(),
        };
        format!("，按基数是{told}")
    });
    let bounds = labels::bounds(bounds);
    words(
        format!("{label}超出“{item}”规定的范围：{bounds}{targets}。"),
        format!("请写{bounds}的比例{targets}；确实要不同的，先按程序调整清单、取得文件，登记在事项里。"),
    )
}

fn of_times(label: &str, flaw: &Flaw) -> Words {
    match flaw {
        Flaw::MonthsOutside { period } => words(
            format!("{label}不在这份计划的期间里（{}）。", labels::months(*period)),
            "请改正月份，或写进另一期间的计划。",
        ),
        Flaw::FrequencyUnread => words(
            format!("{label}没有全部读懂。"),
            "请写成“每年1次”“每2年不超过1次”这样；写法不同的按原文保留。",
        ),
        Flaw::FrequencyOverCap { cap } => words(
            format!("{label}超过每户每年最多 {cap} 次。"),
            "请降低频次；只有细则写明的例外才可以超过。",
        ),
        Flaw::FrequencyMayPassCap { cap } => words(
            format!("{label}可能超过每户每年最多 {cap} 次。"),
            "请写明最多几次；抽取时会按上限排除。",
        ),
        Flaw::PartnerMissing => words(
            format!("{label}没有填写，跨部门的必须写明。"),
            "联合抽查至少有一个配合部门；只由本部门查的请改成部门内。",
        ),
        Flaw::PartnerIsLead => words(format!("{label}里有牵头部门自己。"), "请去掉重复的部门。"),
        Flaw::DeptsWithin(_) => words(
            format!("{label}不该填写：这是部门内的抽查。"),
            "联合抽查的请改成跨部门；不是的请去掉部门。",
        ),
        // The others are told before.
        _ => words(format!("{label}需要核对。"), "请对照规定核对这一处。"),
    }
}

/// What is worth looking at between two lines, by their places in the table.
pub(crate) fn of_between(between: &Between) -> Words {
    match between {
        Between::PositionTwice(one, other) => words(
            format!("第 {} 行和第 {} 行的序号一样。", one + 1, other + 1),
            "请改正其中一行的序号。",
        ),
        Between::ItemTwice(one, other, item) => words(
            format!(
                "第 {} 行和第 {} 行在相同的月份对同样的对象安排了“{item}”。",
                one + 1,
                other + 1
            ),
            "请核对是不是重复安排。",
        ),
        Between::OneVisit(one, other) => words(
            format!(
                "第 {} 行和第 {} 行的对象和月份相同，可以合并上门。",
                one + 1,
                other + 1
            ),
            "同一对象的几个事项应一次完成，请考虑合并成一行。",
        ),
    }
}
