//! People at an office: made by the command line for a picture, and what they do at the door of the window.

use serde_json::json;

use crate::{Office, Window};

/// Somebody who works here.
pub struct Someone {
    pub login: &'static str,
    pub name: &'static str,
    pub roles: &'static [&'static str],
    pub password: &'static str,
}

/// Works, and keeps the accounts.
pub const LINA: Someone = Someone {
    login: "lina",
    name: "李娜",
    roles: &["handler", "administrator"],
    password: "Shuang-suiji26",
};

/// Watches.
pub const WANG: Someone = Someone {
    login: "wang",
    name: "王建国",
    roles: &["supervisor"],
    password: "Jiandu-yuan26",
};

/// Looks; a name that few fonts have.
pub const ZHAO: Someone = Someone {
    login: "zhao",
    name: "赵䶮",
    roles: &["reader"],
    password: "Kankan-eryi26",
};

/// The longest names that there may be.
pub const LONG: Someone = Someone {
    login: "name_with-20.letters",
    name: "欧阳㛃㛃䶮䶮喆喆堃堃犇犇（清源县综合行政执法局借调人员第二）",
    roles: &["handler"],
    password: "Hen-chang-de26",
};

impl Office {
    /// The sample office with these people.
    pub fn with_people(people: &[&Someone]) -> Self {
        let office = Self::sample();
        office.begin_accounts(people);
        office
    }

    /// Gives an office its first accounts.
    pub fn begin_accounts(&self, people: &[&Someone]) {
        let account = |person: &&Someone| {
            json!({ "login": person.login, "name": person.name, "roles": person.roles,
                    "password": person.password, "again": person.password })
        };
        let request = json!({ "accounts": people.iter().map(account).collect::<Vec<_>>() });
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), request.to_string()).expect("the file can be written");
        let begun = self.run(&["account", "begin", "--from", &file.path().display().to_string()]);
        assert!(
            begun.status.success(),
            "these people are right: {}",
            String::from_utf8_lossy(&begun.stderr)
        );
    }

    /// Runs the command line as somebody.
    pub fn run_as(&self, person: &Someone, arguments: &[&str]) -> std::process::Output {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), person.password).expect("the file can be written");
        let file = file.path().display().to_string();
        let who = ["--as", person.login, "--password-file", &file];
        self.run_by_anybody(&[&who, arguments].concat())
    }
}

impl Window {
    /// Enters at the door, whoever has entered last.
    pub async fn enter(&self, person: &Someone) {
        self.fill("enter.login", person.login).await;
        self.fill("enter.password", person.password).await;
        self.click("enter").await;
        self.reads("actor", person.name).await;
    }

    /// Fills in one card of the first accounts, as that person does.
    pub async fn fill_in_account(&self, within: &str, person: &Someone) {
        self.fill(&format!("{within}.name"), person.name).await;
        self.fill(&format!("{within}.login"), person.login).await;
        self.fill(&format!("{within}.password"), person.password).await;
        self.fill(&format!("{within}.again"), person.password).await;
    }
}
