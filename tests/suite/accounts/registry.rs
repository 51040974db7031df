//! The acts of the registries, asked for in a way that comes to nothing: for the table of permits.

use sunlot_app::commands::Act;
use sunlot_app::import::{
    DuplicateRule, Fate, ImportAccept, ImportCompare, ImportDecide, ImportNumber, ImportProblems,
    ImportReading, ImportRowsRequest, ImportSource, Registry,
};
use sunlot_app::inspector::{
    ConflictAdd, ConflictEnd, InspectorFilter, InspectorId, InspectorMembership, InspectorSave,
    InspectorSort, InspectorsExport, InspectorsRequest, RotationSave,
};
use sunlot_app::picker::{FileChoose, FilePurpose};
use sunlot_app::registry::{ListFormat, Membership};
use sunlot_app::target::{
    InquiryAdd, InquiryWithdraw, RiskGrade, TargetFlagAdd, TargetFlagEnd, TargetId, TargetMembership,
    TargetSave, TargetsBulk, TargetsRequest, VisitAdd, VisitWithdraw,
};
use sunlot_app::target::{RosterTemplate, TargetFilter, TargetSort, TargetsExport};
use sunlot_app::{Desk, Result};

/// Asks for an act.
pub fn ask(desk: &Desk, act: Act) -> Result<()> {
    match act {
        Act::FileChoose => desk
            .file_choose(&FileChoose {
                purpose: FilePurpose::Folder,
                at: String::new(),
                name: None,
            })
            .map(drop),
        Act::SampleOpen => desk.sample_open().map(drop),
        Act::TargetsView => desk.targets_view(&TargetsRequest::default()).map(drop),
        Act::TargetsChoices => desk.targets_choices().map(drop),
        Act::TargetOpen => desk.target_open(&TargetId { id: 1 }).map(drop),
        Act::TargetCheck => desk.target_check(&TargetSave::default()).map(drop),
        Act::TargetSave => desk.target_save(&TargetSave::default()).map(drop),
        Act::TargetMembership => desk
            .target_membership(&TargetMembership {
                id: 1,
                version: 1,
                membership: Membership::Removed,
                reason: String::new(),
            })
            .map(drop),
        Act::TargetsBulkCheck => desk.targets_bulk_check(&TargetsBulk::default()).map(drop),
        Act::TargetsBulkSave => desk.targets_bulk_save(&TargetsBulk::default()).map(drop),
        Act::TargetFlagAdd => desk
            .target_flag_add(&TargetFlagAdd {
                target: 1,
                flag: String::new(),
                since: String::new(),
                until: String::new(),
                evidence: String::new(),
            })
            .map(drop),
        Act::TargetFlagEnd => desk
            .target_flag_end(&TargetFlagEnd {
                id: 1,
                until: String::new(),
                reason: String::new(),
            })
            .map(drop),
        Act::RiskCheck => desk.risk_check(&RiskGrade::default()).map(drop),
        Act::RiskGrade => desk.risk_grade(&RiskGrade::default()).map(drop),
        Act::InquiryAdd => desk.inquiry_add(&InquiryAdd::default()).map(drop),
        Act::InquiryWithdraw => desk
            .inquiry_withdraw(&InquiryWithdraw {
                id: 1,
                reason: String::new(),
            })
            .map(drop),
        Act::VisitAdd => desk.visit_add(&VisitAdd::default()).map(drop),
        Act::VisitWithdraw => desk
            .visit_withdraw(&VisitWithdraw {
                id: 1,
                reason: String::new(),
            })
            .map(drop),
        Act::ImportLook => desk
            .import_look(&ImportSource {
                registry: Registry::Targets,
                path: "/nowhere/roster.xlsx".to_owned(),
                pasted: None,
            })
            .map(drop),
        Act::ImportReread => desk
            .import_reread(&ImportCompare {
                import: 0,
                reading: ImportReading::default(),
            })
            .map(drop),
        Act::TargetsExport => desk
            .targets_export(&TargetsExport {
                filter: TargetFilter::default(),
                sort: TargetSort::default(),
                columns: Vec::new(),
                format: ListFormat::Csv,
                path: Some("/nowhere/targets.csv".to_owned()),
                overwrite: false,
            })
            .map(drop),
        Act::InspectorsView => desk.inspectors_view(&InspectorsRequest::default()).map(drop),
        Act::InspectorsChoices => desk.inspectors_choices().map(drop),
        Act::InspectorOpen => desk.inspector_open(&InspectorId { id: 1 }).map(drop),
        Act::InspectorCheck => desk.inspector_check(&InspectorSave::default()).map(drop),
        Act::InspectorSave => desk.inspector_save(&InspectorSave::default()).map(drop),
        Act::InspectorMembership => desk
            .inspector_membership(&InspectorMembership {
                id: 1,
                version: 1,
                membership: Membership::Removed,
                reason: String::new(),
            })
            .map(drop),
        Act::ConflictsView => desk.conflicts_view().map(drop),
        Act::ConflictAdd => desk.conflict_add(&ConflictAdd::default()).map(drop),
        Act::ConflictEnd => desk
            .conflict_end(&ConflictEnd {
                id: 1,
                until: String::new(),
                reason: String::new(),
            })
            .map(drop),
        Act::RotationSave => desk
            .rotation_save(&RotationSave {
                months: 999,
                reason: String::new(),
            })
            .map(drop),
        Act::InspectorsExport => desk
            .inspectors_export(&InspectorsExport {
                filter: InspectorFilter::default(),
                sort: InspectorSort::default(),
                on: None,
                columns: Vec::new(),
                format: ListFormat::Csv,
                path: Some("/nowhere/inspectors.csv".to_owned()),
                overwrite: false,
            })
            .map(drop),
        Act::RosterTemplate => desk
            .roster_template(&RosterTemplate {
                registry: Registry::Targets,
                path: Some("/nowhere/template.xlsx".to_owned()),
                overwrite: false,
            })
            .map(drop),
        Act::ImportCompare => desk
            .import_compare(&ImportCompare {
                import: 0,
                reading: ImportReading::default(),
            })
            .map(drop),
        Act::ImportRows => desk
            .import_rows(&ImportRowsRequest {
                import: 0,
                fate: Fate::Added,
                doubtful: false,
                from: 0,
                limit: 1,
            })
            .map(drop),
        Act::ImportGroups => desk.import_groups(&ImportNumber { import: 0 }).map(drop),
        Act::ImportDecide => desk
            .import_decide(&ImportDecide {
                import: 0,
                group: None,
                rule: DuplicateRule::First,
            })
            .map(drop),
        Act::ImportAccept => desk
            .import_accept(&ImportAccept {
                import: 0,
                reason: String::new(),
            })
            .map(drop),
        Act::ImportProblems => desk
            .import_problems(&ImportProblems {
                import: 0,
                path: None,
                overwrite: false,
            })
            .map(drop),
        Act::ImportForget => desk.import_forget(&ImportNumber { import: 0 }),
        Act::ImportProgress => {
            desk.import_progress();
            Ok(())
        }
        Act::ImportStop => {
            desk.import_stop();
            Ok(())
        }
        Act::PlansView
        | Act::PlanOpen
        | Act::PlanCheck
        | Act::PlanSave
        | Act::PlanMove
        | Act::PlanRead
        | Act::PlanBase
        | Act::PlanExport
        | Act::PlanPaper => crate::plans::words::ask(desk, act),
        Act::OutsideDrawsView
        | Act::OutsideDrawLook
        | Act::OutsideDrawTake
        | Act::OutsideDrawOpen
        | Act::OutsideDrawWithdraw
        | Act::OutsideDrawFile => crate::outside::words::ask(desk, act),
        other => super::tasks::ask(desk, other),
    }
}
