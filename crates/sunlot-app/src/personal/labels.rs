//! What personal values and their parts are called.

use super::wire::{HolderKind, PersonalField};

impl PersonalField {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::MobilePhone => "手机号码",
            Self::IdNumber => "公民身份号码",
        }
    }

    /// What people call the field of this name.
    pub(crate) fn label_of(name: &str) -> Option<&'static str> {
        name.parse().ok().map(Self::label)
    }
}

impl HolderKind {
    /// What people call one.
    pub fn label(self) -> &'static str {
        match self {
            Self::Account => "账户",
        }
    }

    /// What people call the kind of this name.
    pub(crate) fn label_of(name: &str) -> Option<&'static str> {
        name.parse().ok().map(Self::label)
    }
}

/// Why a value is erased that was erased before the restore.
pub(crate) const ERASED_BEFORE: &str = "恢复以前已经抹去";
