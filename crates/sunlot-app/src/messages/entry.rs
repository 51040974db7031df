//! The wording of everything about accounts: who may enter, who may do what, and what is wrong with a password.

use super::{Words, words};
use crate::access::{AccessFault, AccountFlaw, EntryFault, Who};
use crate::account::Role;
use crate::commands::Act;

/// Why somebody may not enter, or may not do something.
pub(super) fn of_fault(fault: &AccessFault) -> Words {
    match fault {
        AccessFault::AccountsNeeded { act } => words(
            format!("“{}”要先设立账户。", act.label()),
            "请先在“账户”里由经办员和监督员各自设好登录名和密码，大约两分钟。",
        ),
        AccessFault::AccountsBegunAlready => words(
            "账户已经设立过了。",
            "请用已有的账户登录；要增加账户，由管理员在“账户”里增设，监督员当场确认。",
        ),
        AccessFault::AccountsForgotten => words(
            "这份数据里还没有账户，本机的锚点却记着本单位已经设立账户，所以不能在这里用它办理。",
            "没有账户，就没有人能核对是谁在办。请用设立账户以后做的备份恢复。",
        ),
        AccessFault::AccountsAltered => words(
            "账户数据与留痕对不上，可能有人绕过程序改过账户或密码。",
            "在弄清以前，登录和查看照常，别的都不能办。请报告监督员，从备份恢复；恢复时按备份里的账户核对两个人。",
        ),
        AccessFault::AccountsMissing => words(
            "本单位还没有设立账户，不用登录。",
            "请去掉 --as；要设立账户，请在窗口的“账户”里设，或运行 sunlot account begin。",
        ),
        AccessFault::EnterFirst => words(
            "请先登录。",
            "在窗口里输入登录名和密码；命令行用 --as 登录名 --password-file 文件。",
        ),
        AccessFault::ScreenLocked => words("屏幕已经锁定。", "请输入密码继续；没有保存的内容还在原处。"),
        AccessFault::OwnPasswordFirst => words(
            "现在的密码是管理员设的，要先改成自己的密码。",
            "请输入管理员给的密码，再设一个只有自己知道的密码。",
        ),
        AccessFault::NotPermitted { act } => words(
            format!("现在登录的岗位不能办“{}”。", act.label()),
            format!("这件事由{}办。", who(*act)),
        ),
        AccessFault::EntryRefused { why } => entry(*why, ""),
        AccessFault::SecondMissing { act } => words(
            format!("“{}”要两个人在场，还缺第二个人的密码。", act.label()),
            format!(
                "这件事由{}办。请第二个人当场输入自己的登录名和密码；命令行用 --second 登录名 --second-password-file 文件。",
                who(*act)
            ),
        ),
        AccessFault::SecondRefused { why } => entry(*why, "第二个人："),
        AccessFault::SecondIsFirst => words("第二个人不能是自己。", "请另一个人当场输入自己的登录名和密码。"),
        AccessFault::SecondNotPermitted { act } => words(
            format!("这两个人的岗位合起来还不能办“{}”。", act.label()),
            format!("这件事由{}办。", who(*act)),
        ),
        AccessFault::AccountInvalid { count } => words(
            format!("账户有 {count} 处需要改正，没有保存。"),
            "请按每一处下面的提示改正后再试。",
        ),
        AccessFault::AccountUnknown { login } => words(
            format!("没有登录名是“{login}”的账户。"),
            "请在账户列表里核对登录名。",
        ),
        AccessFault::LastOfRole { role } => words(
            format!("这样改了以后就没有{}了，没有保存。", role.label()),
            format!("请先设好另一名{}，再改这个账户。", role.label()),
        ),
        AccessFault::OwnAccount => words(
            "不能停用自己的账户，也不能重设自己的密码。",
            "停用由另一名管理员办；自己的密码在“修改密码”里改。",
        ),
        AccessFault::NotLocked { login } => words(
            format!("“{login}”的账户没有锁，不用解锁。"),
            "忘记密码的，用恢复码登录，或由管理员重设。",
        ),
    }
}

/// Who does an act: by one, or by two together.
fn who(act: Act) -> String {
    let either = |roles: &[Role]| {
        let labels: Vec<_> = roles.iter().map(|role| role.label()).collect();
        labels.join("或")
    };
    match act.permit().who {
        Who::One(roles) => either(roles),
        Who::Two(first, second) => format!("{}和{}两个人一起", either(first), either(second)),
        Who::Anybody | Who::Nobody => "在场的人".to_owned(),
    }
}

fn entry(why: EntryFault, whose: &str) -> Words {
    let wait = |pause: u64| match pause {
        0 => "请看大写锁定键和输入法，然后重试；连续错 5 次要等一会儿，错 15 次账户会锁住。".to_owned(),
        seconds => format!("请等 {}再试；连续错 15 次账户会锁住。", duration(seconds)),
    };
    match why {
        EntryFault::Wrong { pause } => words(format!("{whose}登录名或密码不对。"), wait(pause)),
        EntryFault::CodeWrong { pause } => words(
            format!("{whose}登录名或恢复码不对。"),
            match pause {
                0 => "请对照最近一次打印的恢复码单；用过的、换发以前的都已失效。".to_owned(),
                seconds => format!("请等 {}再试，并对照最近一次打印的恢复码单。", duration(seconds)),
            },
        ),
        EntryFault::Early { seconds } => words(
            format!("{whose}密码错得太多，还要等 {}。", duration(seconds)),
            "时间到了再试；忘记密码的，用恢复码登录，或请管理员重设。",
        ),
        EntryFault::Locked => words(
            format!("{whose}密码连续错了 15 次，账户已经锁住。"),
            "请管理员（或经办员）和监督员一起解锁，或用恢复码登录。",
        ),
        EntryFault::Suspended => words(
            format!("{whose}这个账户已经停用。"),
            "确需使用的，请管理员和监督员一起恢复。",
        ),
        EntryFault::PasswordReset => words(
            format!("{whose}密码是管理员设的，还没有改成自己的。"),
            "请先登录一次，改成自己的密码，再来确认。",
        ),
    }
}

/// Seconds as people say them.
fn duration(seconds: u64) -> String {
    match seconds {
        0..60 => format!("{seconds} 秒"),
        60..3600 => format!("{} 分钟", seconds.div_ceil(60)),
        _ => format!("{} 小时", seconds.div_ceil(3600)),
    }
}

/// What is wrong with a value of an account.
pub(super) fn of_flaw(label: &str, flaw: &AccountFlaw) -> Words {
    match flaw {
        AccountFlaw::LoginCharacter { place, found } => words(
            format!("{label}的第 {place} 个字符“{found}”不能用。"),
            "登录名用汉字、英文字母、数字，以及 . _ - 这三个符号，中间不要有空格。",
        ),
        AccountFlaw::LoginTaken => words(
            format!("这个{label}已经有人用了。"),
            "请换一个。登录名在留痕里永远只指一个人，停用的也不能再用。",
        ),
        AccountFlaw::PersonTaken => words(
            format!("已经有一个账户是这个{label}。"),
            "一个人只能有一个账户；确是同名的两个人，请加以区分，例如“李娜（林业站）”。",
        ),
        AccountFlaw::PasswordTooShort { min, found } => words(
            format!("{label}太短：{found} 个字符，至少 {min} 个。"),
            "可以用几个词连起来，例如“麦收-7月-晒场”这样自己记得住、别人猜不到的。",
        ),
        AccountFlaw::PasswordTooLong { max } => words(
            format!("{label}太长，最多 {max} 个字节（约 40 个汉字）。"),
            "请缩短一些。",
        ),
        AccountFlaw::PasswordKinds { min, found } => words(
            format!("{label}只用了 {found} 类字符，至少要 {min} 类。"),
            "小写字母、大写字母、数字、其他（汉字和符号）四类里至少用三类。",
        ),
        AccountFlaw::PasswordHoldsLogin => words(
            format!("{label}里有登录名，太容易猜到。"),
            "请换一个和登录名无关的。",
        ),
        AccountFlaw::PasswordInvisible { place } => words(
            format!("{label}的第 {place} 个字符是看不见的字符。"),
            "多半是粘贴时带进来的，请用键盘输入。",
        ),
        AccountFlaw::PasswordUsed { last } => {
            words(format!("最近 {last} 次用过这个{label}。"), "请换一个没有用过的。")
        }
        AccountFlaw::PasswordShared => words(
            format!("{label}和前面的人一样。"),
            "每个人要设只有自己知道的密码，输入时请别人回避。",
        ),
        AccountFlaw::PasswordsDiffer => {
            words("两遍输入的密码不一样。", "请重新输入；看一下大写锁定键和输入法。")
        }
        AccountFlaw::PasswordWrong => words(format!("{label}不对。"), "请输入现在登录用的密码。"),
        AccountFlaw::RolesMissing => words("还没有选岗位。", "每个账户至少要有一个岗位。"),
        AccountFlaw::SupervisorAlone => words(
            "监督员不能兼任别的岗位。",
            "监督的人不能监督自己。请把监督员设给另一个人。",
        ),
        AccountFlaw::ReaderAlone => words("“只读”不能和别的岗位同时选。", "别的岗位都能查看，请去掉“只读”。"),
        AccountFlaw::RoleUnfilled { role } => words(
            format!("还没有人担任{}。", role.label()),
            "经办员、管理员、监督员都要有人；经办员可以兼任管理员，监督员必须是另一个人。",
        ),
        AccountFlaw::RecoveryLength { expected, found } => words(
            format!("{label}应为 {expected} 个字符，现在是 {found} 个。"),
            "请对照恢复码单逐组输入，横线可以不输。",
        ),
        AccountFlaw::IdleOutside { least, most } => words(
            format!("{label}要在 {least} 到 {most} 分钟之间。"),
            "太短了看着看着就锁，太长了离开时别人能用。",
        ),
        AccountFlaw::CodeNotInForce => words(
            format!("{label}不是现在有效的那一个。"),
            "请用最近一次显示的恢复码；找不到了，就换发一个。",
        ),
        AccountFlaw::RecoveryGroup { group } => words(
            format!("{label}的第 {group} 组输错了。"),
            "请对照恢复码单核对这一组；码里没有数字 0、1 和字母 I、O、Z。",
        ),
    }
}
