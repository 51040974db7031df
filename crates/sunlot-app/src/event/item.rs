//! What events say of the list of items and its editions.

use serde::{Deserialize, Serialize};

/// An inspection item was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemMade {
    /// Its number.
    pub item: String,
    /// What it is called.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// Values of an item were changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemEdit {
    /// Its number.
    pub item: String,
    /// What it is called.
    pub name: String,
    /// Which, by their names.
    pub fields: Vec<String>,
    /// Why.
    pub reason: String,
}

/// An item was removed from the working list, or taken in again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemMove {
    /// Its number.
    pub item: String,
    /// What it is called.
    pub name: String,
    /// Where it stands now.
    pub membership: String,
    /// Why.
    pub reason: String,
}

/// Items of the library became examples in the working list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartersMade {
    /// How many.
    pub count: u32,
    /// Of which trades.
    pub trades: Vec<String>,
    /// The number of the first.
    pub first: String,
    /// The number of the last.
    pub last: String,
    /// Why.
    pub reason: String,
}

/// The working list was handed in as an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogSent {
    /// What people call it.
    pub edition: String,
    /// What it was handed in as.
    pub title: String,
    /// How many items it has.
    pub items: u32,
    /// When.
    pub on: String,
    /// To whom.
    pub to: String,
    /// Why the list was changed.
    pub reason: String,
}

/// An edition was sent back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogBack {
    /// Which.
    pub edition: String,
    /// When.
    pub on: String,
    /// Why.
    pub reason: String,
}

/// An edition was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogDecided {
    /// Which.
    pub edition: String,
    /// By whom.
    pub by: String,
    /// When.
    pub on: String,
    /// The number of the document.
    pub no: String,
    /// From when on it is in force.
    pub effective_on: String,
}

/// An edition was made public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogShown {
    /// Which.
    pub edition: String,
    /// When.
    pub on: String,
    /// Where.
    pub channels: String,
}
