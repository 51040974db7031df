//! The shapes of single values: texts, ids, numbers, hex, times, and words of which only some may stand.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::marker::PhantomData;

use serde::de::{MapAccess, SeqAccess};

use super::object::Object;
use super::reader::{Reader, Shape, Step, free_step, list_of};
use crate::free::{Fields, Free};
use crate::hex::{Digest, PublicKey, Salt, Secret, SignatureBytes};
use crate::problem::{Expected, Fault, Kind, Quote};
use crate::protocol::Protocol;
use crate::text::{Id, Key, Task, Text, forbidden_character};
use crate::time::Time;

/// A text without forbidden characters; then it may be asked for more.
fn clean<'de>(reader: &mut Reader, text: Cow<'de, str>) -> Option<Cow<'de, str>> {
    match forbidden_character(&text) {
        None => Some(text),
        Some((place, character)) => {
            reader.fault(Fault::Character { place, character });
            None
        }
    }
}

/// A text that is to be something; if it is not, a fault says so.
trait Reads: Sized {
    fn read(text: &str) -> Option<Self>;
    fn fault(text: &str) -> Fault;
}

/// The shape of such a text.
pub(crate) struct Reading<T>(PhantomData<T>);

/// The shape of a text that is to be a `T`.
pub(crate) const fn a<T>() -> Reading<T> {
    Reading(PhantomData)
}

impl<'de, T: Reads> Shape<'de> for Reading<T> {
    type Value = T;
    const EXPECTED: Expected = Expected::only(Kind::Text);

    fn text(self, reader: &mut Reader, text: Cow<'de, str>) -> Option<T> {
        let text = clean(reader, text)?;
        let value = T::read(&text);
        if value.is_none() {
            reader.fault(T::fault(&text));
        }
        value
    }
}

macro_rules! reads {
    ($($type:ident: $read:path, $fault:expr;)*) => {$(
        impl Reads for $type {
            fn read(text: &str) -> Option<Self> {
                $read(text)
            }

            fn fault(text: &str) -> Fault {
                let fault: fn(&str) -> Fault = $fault;
                fault(text)
            }
        }
    )*};
}

reads! {
    // Clean text is a text, so this fault never shows.
    Text: Text::new, |_| Fault::Unreadable;
    Id: Id::new, |text| Fault::Id(Quote::of(text));
    Task: Task::new, |text| Fault::Task(Quote::of(text));
    Time: Time::new, |text| Fault::Time(Quote::of(text));
    Protocol: Protocol::named, |text| Fault::Protocol(Quote::of(text));
    Digest: Digest::parse, |_| Fault::Hex(Digest::DIGITS);
    Secret: Secret::parse, |_| Fault::Hex(Secret::DIGITS);
    Salt: Salt::parse, |_| Fault::Hex(Salt::DIGITS);
    PublicKey: PublicKey::parse, |_| Fault::Hex(PublicKey::DIGITS);
    SignatureBytes: SignatureBytes::parse, |_| Fault::Hex(SignatureBytes::DIGITS);
}

/// One of a few words, each with what it means.
pub(crate) struct Word<T: 'static> {
    pub words: &'static [&'static str],
    pub means: &'static [T],
}

impl<'de, T: Copy> Shape<'de> for Word<T> {
    type Value = T;
    const EXPECTED: Expected = Expected::only(Kind::Text);

    fn text(self, reader: &mut Reader, text: Cow<'de, str>) -> Option<T> {
        let text = clean(reader, text)?;
        let place = self.words.iter().position(|word| *word == text);
        if place.is_none() {
            reader.fault(Fault::Word {
                allowed: self.words,
                found: Quote::of(&text),
            });
        }
        self.means.get(place?).copied()
    }
}

/// An integer.
pub(crate) struct Number;

impl Shape<'_> for Number {
    type Value = u64;
    const EXPECTED: Expected = Expected::only(Kind::Number);

    fn number(self, number: u64) -> Option<u64> {
        Some(number)
    }
}

/// true or false.
pub(crate) struct Truth;

impl Shape<'_> for Truth {
    type Value = bool;
    const EXPECTED: Expected = Expected::only(Kind::Truth);

    fn truth(self, truth: bool) -> Option<bool> {
        Some(truth)
    }
}

/// null, or something.
pub(crate) struct OrNull<S>(pub S);

impl<'de, S: Shape<'de>> Shape<'de> for OrNull<S> {
    type Value = Option<S::Value>;
    const EXPECTED: Expected = S::EXPECTED.or(Kind::Null);

    fn null(self) -> Option<Self::Value> {
        Some(None)
    }

    fn number(self, number: u64) -> Option<Self::Value> {
        self.0.number(number).map(Some)
    }

    fn text(self, reader: &mut Reader, text: Cow<'de, str>) -> Option<Self::Value> {
        self.0.text(reader, text).map(Some)
    }

    fn object<A: MapAccess<'de>>(self, reader: &mut Reader, map: A) -> Result<Option<Self::Value>, A::Error> {
        Ok(self.0.object(reader, map)?.map(Some))
    }
}

/// Anything that the notation allows.
pub(crate) struct Anything;

impl<'de> Shape<'de> for Anything {
    type Value = Free;
    // Never told: anything is taken up.
    const EXPECTED: Expected = Expected::only(Kind::Object);

    fn takes(_: Kind) -> bool {
        true
    }

    fn null(self) -> Option<Free> {
        Some(Free::Null)
    }

    fn truth(self, truth: bool) -> Option<Free> {
        Some(Free::Truth(truth))
    }

    fn number(self, number: u64) -> Option<Free> {
        Some(Free::Number(number))
    }

    fn text(self, reader: &mut Reader, text: Cow<'de, str>) -> Option<Free> {
        a::<Text>().text(reader, text).map(Free::Text)
    }

    fn list<A: SeqAccess<'de>>(self, reader: &mut Reader, list: A) -> Result<Option<Free>, A::Error> {
        Ok(list_of(|| Self).list(reader, list)?.map(Free::List))
    }

    fn object<A: MapAccess<'de>>(self, reader: &mut Reader, map: A) -> Result<Option<Free>, A::Error> {
        Ok(Object(FreeForm).object(reader, map)?.map(Free::Object))
    }
}

/// An object of free fields.
pub(crate) struct FreeForm;

impl<'de> super::object::Form<'de> for FreeForm {
    type Value = Fields;

    fn read<A: MapAccess<'de>>(self, reader: &mut Reader, mut map: A) -> Result<Option<Fields>, A::Error> {
        let mut fields = FreeFields::default();
        while let Some(key) = reader.key(&mut map)? {
            fields.read(reader, &mut map, &key)?;
        }
        Ok(fields.all())
    }
}

/// Free fields under way.
#[derive(Default)]
pub(crate) struct FreeFields {
    seen: Seen,
    fields: Vec<(Key, Free)>,
    faulty: bool,
}

/// The keys of an object so far. Nearly every object has a few; a hostile one has a million.
#[derive(Default)]
struct Seen {
    few: Vec<Box<str>>,
    many: BTreeSet<Box<str>>,
}

impl Seen {
    const FEW: usize = 16;

    /// Notes a key; false where it was there.
    fn insert(&mut self, key: &str) -> bool {
        if self.few.iter().any(|seen| **seen == *key) {
            return false;
        }
        if self.few.len() < Self::FEW {
            self.few.push(key.into());
            return true;
        }
        self.many.insert(key.into())
    }
}

impl FreeFields {
    /// Reads the value of a key that is not the protocol's.
    pub fn read<'de, A>(&mut self, reader: &mut Reader, map: &mut A, key: &str) -> Result<(), A::Error>
    where
        A: MapAccess<'de>,
    {
        if !self.seen.insert(key) {
            return reader.skip(map, free_step(key), Fault::DuplicateKey);
        }
        let spelt = Key::new(key);
        if spelt.is_none() {
            reader.fault_at(free_step(key), Fault::KeySpelling);
        }
        match (spelt, reader.value(map, free_step(key), Anything)?) {
            (Some(key), Some(value)) => self.fields.push((key, value)),
            _ => self.faulty = true,
        }
        Ok(())
    }

    /// The fields, if all could be read.
    pub fn all(self) -> Option<Fields> {
        (!self.faulty).then(|| Fields::distinct(self.fields))
    }
}

/// The step to a key of the protocol.
pub(crate) const fn known(key: &'static str) -> Step {
    Step::Known(key)
}
