//! The table of what the program writes: every operation with the office that it is done in and the words of the
//! command line that do it.
//!
//! What is true before and after is not written here: it is learned from undisturbed runs ([`super::known`]).

mod drawing;
mod planning;

use super::dice::Dice;
use super::long;
use super::prepared::Start;

/// Who does it.
#[derive(Clone, Copy)]
pub enum By {
    /// An office without accounts, or whoever proves who they are in the words themselves.
    Nobody,
    /// One person.
    One(&'static str),
    /// Two.
    Two(&'static str, &'static str),
}

/// Something that the program writes.
pub struct Operation {
    /// For whoever reads the figures.
    pub name: &'static str,
    /// The office that it is done in.
    pub start: Start,
    /// Who does it.
    pub by: By,
    /// The words of the command line; `{desk}` is the folder of passwords and forms, `{out}` one that belongs to the
    /// round, `{head}` where the trail of the kept backup ends, `{day}` the one on which the key was made.
    pub words: &'static [&'static str],
    /// How many events there are more afterwards, beside one for each step of an upgrade. Between two of them it may be
    /// interrupted; within one, never.
    pub events: isize,
}

const CHANGE: &[&str] = &["office", "set", "--phone", "0516-87654321"];

/// Every writing operation.
const OPERATIONS: &[Operation] = &[
    Operation {
        name: "an office made",
        start: Start::Nothing,
        by: By::Nobody,
        words: &["office", "set", "--from", "{desk}/profile.json"],
        events: 2,
    },
    Operation {
        name: "the office changed",
        start: Start::Profile,
        by: By::Nobody,
        words: CHANGE,
        events: 1,
    },
    Operation {
        name: "the office changed after a crash",
        start: Start::Crashed,
        by: By::Nobody,
        words: CHANGE,
        events: 1,
    },
    Operation {
        name: "an office of schema 1 upgraded",
        start: Start::Schema1,
        by: By::Nobody,
        words: CHANGE,
        events: 1,
    },
    Operation {
        name: "an office of schema 2 upgraded",
        start: Start::Schema2,
        by: By::One("guan"),
        words: CHANGE,
        events: 1,
    },
    Operation {
        name: "accounts begun",
        start: Start::Profile,
        by: By::Nobody,
        words: &["account", "begin", "--from", "{desk}/accounts.json"],
        events: 1,
    },
    Operation {
        name: "an account added",
        start: Start::People,
        by: By::Two("guan", "wang"),
        words: &[
            "account",
            "add",
            "--login",
            "qian",
            "--name",
            "钱进",
            "--role",
            "reader",
            "--new-password-file",
            "{desk}/new",
        ],
        events: 1,
    },
    Operation {
        name: "an account changed",
        start: Start::People,
        by: By::Two("wang", "guan"),
        words: &["account", "change", "zhao", "--suspend"],
        events: 1,
    },
    Operation {
        name: "a password reset",
        start: Start::People,
        by: By::One("guan"),
        words: &["account", "reset", "lina", "--new-password-file", "{desk}/new"],
        events: 1,
    },
    Operation {
        name: "an account unlocked",
        start: Start::Locked,
        by: By::Two("guan", "wang"),
        words: &["account", "unlock", "zhao"],
        events: 1,
    },
    Operation {
        name: "the own password changed",
        start: Start::People,
        by: By::One("lina"),
        words: &["account", "password", "--new-password-file", "{desk}/new"],
        events: 1,
    },
    Operation {
        name: "a recovery code made",
        start: Start::People,
        by: By::One("lina"),
        words: &["account", "recovery"],
        events: 1,
    },
    Operation {
        name: "a recovery code used",
        start: Start::People,
        by: By::Nobody,
        words: &[
            "account",
            "recover",
            "lina",
            "--code-file",
            "{desk}/code-lina",
            "--new-password-file",
            "{desk}/new",
        ],
        events: 1,
    },
    Operation {
        name: "a wrong password counted",
        start: Start::People,
        by: By::One("nobody"),
        words: &["office", "show"],
        events: 1,
    },
    Operation {
        name: "information for whoever helps saved",
        start: Start::People,
        by: By::One("guan"),
        words: &["diagnostics", "save", "--out", "{out}/information.txt"],
        events: 0,
    },
    Operation {
        name: "the idle time chosen",
        start: Start::People,
        by: By::One("guan"),
        words: &["account", "idle", "15"],
        events: 1,
    },
    Operation {
        name: "red flags seen",
        start: Start::Locked,
        by: By::One("wang"),
        // The fifth wrong password in a row, and the one after it.
        words: &["audit", "flags", "--seen", "9", "10"],
        events: 1,
    },
    Operation {
        name: "a missing anchor acknowledged",
        start: Start::Unanchored,
        by: By::Two("lina", "wang"),
        words: &["audit", "anchor", "--acknowledge", "换了电脑"],
        events: 1,
    },
    Operation {
        name: "an anchor carried away",
        start: Start::People,
        by: By::One("wang"),
        words: &["audit", "anchor", "--to", "{out}"],
        events: 0,
    },
    Operation {
        name: "the trail exported",
        start: Start::People,
        by: By::One("zhao"),
        words: &["audit", "export", "--out", "{out}/trail.xlsx"],
        events: 0,
    },
    Operation {
        name: "an extract of the trail made",
        start: Start::People,
        by: By::One("zhao"),
        words: &["audit", "print", "--out", "{out}/extract.pdf"],
        events: 0,
    },
    Operation {
        name: "the station's key made",
        start: Start::People,
        by: By::Two("lina", "wang"),
        words: &["key", "make", "--passphrase-file", "{desk}/phrase"],
        events: 1,
    },
    Operation {
        name: "the station's key replaced",
        start: Start::Keyed,
        by: By::Two("lina", "wang"),
        words: &[
            "key",
            "rotate",
            "--passphrase-file",
            "{desk}/phrase",
            "--new-passphrase-file",
            "{desk}/other-phrase",
            "--reason",
            "每年一换",
        ],
        events: 1,
    },
    Operation {
        name: "the station's key reported lost",
        start: Start::Keyed,
        by: By::Two("lina", "wang"),
        words: &[
            "key",
            "lost",
            "--new-passphrase-file",
            "{desk}/other-phrase",
            "--reason",
            "口令忘了",
        ],
        events: 1,
    },
    Operation {
        name: "the station's key revoked",
        start: Start::Keyed,
        by: By::Two("lina", "wang"),
        words: &["key", "revoke", "--at", "{day}", "--reason", "文件外传"],
        events: 1,
    },
    Operation {
        name: "the key's passphrase changed",
        start: Start::Keyed,
        by: By::One("lina"),
        words: &[
            "key",
            "rewrap",
            "--passphrase-file",
            "{desk}/phrase",
            "--new-passphrase-file",
            "{desk}/other-phrase",
        ],
        events: 1,
    },
    Operation {
        name: "the key's chain published",
        start: Start::Keyed,
        by: By::One("lina"),
        words: &[
            "key",
            "export",
            "--out",
            "{out}/chain.json",
            "--certificate",
            "{out}/station.der",
        ],
        events: 0,
    },
    Operation {
        name: "a personal value kept",
        start: Start::People,
        by: By::One("guan"),
        words: &[
            "personal",
            "keep",
            "--account",
            "lina",
            "--field",
            "mobile_phone",
            "--value-file",
            "{desk}/number",
            "--reason",
            "值班联系",
        ],
        events: 1,
    },
    Operation {
        name: "a personal value kept beside another",
        start: Start::Personal,
        by: By::One("guan"),
        words: &[
            "personal",
            "keep",
            "--account",
            "wang",
            "--field",
            "mobile_phone",
            "--value-file",
            "{desk}/number",
            "--reason",
            "值班联系",
        ],
        events: 1,
    },
    Operation {
        name: "a personal value shown",
        start: Start::Personal,
        by: By::One("wang"),
        words: &[
            "personal",
            "show",
            "--account",
            "lina",
            "--field",
            "mobile_phone",
            "--reason",
            "夜间联系",
        ],
        events: 1,
    },
    Operation {
        name: "a personal value erased",
        start: Start::Personal,
        by: By::One("guan"),
        words: &[
            "personal",
            "erase",
            "--account",
            "lina",
            "--field",
            "mobile_phone",
            "--reason",
            "已经调离",
        ],
        events: 1,
    },
    Operation {
        name: "a roster of fifty rows taken over",
        start: Start::Profile,
        by: By::Nobody,
        words: &["import", "targets", "{desk}/roster.csv", "--reason", "首次建库"],
        events: 1,
    },
    Operation {
        name: "a target saved",
        start: Start::Profile,
        by: By::Nobody,
        words: &[
            "targets",
            "set",
            "--value",
            "kind=enterprise",
            "--value",
            "name=徐水宏达化工有限公司",
            "--value",
            "uscc=91130609MA0000015B",
            "--reason",
            "新设立",
        ],
        events: 1,
    },
    Operation {
        name: "an inspector saved",
        start: Start::Profile,
        by: By::Nobody,
        words: &[
            "inspectors",
            "set",
            "--value",
            "name=王芳",
            "--value",
            "cert_no=13060901001",
            "--reason",
            "新招录",
        ],
        events: 1,
    },
    Operation {
        name: "an item saved",
        start: Start::Profile,
        by: By::Nobody,
        words: &[
            "items",
            "set",
            "--value",
            "name=粮食收购检查",
            "--value",
            "ratio=5%",
            "--bases",
            "{desk}/bases.json",
            "--reason",
            "对照权力清单",
        ],
        events: 1,
    },
    Operation {
        name: "settings of backups saved",
        start: Start::People,
        by: By::One("guan"),
        words: &["backup", "settings", "--keep", "5"],
        events: 1,
    },
    Operation {
        name: "a backup made",
        start: Start::Keyed,
        by: By::One("guan"),
        words: &["backup", "create", "--to", "{out}"],
        events: 1,
    },
    Operation {
        name: "a backup put back",
        start: Start::BackedUp,
        by: By::Two("guan", "wang"),
        words: &[
            "backup",
            "restore",
            "{desk}/kept.sunlot-backup",
            "--confirm",
            "{head}",
        ],
        events: -1,
    },
    Operation {
        name: "a backup put where nothing is",
        start: Start::Nothing,
        by: By::Two("guan", "wang"),
        words: &[
            "backup",
            "restore",
            "{desk}/kept.sunlot-backup",
            "--confirm",
            "{head}",
        ],
        events: 5,
    },
];

/// All of them.
fn table() -> impl Iterator<Item = &'static Operation> {
    [OPERATIONS, planning::PLANNING, drawing::DRAWING]
        .into_iter()
        .flatten()
}

/// The operation of this name.
pub fn operation(name: &str) -> &'static Operation {
    table()
        .find(|operation| operation.name == name)
        .expect("it is in the table")
}

impl Operation {
    /// How many events there are more afterwards.
    pub fn events_appended(&self) -> isize {
        self.events + self.start.steps_behind()
    }

    /// Whether passwords are hashed, which takes its time.
    pub fn is_slow(&self) -> bool {
        !matches!(self.by, By::Nobody) || self.words[0] == "account"
    }
}

/// A way in which things go wrong.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Kill,
    Faults,
    Power,
}

/// What is tried in this way: everything in the long form. In the short one some take turns, so that each goes wrong in one
/// way. `SUNLOT_PROOF_OPERATION` takes those whose names hold it.
pub fn operations(way: Way) -> Vec<&'static Operation> {
    let wanted = std::env::var("SUNLOT_PROOF_OPERATION").ok();
    let turn = |place: usize| (place + Dice::of("turns").below(3)) % 3 == way as usize;
    let taken = |(place, operation): &(usize, &Operation)| match &wanted {
        Some(wanted) => operation.name.contains(wanted),
        None => long() || !operation.takes_turns() || turn(*place),
    };
    table()
        .enumerate()
        .filter(taken)
        .map(|(_, operation)| operation)
        .collect()
}
