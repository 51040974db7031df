//! The acts of tasks, asked for in a way that comes to nothing: for the table of permits.

use sunlot_app::commands::Act;
use sunlot_app::paper::PaperWay;
use sunlot_app::registry::ListFormat;
use sunlot_app::task::{
    LoanReturn, NoticePaper, PoolExport, PoolRowsRequest, RecusalAsk, RecusalDecide, RecusalWithdraw,
    TaskAnnounce, TaskBorrow, TaskId, TaskJointAnswer, TaskJointSend, TaskManifest, TaskMergedRequest,
    TaskMove, TaskSave, TaskTarget,
};
use sunlot_app::{Desk, Result};

/// Asks for an act.
pub fn ask(desk: &Desk, act: Act) -> Result<()> {
    let id = TaskId { id: 1 };
    match act {
        Act::TasksView => desk.tasks_view().map(drop),
        Act::TaskChoices => desk.task_choices().map(drop),
        Act::TaskOpen => desk.task_open(&id).map(drop),
        Act::TaskCheck => desk.task_check(&TaskSave::default()).map(drop),
        Act::TaskSave => desk.task_save(&TaskSave::default()).map(drop),
        Act::TaskApprove => desk.task_approve(&TaskMove::default()).map(drop),
        Act::TaskCancel => desk.task_cancel(&TaskMove::default()).map(drop),
        Act::TaskPool => desk.task_pool(&id).map(drop),
        Act::TaskPoolRows => desk.task_pool_rows(&PoolRowsRequest::default()).map(drop),
        Act::TaskPoolExport => desk
            .task_pool_export(&PoolExport {
                id: 1,
                of: String::new(),
                text: String::new(),
                format: ListFormat::Csv,
                path: None,
                overwrite: false,
            })
            .map(drop),
        Act::TaskExplain => desk.task_explain(&TaskTarget { task: 1, target: 1 }).map(drop),
        Act::TaskCrews => desk.task_crews(&id).map(drop),
        Act::TaskMerged => desk.task_merged(&TaskMergedRequest::default()).map(drop),
        Act::TaskFairness => desk.task_fairness(&id).map(drop),
        Act::TaskAnnounce => desk.task_announce(&TaskAnnounce::default()).map(drop),
        Act::NoticePaper => desk
            .notice_paper(&NoticePaper {
                task: 1,
                notice: 1,
                way: PaperWay::Save { file: None },
            })
            .map(drop),
        Act::TaskManifest => desk.task_manifest(&TaskManifest::default()).map(drop),
        Act::TaskBorrow => desk.task_borrow(&TaskBorrow::default()).map(drop),
        Act::TaskJointSend => desk.task_joint_send(&TaskJointSend::default()).map(drop),
        Act::TaskJointLook => desk.task_joint_look(&TaskJointAnswer::default()).map(drop),
        Act::TaskJointTake => desk.task_joint_take(&TaskJointAnswer::default()).map(drop),
        Act::TaskGiveBack => desk.task_give_back(&LoanReturn::default()).map(drop),
        Act::RecusalAsk => desk.recusal_ask(&RecusalAsk::default()).map(drop),
        Act::RecusalDecide => desk.recusal_decide(&RecusalDecide::default()).map(drop),
        Act::RecusalWithdraw => desk.recusal_withdraw(&RecusalWithdraw::default()).map(drop),
        other => super::ceremonies::ask(desk, other),
    }
}
