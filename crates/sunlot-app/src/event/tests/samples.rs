//! Events about the people of a task.

use crate::event::crew::{LoanStep, RecusalStep};

pub(super) fn loan() -> LoanStep {
    LoanStep {
        task: "RW-0001".to_owned(),
        inspector: String::new(),
        name: "周海".to_owned(),
        cert: "13060901888".to_owned(),
        office: "大王店镇人民政府".to_owned(),
        document: "借〔2026〕3号".to_owned(),
        since: "2026-12-01".to_owned(),
        until: "2026-12-18".to_owned(),
        withdrawn: false,
        reason: String::new(),
    }
}

pub(super) fn recusal() -> RecusalStep {
    RecusalStep {
        task: "RW-0001".to_owned(),
        target: "DX-000012".to_owned(),
        target_name: "安肃臧记饲料有限公司".to_owned(),
        inspector: "RY-000003".to_owned(),
        name: "李娜".to_owned(),
        asked_by: "party".to_owned(),
        state: "granted".to_owned(),
        on: "2026-11-20".to_owned(),
        who: "王建国".to_owned(),
        reason: "与负责人是亲属".to_owned(),
    }
}
