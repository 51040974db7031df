//! The sheets as people read them: the texts in golden files, the codes as a telephone sees them.

use expect_test::expect_file;
use sunlot_forms::sheets::Verification;
use sunlot_forms::{Item, Laid, Sheet, lay};

use super::{as_seen, assert_within, fonts, lines_of, samples};

pub(super) fn as_read(sheet: &Sheet) -> (Laid, String) {
    let laid = lay(&fonts(), sheet);
    assert_within(&laid, sheet.paper);
    assert_eq!(laid.problems, [], "{} has no problem", sheet.title);
    let pages: Vec<String> = laid.pages.iter().map(|page| as_seen(page)).collect();
    let text = pages.join("———— 换页 ————\n");
    (laid, text)
}

/// What a telephone reads from the squares of a page.
pub(super) fn scanned(page: &[Item]) -> Vec<String> {
    // Three dots to a point: as sharp as an office printer.
    const SCALE: f32 = 3.0;
    let (width, height) = (1800, 2600);
    let mut dots = vec![255_u8; width * height];
    for item in page {
        let Item::Squares(areas) = item else { continue };
        for (left, top, wide, high) in areas {
            let near =
                |value: f32| (0..height).find(|dot| f32::from(u16::try_from(*dot).unwrap()) >= value * SCALE);
            let (from, to) = (near(*left).unwrap(), near(left + wide).unwrap());
            for row in near(*top).unwrap()..near(top + high).unwrap() {
                dots[row * width + from..row * width + to].fill(0);
            }
        }
    }
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| dots[y * width + x]);
    image
        .detect_grids()
        .into_iter()
        .map(|grid| grid.decode().expect("it can be read").1)
        .collect()
}

#[test]
fn contract_11_a_seal_never_stands_alone_on_a_page_of_a_notice() {
    for strata in 1..=26 {
        let (_, text) = as_read(&samples::notice(strata).sheet());
        let last = text.split("———— 换页 ————").last().unwrap();
        assert!(
            last.contains("（公章）") && last.contains("对名单有异议的"),
            "{strata} strata: what is signed stands above the seal on the same page: {last}"
        );
    }
}

#[test]
fn contract_11_a_notice_names_the_one_it_replaces_and_bears_the_mark_of_the_one_that_replaces_it() {
    let (laid, text) = as_read(&samples::notice_replaced().sheet());
    assert!(laid.pages.len() <= 2, "it hangs on a wall: {text}");
    expect_file!["../../golden/paper/notice.txt"].assert_eq(&text);
}

#[test]
fn the_recovery_code_reads_well_and_scans() {
    let told = samples::recovery();
    let (laid, text) = as_read(&told.sheet());
    assert_eq!(laid.pages.len(), 1, "it goes into one envelope");
    assert_eq!(
        scanned(&laid.pages[0]),
        [told.scanned],
        "the code says what is told"
    );
    for group in &told.groups {
        assert_eq!(
            text.matches(group.as_str()).count(),
            1,
            "{group} stands there once"
        );
    }
    expect_file!["../../golden/paper/recovery.txt"].assert_eq(&text);
}

#[test]
fn a_recovery_sheet_of_long_names_and_a_long_code_is_still_one_page() {
    let told = samples::recovery_of_a_long_name();
    let (laid, text) = as_read(&told.sheet());
    assert_eq!(laid.pages.len(), 1, "{text}");
    assert!(
        text.contains("第 7 组"),
        "groups of a row that is not full have their numbers"
    );
}

#[test]
fn the_fingerprint_reads_well_and_scans() {
    let told = samples::fingerprint();
    let (laid, text) = as_read(&told.sheet());
    assert_eq!(laid.pages.len(), 1, "it hangs on a wall");
    assert_eq!(
        scanned(&laid.pages[0]),
        [told.scanned],
        "the code says what is told"
    );
    expect_file!["../../golden/paper/fingerprint.txt"].assert_eq(&text);
}

#[test]
fn the_fingerprint_of_a_long_office_with_old_keys_is_still_one_page() {
    let (laid, text) = as_read(&samples::fingerprint_after_replacing().sheet());
    assert_eq!(laid.pages.len(), 1, "it hangs on a wall");
    assert!(
        text.contains("U盘丢失，已公告作废"),
        "and says what became of old keys"
    );
}

#[test]
fn an_office_that_has_no_certificate_yet_posts_its_key_alone() {
    let mut told = samples::fingerprint();
    told.certificate = None;
    told.telephone = None;
    let (_, text) = as_read(&told.sheet());
    assert!(
        !text.contains("证书") && !text.contains("监督电话"),
        "nothing is asked for that is not there"
    );
}

#[test]
fn an_extract_reads_well_from_its_first_to_its_last_page() {
    let (laid, text) = as_read(&samples::trail(40).sheet());
    for (number, page) in laid.pages.iter().enumerate() {
        let lines = lines_of(page);
        let foot = format!("第 {} 页 共 {} 页", number + 1, laid.pages.len());
        assert!(
            lines.last().unwrap().ends_with(&foot),
            "page {}: {lines:?}",
            number + 1
        );
        assert_eq!(
            lines
                .iter()
                .filter(|line| line.as_str() == "序号时间人员第二人事项说明")
                .count(),
            1,
            "the head stands on page {}",
            number + 1
        );
    }
    expect_file!["../../golden/paper/trail.txt"].assert_eq(&text);
}

#[test]
fn an_extract_of_a_thousand_events_has_each_of_them_once() {
    let told = samples::trail(1000);
    let (laid, _) = as_read(&told.sheet());
    let numbers: Vec<u64> = laid
        .pages
        .iter()
        .flatten()
        .filter_map(|item| match item {
            Item::Text(text) if (text.size - 8.5).abs() < 0.01 => text.text().parse().ok(),
            _ => None,
        })
        .collect();
    let expected: Vec<u64> = told.rows.iter().map(|row| row.seq).collect();
    assert_eq!(numbers, expected, "in the order of the trail");
}

#[test]
fn an_extract_says_how_far_it_was_verified() {
    let verified = |verification| {
        let mut told = samples::trail(1);
        told.verification = verification;
        as_read(&told.sheet()).1
    };
    assert!(
        verified(Verification::Whole).contains("已核验全部留痕"),
        "all of it"
    );
    assert!(
        verified(Verification::Since(4000)).contains("第 4000 条以后"),
        "a part of it"
    );
    assert!(
        verified(Verification::Broken(77)).contains("从第 77 条起与数据不符"),
        "what does not fit"
    );
}

#[test]
fn an_extract_of_nothing_says_so() {
    let (laid, text) = as_read(&samples::trail(0).sheet());
    assert_eq!(laid.pages.len(), 1, "one page");
    assert!(
        text.contains("（无）") && text.contains("没有符合条件的留痕"),
        "{text}"
    );
}

#[test]
fn a_plan_reads_well_and_its_headings_come_again_on_each_page() {
    let (laid, text) = as_read(&samples::plan(30).sheet());
    assert!(laid.pages.len() > 2, "thirty lines are several pages");
    for (number, page) in laid.pages.iter().enumerate() {
        let lines = lines_of(page);
        let foot = format!("第 {} 页 共 {} 页", number + 1, laid.pages.len());
        assert!(
            lines.last().unwrap().ends_with(&foot),
            "page {}: {lines:?}",
            number + 1
        );
    }
    for part in [
        "填报单位：法规科",
        "局长办公会",
        "合计 30 行",
        "长期坚持",
        "审批人（签名）：",
    ] {
        assert!(text.contains(part), "{part} stands there");
    }
    let (_, few) = as_read(&samples::plan(3).sheet());
    expect_file!["../../golden/paper/plan.txt"].assert_eq(&few);
}

#[test]
fn a_plan_without_lines_says_so() {
    let mut told = samples::plan(0);
    told.approved = None;
    told.milestones.clear();
    let (laid, text) = as_read(&told.sheet());
    assert_eq!(laid.pages.len(), 1, "there is nothing on it");
    assert!(text.contains("（无）") && text.contains("（未审批）"), "{text}");
}
