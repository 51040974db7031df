//! The hall: an office with a task that can be drawn, and the stage beside the console.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::{Office, Someone, Window, brought};

/// Forty signs, and signs that few fonts have: both are found in every county.
const NAMES: [&str; 6] = [
    "清源县城关镇粮油购销站",
    "清源县大王店镇烟花爆竹零售点䶮记",
    "徐水区安肃镇漕河大王店瀑河户木东史端正村留村义联庄遂城高林村镇崔庄联合收购有限公司",
    "遂城㙍堃𬭎汽车销售有限公司",
    "瀑河乡臧记饲料厂",
    "清源县高林村镇第二农业生产资料专业合作社联合社",
];

/// A day so many days from now, as it is typed.
pub fn in_days(days: u32) -> String {
    let clock = rusqlite::Connection::open_in_memory().expect("a clock");
    let ask = format!("SELECT date('now', 'localtime', '+{days} days')");
    clock
        .query_row(&ask, [], |row| row.get(0))
        .expect("every day has a date")
}

impl Office {
    /// An office with an approved task, the first, that draws so many targets; of more than a few in two strata.
    pub fn ready_to_draw(drawn: usize) -> Self {
        Self::ready_to_draw_by(drawn, &brought("执法人员名录.xlsx"))
    }

    /// The same with so many inspectors.
    pub fn ready_to_draw_with(drawn: usize, inspectors: usize) -> Self {
        let list = tempfile::Builder::new()
            .suffix(".csv")
            .tempfile()
            .expect("a file");
        std::fs::write(list.path(), colleagues(inspectors)).expect("the roster can be written");
        Self::ready_to_draw_by(drawn, &list.path().display().to_string())
    }

    fn ready_to_draw_by(drawn: usize, inspectors: &str) -> Self {
        let office = Self::sample();
        office.items_in_force();
        let list = office.state().join("名录.csv");
        std::fs::write(&list, roster(drawn * 3 + 30)).expect("the roster can be written");
        office.take_over("targets", &list.display().to_string());
        office.take_over("inspectors", inspectors);
        let task = office.state().join("task.json");
        std::fs::write(&task, a_task(drawn).to_string()).expect("the task can be written");
        office.did(&[
            "task",
            "set",
            "--from",
            &task.display().to_string(),
            "--reason",
            "年度安排",
        ]);
        office.did(&["task", "approve", "1", "--by", "局长", "--on", &in_days(0)]);
        office
    }

    /// Its keys, made by two people: without them nothing is drawn formally.
    pub fn make_keys(&self, clerk: &Someone, supervisor: &Someone) {
        let file = |name: &str, text: &str| {
            let file = self.state().join(name);
            std::fs::write(&file, text).expect("the file can be written");
            file.display().to_string()
        };
        let (one, two) = (file("one", clerk.password), file("two", supervisor.password));
        let passphrase = file("passphrase", "雨过天青云破处者般颜色做将来");
        let first = ["--as", clerk.login, "--password-file", &one];
        let second = ["--second", supervisor.login, "--second-password-file", &two];
        let make = ["key", "make", "--passphrase-file", &passphrase];
        self.did(&[&first[..], &second[..], &make[..]].concat());
    }
}

/// One in three is of high risk.
fn roster(targets: usize) -> String {
    let mut text = String::from("企业名称,乡镇街道,风险等级\n");
    for number in 1..=targets {
        let name = NAMES[number % NAMES.len()];
        let risk = if number % 3 == 0 { "高风险" } else { "低风险" };
        // A name of its own, and none longer than names are.
        let name: String = name.chars().take(36).collect();
        let _ = writeln!(text, "{name}{number},城关镇,{risk}");
    }
    text
}

/// The inspectors of the office itself; one has a name that few fonts have.
fn colleagues(count: usize) -> String {
    let mut text = String::from("姓名,执法证号,有效期至,单位,科室\n");
    for number in 1..=count {
        let family = ["欧阳", "陈", "周", "杨", "李", "王"][number % 6];
        let given = ["㛃", "立新", "大勇", "秀英", "建军"][number % 5];
        let _ = writeln!(
            text,
            "{family}{given}{number},139931010{number:02},2030-12-31,清源县应急管理局,安全生产科"
        );
    }
    text
}

fn a_task(drawn: usize) -> Value {
    let stratum = |label: &str, risk: &[&str], count: usize| {
        let clauses: Vec<Value> = risk
            .iter()
            .map(|risk| json!({ "field": "risk", "any_of": [risk], "not": false }))
            .collect();
        json!({ "label": label, "meaning": label, "clauses": clauses, "quota": "count", "share": "", "min": "", "max": "",
                "count": count.to_string(), "reserve": "", "items": [] })
    };
    let high = drawn * 2 / 5;
    let strata = if drawn < 4 {
        vec![stratum("甲类", &[], drawn)]
    } else {
        vec![
            stratum("甲类", &["high"], high),
            stratum("乙类", &[], drawn - high),
        ]
    };
    json!({
        "values": {
            "title": "清源县粮食和物资储备局2026年秋粮收购与安全生产双随机联合抽查第一批", "kind": "double_random",
            "basis": "清源县安委会〔2026〕12号", "from": in_days(10), "to": in_days(40), "unit": "安全生产科",
        },
        "items": [6], "scope": [], "strata": strata, "reason": "",
        "crew": { "later": false, "joint": false, "lead": "", "partners": [], "size": "", "cap": "", "left_out": [] },
    })
}

impl Window {
    /// Asks the program what the page asks it; a walk goes on only where it is answered.
    pub async fn ask(&self, command: &str, request: Value) -> Value {
        let call = format!(
            "window.__TAURI_INTERNALS__.invoke('{command}', {{ request: {request} }})
               .then((answer) => done({{ answer }}), (refused) => done({{ refused }}))"
        );
        let mut told = self.script(&call).await;
        assert!(
            told["refused"].is_null(),
            "{command} is refused: {}",
            told["refused"]
        );
        told["answer"].take()
    }

    /// Goes to the window of the stage, once it is there.
    pub async fn to_stage(&self) {
        self.until("the stage", async |w| w.found(true).await).await;
    }

    /// Goes back to the console.
    pub async fn to_console(&self) {
        self.until("the console", async |w| w.found(false).await).await;
    }

    /// How many windows there are.
    pub async fn windows(&self) -> usize {
        self.client().windows().await.map_or(0, |windows| windows.len())
    }

    /// Goes to the stage, or to the window that is not the stage.
    async fn found(&self, stage: bool) -> bool {
        for window in self.client().windows().await.unwrap_or_default() {
            if self.client().switch_to_window(window).await.is_ok()
                && let Ok(address) = self.client().current_url().await
                && address.path().ends_with("stage.html") == stage
            {
                return true;
            }
        }
        false
    }
}
