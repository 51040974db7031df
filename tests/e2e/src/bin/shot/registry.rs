//! The screens of the list of items and of the registries, and of rosters that are taken over.

use sunlot_e2e::{Office, Window, brought, fixture};

pub const SCREENS: &[(&str, &str)] = &[
    ("targets-none", "检查对象库，一户也没有"),
    ("targets", "检查对象库，导入了几份名单"),
    ("target", "检查对象库，打开一户"),
    ("targets-sample", "检查对象库，示例单位的 1200 户"),
    ("import-source", "导入名单，选文件"),
    ("import-look", "导入名单，看列对应"),
    ("import-compare", "导入名单，比对结果"),
    ("import-visits", "导入检查台账，比对结果"),
    ("inspectors-none", "执法人员库，一个人也没有"),
    ("inspectors", "执法人员库"),
    ("inspectors-barred", "执法人员库，谁不能参加抽取"),
    ("inspector", "执法人员库，打开一人"),
    ("conflict", "执法人员库，登记回避"),
    ("conflicts", "执法人员库，回避登记"),
    ("items-none", "抽查事项清单，一项也没有"),
    ("items", "抽查事项清单"),
    ("item", "抽查事项清单，打开一项"),
    ("item-edit", "抽查事项清单，编辑一项"),
    ("items-starters", "抽查事项清单，从样例库添加"),
    ("items-submit", "抽查事项清单，还不能送审"),
    ("editions", "抽查事项清单，各版本"),
    ("items-diff", "抽查事项清单，对比两版"),
];

const ROSTERS: [&str; 5] = [
    "03-title-rows.xlsx",
    "21-dates-as-text.xlsx",
    "26-check-digits.xlsx",
    "36-status-words.xlsx",
    "41-credit-words.xlsx",
];

/// The office that a screen is shown with; none where it is not one of these screens.
pub fn prepared(name: &str) -> Option<Office> {
    if !SCREENS.iter().any(|(known, _)| *known == name) {
        return None;
    }
    let with_rosters = matches!(name, "targets" | "target") || name.starts_with("import-");
    if name.ends_with("-none") {
        Some(Office::sample())
    } else if with_rosters {
        let office = Office::sample();
        for roster in ROSTERS {
            office.take_over("targets", &fixture(roster));
        }
        if name == "import-visits" {
            office.take_over("targets", &brought("检查对象/01 重点监管企业名录.xlsx"));
        }
        Some(office)
    } else {
        Some(filled(name))
    }
}

/// The sample office with all that it has, and what a screen wants beside.
fn filled(name: &str) -> Office {
    let office = Office::demo();
    match name {
        "conflicts" | "inspector" => {
            for (who, whom, relation) in [
                ("RY-000003", "DX-000008", "kinship"),
                ("RY-000003", "DX-000400", "shareholding"),
                ("RY-000009", "DX-001150", "former_post"),
            ] {
                let told = [
                    "--relation",
                    relation,
                    "--told-by",
                    "本人申报",
                    "--detail",
                    "配偶的弟弟是负责人",
                ];
                run(
                    &office,
                    &[&["inspectors", "conflict", who, whom], &told[..]].concat(),
                );
            }
        }
        "editions" | "items-diff" => in_force(&office),
        _ => {}
    }
    office
}

/// Two editions, and a working list that has gone on since.
fn in_force(office: &Office) {
    const SUBMIT: [&str; 6] = [
        "catalog",
        "submit",
        "--to",
        "清源县司法局",
        "--reason",
        "首次编制",
    ];
    const RATIFY: [&str; 4] = ["catalog", "ratify", "--by", "清源县司法局"];
    const SET: [&str; 4] = ["items", "set", "--reason", "按权责清单调整"];
    const PLACE: [&str; 4] = ["items", "place", "--reason", "没有法律依据"];
    let then = |begin: &[&str], rest: &[&str]| run(office, &[begin, rest].concat());
    then(&PLACE, &["SX-000012", "removed"]);
    then(
        &SUBMIT,
        &["--title", "2026 年随机抽查事项清单", "--on", "2026-01-05"],
    );
    let number = [
        "--no",
        "清司审〔2026〕3 号",
        "--on",
        "2026-01-12",
        "--effective",
        "2026-02-01",
    ];
    then(&RATIFY, &[&["2026年第1版"], &number[..]].concat());
    let published = ["--on", "2026-01-20", "--channel", "政务公开栏"];
    then(&["catalog", "publish", "2026年第1版"], &published);
    then(&SET, &["SX-000003", "--value", "ratio=每年20%"]);
    then(
        &SUBMIT,
        &[
            "--title",
            "2026 年随机抽查事项清单（第一次调整）",
            "--on",
            "2026-06-01",
        ],
    );
    then(
        &SET,
        &[
            "SX-000001",
            "--value",
            "name=安全生产条件和责任制检查",
            "--value",
            "ratio=不低于8%",
        ],
    );
    then(&PLACE, &["SX-000011", "removed"]);
    then(
        &SET,
        &["--value", "name=燃气经营安全检查", "--value", "ratio=10%"],
    );
}

fn run(office: &Office, arguments: &[&str]) {
    let done = office.run(arguments);
    assert!(
        done.status.success(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
}

/// The way to a screen.
pub async fn walk(window: &Window, name: &str) {
    match name {
        "inspectors-none" => window.click("nav-inspectors").await,
        "inspectors" | "inspectors-barred" | "inspector" | "conflict" | "conflicts" => {
            inspectors(window, name).await;
        }
        "item" | "item-edit" | "editions" => items(window, name).await,
        _ if name.starts_with("items") => items(window, name).await,
        _ => targets(window, name).await,
    }
}

async fn inspectors(window: &Window, name: &str) {
    window.click("nav-inspectors").await;
    window.get("inspector-1").await;
    match name {
        "inspectors-barred" => {
            window.fill("inspectors-on", "2026-12-21").await;
            window.click("preset-barred").await;
            window.reads("inspector-table", "2026-12-20 到期").await;
        }
        "inspector" => {
            window.click("inspector-3").await;
            window.click("tab-conflicts").await;
            window.get("conflict-2").await;
        }
        "conflict" => {
            window.click("inspector-3").await;
            window.click("act-conflict").await;
            window.fill("conflict.target", "聚源金").await;
            window.get("conflict.target-8").await;
        }
        "conflicts" => {
            window.click("tab-register").await;
            window.get("conflict-3").await;
        }
        _ => {}
    }
}

async fn items(window: &Window, name: &str) {
    window.click("nav-items").await;
    if name == "items-none" {
        window.get("items-empty").await;
        return;
    }
    window.get("item-1").await;
    match name {
        "item" => {
            window.click("item-3").await;
            window.click("tab-bases").await;
            window.get("basis-0").await;
        }
        "item-edit" => {
            window.click("item-3").await;
            window.click("act-edit").await;
            window.get("item.reason").await;
        }
        "items-starters" => {
            window.click("items-starters").await;
            window.get("starter-warning").await;
        }
        "items-submit" => {
            window.click("catalog-submit").await;
            window.get("submit-obstacles").await;
        }
        "editions" => {
            window.click("tab-editions").await;
            window.click("edition-1").await;
            window.reads("edition-name", "第1版").await;
            window.get("item-1").await;
        }
        "items-diff" => {
            window.click("pending-compare").await;
            window.get("diff-1").await;
        }
        _ => {}
    }
}

async fn targets(window: &Window, name: &str) {
    window.click("nav-targets").await;
    match name {
        "targets-none" => {
            window.get("targets-empty").await;
        }
        "targets" | "targets-sample" => {
            window.get("target-1").await;
        }
        "target" => {
            window.click("target-2").await;
            window.get("pane-name").await;
        }
        "import-visits" => {
            window.click("visits-import").await;
            window.compare(&brought("检查台账.xlsx")).await;
        }
        "import-compare" => {
            window.click("targets-import").await;
            window.compare(&fixture("29-duplicates.xlsx")).await;
        }
        _ => {
            window.click("targets-import").await;
            window.get("import-path").await;
            if name == "import-look" {
                window.fill("import-path", &fixture("29-duplicates.xlsx")).await;
                window.click("step-on").await;
                window.get("row-preview").await;
            }
        }
    }
}
