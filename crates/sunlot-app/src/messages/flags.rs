//! What the red flags are called, and why each is worth the supervisor's look.

use crate::trail::Flag;

/// What people call it.
pub fn label(flag: Flag) -> &'static str {
    match flag {
        Flag::ClockSetBack => "时钟倒退",
        Flag::ClockZoneChanged => "时区改变",
        Flag::AnchorAcknowledged => "锚点差异",
        Flag::AnchorFailed => "锚点写不进",
        Flag::PasswordReset => "重设密码",
        Flag::Unlocked => "解锁账户",
        Flag::Recovered => "恢复码登录",
        Flag::WrongPasswords => "密码连错",
        Flag::PeopleChanged => "账户变更",
        Flag::KeyLost => "密钥挂失",
        Flag::KeyRevoked => "密钥作废",
        Flag::KeyRotated => "密钥更换",
        Flag::Restored => "从备份恢复",
        Flag::ManyChanged => "成批修改名录",
        Flag::LeftOutByHand => "人工排除",
        Flag::ListReplaced => "名单重新公告",
        Flag::TakenOutBefore => "公告前移出名录",
        Flag::ApprovedOtherwise => "批准与公告不一致",
        Flag::DrawVoid => "封存后作废",
        Flag::DrawnAgain => "再次封存抽取",
        Flag::NumberCorrected => "号码改录",
        Flag::DrawAmended => "抽取结果变更",
        Flag::WorkedAlone => "应两人而一人",
        Flag::UnknownKind => "不认识的事项",
    }
}

/// Why it is worth a look.
pub fn why(flag: Flag) -> &'static str {
    match flag {
        Flag::ClockSetBack => "后办的事记着更早的时间，公示期限、抽查日期可能因此不实。",
        Flag::ClockZoneChanged => "时区一变，此后印出的时间与以前的不能直接相比。",
        Flag::AnchorAcknowledged => "留痕曾被截短、换过或无从比对，经人确认后继续使用。",
        Flag::AnchorFailed => "锚点写不进去期间，留痕被截短或退回旧数据看不出来。",
        Flag::PasswordReset => {
            "管理员替人设了密码，谁先用它登录，谁就能改成自己的密码、以那个人的名义办事；请向本人核实。"
        }
        Flag::Unlocked => "密码连错多次的账户被打开，应知道当时是谁在试。",
        Flag::Recovered => "凭纸上的恢复码进入，请确认是本人，恢复码单也没有落到别人手里。",
        Flag::WrongPasswords => "同一账户密码连错五次以上，可能有人在猜。",
        Flag::PeopleChanged => "谁能登录、各任什么岗位有了变动。",
        Flag::KeyLost => "签名密钥丢了，此前可能有人用它签过名；指纹公示单要重新张贴。",
        Flag::KeyRevoked => "签名密钥作废，从作废之日起它签的名不算数。",
        Flag::KeyRotated => "签名密钥换了新的，指纹公示单要重新张贴。",
        Flag::Restored => "库里的数据退回了做备份的时候，此后的记录不在库里，换下的数据另存备查。",
        Flag::ManyChanged => {
            "一次改了二十户以上；信用、状态、标签一变，谁会被抽到也随之变，请看改得有没有依据。"
        }
        Flag::LeftOutByHand => {
            "有人决定某一户不参加抽取，或者又让它参加；请核对依据，看是不是同一类对象都这样办。"
        }
        Flag::ListReplaced => "预公告以后名单变了，又公告了一次；请看变了什么、原因是不是站得住。",
        Flag::TakenOutBefore => {
            "公告前两周里，本来会在名单上的对象或人员被逐个移出、暂停或改为不在营；请看是不是冲着这次抽取来的。"
        }
        Flag::ApprovedOtherwise => "批准任务的时候，名单已经不是预公告的那一份，应当重新公告。",
        Flag::DrawVoid => "封存以后没有抽完就作废了，请看原因；本来会抽出的结果也在记录里。",
        Flag::DrawnAgain => "同一任务不是第一次封存，请看以前那几次为什么没有用。",
        Flag::NumberCorrected => "同一席的号码录了不止一次，请与见证卡核对；先录的仍然看得见。",
        Flag::DrawAmended => "抽出以后有人退出、补入或者取消，请看原因和证明材料。",
        Flag::WorkedAlone => "这类事应由两人办，当时只有一人（多半是还没有设账户）。",
        Flag::UnknownKind => "由较新的程序或别的程序写入，本程序读不懂它的含义。",
    }
}
