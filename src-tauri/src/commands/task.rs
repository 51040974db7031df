//! The commands of tasks and their pools.

use sunlot_app::Desk;
use sunlot_app::import::FileWritten;
use sunlot_app::paper::PaperMade;
use sunlot_app::task::{
    CrewsView, FairnessView, JointLooked, JointSent, LoanReturn, NoticePaper, PoolExport, PoolRows,
    PoolRowsRequest, PoolView, RecusalAsk, RecusalDecide, RecusalWithdraw, TargetExclude, TargetExplained,
    TargetInclude, TaskAnnounce, TaskBorrow, TaskChecked, TaskChoices, TaskId, TaskJointAnswer,
    TaskJointSend, TaskManifest, TaskMergedRequest, TaskMergedView, TaskMove, TaskSave, TaskTarget, TaskView,
    TasksView,
};
use tauri::State;

use super::Answer;

#[tauri::command(async)]
pub(super) fn tasks_view(desk: State<'_, Desk>) -> Answer<TasksView> {
    Ok(desk.tasks_view()?)
}

#[tauri::command(async)]
pub(super) fn task_choices(desk: State<'_, Desk>) -> Answer<TaskChoices> {
    Ok(desk.task_choices()?)
}

#[tauri::command(async)]
pub(super) fn task_open(desk: State<'_, Desk>, request: TaskId) -> Answer<TaskView> {
    Ok(desk.task_open(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_check(desk: State<'_, Desk>, request: TaskSave) -> Answer<TaskChecked> {
    Ok(desk.task_check(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_save(desk: State<'_, Desk>, request: TaskSave) -> Answer<TaskView> {
    Ok(desk.task_save(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_approve(desk: State<'_, Desk>, request: TaskMove) -> Answer<TaskView> {
    Ok(desk.task_approve(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_cancel(desk: State<'_, Desk>, request: TaskMove) -> Answer<TaskView> {
    Ok(desk.task_cancel(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_pool(desk: State<'_, Desk>, request: TaskId) -> Answer<PoolView> {
    Ok(desk.task_pool(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_pool_rows(desk: State<'_, Desk>, request: PoolRowsRequest) -> Answer<PoolRows> {
    Ok(desk.task_pool_rows(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_pool_export(desk: State<'_, Desk>, request: PoolExport) -> Answer<FileWritten> {
    Ok(desk.task_pool_export(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_explain(desk: State<'_, Desk>, request: TaskTarget) -> Answer<TargetExplained> {
    Ok(desk.task_explain(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_crews(desk: State<'_, Desk>, request: TaskId) -> Answer<CrewsView> {
    Ok(desk.task_crews(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_merged(desk: State<'_, Desk>, request: TaskMergedRequest) -> Answer<TaskMergedView> {
    Ok(desk.task_merged(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_fairness(desk: State<'_, Desk>, request: TaskId) -> Answer<FairnessView> {
    Ok(desk.task_fairness(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_announce(desk: State<'_, Desk>, request: TaskAnnounce) -> Answer<TaskView> {
    Ok(desk.task_announce(&request)?)
}

#[tauri::command(async)]
pub(super) fn notice_paper(desk: State<'_, Desk>, request: NoticePaper) -> Answer<PaperMade> {
    Ok(desk.notice_paper(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_manifest(desk: State<'_, Desk>, request: TaskManifest) -> Answer<FileWritten> {
    Ok(desk.task_manifest(&request)?)
}

#[tauri::command(async)]
pub(super) fn target_exclude(desk: State<'_, Desk>, request: TargetExclude) -> Answer<TaskView> {
    Ok(desk.target_exclude(&request)?)
}

#[tauri::command(async)]
pub(super) fn target_include(desk: State<'_, Desk>, request: TargetInclude) -> Answer<TaskView> {
    Ok(desk.target_include(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_borrow(desk: State<'_, Desk>, request: TaskBorrow) -> Answer<TaskView> {
    Ok(desk.task_borrow(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_joint_send(desk: State<'_, Desk>, request: TaskJointSend) -> Answer<JointSent> {
    Ok(desk.task_joint_send(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_joint_look(desk: State<'_, Desk>, request: TaskJointAnswer) -> Answer<JointLooked> {
    Ok(desk.task_joint_look(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_joint_take(desk: State<'_, Desk>, request: TaskJointAnswer) -> Answer<TaskView> {
    Ok(desk.task_joint_take(&request)?)
}

#[tauri::command(async)]
pub(super) fn task_give_back(desk: State<'_, Desk>, request: LoanReturn) -> Answer<TaskView> {
    Ok(desk.task_give_back(&request)?)
}

#[tauri::command(async)]
pub(super) fn recusal_ask(desk: State<'_, Desk>, request: RecusalAsk) -> Answer<TaskView> {
    Ok(desk.recusal_ask(&request)?)
}

#[tauri::command(async)]
pub(super) fn recusal_decide(desk: State<'_, Desk>, request: RecusalDecide) -> Answer<TaskView> {
    Ok(desk.recusal_decide(&request)?)
}

#[tauri::command(async)]
pub(super) fn recusal_withdraw(desk: State<'_, Desk>, request: RecusalWithdraw) -> Answer<TaskView> {
    Ok(desk.recusal_withdraw(&request)?)
}
