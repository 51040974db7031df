//! Rules, plans, tasks and what is announced: the part of the table that is about them.

use super::{By, Operation};
use crate::durability::prepared::Start;

impl Operation {
    /// Whether it takes turns in the short form: slow ones do, and these here, which write in the way of others.
    pub(super) fn takes_turns(&self) -> bool {
        self.is_slow() || matches!(self.start, Start::Planned | Start::Announced)
    }
}

/// Appended to the table, so that the others keep their turns.
pub(super) const PLANNING: &[Operation] = &[
    Operation {
        name: "rules put in force",
        start: Start::Planned,
        by: By::Nobody,
        words: &[
            "rules",
            "set",
            "--name",
            "本局更严的细则",
            "--preset",
            "huantai",
            "--in-force",
            "--basis",
            "清应急〔2026〕8号",
            "--reason",
            "换一份",
        ],
        events: 1,
    },
    Operation {
        name: "a file attached to the rules",
        start: Start::Planned,
        by: By::Nobody,
        words: &[
            "rules",
            "attach",
            "XZ-01",
            "{desk}/profile.json",
            "--reason",
            "细则全文",
        ],
        events: 1,
    },
    Operation {
        name: "a plan saved",
        start: Start::Planned,
        by: By::Nobody,
        words: &[
            "plan",
            "set",
            "--from",
            "{desk}/plan.json",
            "--reason",
            "再编一份",
        ],
        events: 1,
    },
    Operation {
        name: "a plan approved",
        start: Start::Planned,
        by: By::Nobody,
        words: &[
            "plan",
            "approve",
            "JH-01",
            "--by",
            "局长办公会",
            "--on",
            "2026-11-19",
            "--no",
            "清应急〔2026〕3号",
        ],
        events: 1,
    },
    Operation {
        name: "a task saved",
        start: Start::Planned,
        by: By::Nobody,
        words: &["task", "set", "--from", "{desk}/task.json", "--reason", "第二批"],
        events: 1,
    },
    Operation {
        name: "a task approved",
        start: Start::Planned,
        by: By::Nobody,
        words: &["task", "approve", "RW-0001", "--by", "局长", "--on", "2026-11-19"],
        events: 1,
    },
    Operation {
        name: "a target left out by a decision",
        start: Start::PlannedByPeople,
        by: By::Two("lina", "wang"),
        words: &[
            "task",
            "exclude",
            "RW-0001",
            "DX-000007",
            "--basis",
            "清应急〔2026〕12号",
        ],
        events: 1,
    },
    Operation {
        name: "a list announced",
        start: Start::Planned,
        by: By::Nobody,
        words: &[
            "task",
            "announce",
            "RW-0002",
            "--draw-on",
            "2099-12-01",
            "--channels",
            "公示栏",
        ],
        events: 1,
    },
    Operation {
        name: "a list announced once more",
        start: Start::Announced,
        by: By::Nobody,
        words: &[
            "task",
            "announce",
            "RW-0002",
            "--draw-on",
            "2099-12-01",
            "--channels",
            "公示栏",
            "--reason",
            "一户暂停",
        ],
        events: 1,
    },
];
