//! A personal value in the window: kept on purpose, masked, read in clear with a reason, erased; and nowhere else.

use std::path::Path;

use sunlot_e2e::{LINA, Office, Screen, Someone, WANG, Window};

/// A name of three rare characters, two of them beyond the first plane.
const OUYANG: Someone = Someone {
    login: "ouyang",
    name: "欧阳𠅤𬱖䶮",
    roles: &["reader"],
    password: "Kankan-eryi26",
};

const NUMBER: &str = "110101199003078515";

#[tokio::test]
async fn a_number_is_kept_masked_shown_with_a_reason_and_erased() {
    let (screen, office) = (
        Screen::new(1366, 768),
        Office::with_people(&[&LINA, &WANG, &OUYANG]),
    );
    let window = Window::open(&screen, &office).await;
    window.enter(&LINA).await;
    window.click("nav-accounts").await;
    window.click("account-ouyang-personal").await;
    window.reads("personal-dialog", OUYANG.name).await;
    window.reads("personal-none", "没有保留").await;

    keep(&window).await;
    show(&window).await;
    erase(&window).await;
    window.click("personal-close").await;

    window.click("nav-trail").await;
    for did in ["保留", "查看", "抹去"] {
        window
            .reads("trail-table", &format!("{did}{}", OUYANG.name))
            .await;
    }
    window.close().await;
    let told = office.run_as(&LINA, &["--json", "audit", "show"]).stdout;
    assert!(
        String::from_utf8_lossy(&told).contains("personal.erased"),
        "the command line tells the same"
    );
    assert_eq!(
        files_with(office.path(), NUMBER.as_bytes()),
        Vec::<String>::new(),
        "neither the trail nor anything else has the number in clear"
    );
}

async fn keep(window: &Window) {
    window.click("personal-keep").await;
    window.click("keep-id_number").await;
    window.fill("keep.value", "110101199003078510").await;
    window.fill("keep.reason", "换发执法证").await;
    window.click("keep-go").await;
    window.get("problem-keep.value").await;
    window.fill("keep.value", NUMBER).await;
    window.click("keep-go").await;
    window.get("personal-id_number-masked").await;
    let masked = window.text("personal-id_number").await;
    assert!(
        masked.contains("理由：换发执法证") && !masked.contains("19900307"),
        "why it is kept stands there, the number does not: {masked:?}"
    );
}

async fn show(window: &Window) {
    window.click("personal-id_number-show").await;
    window.click("personal-go").await;
    window.get("problem-personal.why").await;
    window.fill("personal.why", "填写换证申请").await;
    window.click("personal-go").await;
    let clear = window.text("personal-id_number-clear").await;
    assert_eq!(
        clear.split_whitespace().collect::<String>(),
        NUMBER,
        "what was kept, to the letter"
    );
    window.click("personal-id_number-show").await;
    window.get("personal-id_number-masked").await;
}

async fn erase(window: &Window) {
    window.click("personal-id_number-erase").await;
    window.fill("personal.why", "证已换好").await;
    window.click("personal-go").await;
    window.reads("personal-erased", "公民身份号码已经抹去。").await;
    window.reads("personal-none", "没有保留").await;
}

/// The files below a folder in which these bytes stand.
fn files_with(folder: &Path, wanted: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)
        .expect("a folder")
        .filter_map(Result::ok)
    {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_with(&path, wanted));
        } else {
            let bytes = std::fs::read(&path).expect("a file");
            if bytes.windows(wanted.len()).any(|part| part == wanted) {
                found.push(path.display().to_string());
            }
        }
    }
    found
}
