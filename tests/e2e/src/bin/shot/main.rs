//! `./dev shot SCREEN [WIDTHxHEIGHT] [FILE]`: starts the real window, walks to a named screen, saves a picture.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a picture that cannot be taken says so and stops"
)]

mod keeping;
mod people;
mod planning;
mod registry;
mod stage;

use std::path::PathBuf;

use sunlot_e2e::{Office, Screen, Window, root};

const SCREENS: &[(&str, &str)] = &[
    ("office", "单位资料，示例单位"),
    ("office-first-run", "单位资料，第一次打开"),
    ("office-problems", "单位资料，有需要改正的地方"),
    ("office-long", "单位资料，最长的名称、生僻字和许多公示渠道"),
    ("unsaved", "离开未保存的页面时的询问"),
    ("trail", "留痕"),
    ("trail-verified", "留痕，核对无误"),
    ("trail-broken", "留痕，有人改过数据"),
    ("start-failure", "打不开单位数据"),
];

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let screens = || {
        SCREENS
            .iter()
            .chain(people::SCREENS)
            .chain(keeping::SCREENS)
            .chain(registry::SCREENS)
            .chain(planning::SCREENS)
            .chain(stage::SCREENS)
    };
    if !screens().any(|(known, _)| *known == name) {
        println!("用法：./dev shot 画面 [宽x高] [文件]\n画面：");
        screens().for_each(|(name, what)| println!("  {name:24}{what}"));
        std::process::exit(2);
    }
    let size = arguments.next().unwrap_or_else(|| "1366x768".to_owned());
    let (width, height) = size.split_once('x').expect("WIDTHxHEIGHT");
    let (width, height) = (width.parse().expect("a width"), height.parse().expect("a height"));
    let file = arguments.next().map_or_else(
        || root().join(format!("target/shots/{name}-{size}.png")),
        PathBuf::from,
    );

    let office = people::prepared(&name)
        .or_else(|| keeping::prepared(&name))
        .or_else(|| registry::prepared(&name))
        .or_else(|| planning::prepared(&name))
        .or_else(|| stage::prepared(&name))
        .unwrap_or_else(|| prepared(&name));
    let screen = Screen::new(width, height);
    let window = Window::open_for_pictures(&screen, &office).await;
    window
        .client()
        .set_window_rect(0, 0, width, height)
        .await
        .expect("the window takes the size");
    std::fs::create_dir_all(file.parent().expect("a folder")).expect("the folder can be made");
    if stage::is_one(&name) {
        stage::walk(&window, &name, &file).await;
        window.close().await;
        return;
    }
    if let Some(clerk) = office.clerk() {
        window.enter(clerk).await;
    }
    walk(&window, &name, &office).await;
    std::fs::write(&file, window.picture().await).expect("the picture can be saved");
    window.close().await;
    println!("{}", file.display());
}

/// The office that a screen is shown with.
fn prepared(name: &str) -> Office {
    match name {
        "office-first-run" | "office-problems" => Office::none(),
        "start-failure" => {
            let office = Office::sample();
            office.tamper("PRAGMA user_version = 99");
            office
        }
        "office-long" => {
            let office = Office::sample();
            let name = "䶮㛃𠅤𬱖喆堃犇自治县综合行政执法局（应急管理和粮食物资储备市场监督管理联合办公室）";
            let mut arguments = vec!["office", "set", "--name", name, "--authority", "entrusted"];
            arguments.extend(["--entrusting-authority", "䶮㛃𠅤𬱖喆堃犇自治县人民政府"]);
            arguments.extend(["--phone", "0399-8682345转802、0399-8682350、13800000000"]);
            for place in [
                "other=甲处",
                "other=乙处",
                "newspaper=清源日报第三版",
                "broadcast=清源人民广播电台",
            ] {
                arguments.extend(["--channel", place]);
            }
            let set = office.run(&arguments);
            assert!(set.status.success(), "{}", String::from_utf8_lossy(&set.stderr));
            office
        }
        "trail" | "trail-verified" | "trail-broken" => {
            let office = Office::sample();
            for number in 1..=30 {
                office.run(&["office", "set", "--address", &format!("清源县朝阳路 {number} 号")]);
            }
            if name == "trail-broken" {
                office.forge_a_phone();
            }
            office
        }
        _ => Office::sample(),
    }
}

/// The way to a screen.
async fn walk(window: &Window, name: &str, office: &Office) {
    match name {
        "office-problems" => {
            window.fill("field-name", "").await;
            window.fill("field-code", "91350100M000100Y44").await;
            window.fill("field-docPrefix", "徐气查〔2026〕3号").await;
            window.fill("field-phone", "0312-86823").await;
            window.click("channel-add").await;
            window.click("save").await;
            window.get("problem-name").await;
        }
        "unsaved" => {
            window.fill("field-name", "清源县市场监督管理局").await;
            window.click("nav-trail").await;
            window.get("unsaved-stay").await;
        }
        "trail" => {
            window.click("nav-trail").await;
            window.get("trail-table").await;
        }
        "trail-verified" | "trail-broken" => {
            window.click("nav-trail").await;
            window.click("trail-verify").await;
            window.get("trail-verdict").await;
        }
        _ if people::SCREENS.iter().any(|(known, _)| *known == name) => people::walk(window, name).await,
        _ if registry::SCREENS.iter().any(|(known, _)| *known == name) => registry::walk(window, name).await,
        _ if planning::SCREENS.iter().any(|(known, _)| *known == name) => planning::walk(window, name).await,
        _ if keeping::SCREENS.iter().any(|(known, _)| *known == name) => {
            keeping::walk(window, name, office.state()).await;
        }
        _ => {}
    }
}
