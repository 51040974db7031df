//! What words of real columns are read for.

use std::collections::BTreeSet;

use super::*;

fn means<T: Vocabulary + std::fmt::Debug + PartialEq>(words: &[&str], value: T) {
    for word in words {
        let found = read::<T>(word, &ExtraWords::default());
        assert_eq!(found, Read::Known(value), "{word}");
    }
}

#[test]
fn every_line_of_the_table_names_a_value_and_no_word_means_two() {
    let mut seen = BTreeSet::new();
    let mut values = BTreeSet::new();
    for (set, value, words) in table::lines() {
        assert!(set.values().contains(&value), "{set:?} has no {value}");
        assert!(!words.is_empty(), "{value} has a word that templates offer");
        values.insert((set, value));
        for word in words {
            assert!(seen.insert((set, word_key(word))), "{set:?}: {word} stands twice");
        }
    }
    for set in WordSet::ALL {
        for value in set.values() {
            assert!(values.contains(&(*set, value)), "{set:?}: {value} has no words");
        }
    }
    let lines = include_str!("words.csv").lines().count();
    assert_eq!(table::lines().count(), lines, "no line was left unread");
}

#[test]
fn a_value_reads_back_by_its_name_and_by_its_first_word() {
    for set in WordSet::ALL {
        for value in set.values() {
            let extra = ExtraWords::default();
            assert_eq!(
                set.read(value, &extra),
                Read::Known(value),
                "{value} names itself"
            );
        }
    }
    assert_eq!(
        first_word(TargetKind::FarmerCooperative),
        "农民专业合作社",
        "what pull-downs offer"
    );
}

#[test]
fn case_36_status_words_are_each_their_own_and_one_of_them_is_active() {
    means(
        &[
            "存续",
            "在营",
            "开业",
            "在业",
            "正常",
            "存续（在营、开业、在册）",
            " 在 业 ",
        ],
        RegistrationStatus::Active,
    );
    means(&["注销", "已注销"], RegistrationStatus::Deregistered);
    means(&["吊销"], RegistrationStatus::Revoked);
    means(
        &["吊销未注销", "吊销，未注销", "吊销,未注销"],
        RegistrationStatus::RevokedNotDeregistered,
    );
    means(&["迁出"], RegistrationStatus::MovedOut);
    means(&["停业"], RegistrationStatus::Suspended);
    means(&["歇业"], RegistrationStatus::Dormant);
    means(&["撤销"], RegistrationStatus::Rescinded);
    means(&["清算"], RegistrationStatus::Liquidating);
    let active = RegistrationStatus::ALL.iter().filter(|status| status.is_active());
    assert_eq!(
        active.count(),
        1,
        "what is not active is left out of draws, with its reason"
    );
}

#[test]
fn case_36_a_status_that_nobody_knows_is_a_value_of_its_own() {
    let none = ExtraWords::default();
    means(&["不详", "未知", "待核", "暂无"], RegistrationStatus::Unknown);
    means(&["不详", "待核实"], InspectorStatus::Unknown);
    assert!(
        !RegistrationStatus::Unknown.is_active(),
        "what nobody knows is not in business until somebody does"
    );
    for nothing in ["", "-", "/", "空"] {
        assert_eq!(
            read::<RegistrationStatus>(nothing, &none),
            Read::Missing,
            "{nothing:?}: a stroke says nothing at all"
        );
    }
    assert_eq!(
        read::<CreditClass>("不详", &none),
        Read::Missing,
        "where nothing is a harmless answer, it stays nothing"
    );
    for set in WordSet::ALL {
        let value = set.not_known();
        assert!(
            value.is_none_or(|value| set.values().contains(&value)),
            "{set:?}: what stands for not knowing is one of its values"
        );
    }
}

#[test]
fn case_41_grades_are_unknown_until_the_office_says_what_they_mean() {
    let mut extra = ExtraWords::default();
    for word in ["A", "B级", "优", "良", "差", "守信", "失信", "AAA"] {
        assert_eq!(
            read::<CreditClass>(word, &extra),
            Read::Unknown(word.to_owned()),
            "{word} means something else in every office"
        );
    }
    means(&["良好"], CreditClass::Good);
    means(&["一般"], CreditClass::Fair);
    means(&["不良"], CreditClass::Poor);
    assert!(
        extra.add(WordSet::CreditClass, "Ａ 级", "good"),
        "the office says so"
    );
    assert!(
        !extra.add(WordSet::CreditClass, "B", "excellent"),
        "but there is no such class"
    );
    assert_eq!(
        read("a级", &extra),
        Read::Known(CreditClass::Good),
        "and then it is known"
    );
    assert_eq!(
        read::<RiskLevel>("a级", &ExtraWords::default()),
        Read::Known(RiskLevel::Low),
        "another choice"
    );
}

#[test]
fn case_41_added_words_are_kept_and_read_back_as_json() {
    let extra: ExtraWords =
        serde_json::from_str(r#"{"credit_class":{"Ａ级":"good","B":"nothing"}}"#).unwrap();
    assert_eq!(
        read("A级", &extra),
        Read::Known(CreditClass::Good),
        "written by hand, in any width"
    );
    assert_eq!(
        read::<CreditClass>("B", &extra),
        Read::Unknown("B".to_owned()),
        "what is no class is passed over"
    );
    let kept = serde_json::to_string(&extra).unwrap();
    assert_eq!(
        serde_json::from_str::<ExtraWords>(&kept).unwrap(),
        extra,
        "and back"
    );
}

#[test]
fn case_42_yes_and_no_in_every_form() {
    means(
        &["是", "有", "√", "✔", "Y", "y", "Yes", "1", "TRUE", "Ｙ"],
        YesNo::Yes,
    );
    means(
        &["否", "无", "×", "N", "no", "0", "FALSE", "x", "没有"],
        YesNo::No,
    );
    for nothing in ["", " ", "-", "/"] {
        assert_eq!(
            read::<YesNo>(nothing, &ExtraWords::default()),
            Read::Missing,
            "{nothing:?}: a blank says neither"
        );
    }
    assert_eq!(
        read::<YesNo>("保化组长", &ExtraWords::default()),
        Read::Unknown("保化组长".to_owned()),
        "a title in the place of a yes is somebody else's to judge"
    );
}

#[test]
fn risk_levels_by_number_are_unknown_because_the_first_is_the_highest_here_and_the_lowest_there() {
    means(&["低", "低风险", "A", "蓝色"], RiskLevel::Low);
    means(&["中高", "较高", "C级"], RiskLevel::MediumHigh);
    means(&["高", "D"], RiskLevel::High);
    for word in ["1级", "一级", "IV级", "4"] {
        assert!(
            matches!(read::<RiskLevel>(word, &ExtraWords::default()), Read::Unknown(_)),
            "{word}: safety counts from the highest down, food from the lowest up"
        );
    }
    assert!(RiskLevel::Low < RiskLevel::High, "levels are in order");
}

#[test]
fn kinds_modes_and_statuses_of_real_lists_are_known() {
    means(&["个体户", "个体工商户"], TargetKind::IndividualBusiness);
    means(&["农专社"], TargetKind::FarmerCooperative);
    means(&["外企代表机构", "企业"], TargetKind::Enterprise);
    means(&["实地巡查", "实地检查", "现场检查"], InspectionMode::Onsite);
    means(&["档案检查", "书面检查"], InspectionMode::Document);
    means(&["网络监测"], InspectionMode::OnlineMonitoring);
    means(&["行政部门检查结果或专业意见"], InspectionMode::OtherAgencyResult);
    means(&["受理举报"], TaskKind::CaseInspection);
    means(&["一般检查事项"], ItemClass::General);
    means(&["重点"], ItemClass::Key);
    means(&["在职", "有效"], InspectorStatus::Active);
    means(&["停用"], InspectorStatus::Suspended);
    means(&["调离"], InspectorStatus::Transferred);
    assert!(
        matches!(
            read::<InspectionMode>("受理举报", &ExtraWords::default()),
            Read::Unknown(_)
        ),
        "a complaint is where a task comes from, not a way to inspect"
    );
}

#[test]
fn case_35_several_words_of_one_cell_are_read_one_by_one() {
    let none = ExtraWords::default();
    assert_eq!(
        read_all::<InspectionMode>("实地检查、书面检查，网络监测,实地巡查；天眼", &none),
        (
            vec![
                InspectionMode::Onsite,
                InspectionMode::Document,
                InspectionMode::OnlineMonitoring
            ],
            vec!["天眼".to_owned()]
        ),
        "each once, and what is not known is told"
    );
    assert_eq!(
        read_all::<TriggerFlag>("新成立；投诉举报多、列入经营异常名录", &none).0,
        [
            TriggerFlag::NewlyFounded,
            TriggerFlag::ManyComplaints,
            TriggerFlag::AbnormalListing
        ],
        "flags of one cell"
    );
    assert_eq!(
        read_all::<TriggerFlag>("无", &none),
        (vec![], vec![]),
        "none is none"
    );
}
