//! The ceremony, step by step: killed anywhere the same draw goes on, with the same code and, once it has ended, the same result (T1).

use super::{By, Operation};
use crate::durability::prepared::Start;

const CLERK: By = By::One("lina");
const BOTH: By = By::Two("lina", "wang");

/// Appended to the table, so that the others keep their turns.
pub(super) const DRAWING: &[Operation] = &[
    Operation {
        name: "a draw prepared",
        start: Start::Approved,
        by: CLERK,
        words: &["ceremony", "prepare", "RW-0001"],
        events: 1,
    },
    Operation {
        name: "a draw sealed",
        start: Start::Ready,
        by: BOTH,
        words: &["ceremony", "seal", "YS-0001", "--challenge", "482913"],
        events: 1,
    },
    Operation {
        name: "the cards laid down",
        start: Start::Sealed,
        by: CLERK,
        words: &["ceremony", "card", "YS-0001", "1", "2", "3"],
        events: 3,
    },
    Operation {
        name: "a sealed draw given up",
        start: Start::Sealed,
        by: BOTH,
        words: &["ceremony", "void", "YS-0001", "--code", "interrupted"],
        events: 1,
    },
    Operation {
        name: "the last number typed and confirmed",
        start: Start::Turned,
        by: CLERK,
        words: &["ceremony", "number", "YS-0001", "3", "9917358"],
        events: 2,
    },
    Operation {
        name: "a draw changed",
        start: Start::Drawn,
        by: BOTH,
        words: &[
            "ceremony",
            "replace",
            "YS-0001",
            "--kind",
            "cancel",
            "--code",
            "superior",
            "--evidence",
            "{desk}/profile.json",
        ],
        events: 1,
    },
    Operation {
        name: "a draw signed",
        start: Start::Drawn,
        by: CLERK,
        words: &[
            "ceremony",
            "sign",
            "YS-0001",
            "--passphrase-file",
            "{desk}/phrase",
        ],
        events: 1,
    },
    Operation {
        name: "a draw published",
        start: Start::Drawn,
        by: CLERK,
        words: &["ceremony", "publish", "YS-0001", "--to", "{out}"],
        events: 1,
    },
    Operation {
        name: "a draw put away",
        start: Start::Drawn,
        by: CLERK,
        words: &["ceremony", "archive", "YS-0001", "--envelope", "2026-1"],
        events: 1,
    },
];
