//! The screens of accounts: setting them up, the door, the list, and acts of two people.

use sunlot_e2e::{LINA, LONG, Office, Someone, WANG, Window, ZHAO};

pub const SCREENS: &[(&str, &str)] = &[
    ("begin", "设立账户，两个人"),
    ("begin-three", "设立账户，管理员另设一人"),
    ("begin-problems", "设立账户，有需要改正的地方"),
    ("papers", "恢复码，都遮着"),
    ("papers-shown", "恢复码，显示其中一份"),
    ("papers-question", "恢复码没有抄好就离开时的询问"),
    ("papers-long", "恢复码，最长的姓名和登录名"),
    ("enter", "登录"),
    ("enter-refused", "登录，密码不对"),
    ("enter-recover", "用恢复码登录"),
    ("enter-recover-refused", "用恢复码登录，有需要改正的地方"),
    ("locked", "屏幕已锁定"),
    ("locked-long", "屏幕已锁定，最长的姓名"),
    ("locked-change", "屏幕已锁定，换人登录时的询问"),
    ("own-password-first", "密码被重设后的第一次登录"),
    ("accounts", "账户列表"),
    ("accounts-long", "账户列表，各种状态和最长的姓名"),
    ("accounts-reader", "账户列表，只读的人看"),
    ("account-add", "增设账户"),
    ("account-add-problems", "增设账户，有需要改正的地方"),
    ("account-change", "变更账户"),
    ("account-reset", "重设密码"),
    ("account-unlock", "解锁账户"),
    ("personal", "个人信息，保留了一项"),
    ("personal-keep", "保留号码"),
    ("personal-shown", "个人信息，显示原文"),
    ("personal-erase", "抹去个人信息"),
    ("personal-erased", "个人信息已经抹去"),
    ("second", "第二个人确认"),
    ("second-refused", "第二个人的密码不对"),
    ("second-nobody", "没有第二个人"),
    ("person-menu", "本人的菜单"),
    ("person-menu-long", "本人的菜单，最长的姓名"),
    ("own-password", "修改密码"),
    ("own-recovery", "换发恢复码"),
    ("office-readonly", "单位资料，不能修改的人看"),
];

/// The password of somebody whose own was reset.
const FOR_ONCE: Someone = Someone {
    password: "Linshi-mima26",
    ..ZHAO
};

/// The office that a screen is shown with; none where it is not one of these screens.
pub fn prepared(name: &str) -> Option<Office> {
    let people: &[&Someone] = match name {
        "begin" | "begin-three" | "begin-problems" | "papers" | "papers-shown" | "papers-question" => {
            return Some(Office::sample());
        }
        "papers-long" => return Some(Office::sample()),
        "second-nobody" => &[&LINA, &WANG],
        _ if !SCREENS.iter().any(|(known, _)| *known == name) => return None,
        _ => &[&LINA, &WANG, &ZHAO, &LONG],
    };
    let office = Office::with_people(people);
    match name {
        "own-password-first" => reset(&office, ZHAO.login),
        "second-nobody" => reset(&office, WANG.login),
        "accounts-long" | "account-unlock" => {
            reset(&office, ZHAO.login);
            lock(&office, LONG.login);
        }
        _ => {}
    }
    Some(office)
}

fn reset(office: &Office, login: &str) {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), FOR_ONCE.password).expect("the file can be written");
    let file = file.path().display().to_string();
    let reset = office.run_as(&LINA, &["account", "reset", login, "--new-password-file", &file]);
    assert!(
        reset.status.success(),
        "{}",
        String::from_utf8_lossy(&reset.stderr)
    );
}

/// As fifteen wrong passwords would; waiting for all the pauses in between takes half a day.
fn lock(office: &Office, login: &str) {
    office.tamper(&format!(
        "INSERT INTO account_attempt (id, version, event, wrong)
         SELECT id, 1, (SELECT max(seq) FROM audit_event), 15 FROM account WHERE login = '{login}'"
    ));
}

/// The way to a screen.
pub async fn walk(window: &Window, name: &str) {
    match name {
        "begin" => begin(window).await,
        "begin-three" => {
            begin(window).await;
            window.click("both").await;
        }
        "begin-problems" => {
            begin(window).await;
            window.fill("accounts.0.name", "李娜").await;
            window.fill("accounts.0.login", "li na").await;
            window.fill("accounts.0.password", "lina1").await;
            window.fill("accounts.0.again", "lina2").await;
            window.click("begin").await;
            window.reads("problem-accounts.0.again", "不一样").await;
        }
        "papers" => papers(window, &LINA).await,
        "papers-shown" => {
            papers(window, &LINA).await;
            window.click("paper-wang-show").await;
        }
        "papers-question" => {
            papers(window, &LINA).await;
            window.click("papers-done").await;
            window.get("papers-stay").await;
        }
        "papers-long" => {
            papers(window, &LONG).await;
            window.click(&format!("paper-{}-show", LONG.login)).await;
        }
        "enter" => {}
        "enter-refused" => {
            window.fill("enter.login", "lina").await;
            window.fill("enter.password", "Wrong-password1").await;
            window.click("enter").await;
            window.get("failure-message").await;
        }
        "enter-recover" | "enter-recover-refused" => {
            window.click("forgotten").await;
            window.get("recover.code").await;
            if name == "enter-recover-refused" {
                window.fill("recover.login", "lina").await;
                window.fill("recover.code", "A7K2QM-9WXR4T").await;
                window.click("recover").await;
                window.get("problem-recover.code").await;
            }
        }
        "own-password-first" => {
            window.fill("enter.login", FOR_ONCE.login).await;
            window.fill("enter.password", FOR_ONCE.password).await;
            window.click("enter").await;
            window.get("own.old").await;
        }
        "locked-long" | "person-menu-long" => {
            window.enter(&LONG).await;
            if name == "locked-long" {
                window.press_ctrl('l').await;
                window.get("locked-name").await;
            } else {
                window.click("person-menu").await;
            }
        }
        "accounts-reader" | "office-readonly" => {
            window.enter(&ZHAO).await;
            if name == "accounts-reader" {
                accounts(window).await;
            }
        }
        _ => as_lina(window, name).await,
    }
}

async fn as_lina(window: &Window, name: &str) {
    if matches!(name, "accounts-long" | "account-unlock") {
        // What was written behind the program's back is told first.
        window.fill("enter.login", LINA.login).await;
        window.fill("enter.password", LINA.password).await;
        window.click("enter").await;
        window.click("notice-look").await;
    } else {
        window.enter(&LINA).await;
    }
    match name {
        "locked" | "locked-change" => {
            if name == "locked-change" {
                window.fill("field-address", "清源县人民路 1 号").await;
            }
            window.press_ctrl('l').await;
            window.get("locked-name").await;
            if name == "locked-change" {
                window.click("change-person").await;
                window.get("change-stay").await;
            }
        }
        "person-menu" => window.click("person-menu").await,
        "own-password" | "own-recovery" => {
            window.click("person-menu").await;
            window.click(&name.replace("own-", "menu-")).await;
        }
        _ => {
            accounts(window).await;
            on_the_list(window, name).await;
        }
    }
}

async fn on_the_list(window: &Window, name: &str) {
    match name {
        "account-change" => window.click("account-zhao-change").await,
        "account-reset" => window.click("account-zhao-reset").await,
        _ if name.starts_with("personal") => personal(window, name).await,
        "account-unlock" => window.click(&format!("account-{}-unlock", LONG.login)).await,
        "account-add" => window.click("account-add").await,
        "account-add-problems" => {
            window.click("account-add").await;
            window.fill("account.name", "李娜").await;
            window.fill("account.login", "lina").await;
            window.fill("account.password", "lina1").await;
            window.click("add-next").await;
            window.get("problem-account.roles").await;
        }
        "second" | "second-refused" | "second-nobody" => {
            window.click("account-add").await;
            let deputy = Someone {
                login: "liu",
                name: "刘洋",
                roles: &["supervisor"],
                password: "Fu-jiandu2026",
            };
            window.fill_in_account("account", &deputy).await;
            window.click("role-supervisor").await;
            window.click("add-next").await;
            window.get("second-happens").await;
            if name == "second-refused" {
                window.fill("second.password", "Wrong-password1").await;
                window.click("second-confirm").await;
                window.get("failure-message").await;
            }
        }
        _ => {}
    }
}

async fn begin(window: &Window) {
    window.click("invitation").await;
    window.get("accounts.0.name").await;
}

async fn papers(window: &Window, first: &Someone) {
    begin(window).await;
    window.fill_in_account("accounts.0", first).await;
    window.fill_in_account("accounts.1", &WANG).await;
    window.click("begin").await;
    window.get("papers-done").await;
}

async fn accounts(window: &Window) {
    window.click("nav-accounts").await;
    window.get("accounts-table").await;
}

/// Of the person with the longest name.
async fn personal(window: &Window, name: &str) {
    window.click(&format!("account-{}-personal", LONG.login)).await;
    window.click("personal-keep").await;
    window.click("keep-id_number").await;
    window.fill("keep.value", "110101199003078515").await;
    window.fill("keep.reason", "换发执法证，办结以后抹去").await;
    if name == "personal-keep" {
        return;
    }
    window.click("keep-go").await;
    window.get("personal-id_number-masked").await;
    let act = match name {
        "personal-shown" => "show",
        "personal-erase" | "personal-erased" => "erase",
        _ => return,
    };
    window.click(&format!("personal-id_number-{act}")).await;
    window.fill("personal.why", "填写换证申请").await;
    match name {
        "personal-erase" => {}
        "personal-shown" => {
            window.click("personal-go").await;
            window.get("personal-id_number-clear").await;
        }
        _ => {
            window.click("personal-go").await;
            window.get("personal-erased").await;
        }
    }
}
