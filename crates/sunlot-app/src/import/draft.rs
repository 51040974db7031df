//! A row of a roster as it was understood: its values, and what is to be said of it.

use serde::{Deserialize, Serialize};
use sunlot_rules::codes::CodeReason;
use sunlot_rules::roster::fields::Field;
use sunlot_store::Values;
use ts_rs::TS;

use super::register::Register;

/// A row as it was understood.
#[derive(Clone, Debug)]
pub(super) struct Draft<R: Register> {
    /// Its number in the file.
    pub row: u32,
    /// Its values, in the columns of the registry; what the roster does not tell is empty.
    pub values: Values,
    /// The office's own number of the entry, where the roster has one.
    pub number: Option<i64>,
    /// What it tells beside its values.
    pub beside: R::Beside,
    /// What is to be said of it.
    pub remarks: Vec<Remark<R::Field>>,
}

/// Something to be said of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Remark<F> {
    /// Of which field; none: of the row as a whole.
    pub field: Option<F>,
    /// What.
    pub what: What,
}

/// What may be said of a row.
#[derive(Clone, Debug, PartialEq, Eq, strum::IntoStaticStr, strum::EnumCount)]
#[strum(serialize_all = "snake_case")]
pub(crate) enum What {
    /// It explains how to fill in the columns (case 5).
    Hint,
    /// It is an example (case 6).
    Example,
    /// It repeats the headings (case 47).
    RepeatedHeader,
    /// It sums up, or says who filled it in (case 11).
    Total,
    /// It is a note (case 7).
    Note,
    /// Nothing but a running number.
    Numbered,
    /// The file hides it, and somebody said that hidden rows are left out (case 38).
    HiddenRow,
    /// It says the same as an earlier row.
    SameAsRow {
        /// That row.
        row: u32,
    },
    /// Several rows are about one entry, and nobody has decided.
    Undecided {
        /// The first of them.
        row: u32,
    },
    /// Another row about the same entry counts.
    Outvoted {
        /// That row.
        row: u32,
    },
    /// None of the rows about this entry counts.
    Neither,
    /// It went into another row about the same entry.
    MergedInto {
        /// That row.
        row: u32,
    },
    /// A target without a code has its name already, with another code.
    SameNameOldNumber {
        /// Its number.
        number: String,
        /// Its code.
        code: String,
    },
    /// It has no name.
    NameMissing,
    /// A spreadsheet destroyed the code.
    CodeDamaged {
        /// What is left of it.
        text: String,
        /// A target of the same name, with its code.
        perhaps: Option<(String, String)>,
    },
    /// Several people stand in one cell.
    TwoPeople {
        /// How many.
        count: usize,
    },
    /// The number is nobody's here; the row is known by its code or name.
    NumberUnknown {
        /// What stands there.
        text: String,
    },
    /// The number is that of an entry that can only be another one; the row is known by its code or name.
    NumberOfAnother {
        /// What stands there.
        number: String,
        /// What that entry is called.
        name: String,
    },
    /// The registry has nobody of this code or name.
    TargetUnknown,
    /// When it was is not told, or cannot be read.
    DateMissing,
    /// The code is that of a target with another name.
    NameDiffers {
        /// Its number.
        number: String,
        /// Its name.
        name: String,
    },
    /// It has no code, and one target alone has its name.
    LinkedByNameAlone {
        /// That target.
        number: String,
    },
    /// Its codes belong to two entries.
    TwoTargets {
        /// The one.
        one: String,
        /// The other.
        other: String,
    },
    /// It has no code, and several entries have its name.
    NameOfSeveral {
        /// How many.
        count: usize,
    },
    /// A cell shows an error (case 37).
    CellError {
        /// Which.
        text: String,
    },
    /// A formula that was never computed.
    NoValue,
    /// A text is longer than there is room for.
    TooLong {
        /// How many characters there may be.
        max: usize,
        /// How many there are.
        found: usize,
    },
    /// The code cannot be right; it is kept, to be looked at.
    CodeInvalid {
        /// What stands there.
        text: String,
        /// Why.
        reason: CodeReason,
        /// What it was perhaps meant to be.
        perhaps: Vec<String>,
    },
    /// A person's identity number stands where a code should; it is neither kept nor told.
    CodePersonal,
    /// The code is an old number that nothing vouches for.
    CodeOld,
    /// It has no code.
    CodeMissing,
    /// Characters of the name are missing.
    NameBroken {
        /// What gave it away.
        sign: String,
    },
    /// A spreadsheet may have taken leading zeros from it.
    NumberLost {
        /// What is left.
        text: String,
    },
    /// It is no date that can be read; it is left out.
    DateUnread {
        /// What stands there.
        text: String,
    },
    /// It is no date that can be right; it is left out.
    DateOdd {
        /// What stands there.
        text: String,
    },
    /// A word whose meaning only the office knows; it is left out until somebody says.
    WordUnknown {
        /// The word.
        word: String,
    },
    /// A word that says that nobody knows how it stands: it is not drawn until somebody does.
    StatusUnknown {
        /// The word.
        word: String,
    },
    /// A word for how it stands that only the office knows: it is not drawn until somebody says what it means.
    StatusUnread {
        /// The word.
        word: String,
    },
    /// It is no ratio.
    BoundUnread {
        /// What stands there.
        text: String,
    },
    /// It names no flag, and is neither yes nor no under the name of one.
    FlagUnread {
        /// The heading of the column.
        heading: String,
        /// What stands there.
        word: String,
    },
    /// It is no number.
    CountUnread {
        /// What stands there.
        text: String,
    },
    /// How many visits there were this year and when the last one was contradict each other.
    VisitsDiffer {
        /// How many there were.
        count: u32,
        /// When the last one was.
        last: String,
    },
    /// Another entry is called the same and has another code.
    SameName {
        /// How many others.
        count: usize,
    },
    /// The name is another than the registry's; the one before is kept as the former name.
    Renamed {
        /// The one before.
        before: String,
    },
    /// It was found by its name and its person, because the registry only has its old number.
    LinkedByName {
        /// The entry.
        number: String,
    },
    /// The registry has suspended or removed it, and an import does not take it in again.
    NotInRegistry {
        /// The entry.
        number: String,
    },
    /// It tells another level of risk than the one that follows from points.
    LevelGraded {
        /// On which day they were given.
        on: String,
    },
    /// It tells of visits or flags that are not known yet.
    TellsMore,
    /// It stands in a merged cell that begins in a row above (case 12).
    FilledDown,
    /// Characters that many systems cannot show.
    Rare {
        /// Which.
        characters: String,
    },
    /// An inspector of it may not be drawn today.
    NotDrawn {
        /// Why, for people.
        why: String,
    },
    /// An item may not be used today.
    NotUsable {
        /// Why, for people.
        why: String,
    },
    /// Several certificates stand in one cell; each has its own place now (case 44).
    CertSplit,
    /// There are more certificates than two.
    CertSurplus {
        /// The others.
        others: String,
    },
    /// An inspector who has no certificate's number has nothing else of a certificate.
    CertWithout,
    /// Words stand where the number of a certificate should.
    CertWords {
        /// What stands there.
        text: String,
    },
    /// An inspector of this name has a certificate where the row has none, or the other way round: one person or two.
    SamePerson {
        /// The inspector.
        number: String,
        /// The certificate that is known; empty: none.
        cert: String,
    },
    /// A spreadsheet destroyed the number of a certificate.
    CertDamaged {
        /// What is left of it.
        text: String,
    },
    /// The registry has this name with the same certificate and zeros before it.
    CertZeros {
        /// The inspector.
        number: String,
        /// The certificate as it is known.
        cert: String,
    },
    /// An earlier row has this certificate, too.
    CertOfRow {
        /// That row.
        row: u32,
        /// The certificate.
        cert: String,
    },
    /// The township was guessed from the address.
    TownshipGuessed {
        /// Which.
        township: String,
    },
}

/// What a remark means for its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportWeight")]
pub enum Weight {
    /// Worth knowing.
    Note,
    /// To be looked at afterwards.
    Doubt,
    /// The row is left out.
    Skip,
    /// The row cannot be taken.
    Error,
}

impl<F: Field> Remark<F> {
    /// What it means for its row: without that by which a row is known, it cannot be taken.
    pub(super) fn weight(&self) -> Weight {
        let key = self.field.is_some_and(F::is_key);
        match self.what {
            What::CellError { .. } | What::NoValue if key => Weight::Error,
            _ => self.what.weight(),
        }
    }
}

impl What {
    /// The code on the wire.
    pub fn code(&self) -> &'static str {
        self.into()
    }

    fn weight(&self) -> Weight {
        match self {
            Self::Hint
            | Self::Example
            | Self::RepeatedHeader
            | Self::Total
            | Self::Note
            | Self::Numbered
            | Self::HiddenRow
            | Self::SameAsRow { .. }
            | Self::Undecided { .. }
            | Self::Outvoted { .. }
            | Self::Neither
            | Self::MergedInto { .. }
            | Self::SameNameOldNumber { .. }
            | Self::SamePerson { .. }
            | Self::CertZeros { .. } => Weight::Skip,
            Self::NameMissing
            | Self::CodeDamaged { .. }
            | Self::CodePersonal
            | Self::TwoPeople { .. }
            | Self::TargetUnknown
            | Self::DateMissing
            | Self::TwoTargets { .. }
            | Self::NameOfSeveral { .. }
            | Self::CertDamaged { .. }
            | Self::CertOfRow { .. }
            | Self::TooLong { .. } => Weight::Error,
            Self::CellError { .. }
            | Self::NoValue
            | Self::CodeInvalid { .. }
            | Self::CodeOld
            | Self::CodeMissing
            | Self::NameBroken { .. }
            | Self::NumberLost { .. }
            | Self::DateUnread { .. }
            | Self::DateOdd { .. }
            | Self::WordUnknown { .. }
            | Self::StatusUnknown { .. }
            | Self::StatusUnread { .. }
            | Self::FlagUnread { .. }
            | Self::BoundUnread { .. }
            | Self::CountUnread { .. }
            | Self::VisitsDiffer { .. }
            | Self::SameName { .. }
            | Self::NameDiffers { .. }
            | Self::NumberOfAnother { .. }
            | Self::LinkedByNameAlone { .. }
            | Self::LinkedByName { .. }
            | Self::LevelGraded { .. }
            | Self::NotDrawn { .. }
            | Self::NotUsable { .. }
            | Self::CertSurplus { .. }
            | Self::CertWords { .. }
            | Self::CertWithout => Weight::Doubt,
            Self::Renamed { .. }
            | Self::NotInRegistry { .. }
            | Self::FilledDown
            | Self::NumberUnknown { .. }
            | Self::TellsMore
            | Self::Rare { .. }
            | Self::CertSplit
            | Self::TownshipGuessed { .. } => Weight::Note,
        }
    }
}

impl<R: Register> Draft<R> {
    /// The heaviest of its remarks.
    pub(super) fn weight(&self) -> Weight {
        let heaviest = self.remarks.iter().map(Remark::weight).max();
        heaviest.unwrap_or(Weight::Note)
    }

    pub(super) fn say(&mut self, field: Option<R::Field>, what: What) {
        self.remarks.push(Remark { field, what });
    }

    /// What somebody must still look at, as it is kept.
    pub(super) fn doubts(&self) -> String {
        let mut doubts: Vec<&str> = Vec::new();
        for doubt in self.remarks.iter().filter_map(|remark| R::doubt(&remark.what)) {
            if !doubts.contains(&doubt) {
                doubts.push(doubt);
            }
        }
        doubts.join(",")
    }
}
