//! The words about tasks and pools: what went wrong, and what keeps a list from being sealed.

pub(super) mod crew;
pub(super) mod joint;
mod line;
mod sealing;

use sunlot_rules::pool::{BoundFault, ClauseFault, StratumFault};

use super::{Words, words};
use crate::task::{TaskFault, TaskFlaw};

/// Why nothing can be done.
pub(super) fn of_fault(fault: &TaskFault) -> Words {
    match fault {
        TaskFault::TaskInvalid { count } => words(
            format!("有 {count} 处需要改正，没有办成，什么也没有改动。"),
            "请按每一处的说明改正后再办。",
        ),
        TaskFault::TaskMissing { asked } => {
            words(format!("没有抽查任务“{asked}”。"), "请在任务列表里核对编号。")
        }
        TaskFault::TaskMoved { number, title } => words(
            format!("抽查任务 {number} {title} 在打开以后被改过，没有保存。"),
            "请重新打开它，看过新的内容再改。",
        ),
        TaskFault::TaskStep { number, state } => words(
            format!("抽查任务 {number}{state}，不能办这一步。"),
            "草拟的可以修改和批准；已批准的可以公告、取消，修改以后退回草拟；已取消的不再变动。",
        ),
        TaskFault::PoolNotReady { count } => words(
            format!("任务有 {count} 处妨碍封存，没有办成。"),
            "请按每一处的说明处理后再办；批准、公告以前也要先处理好。",
        ),
        TaskFault::OutOfScope { name } => words(
            format!("{name}不在抽取范围里，不用排除。"),
            "请核对是不是这一户；范围由计划和任务的条件决定。",
        ),
        TaskFault::ExclusionStands { name } => words(
            format!("{name}已经被人工排除了。"),
            "要改依据，请先撤销原来的排除，再重新登记。",
        ),
        TaskFault::ExclusionMissing { id } => words(
            format!("没有编号 {id} 的人工排除，或者已经撤销了。"),
            "请在任务的排除名单里核对。",
        ),
        TaskFault::NoticeSame { notice } => words(
            format!("名单和第 {notice} 号预公告一样，没有再公告。"),
            "名单有了变化才需要新的公告。",
        ),
        TaskFault::AnnounceDraft { number } => words(
            format!("抽查任务 {number} 还是草拟，名单不能预公告。"),
            "请先批准任务，再公告名单：草拟的任务还会改动。",
        ),
        TaskFault::TaskSealed {
            number,
            draw,
            drawn: false,
        } => words(
            format!(
                "抽查任务 {number} 的名单已经封存（{draw}），抽取还没有结束，不能修改、取消、排除或再公告。"
            ),
            "请先把这一场抽完；确实不用的，由两人作废这次抽取，再来办。",
        ),
        TaskFault::TaskSealed {
            number,
            draw,
            drawn: true,
        } => words(
            format!("抽查任务 {number} 已经抽取（{draw}），不能再修改、取消、排除或再公告。"),
            "结果有变化的，请办理变更；整次不用的，先取消那一次抽取，并写明原因。",
        ),
        TaskFault::NoticeMissing { asked } => {
            words(format!("没有“{asked}”。"), "请在任务的预公告里核对编号。")
        }
        TaskFault::PartUnknown { asked } => words(
            format!("对象池里没有“{asked}”这一部分。"),
            "可以写层的字母（A、B……）或名称、排除原因、例外、范围外的条件，照对象池里写的那样。",
        ),
        TaskFault::LoanStands { name } => words(
            format!("{name}已经借调到这项任务了。"),
            "要改文件或日期，请先送回，再重新登记借调。",
        ),
        TaskFault::LoanMissing { id } => words(
            format!("没有编号 {id} 的借调，或者已经送回了。"),
            "请在任务的借调人员里核对编号。",
        ),
        TaskFault::RequestStands { id } => words(
            format!("同样的回避已经登记，编号 {id}。"),
            "还没有决定的请登记决定；已经准予的不用再登记。",
        ),
        TaskFault::RequestMissing { id } => words(
            format!("没有编号 {id} 的回避申请，或者已经撤回了。"),
            "请在任务的回避申请里核对编号。",
        ),
        TaskFault::RequestDecided { id } => words(
            format!("编号 {id} 的回避申请已经决定了。"),
            "决定不改写；有新的理由请重新登记申请，登记错了的先撤回。",
        ),
        TaskFault::JointSingle { number } => words(
            format!("抽查任务 {number} 不是联合检查，没有配合部门可以征询。"),
            "请先在任务的检查组里选“联合检查”，写明牵头和配合部门。",
        ),
        TaskFault::JointForeign { file } => words(
            format!("“{file}”不是联合检查征询表：“任务”工作表里没有识别码。"),
            "请选配合部门交回的那个文件；“任务”工作表被改动过的，请对方用原来的文件重新填写。",
        ),
        TaskFault::JointOther { file, number } => words(
            format!("“{file}”不是抽查任务 {number} 的征询表，没有采用。"),
            "请核对任务编号；是别的任务的，请打开那一项任务再读入。",
        ),
        TaskFault::JointStale { file, number } => words(
            format!("“{file}”发出以后，抽查任务 {number} 的事项、时间、范围或者部门改过，没有采用。"),
            "请重新生成征询表发给这个部门，照新的任务答复。",
        ),
        TaskFault::JointFileMoved { file } => words(
            format!("“{file}”在看过以后变了，没有采用。"),
            "请重新读入，看过新的内容再采用。",
        ),
        TaskFault::JointEmpty { file, dept } => words(
            format!("“{file}”里{dept}没有一个可以采用的检查人员，没有采用。"),
            "请对方在“检查人员”里写明派谁、执法证号和有效期；不参加的，请在任务里去掉这个配合部门。",
        ),
        TaskFault::JointStaysOpen { file, count } => words(
            format!("“{file}”的“回避”里有 {count} 行看不懂是谁或者哪一户，没有采用。"),
            "请照每一行的说明改正文件后重新读入；回避不能漏掉一条。",
        ),
    }
}

/// What is wrong with a value, or keeps a list from being sealed.
pub(super) fn of_flaw(label: &str, flaw: &TaskFlaw) -> Words {
    match flaw {
        TaskFlaw::ItemsMissing => words("还没有选抽查事项。", "请从现行的抽查事项清单里选一项或几项。"),
        TaskFlaw::ItemUnknown { found } => {
            words(format!("清单里没有“{found}”这一项。"), "请重新选择抽查事项。")
        }
        TaskFlaw::ItemUnusable { item, why } => words(
            format!("{item} 不能检查：{why}。"),
            "没有公布、没有有效依据的事项不得实施检查；请换一项，或先把清单办好。",
        ),
        TaskFlaw::EditionMissing => words(
            "检查开始那天没有现行的抽查事项清单。",
            "请先把抽查事项清单送审、审定并公布。",
        ),
        TaskFlaw::TaskPeriodReversed => words(format!("{label}早于开始日期。"), "请核对两个日期。"),
        TaskFlaw::PeriodLong { days } => words(
            format!("检查时间有 {days} 天，超过一年。"),
            "一次任务的检查应在一年内做完；请分成几次任务。",
        ),
        TaskFlaw::TaskBasisMissing => words(
            "临时任务没有写明来源和依据。",
            "请选抽查计划里的一行，或写明临时任务的依据（文件名和文号、领导批示等）。",
        ),
        TaskFlaw::CaseNotDrawn => words(
            "个案检查不随机抽取。",
            "投诉举报、转办交办的问题依法个案核查，查完在检查对象的检查记录里补录。",
        ),
        TaskFlaw::ConditionUnknown { found } => words(
            format!("不认识“{found}”。"),
            "可以写哪些，用 sunlot task choices 查看。",
        ),
        TaskFlaw::ScopeClause { fault } => of_clause(label, fault),
        TaskFlaw::StratumShareUnread { found } => words(
            format!("{label}的比例“{found}”读不出来。"),
            "请写百分数，例如 5%、0.5%，最多两位小数，不超过 100%；没有百分号的小数（如 0.5）分不清是 0.5% 还是 50%，请带上百分号。",
        ),
        TaskFlaw::CountUnread { found } => words(
            format!("{label}的数量“{found}”不是整数。"),
            "请写阿拉伯数字的整数，例如 20。",
        ),
        TaskFlaw::QuotaUnknown { found } => words(
            format!("{label}的抽取办法“{found}”认不出来。"),
            "请选按比例、按数量或全部。",
        ),
        TaskFlaw::Stratum { fault } => of_stratum(fault),
        TaskFlaw::CrewSmall { least } => words(
            format!("每户少于 {least} 名执法人员。"),
            "执法检查不得少于两人；细则配置可以规定更多。",
        ),
        TaskFlaw::LeadMissing => words("联合检查没有写牵头部门。", "请选一个牵头部门。"),
        TaskFlaw::PartnersMissing => words(
            "联合检查没有写配合部门。",
            "请至少选一个配合部门；只有一个部门的不是联合检查。",
        ),
        TaskFlaw::LeadTwice => words("牵头部门又写成了配合部门。", "请去掉重复的一个。"),
        TaskFlaw::OutsideBounds { fault, share } => of_bound(fault, *share),
        TaskFlaw::PoolEmpty => words(
            "没有一户可以抽取。",
            "请看范围外和排除的原因；范围太窄的请改条件，名录没有录全的请先补录。",
        ),
        TaskFlaw::NothingDrawn => words(
            "各层应抽数都是 0，一户也抽不到。",
            "请改比例、取整办法，或写明至少几户。",
        ),
        TaskFlaw::FallenThrough { count } => words(
            format!("有 {count} 户没有归入任何一层。"),
            "请把最后一层留作“其余全部”。",
        ),
        TaskFlaw::NameUnwritable { number } => words(
            format!("检查对象 {number} 的名称里有看不见的字符，不能写进名单。"),
            "请打开那一户，把名称重新录入一遍。",
        ),
        TaskFlaw::IdTwice { id } => words(
            format!("名单里有两户的编号都是“{id}”。"),
            "请核对两户的代码，改正或移出其中一户。",
        ),
        TaskFlaw::LineStrataMissing => words(
            "还没有分层规则。",
            "照计划这一行抽的，选分层“照计划”（命令行写 --pattern plan）；要分层抽的，选别的现成分层或自己写，各层合起来不超过计划。",
        ),
        TaskFlaw::TaskLineUnknown => words("抽查计划里没有这一行。", "请重新选择计划的行。"),
        TaskFlaw::NamesAmbiguous { name } => words(
            format!("“{name}”既是单位的名称，又是科室的名称。"),
            "请写明牵头和配合的名称是单位还是内设机构。",
        ),
        TaskFlaw::Slot { fault } => crew::of_slot(fault),
        TaskFlaw::Loan { fault, why } => crew::of_loan_fault(fault, why),
        TaskFlaw::LoanNameDiffers { known } => words(
            format!("这个执法证号是名录里{known}的。"),
            "请核对姓名和证号；借调名录里的人，请直接选这个人。",
        ),
        TaskFlaw::LoanDeptOutside { found } => match found.as_str() {
            "" => words(
                format!("联合检查没有写{label}。"),
                "请选牵头或配合的一个部门：借调的人由它派出。",
            ),
            found => words(
                format!("“{found}”不参加这次联合检查。"),
                "请选牵头或配合的一个部门：借调的人由它派出。",
            ),
        },
        TaskFlaw::AllExcluded { out } => sealing::of_all_excluded(out),
        TaskFlaw::DrawDayPast { found } => words(
            format!("{label} {found} 已经过了。"),
            "请写今天或以后的日期；已经抽过的，到抽取记录里查看。",
        ),
        TaskFlaw::CrewShort { people, least } => sealing::of_crew_short(*people, *least),
        TaskFlaw::DeptUnmanned { dept } => sealing::of_unmanned(dept),
        TaskFlaw::CrewsUnfilled { why } => sealing::of_unfilled(why),
        TaskFlaw::NoticeDiffers { notice } => words(
            format!("现在的名单和第 {notice} 号预公告的不一样。"),
            "请查看哪里变了，重新公告以后再封存。",
        ),
        TaskFlaw::NoticeBefore { notice } => words(
            format!("第 {notice} 号预公告以后任务改过，公告不再有效。"),
            "请重新公告以后再封存。",
        ),
        TaskFlaw::DecidedEarly { asked_on } => {
            words(format!("{label}早于提出日期 {asked_on}。"), "请核对两个日期。")
        }
        TaskFlaw::NotAsPlanned { fault } => line::of_fault(fault),
        TaskFlaw::VisitsBegun { from } => words(
            format!("{label} {from} 已经过了，名单还没有抽取。"),
            "先抽取、后检查：请把检查开始日期改到今天或以后。",
        ),
        TaskFlaw::DrawAfterVisits { from } => words(
            format!("{label}晚于检查开始日期 {from}。"),
            "先抽取、后检查：请提前抽取；要推后检查的，先改任务，再重新批准、公告。",
        ),
    }
}

fn of_clause(label: &str, fault: &ClauseFault) -> Words {
    match fault {
        ClauseFault::NoValue => words(
            format!("{label}有一个条件没有写值。"),
            "请写明是哪些，或去掉这个条件。",
        ),
        ClauseFault::NoChoice { found } => words(
            format!("{label}的条件里“{found}”不是可以选的值。"),
            "请从列出的值里选。",
        ),
        ClauseFault::Twice => words(
            format!("{label}里同一项写了两个条件。"),
            "一项只写一个条件，几个值写在一起；要排除的另写“不是”。",
        ),
    }
}

fn of_stratum(fault: &StratumFault) -> Words {
    match fault {
        StratumFault::None => words("还没有分层规则。", "不分层也要写一层“其余全部”，写明抽多少。"),
        StratumFault::TooMany => words("分层超过 26 层。", "请合并一些层，每层用一个字母。"),
        StratumFault::NoRest => words(
            "最后一层带着条件，有的对象可能哪一层都不归。",
            "请在最后加一层“其余全部”，不抽的写 0%。",
        ),
        StratumFault::Shadowed => words(
            "这一层没有条件，后面的层就一户也分不到。",
            "“其余全部”只能放在最后。",
        ),
        StratumFault::NoLabel => words("这一层没有名称。", "请写一个对外用的名称，例如“甲类”。"),
        StratumFault::LabelTells { word } => words(
            format!("层的对外名称里有“{word}”，会让在场的人看出企业的情况。"),
            "请用中性的名称，例如“甲类”“乙类”；含义写在内部说明里。",
        ),
        StratumFault::LabelTwice => words("有两层的名称一样。", "请改一个名称。"),
        StratumFault::Clause { fault, .. } => of_clause("这一层", fault),
        StratumFault::ShareTooLarge => words("抽取比例超过 100%。", "请写 0% 到 100%。"),
        StratumFault::BoundsCross => words("至少的户数大于最多的户数。", "请核对这两个数。"),
        StratumFault::ItemUnknown { code } => words(
            format!("这一层写了任务里没有的事项“{code}”。"),
            "请从任务的事项里选，或先给任务加上这一项。",
        ),
    }
}

fn of_bound(fault: &BoundFault, share: Option<u32>) -> Words {
    let share = share.map(sunlot_rules::share::text);
    match fault {
        BoundFault::TooFew { code, quota, least } => words(
            format!("事项“{code}”要抽 {quota} 户，少于清单规定的至少 {least} 户。"),
            match share {
                Some(share) => {
                    format!("请把比例提高到 {share}（各层都不低于它），或者按数量抽，合起来至少 {least} 户。")
                }
                None => format!("请按数量抽，合起来至少 {least} 户；候选不够的，请核对排除的原因。"),
            },
        ),
        BoundFault::TooMany { code, quota, most } => words(
            format!("事项“{code}”要抽 {quota} 户，超过清单规定的至多 {most} 户。"),
            match share {
                Some(share) => format!(
                    "请把比例降到 {share}（各层都不高于它），或者按数量抽，合起来至多 {most} 户；不得随意增加抽查比例、扩大抽查范围。"
                ),
                None => format!("请按数量抽，合起来至多 {most} 户；不得随意增加抽查比例、扩大抽查范围。"),
            },
        ),
        BoundFault::NotDecided { code } => words(
            format!("事项“{code}”的比例由上级规定，清单里没有写明上级规定的比例。"),
            "请在抽查事项清单里补上比例和文号，重新审定。",
        ),
    }
}
