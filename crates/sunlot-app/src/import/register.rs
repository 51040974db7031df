//! What a registry has to know of itself so that rosters are taken over into it: its fields, how the cells of its own are
//! read, how a row is found in it, and how it is stored. All else is the same for every registry.

use std::borrow::Cow;
use std::fmt::Debug;

use chrono::NaiveDate;
use sunlot_rules::day::Day;
use sunlot_rules::roster::cell::Cleaned;
use sunlot_rules::roster::fields::Field;
use sunlot_store::{Change, Connection, Values};

use super::compare::Judged;
use super::draft::{Draft, What};
use super::judge::Judge;
use super::wire::Registry;
use super::work::{AnyCompared, Compared, Held};
use crate::registry::{FieldChange, Told};
use crate::{Desk, Result};

/// Where the columns stand that every registry has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places {
    /// How many columns there are.
    pub count: usize,
    /// What an entry is called.
    pub name: u8,
    /// The roster it came with.
    pub source: u8,
    /// What somebody must still look at.
    pub doubts: u8,
    /// Whether it is in the registry.
    pub membership: u8,
}

/// A registry that rosters are taken over into.
pub(super) trait Register: Sized + Clone + Copy + Debug + Send + 'static {
    /// What a row may say.
    type Field: Field + Send + Sync;
    /// What a row tells beside the values of its entry.
    type Beside: Clone + Debug + Default + PartialEq + Send;
    /// The registry as rows are compared with it.
    type Known: Known<Self>;

    /// Which one it is.
    const REGISTRY: Registry;
    /// The field without which there is no row.
    const NAME: Self::Field;
    /// Whether a row may do without it, because a code says whom it is about.
    const NAMED_BY_CODE: bool = false;
    /// Where its columns stand.
    const PLACES: Places;

    /// The place of the column that a field fills by itself.
    fn column(field: Self::Field) -> Option<u8>;

    /// Whether what a field says is kept at all.
    fn keeps(field: Self::Field) -> bool;

    /// Reads a cell whose field has a rule of its own; otherwise leaves it to the judge.
    fn take(judge: &mut Judge<Self>, place: usize, cell: &Cleaned<'_>, draft: &mut Draft<Self>);

    /// What a row says as a whole.
    fn finish(judge: &mut Judge<Self>, draft: &mut Draft<Self>);

    /// The doubt that a remark leaves, as it is kept.
    fn doubt(what: &What) -> Option<&'static str>;

    /// What tells one entry from another; empty where it has nothing of the sort.
    fn code_of(values: &Values) -> &str;

    /// By what rows about one entry are known to be so where the registry does not know it.
    fn identity(values: &Values) -> Cow<'_, str>;

    /// Whether two rows about one entry say the same.
    fn says_the_same(one: &Values, other: &Values) -> bool {
        one == other
    }

    /// What of a row is laid over what is known.
    fn comparable(told: &Values) -> Cow<'_, Values> {
        Cow::Borrowed(told)
    }

    /// The office's own number of an entry.
    fn number(id: i64) -> String;

    /// What is said of a new entry before anybody has filled in anything.
    fn fresh() -> Values;

    /// What may be chosen in a field.
    fn choices(field: Self::Field) -> Vec<Told>;

    /// What is different, field by field.
    fn differences(before: &Values, after: &Values) -> Vec<FieldChange>;

    /// The event after which the registry stands as it does.
    fn newest_event(office: &Connection) -> Result<i64>;

    /// What an entry says.
    fn values_of(office: &Connection, id: i64) -> Result<Option<Values>>;

    /// Looks at all rows together once it is decided which of them count, and before they are laid over what is known.
    fn suggest(rows: &mut [Judged<Self>], known: &Self::Known);

    /// What an entry would say that has another name than before.
    fn renamed(after: Values, _old: &str) -> Values {
        after
    }

    /// What is to be said of a row once it is known what its entry would say.
    fn weigh(_row: &mut Judged<Self>, _today: Day) {}

    /// A compared roster of this registry among those of all.
    fn any(compared: Compared<Self>) -> AnyCompared;

    /// Writes what is new and what changes.
    fn store(desk: &Desk, change: &Change<'_>, held: &Held, compared: &Compared<Self>) -> Result<()>;
}

/// A registry as rows are compared with it.
pub(super) trait Known<R: Register>: Default {
    /// Reads it.
    fn read(office: &Connection, today: NaiveDate) -> Result<Self>;

    /// The event after which it stands so.
    fn seq(&self) -> i64;

    /// All of its entries, in the order of their numbers.
    fn all(&self) -> impl Iterator<Item = (i64, &Values)>;

    /// What an entry says.
    fn get(&self, id: i64) -> Option<&Values>;

    /// The entry that a row is about; or what keeps it from being told.
    fn find(&self, draft: &mut Draft<R>) -> Option<i64>;

    /// What could help somebody with a row that cannot be taken.
    fn help(&self, _draft: &mut Draft<R>) {}

    /// What an entry would say, less what no row may change.
    fn held_to(&self, _id: i64, after: Values, _draft: &mut Draft<R>) -> Values {
        after
    }

    /// Whether a row tells of anything beside the values that is not known yet.
    fn learns_from(&self, _id: i64, _draft: &Draft<R>) -> bool {
        false
    }
}

/// Runs an expression with the registry that a value names.
macro_rules! for_registry {
    ($registry:expr, $R:ident => $run:expr) => {
        match $registry {
            $crate::import::Registry::Targets => {
                type $R = $crate::import::targets::Targets;
                $run
            }
            $crate::import::Registry::Inspectors => {
                type $R = $crate::import::inspectors::Inspectors;
                $run
            }
            $crate::import::Registry::Visits => {
                type $R = $crate::import::visits::Visits;
                $run
            }
            $crate::import::Registry::Items => {
                type $R = $crate::import::items::Items;
                $run
            }
        }
    };
}
pub(super) use for_registry;
