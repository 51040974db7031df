//! The office profile: shown, checked, saved as versions, and every fault told with its field.

use sunlot_app::office::{AuthorityKind, Channel, ChannelKind, OfficeProfile};
use sunlot_app::trail::TrailRequest;
use sunlot_app::{Failure, Place};
use sunlot_store::schema_version;

use crate::support::{Office, sample_profile};

fn named(name: &str) -> OfficeProfile {
    OfficeProfile {
        name: name.to_owned(),
        ..OfficeProfile::default()
    }
}

/// The fields that a save of this draft is refused for, with the codes.
fn refused(draft: &OfficeProfile) -> Vec<(String, String)> {
    let office = Office::none();
    let failure = Failure::from(
        office
            .desk()
            .office_profile_save(draft)
            .expect_err("the draft has faults"),
    );
    assert_eq!(
        failure.code, "profile_invalid",
        "a refusal for bad values has one code"
    );
    let told = failure.problems.into_iter().map(|problem| match problem.place {
        Place::Field { field } => (field, problem.code),
        Place::File { .. } => panic!("a form has fields, not rows"),
    });
    told.collect()
}

#[test]
fn what_is_saved_is_what_is_shown_also_by_the_next_program() {
    let office = Office::none();
    let saved = office.desk().office_profile_save(&sample_profile()).unwrap();
    assert_eq!(saved.view.version, 1, "the first save is the first version");
    let shown = office.desk().office_profile().unwrap();
    assert_eq!(
        shown.profile,
        sample_profile(),
        "another desk finds every value again, the channels in order"
    );
    assert_eq!(
        shown.saved_at.as_deref(),
        Some("2026-11-20T09:41:00+08:00"),
        "with the time of the clock"
    );
    assert_eq!(
        shown.saved_by.as_deref(),
        Some("lina（未设账户）"),
        "and who it was"
    );
    assert!(shown.missing.is_empty(), "the sample leaves nothing open");
}

#[test]
fn a_name_is_enough_to_begin_and_the_rest_is_asked_for_with_its_reason() {
    let office = Office::none();
    let view = office
        .desk()
        .office_profile_save(&named("徐水区气象局"))
        .unwrap()
        .view;
    let missing: Vec<_> = view.missing.iter().map(|m| m.field.as_str()).collect();
    assert_eq!(
        missing,
        [
            "code",
            "authority",
            "docPrefix",
            "regionCode",
            "regionName",
            "address",
            "phone",
            "supervisionPhone",
            "channels"
        ],
        "in the order of the form, without the entrusting authority that most offices do not have"
    );
    assert_eq!(
        view.missing[0].needed_for, "摇号封存、结果公示",
        "a clerk sees what it is good for"
    );
}

#[test]
fn every_save_says_what_changed_and_saving_the_same_again_writes_nothing() {
    let office = Office::sample();
    let mut draft = sample_profile();
    draft.phone = "0399-8680000".to_owned();
    draft.channels.swap(0, 2);
    let saved = office.desk().office_profile_save(&draft).unwrap();
    assert_eq!(
        saved.changed,
        ["电话", "公示渠道"],
        "the order of channels is part of them"
    );
    assert_eq!(saved.view.version, 2, "a change is a new version");

    let again = office.desk().office_profile_save(&draft).unwrap();
    assert!(again.changed.is_empty(), "nothing differs");
    assert_eq!(again.view.version, 2, "so no version is made");
    let trail = office
        .desk()
        .trail_view(&TrailRequest {
            limit: 10,
            ..TrailRequest::default()
        })
        .unwrap();
    let sentences: Vec<_> = trail.entries.iter().map(|e| e.sentence.as_str()).collect();
    assert_eq!(
        sentences,
        [
            "保存单位资料第 2 版，改动：电话、公示渠道",
            "保存单位资料第 1 版，改动：单位名称、单位代码、执法主体资格、机关代字、行政区划代码、行政区划名称、地址、电话、监督电话、公示渠道",
            &format!("建立单位文件夹（数据结构第 {} 版）", schema_version()),
        ],
        "and the trail tells of the two saves alone"
    );
}

#[test]
fn every_fault_is_told_at_once_each_with_its_field() {
    let draft = OfficeProfile {
        name: " ".to_owned(),
        code: "11139931MB00000013".to_owned(),
        authority: Some(AuthorityKind::Entrusted),
        entrusting_authority: String::new(),
        doc_prefix: "清应急查〔2026〕1号".to_owned(),
        region_code: "13993".to_owned(),
        region_name: String::new(),
        address: "路".repeat(121),
        phone: "8682".to_owned(),
        supervision_phone: "请拨 12345".to_owned(),
        channels: vec![
            Channel {
                kind: ChannelKind::Portal,
                detail: String::new(),
            },
            Channel {
                kind: ChannelKind::CreditSystem,
                detail: String::new(),
            },
            Channel {
                kind: ChannelKind::CreditSystem,
                detail: " ".to_owned(),
            },
        ],
    };
    let told = refused(&draft);
    let told: Vec<_> = told
        .iter()
        .map(|(field, code)| (field.as_str(), code.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("name", "required"),
            ("code", "uscc_check_character"),
            ("entrustingAuthority", "entrusting_authority_missing"),
            ("docPrefix", "doc_prefix_character"),
            ("regionCode", "region_length"),
            ("regionName", "region_name_missing"),
            ("address", "too_long"),
            ("phone", "phone_digits"),
            ("supervisionPhone", "phone_character"),
            ("channels.0.detail", "channel_detail_missing"),
            ("channels.2.detail", "channel_twice"),
        ],
        "the clerk corrects everything in one go instead of one refusal after another"
    );
}

#[test]
fn a_refused_save_leaves_no_trace_and_the_old_profile() {
    let office = Office::sample();
    let before = office
        .desk()
        .trail_view(&TrailRequest {
            limit: 1,
            ..TrailRequest::default()
        })
        .unwrap();
    let refusal = office.desk().office_profile_save(&named(""));
    assert!(refusal.is_err(), "an office must have a name");
    assert_eq!(
        office.desk().office_profile().unwrap().profile,
        sample_profile(),
        "nothing was half done"
    );
    let after = office
        .desk()
        .trail_view(&TrailRequest {
            limit: 1,
            ..TrailRequest::default()
        })
        .unwrap();
    assert_eq!(
        before, after,
        "the trail tells of what happened, not of what was refused"
    );
}

#[test]
fn only_the_entrusted_name_an_entrusting_authority() {
    let mut draft = named("遂城镇综合行政执法队");
    draft.authority = Some(AuthorityKind::Authorized);
    draft.entrusting_authority = "徐水区应急管理局".to_owned();
    assert_eq!(
        refused(&draft),
        [(
            "entrustingAuthority".to_owned(),
            "entrusting_authority_unwanted".to_owned()
        )],
        "a left-over would otherwise be printed on a notice"
    );
    draft.authority = Some(AuthorityKind::Entrusted);
    assert!(
        Office::none().desk().office_profile_save(&draft).is_ok(),
        "the entrusted need exactly that"
    );
}

#[test]
fn codes_and_numbers_are_kept_in_their_plain_form_and_names_as_typed() {
    let mut draft = named("　䶮㛃𠅤𬱖喆镇（街道）办事处 ");
    draft.code = "1113 9931 mb00 0000 12".to_owned();
    draft.region_code = "１３９９３１".to_owned();
    draft.region_name = "清源县".to_owned();
    draft.phone = "０３９９—８６８２３４５".to_owned();
    let saved = Office::none()
        .desk()
        .office_profile_save(&draft)
        .unwrap()
        .view
        .profile;
    assert_eq!(
        saved.name, "䶮㛃𠅤𬱖喆镇（街道）办事处",
        "rare characters and full-width brackets stay"
    );
    assert_eq!(saved.code, "11139931MB00000012", "a code has one spelling");
    assert_eq!(saved.region_code, "139931", "so has a region");
    assert_eq!(saved.phone, "0399-8682345", "and a telephone number");
}

#[test]
fn characters_that_nobody_sees_are_refused_with_their_place() {
    let told = refused(&named("徐水区\u{200B}气象局"));
    assert_eq!(
        told,
        [("name".to_owned(), "invisible".to_owned())],
        "two equal-looking offices must be equal"
    );
}

#[test]
fn a_check_saves_nothing_and_shows_how_a_document_number_would_read() {
    let office = Office::none();
    let mut draft = named("");
    draft.doc_prefix = "清应急查".to_owned();
    let checked = office
        .desk()
        .office_profile_check(&draft)
        .expect("guests may look");
    assert_eq!(checked.problems.len(), 1, "the name is missing");
    assert_eq!(
        checked.document_number_example.as_deref(),
        Some("清应急查〔2026〕1号"),
        "a fault elsewhere does not hide it, and the year is the clock's"
    );
    assert!(!office.database().exists(), "looking at a draft makes no office");
}

#[test]
fn more_channels_than_anybody_reads_are_too_many() {
    let mut draft = named("徐水区气象局");
    draft.channels = (0..21)
        .map(|n| Channel {
            kind: ChannelKind::Other,
            detail: format!("第 {n} 处"),
        })
        .collect();
    assert_eq!(
        refused(&draft),
        [("channels".to_owned(), "too_many_channels".to_owned())],
        "twenty is plenty"
    );
    draft.channels.pop();
    assert!(
        Office::none().desk().office_profile_save(&draft).is_ok(),
        "twenty are taken"
    );
}
