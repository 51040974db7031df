//! The acts: everything that can be asked of an office, declared once, with its request and response, who may do
//! it, and how the command line does the same. The window registers exactly these, TypeScript's table of commands
//! is made from them, and so is the table of permits.

use crate::registry::FormChecked;
use strum::{EnumCount, IntoStaticStr, VariantArray};
use ts_rs::{Config, TS};

use crate::ConsoleView;
use crate::access::{
    ACKNOWLEDGE, ANYBODY, BACK_UP, BEGIN, DRAW, DRAW_BY_TWO, ENROL, EXCLUDE, KEEP, KEYS, LOOK, OWN, PEOPLE,
    Permit, RESTORE, SAY, SEAL, SETTLE, SHOW, UNLOCK, WATCH,
};
use crate::account::{
    AccountAdd, AccountChange, AccountEnter, AccountRecover, AccountReset, AccountUnlock, AccountsBegin,
    AccountsBegun, AccountsCheck, AccountsView, IdleSave, OwnPassword, OwnRecovery, RecoveryCode,
    RecoveryPaper,
};
use crate::anchor::{AnchorAcknowledge, AnchorCheck, AnchorFile, AnchorWrite, AnchorWritten, TrailStanding};
use crate::backup::{
    BackupChecked, BackupDone, BackupFile, BackupInspected, BackupProgress, BackupRequest, BackupRestore,
    BackupRestored, BackupSettings, BackupView,
};
use crate::ceremony::{
    AmendChoices, AmendPreview, CeremoniesView, CeremonyArchive, CeremonyCard, CeremonyChecklist,
    CeremonyDrop, CeremonyEnvelope, CeremonyId, CeremonyNote, CeremonyNumber, CeremonyPaper, CeremonyPrepare,
    CeremonyPublish, CeremonySave, CeremonySeal, CeremonySign, CeremonyView, CeremonyVoid, DrawAmend,
    DrawPublished, DrawRows, DrawRowsRequest, StageShow, StageTyping, StageView,
};
use crate::diagnostics::{DiagnosticsSaved, DiagnosticsView};
use crate::import::{
    FileWritten, ImportAccept, ImportCompare, ImportCompared, ImportDecide, ImportDone, ImportGroups,
    ImportLook, ImportNumber, ImportProblems, ImportProgress, ImportRows, ImportRowsRequest, ImportSource,
};
use crate::inspector::{
    ConflictAdd, ConflictEnd, ConflictsView, InspectorId, InspectorMembership, InspectorSave, InspectorView,
    InspectorsChoices, InspectorsExport, InspectorsRequest, InspectorsView, RotationSave, RotationView,
};
use crate::item::{
    CatalogCheck, CatalogDiff, CatalogDiffRequest, EditionId, EditionPublish, EditionRatify, EditionReturn,
    EditionSubmit, EditionView, ItemId, ItemMembership, ItemSave, ItemView, ItemsChoices, ItemsExport,
    ItemsRequest, ItemsView, StartersTake,
};
use crate::office::{OfficeProfile, OfficeProfileCheck, OfficeProfileSaved, OfficeProfileView};
use crate::outside::{
    OutsideDrawFile, OutsideDrawOpen, OutsideDrawView, OutsideDrawWithdraw, OutsideDrawsView, OutsideLooked,
    OutsideTake,
};
use crate::paper::{PaperMade, PaperWay, PrintersView};
use crate::personal::{
    PersonalErase, PersonalErased, PersonalKeep, PersonalShow, PersonalShown, PersonalView,
};
use crate::picker::{FileChoose, FileChosen};
use crate::plan::{
    PlanBase, PlanBased, PlanChecked, PlanExport, PlanId, PlanMove, PlanPaper, PlanRead, PlanReading,
    PlanSave, PlanView, PlansView,
};
use crate::rules::{
    AttachmentSaved, RulesAttach, RulesAttachmentSave, RulesDetach, RulesId, RulesOpened, RulesSave,
    RulesView,
};
use crate::sample::SampleOpened;
use crate::stage_window::{StageOpen, StageWindow};
use crate::station::{
    StationMake, StationReportLost, StationRevoke, StationRewrap, StationRotate, StationView,
};
use crate::target::{
    InquiryAdd, InquiryWithdraw, RiskGrade, RiskGraded, RosterTemplate, TargetFlagAdd, TargetFlagEnd,
    TargetId, TargetMembership, TargetSave, TargetView, TargetsBulk, TargetsBulkView, TargetsChoices,
    TargetsExport, TargetsRequest, TargetsView, VisitAdd, VisitWithdraw,
};
use crate::task::{
    CrewsView, FairnessView, JointLooked, JointSent, LoanReturn, NoticePaper, PoolExport, PoolRows,
    PoolRowsRequest, PoolView, RecusalAsk, RecusalDecide, RecusalWithdraw, TargetExclude, TargetExplained,
    TargetInclude, TaskAnnounce, TaskBorrow, TaskChecked, TaskChoices, TaskId, TaskJointAnswer,
    TaskJointSend, TaskManifest, TaskMergedRequest, TaskMergedView, TaskMove, TaskSave, TaskTarget, TaskView,
    TasksView,
};
use crate::trail::{
    FlagsRequest, FlagsSeen, FlagsView, TrailChoices, TrailDetail, TrailExport, TrailExported, TrailFilter,
    TrailFound, TrailPaper, TrailProgress, TrailRequest, TrailSeq, TrailVerdict, TrailView,
};

/// A command that the console window may call.
pub struct Command {
    /// What it does.
    pub act: Act,
    /// Its name.
    pub name: &'static str,
    /// Who may call it.
    pub permit: Permit,
    /// The TypeScript name of its request.
    pub request: fn(&Config) -> String,
    /// The TypeScript name of its response.
    pub response: fn(&Config) -> String,
    /// The words of the command line that do the same; `None` for what only a window needs.
    pub cli: Option<&'static [&'static str]>,
}

macro_rules! commands {
    ($($act:ident $name:ident($request:ty) -> $response:ty, $permit:expr, $cli:expr;)*) => {
        /// Everything that can be asked of an office.
        #[allow(missing_docs, reason = "what each does stands beside its use case, its name in labels")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray, EnumCount)]
        #[strum(serialize_all = "snake_case")]
        pub enum Act { $($act),* }

        impl Act {
            /// Whether an office may begin with it.
            pub fn begins_an_office(self) -> bool {
                matches!(self, Self::OfficeProfileSave | Self::AccountsBegin)
            }

            /// Who may do it.
            pub fn permit(self) -> Permit {
                match self { $(Self::$act => $permit),* }
            }
        }

        /// Every command of the console window.
        pub const COMMANDS: &[Command] = &[$(Command {
            act: Act::$act,
            name: stringify!($name),
            permit: $permit,
            request: <$request as TS>::name,
            response: <$response as TS>::name,
            cli: $cli,
        }),*];

        /// Writes the TypeScript of every type that travels, one file each.
        pub fn export_types(config: &Config) -> Result<(), ts_rs::ExportError> {
            export::<crate::Failure>(config)?;
            $(
                export::<$request>(config)?;
                export::<<$response as TS>::OptionInnerType>(config)?;
            )*
            Ok(())
        }
    };
}

/// Nothing (`null`) has no file of its own.
fn export<T: TS + 'static>(config: &Config) -> Result<(), ts_rs::ExportError> {
    if T::output_path().is_some() {
        T::export_all(config)
    } else {
        Ok(())
    }
}

commands! {
    ConsoleView console_view(()) -> ConsoleView, ANYBODY, Some(&["office", "show"]);
    ConsoleReady console_ready(()) -> (), ANYBODY, None;
    ConsoleStir console_stir(()) -> (), ANYBODY, None;
    StageOpen stage_open(StageOpen) -> StageWindow, ANYBODY, None;
    OfficeProfile office_profile(()) -> OfficeProfileView, LOOK, Some(&["office", "show"]);
    OfficeProfileCheck office_profile_check(OfficeProfile) -> OfficeProfileCheck, LOOK, Some(&["office", "set", "--check"]);
    OfficeProfileSave office_profile_save(OfficeProfile) -> OfficeProfileSaved, SETTLE, Some(&["office", "set"]);
    AccountsView accounts_view(()) -> AccountsView, LOOK, Some(&["account", "list"]);
    AccountsCheck accounts_check(AccountsBegin) -> AccountsCheck, BEGIN, Some(&["account", "begin", "--check"]);
    AccountsBegin accounts_begin(AccountsBegin) -> AccountsBegun, BEGIN, Some(&["account", "begin"]);
    AccountEnter account_enter(AccountEnter) -> ConsoleView, ANYBODY, None;
    AccountLeave account_leave(()) -> ConsoleView, ANYBODY, None;
    AccountLock account_lock(()) -> ConsoleView, ANYBODY, None;
    AccountRecover account_recover(AccountRecover) -> RecoveryCode, ANYBODY, Some(&["account", "recover"]);
    AccountPassword account_password(OwnPassword) -> ConsoleView, OWN, Some(&["account", "password"]);
    AccountRecoveryMake account_recovery_make(OwnRecovery) -> RecoveryCode, OWN, Some(&["account", "recovery"]);
    AccountRecoveryPaper account_recovery_paper(RecoveryPaper) -> PaperMade, LOOK, Some(&["account", "recovery"]);
    AccountAdd account_add(AccountAdd) -> AccountsView, PEOPLE, Some(&["account", "add"]);
    AccountChange account_change(AccountChange) -> AccountsView, PEOPLE, Some(&["account", "change"]);
    AccountReset account_reset(AccountReset) -> AccountsView, KEEP, Some(&["account", "reset"]);
    AccountUnlock account_unlock(AccountUnlock) -> AccountsView, UNLOCK, Some(&["account", "unlock"]);
    IdleSave idle_save(IdleSave) -> ConsoleView, SETTLE, Some(&["account", "idle"]);
    PersonalView personal_view(()) -> PersonalView, LOOK, Some(&["personal", "list"]);
    PersonalKeep personal_keep(PersonalKeep) -> PersonalView, KEEP, Some(&["personal", "keep"]);
    PersonalShow personal_show(PersonalShow) -> PersonalShown, SHOW, Some(&["personal", "show"]);
    PersonalErase personal_erase(PersonalErase) -> PersonalErased, KEEP, Some(&["personal", "erase"]);
    FileChoose file_choose(FileChoose) -> Option<FileChosen>, LOOK, None;
    SampleOpen sample_open(()) -> SampleOpened, ANYBODY, Some(&["demo"]);
    TargetsView targets_view(TargetsRequest) -> TargetsView, LOOK, Some(&["targets", "list"]);
    TargetsChoices targets_choices(()) -> TargetsChoices, LOOK, Some(&["targets", "choices"]);
    TargetOpen target_open(TargetId) -> TargetView, LOOK, Some(&["targets", "show"]);
    TargetCheck target_check(TargetSave) -> FormChecked, LOOK, Some(&["targets", "set", "--check"]);
    TargetSave target_save(TargetSave) -> TargetView, ENROL, Some(&["targets", "set"]);
    TargetMembership target_membership(TargetMembership) -> TargetView, ENROL, Some(&["targets", "place"]);
    TargetsBulkCheck targets_bulk_check(TargetsBulk) -> TargetsBulkView, LOOK, Some(&["targets", "bulk", "--check"]);
    TargetsBulkSave targets_bulk_save(TargetsBulk) -> TargetsBulkView, ENROL, Some(&["targets", "bulk"]);
    TargetFlagAdd target_flag_add(TargetFlagAdd) -> TargetView, ENROL, Some(&["targets", "flag"]);
    TargetFlagEnd target_flag_end(TargetFlagEnd) -> TargetView, ENROL, Some(&["targets", "flag"]);
    VisitAdd visit_add(VisitAdd) -> TargetView, ENROL, Some(&["targets", "visit"]);
    VisitWithdraw visit_withdraw(VisitWithdraw) -> TargetView, ENROL, Some(&["targets", "visit"]);
    RiskCheck risk_check(RiskGrade) -> RiskGraded, LOOK, Some(&["targets", "grade", "--check"]);
    RiskGrade risk_grade(RiskGrade) -> TargetView, ENROL, Some(&["targets", "grade"]);
    InquiryAdd inquiry_add(InquiryAdd) -> TargetView, ENROL, Some(&["targets", "inquiry"]);
    InquiryWithdraw inquiry_withdraw(InquiryWithdraw) -> TargetView, ENROL, Some(&["targets", "inquiry"]);
    TargetsExport targets_export(TargetsExport) -> FileWritten, LOOK, Some(&["export", "targets"]);
    InspectorsView inspectors_view(InspectorsRequest) -> InspectorsView, LOOK, Some(&["inspectors", "list"]);
    InspectorsChoices inspectors_choices(()) -> InspectorsChoices, LOOK, Some(&["inspectors", "choices"]);
    InspectorOpen inspector_open(InspectorId) -> InspectorView, LOOK, Some(&["inspectors", "show"]);
    InspectorCheck inspector_check(InspectorSave) -> FormChecked, LOOK, Some(&["inspectors", "set", "--check"]);
    InspectorSave inspector_save(InspectorSave) -> InspectorView, ENROL, Some(&["inspectors", "set"]);
    InspectorMembership inspector_membership(InspectorMembership) -> InspectorView, ENROL, Some(&["inspectors", "place"]);
    ConflictsView conflicts_view(()) -> ConflictsView, LOOK, Some(&["inspectors", "conflicts"]);
    ConflictAdd conflict_add(ConflictAdd) -> InspectorView, ENROL, Some(&["inspectors", "conflict"]);
    ConflictEnd conflict_end(ConflictEnd) -> InspectorView, ENROL, Some(&["inspectors", "conflict"]);
    RotationSave rotation_save(RotationSave) -> RotationView, ENROL, Some(&["inspectors", "rotation"]);
    InspectorsExport inspectors_export(InspectorsExport) -> FileWritten, LOOK, Some(&["export", "inspectors"]);
    RosterTemplate roster_template(RosterTemplate) -> FileWritten, LOOK, Some(&["export", "template"]);
    ItemsView items_view(ItemsRequest) -> ItemsView, LOOK, Some(&["items", "list"]);
    ItemsChoices items_choices(()) -> ItemsChoices, LOOK, Some(&["items", "choices"]);
    ItemOpen item_open(ItemId) -> ItemView, LOOK, Some(&["items", "show"]);
    ItemCheck item_check(ItemSave) -> FormChecked, LOOK, Some(&["items", "set", "--check"]);
    ItemSave item_save(ItemSave) -> ItemView, ENROL, Some(&["items", "set"]);
    ItemMembership item_membership(ItemMembership) -> ItemView, ENROL, Some(&["items", "place"]);
    StartersTake starters_take(StartersTake) -> ItemsView, ENROL, Some(&["items", "starter"]);
    CatalogCheck catalog_check(()) -> CatalogCheck, LOOK, Some(&["catalog", "submit", "--check"]);
    CatalogDiff catalog_diff(CatalogDiffRequest) -> CatalogDiff, LOOK, Some(&["catalog", "diff"]);
    EditionOpen edition_open(EditionId) -> EditionView, LOOK, Some(&["catalog", "show"]);
    EditionSubmit edition_submit(EditionSubmit) -> EditionView, ENROL, Some(&["catalog", "submit"]);
    EditionReturn edition_return(EditionReturn) -> EditionView, ENROL, Some(&["catalog", "return"]);
    EditionRatify edition_ratify(EditionRatify) -> EditionView, ENROL, Some(&["catalog", "ratify"]);
    EditionPublish edition_publish(EditionPublish) -> EditionView, ENROL, Some(&["catalog", "publish"]);
    TasksView tasks_view(()) -> TasksView, LOOK, Some(&["task", "list"]);
    TaskChoices task_choices(()) -> TaskChoices, LOOK, Some(&["task", "choices"]);
    TaskOpen task_open(TaskId) -> TaskView, LOOK, Some(&["task", "show"]);
    TaskCheck task_check(TaskSave) -> TaskChecked, LOOK, Some(&["task", "set", "--check"]);
    TaskSave task_save(TaskSave) -> TaskView, ENROL, Some(&["task", "set"]);
    TaskApprove task_approve(TaskMove) -> TaskView, ENROL, Some(&["task", "approve"]);
    TaskCancel task_cancel(TaskMove) -> TaskView, ENROL, Some(&["task", "cancel"]);
    TaskPool task_pool(TaskId) -> PoolView, LOOK, Some(&["task", "pool"]);
    TaskPoolRows task_pool_rows(PoolRowsRequest) -> PoolRows, LOOK, Some(&["task", "pool"]);
    TaskPoolExport task_pool_export(PoolExport) -> FileWritten, LOOK, Some(&["task", "pool"]);
    TaskExplain task_explain(TaskTarget) -> TargetExplained, LOOK, Some(&["task", "explain"]);
    TaskCrews task_crews(TaskId) -> CrewsView, LOOK, Some(&["task", "crews"]);
    TaskMerged task_merged(TaskMergedRequest) -> TaskMergedView, LOOK, Some(&["task", "merged"]);
    TaskFairness task_fairness(TaskId) -> FairnessView, LOOK, Some(&["task", "fairness"]);
    TaskAnnounce task_announce(TaskAnnounce) -> TaskView, ENROL, Some(&["task", "announce"]);
    NoticePaper notice_paper(NoticePaper) -> PaperMade, LOOK, Some(&["task", "notice"]);
    TaskManifest task_manifest(TaskManifest) -> FileWritten, LOOK, Some(&["task", "manifest"]);
    TargetExclude target_exclude(TargetExclude) -> TaskView, EXCLUDE, Some(&["task", "exclude"]);
    TargetInclude target_include(TargetInclude) -> TaskView, EXCLUDE, Some(&["task", "include"]);
    TaskBorrow task_borrow(TaskBorrow) -> TaskView, ENROL, Some(&["task", "borrow"]);
    TaskJointSend task_joint_send(TaskJointSend) -> JointSent, ENROL, Some(&["task", "ask"]);
    TaskJointLook task_joint_look(TaskJointAnswer) -> JointLooked, ENROL, Some(&["task", "answer", "--check"]);
    TaskJointTake task_joint_take(TaskJointAnswer) -> TaskView, ENROL, Some(&["task", "answer"]);
    TaskGiveBack task_give_back(LoanReturn) -> TaskView, ENROL, Some(&["task", "give-back"]);
    RecusalAsk recusal_ask(RecusalAsk) -> TaskView, ENROL, Some(&["task", "recuse"]);
    RecusalDecide recusal_decide(RecusalDecide) -> TaskView, ENROL, Some(&["task", "decide"]);
    RecusalWithdraw recusal_withdraw(RecusalWithdraw) -> TaskView, ENROL, Some(&["task", "unrecuse"]);
    CeremoniesView ceremonies_view(()) -> CeremoniesView, LOOK, Some(&["ceremony", "list"]);
    CeremonyView ceremony_view(CeremonyId) -> CeremonyView, LOOK, Some(&["ceremony", "show"]);
    CeremonyChecklist ceremony_checklist(CeremonyId) -> CeremonyChecklist, LOOK, Some(&["ceremony", "check"]);
    CeremonyPrepare ceremony_prepare(CeremonyPrepare) -> CeremonyView, DRAW, Some(&["ceremony", "prepare"]);
    CeremonySave ceremony_save(CeremonySave) -> CeremonyView, DRAW, Some(&["ceremony", "seat"]);
    CeremonyDrop ceremony_drop(CeremonyDrop) -> CeremonyView, DRAW, Some(&["ceremony", "drop"]);
    CeremonySeal ceremony_seal(CeremonySeal) -> CeremonyView, DRAW_BY_TWO, Some(&["ceremony", "seal"]);
    RehearsalSeal rehearsal_seal(CeremonySeal) -> CeremonyView, DRAW, Some(&["ceremony", "seal"]);
    CeremonyCard ceremony_card(CeremonyCard) -> CeremonyView, DRAW, Some(&["ceremony", "card"]);
    CeremonyTurn ceremony_turn(CeremonyId) -> CeremonyView, DRAW, Some(&["ceremony", "open"]);
    CeremonyNumber ceremony_number(CeremonyNumber) -> CeremonyView, DRAW, Some(&["ceremony", "number"]);
    CeremonyConfirm ceremony_confirm(CeremonyNumber) -> CeremonyView, DRAW, Some(&["ceremony", "number"]);
    CeremonyVoid ceremony_void(CeremonyVoid) -> CeremonyView, DRAW_BY_TWO, Some(&["ceremony", "void"]);
    RehearsalVoid rehearsal_void(CeremonyVoid) -> CeremonyView, DRAW, Some(&["ceremony", "void"]);
    CeremonyNote ceremony_note(CeremonyNote) -> CeremonyView, SAY, Some(&["ceremony", "note"]);
    CeremonySign ceremony_sign(CeremonySign) -> CeremonyView, KEYS, Some(&["ceremony", "sign"]);
    CeremonyPublish ceremony_publish(CeremonyPublish) -> DrawPublished, DRAW, Some(&["ceremony", "publish"]);
    CeremonyPaper ceremony_paper(CeremonyPaper) -> PaperMade, LOOK, Some(&["ceremony", "paper"]);
    CeremonyEnvelope ceremony_envelope(CeremonyEnvelope) -> PaperMade, DRAW_BY_TWO, Some(&["ceremony", "envelope"]);
    RehearsalEnvelope rehearsal_envelope(CeremonyEnvelope) -> PaperMade, DRAW, Some(&["ceremony", "envelope"]);
    CeremonyArchive ceremony_archive(CeremonyArchive) -> CeremonyView, DRAW, Some(&["ceremony", "archive"]);
    DrawRows draw_rows(DrawRowsRequest) -> DrawRows, LOOK, Some(&["ceremony", "rows"]);
    DrawAmendChoices draw_amend_choices(CeremonyId) -> AmendChoices, LOOK, Some(&["ceremony", "choices"]);
    DrawAmendCheck draw_amend_check(DrawAmend) -> AmendPreview, LOOK, Some(&["ceremony", "replace"]);
    DrawAmend draw_amend(DrawAmend) -> CeremonyView, DRAW_BY_TWO, Some(&["ceremony", "replace"]);
    RehearsalAmend rehearsal_amend(DrawAmend) -> CeremonyView, DRAW, Some(&["ceremony", "replace"]);
    StageView stage_view(()) -> StageView, ANYBODY, Some(&["ceremony", "replay"]);
    StageShow stage_show(StageShow) -> StageView, DRAW, Some(&["ceremony", "replay"]);
    StageTyping stage_typing(StageTyping) -> (), DRAW, None;
    OutsideDrawsView outside_draws_view(()) -> OutsideDrawsView, LOOK, Some(&["outside", "list"]);
    OutsideDrawLook outside_draw_look(OutsideTake) -> OutsideLooked, LOOK, Some(&["outside", "look"]);
    OutsideDrawTake outside_draw_take(OutsideTake) -> OutsideDrawView, ENROL, Some(&["outside", "take"]);
    OutsideDrawOpen outside_draw_open(OutsideDrawOpen) -> OutsideDrawView, LOOK, Some(&["outside", "show"]);
    OutsideDrawWithdraw outside_draw_withdraw(OutsideDrawWithdraw) -> OutsideDrawView, ENROL, Some(&["outside", "withdraw"]);
    OutsideDrawFile outside_draw_file(OutsideDrawFile) -> AttachmentSaved, LOOK, Some(&["outside", "file"]);
    ItemsExport items_export(ItemsExport) -> FileWritten, LOOK, Some(&["export", "items"]);
    RulesView rules_view(()) -> RulesView, LOOK, Some(&["rules", "list"]);
    RulesOpen rules_open(RulesId) -> RulesOpened, LOOK, Some(&["rules", "show"]);
    RulesCheck rules_check(RulesSave) -> FormChecked, LOOK, Some(&["rules", "check"]);
    RulesSave rules_save(RulesSave) -> RulesOpened, SETTLE, Some(&["rules", "set"]);
    RulesAttach rules_attach(RulesAttach) -> RulesOpened, SETTLE, Some(&["rules", "attach"]);
    RulesDetach rules_detach(RulesDetach) -> RulesOpened, SETTLE, Some(&["rules", "detach"]);
    RulesAttachmentSave rules_attachment_save(RulesAttachmentSave) -> AttachmentSaved, LOOK, Some(&["rules", "attachment"]);
    PlansView plans_view(()) -> PlansView, LOOK, Some(&["plan", "list"]);
    PlanOpen plan_open(PlanId) -> PlanView, LOOK, Some(&["plan", "show"]);
    PlanCheck plan_check(PlanSave) -> PlanChecked, LOOK, Some(&["plan", "check"]);
    PlanSave plan_save(PlanSave) -> PlanView, ENROL, Some(&["plan", "set"]);
    PlanMove plan_move(PlanMove) -> PlanView, ENROL, Some(&["plan", "approve"]);
    PlanRead plan_read(PlanRead) -> PlanReading, LOOK, Some(&["plan", "read"]);
    PlanBase plan_base(PlanBase) -> PlanBased, LOOK, Some(&["plan", "base"]);
    PlanExport plan_export(PlanExport) -> FileWritten, LOOK, Some(&["plan", "export"]);
    PlanPaper plan_paper(PlanPaper) -> PaperMade, LOOK, Some(&["plan", "print"]);
    ImportLook import_look(ImportSource) -> ImportLook, ENROL, Some(&["import", "look"]);
    ImportReread import_reread(ImportCompare) -> ImportLook, ENROL, Some(&["import", "look"]);
    ImportCompare import_compare(ImportCompare) -> ImportCompared, ENROL, Some(&["import", "targets", "--dry-run"]);
    ImportRows import_rows(ImportRowsRequest) -> ImportRows, ENROL, Some(&["import", "targets"]);
    ImportGroups import_groups(ImportNumber) -> ImportGroups, ENROL, Some(&["import", "targets"]);
    ImportDecide import_decide(ImportDecide) -> ImportCompared, ENROL, Some(&["import", "targets"]);
    ImportAccept import_accept(ImportAccept) -> ImportDone, ENROL, Some(&["import", "targets"]);
    ImportProblems import_problems(ImportProblems) -> FileWritten, ENROL, Some(&["import", "targets"]);
    ImportForget import_forget(ImportNumber) -> (), ENROL, None;
    ImportProgress import_progress(()) -> Option<ImportProgress>, ANYBODY, None;
    ImportStop import_stop(()) -> (), ANYBODY, None;
    PrintersView printers_view(()) -> PrintersView, LOOK, Some(&["printers"]);
    TrailStanding trail_standing(()) -> TrailStanding, ANYBODY, Some(&["audit", "anchor"]);
    AnchorAcknowledge anchor_acknowledge(AnchorAcknowledge) -> TrailStanding, ACKNOWLEDGE, Some(&["audit", "anchor"]);
    AnchorWrite anchor_write(AnchorWrite) -> AnchorWritten, LOOK, Some(&["audit", "anchor"]);
    AnchorCheck anchor_check(AnchorFile) -> AnchorCheck, ANYBODY, Some(&["audit", "anchor"]);
    DiagnosticsView diagnostics_view(()) -> DiagnosticsView, SETTLE, Some(&["diagnostics", "show"]);
    DiagnosticsSave diagnostics_save(()) -> DiagnosticsSaved, SETTLE, Some(&["diagnostics", "save"]);
    StationView station_view(()) -> StationView, LOOK, Some(&["key", "show"]);
    StationSheet station_sheet(PaperWay) -> PaperMade, LOOK, Some(&["key", "sheet"]);
    StationMake station_make(StationMake) -> StationView, SEAL, Some(&["key", "make"]);
    StationRotate station_rotate(StationRotate) -> StationView, SEAL, Some(&["key", "rotate"]);
    StationReportLost station_report_lost(StationReportLost) -> StationView, SEAL, Some(&["key", "lost"]);
    StationRevoke station_revoke(StationRevoke) -> StationView, SEAL, Some(&["key", "revoke"]);
    StationRewrap station_rewrap(StationRewrap) -> StationView, KEYS, Some(&["key", "rewrap"]);
    TrailView trail_view(TrailRequest) -> TrailView, LOOK, Some(&["audit", "show"]);
    TrailFind trail_find(TrailFilter) -> TrailFound, LOOK, Some(&["audit", "story"]);
    TrailChoices trail_choices(()) -> TrailChoices, LOOK, Some(&["audit", "choices"]);
    TrailEntry trail_entry(TrailSeq) -> TrailDetail, LOOK, Some(&["audit", "entry"]);
    TrailExport trail_export(TrailExport) -> TrailExported, LOOK, Some(&["audit", "export"]);
    TrailPaper trail_paper(TrailPaper) -> PaperMade, LOOK, Some(&["audit", "print"]);
    TrailFlags trail_flags(FlagsRequest) -> FlagsView, LOOK, Some(&["audit", "flags"]);
    FlagsSeen flags_seen(FlagsSeen) -> FlagsView, WATCH, Some(&["audit", "flags"]);
    TrailProgress trail_progress(()) -> TrailProgress, ANYBODY, None;
    TrailStop trail_stop(()) -> (), ANYBODY, None;
    TrailVerify trail_verify(()) -> TrailVerdict, ANYBODY, Some(&["audit", "verify"]);
    BackupView backup_view(()) -> BackupView, LOOK, Some(&["backup", "list"]);
    BackupCreate backup_create(BackupRequest) -> BackupDone, BACK_UP, Some(&["backup", "create"]);
    BackupProgress backup_progress(()) -> Option<BackupProgress>, ANYBODY, None;
    BackupStop backup_stop(()) -> (), ANYBODY, None;
    BackupSettingsSave backup_settings_save(BackupSettings) -> BackupView, SETTLE, Some(&["backup", "settings"]);
    BackupVerify backup_verify(BackupFile) -> BackupChecked, ANYBODY, Some(&["backup", "verify"]);
    BackupInspect backup_inspect(BackupFile) -> BackupInspected, LOOK, Some(&["backup", "inspect"]);
    BackupRestore backup_restore(BackupRestore) -> BackupRestored, RESTORE, Some(&["backup", "restore"]);
}
