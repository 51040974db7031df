//! What events about draws of other systems tell.

use serde::{Deserialize, Serialize};

/// A draw of another system was registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideTaken {
    /// Its number.
    pub draw: String,
    /// The system that drew.
    pub system: String,
    /// The office that drew.
    pub office: String,
    /// The day of the draw.
    pub drawn_on: String,
    /// How many targets it drew.
    pub targets: u32,
    /// How many of them are not in our registry.
    pub strangers: u32,
    /// How many inspectors it names.
    pub inspectors: u32,
    /// The task that it belongs to; empty: none.
    pub task: String,
    /// What its file was called; empty: it was typed.
    pub file: String,
    /// SHA-256 of that file.
    pub digest: String,
}

/// A draw of another system counts no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideWithdrawn {
    /// Its number.
    pub draw: String,
    /// The system that drew.
    pub system: String,
    /// Why.
    pub reason: String,
}

/// One of each, as tests tell of them.
#[cfg(test)]
pub(super) fn samples() -> [super::Kind; 2] {
    let taken = OutsideTaken {
        draw: "WB-0001".to_owned(),
        system: "工商部门随机抽查系统".to_owned(),
        office: "徐水区市场监督管理局".to_owned(),
        drawn_on: "2026-11-02".to_owned(),
        targets: 40,
        strangers: 3,
        inspectors: 4,
        task: "RW-0001".to_owned(),
        file: "抽取结果.xlsx".to_owned(),
        digest: "5d".repeat(32),
    };
    let withdrawn = OutsideWithdrawn {
        draw: taken.draw.clone(),
        system: taken.system.clone(),
        reason: "名单发错了".to_owned(),
    };
    [
        super::Kind::OutsideTaken(taken),
        super::Kind::OutsideWithdrawn(withdrawn),
    ]
}
