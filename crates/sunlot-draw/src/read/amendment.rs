//! Amendments as a file holds them: with their digest in the published file, without one in a case.

use std::borrow::Cow;

use serde::de::MapAccess;

use super::object::{Field, Form, Object, form, unknown};
use super::reader::{Reader, Shape, list_of};
use super::scalar::{Number, Truth, Word, a, known};
use crate::amendment::{Amendment, Change, Colleague, Entry};
use crate::hex::Digest;
use crate::problem::{Expected, Fault, Kind};
use crate::record::Place;
use crate::text::{Id, Text};
use crate::time::Time;

/// An amendment with its digest.
pub(crate) struct EntryForm;

/// An amendment alone.
pub(crate) struct AmendmentForm;

#[derive(Clone, Copy, PartialEq, Eq)]
enum AmendmentKind {
    DropTarget,
    InspectorOut,
    InspectorIn,
    Recuse,
    Fill,
    Cancel,
    Withdraw,
}

const KIND: Word<AmendmentKind> = {
    use AmendmentKind::{Cancel, DropTarget, Fill, InspectorIn, InspectorOut, Recuse, Withdraw};
    Word {
        words: &[
            "drop-target",
            "inspector-out",
            "inspector-in",
            "recuse",
            "fill",
            "cancel",
            "withdraw",
        ],
        means: &[
            DropTarget,
            InspectorOut,
            InspectorIn,
            Recuse,
            Fill,
            Cancel,
            Withdraw,
        ],
    }
};

impl AmendmentKind {
    /// The keys that make this kind, in the protocol's order.
    const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::DropTarget => &["stratum", "number", "replace"],
            Self::InspectorOut | Self::InspectorIn => &["inspector"],
            Self::Recuse => &["inspector", "stratum", "number"],
            Self::Fill | Self::Cancel => &[],
            Self::Withdraw => &["of"],
        }
    }
}

/// An inspector in an amendment: by id, or with name, department and skills; empty where it could not be read.
enum Named {
    Id(Option<Id>),
    Colleague(Option<Colleague>),
}

struct NamedShape;

impl<'de> Shape<'de> for NamedShape {
    type Value = Named;
    const EXPECTED: Expected = Expected::only(Kind::Object).or(Kind::Text);

    fn text(self, reader: &mut Reader, text: Cow<'de, str>) -> Option<Named> {
        Some(Named::Id(a::<Id>().text(reader, text)))
    }

    fn object<A: MapAccess<'de>>(self, reader: &mut Reader, map: A) -> Result<Option<Named>, A::Error> {
        let colleague = Object(ColleagueForm).object(reader, map)?;
        Ok(Some(Named::Colleague(colleague)))
    }
}

form! {
    /// An inspector, back or borrowed.
    ColleagueForm -> Colleague {
        "id" id: a(),
        "name" name: a(),
        "dept" dept: a(),
        "skills" skills: list_of(a::<Text>),
    } => Colleague { dept, id, name, skills }
}

/// The keys of any kind, under way.
struct Keys {
    kind: Field<AmendmentKind>,
    stratum: Field<Text>,
    number: Field<u64>,
    replace: Field<bool>,
    inspector: Field<Named>,
    of: Field<u64>,
    reason: Field<Text>,
    at: Field<Time>,
    by: Field<Vec<Text>>,
    digest: Field<Digest>,
    /// Keys that only some kinds have, as they came.
    order: Vec<&'static str>,
}

impl Keys {
    const fn new() -> Self {
        Self {
            kind: Field::new("kind"),
            stratum: Field::new("stratum"),
            number: Field::new("number"),
            replace: Field::new("replace"),
            inspector: Field::new("inspector"),
            of: Field::new("of"),
            reason: Field::new("reason"),
            at: Field::new("at"),
            by: Field::new("by"),
            digest: Field::new("digest"),
            order: Vec::new(),
        }
    }

    fn read<'de, A: MapAccess<'de>>(
        &mut self,
        reader: &mut Reader,
        map: &mut A,
        with_digest: bool,
    ) -> Result<(), A::Error> {
        while let Some(key) = reader.key(map)? {
            match &*key {
                "kind" => self.kind.read(reader, map, KIND)?,
                "reason" => self.reason.read(reader, map, a())?,
                "at" => self.at.read(reader, map, a())?,
                "by" => self.by.read(reader, map, list_of(a::<Text>))?,
                "digest" if with_digest => self.digest.read(reader, map, a())?,
                other => self.read_own(reader, map, other)?,
            }
        }
        Ok(())
    }

    /// A key that only some kinds have.
    fn read_own<'de, A: MapAccess<'de>>(
        &mut self,
        reader: &mut Reader,
        map: &mut A,
        key: &str,
    ) -> Result<(), A::Error> {
        const OWN: [&str; 5] = ["stratum", "number", "replace", "inspector", "of"];
        let Some(own) = OWN.into_iter().find(|own| *own == key) else {
            return unknown(reader, map, key);
        };
        if !self.order.contains(&own) {
            self.order.push(own);
        }
        match own {
            "stratum" => self.stratum.read(reader, map, a()),
            "number" => self.number.read(reader, map, Number),
            "replace" => self.replace.read(reader, map, Truth),
            "inspector" => self.inspector.read(reader, map, NamedShape),
            _ => self.of.read(reader, map, Number),
        }
    }

    /// Whether the keys are those of the kind; notes what is not.
    fn judge(&self, reader: &mut Reader, with_digest: bool) {
        self.kind.require(reader);
        // Of what kind is unknown, nobody can say what is missing.
        let Some(kind) = self.kind.peek() else { return };
        for key in self.order.iter().filter(|key| !kind.keys().contains(key)) {
            reader.fault_at(known(key), Fault::UnknownKey);
        }
        for key in kind.keys() {
            match *key {
                "stratum" => self.stratum.require(reader),
                "number" => self.number.require(reader),
                "replace" => self.replace.require(reader),
                "of" => self.of.require(reader),
                _ => self.inspector.require(reader),
            }
        }
        self.reason.require(reader);
        self.at.require(reader);
        self.by.require(reader);
        if with_digest {
            self.digest.require(reader);
        }
        self.judge_inspector(reader, *kind);
    }

    fn judge_inspector(&self, reader: &mut Reader, kind: AmendmentKind) {
        let (expected, found) = match (kind, self.inspector.peek()) {
            (AmendmentKind::InspectorIn, Some(Named::Id(_))) => (Kind::Object, Kind::Text),
            (AmendmentKind::InspectorOut | AmendmentKind::Recuse, Some(Named::Colleague(_))) => {
                (Kind::Text, Kind::Object)
            }
            _ => return,
        };
        let expected = Expected::only(expected);
        reader.fault_at(known("inspector"), Fault::Type { expected, found });
    }

    fn change(
        kind: AmendmentKind,
        stratum: Option<Text>,
        number: Option<u64>,
        replace: Option<bool>,
        inspector: Option<Named>,
        of: Option<u64>,
    ) -> Option<Change> {
        let place = || Some(Place::new(stratum?, number?));
        Some(match (kind, inspector) {
            (AmendmentKind::DropTarget, _) => Change::DropTarget {
                place: place()?,
                replace: replace?,
            },
            (AmendmentKind::InspectorOut, Some(Named::Id(id))) => Change::InspectorOut(id?),
            (AmendmentKind::InspectorIn, Some(Named::Colleague(colleague))) => {
                Change::InspectorIn(colleague?)
            }
            (AmendmentKind::Recuse, Some(Named::Id(inspector))) => Change::Recuse {
                inspector: inspector?,
                place: place()?,
            },
            (AmendmentKind::Fill, _) => Change::Fill,
            (AmendmentKind::Cancel, _) => Change::Cancel,
            (AmendmentKind::Withdraw, _) => Change::Withdraw(of?),
            _ => return None,
        })
    }

    fn make(self) -> Option<(Amendment, Option<Digest>)> {
        let Self {
            kind,
            stratum,
            number,
            replace,
            inspector,
            of,
            reason,
            at,
            by,
            digest,
            ..
        } = self;
        let change = Self::change(
            kind.take()?,
            stratum.take(),
            number.take(),
            replace.take(),
            inspector.take(),
            of.take(),
        )?;
        let amendment = Amendment {
            change,
            reason: reason.take()?,
            at: at.take()?,
            by: by.take()?,
        };
        Some((amendment, digest.take()))
    }
}

impl<'de> Form<'de> for EntryForm {
    type Value = Entry;

    fn read<A: MapAccess<'de>>(self, reader: &mut Reader, mut map: A) -> Result<Option<Entry>, A::Error> {
        let mut keys = Keys::new();
        keys.read(reader, &mut map, true)?;
        keys.judge(reader, true);
        let entry = |(amendment, digest): (_, Option<_>)| {
            Some(Entry {
                amendment,
                digest: digest?,
            })
        };
        Ok(keys.make().and_then(entry))
    }
}

impl<'de> Form<'de> for AmendmentForm {
    type Value = Amendment;

    fn read<A: MapAccess<'de>>(self, reader: &mut Reader, mut map: A) -> Result<Option<Amendment>, A::Error> {
        let mut keys = Keys::new();
        keys.read(reader, &mut map, false)?;
        keys.judge(reader, false);
        Ok(keys.make().map(|(amendment, _)| amendment))
    }
}
