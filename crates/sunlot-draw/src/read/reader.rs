//! Where the reader is, what it has found wrong, and the one visitor through which every value comes.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::problem::{Expected, Fault, Kind, Problems, Quote};
use crate::text::is_key;

/// The deepest level at which an object or array may stand.
pub(crate) const DEEPEST: usize = 16;

/// The largest integer that every JSON reader keeps: 2^53 − 1.
pub(crate) const LARGEST: u64 = (1 << 53) - 1;

/// A step of a path.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Known(&'static str),
    Free(Box<str>),
    Index(usize),
}

/// Keeps place, depth and faults.
pub(crate) struct Reader {
    path: Vec<Step>,
    depth: usize,
    faults: Problems<Fault>,
}

impl Reader {
    /// So many levels stand above, in the file where this will stand.
    pub const fn new(above: usize) -> Self {
        Self {
            path: Vec::new(),
            depth: above,
            faults: Problems::new(),
        }
    }

    pub fn faults(self) -> Problems<Fault> {
        self.faults
    }

    /// Notes a fault here.
    pub fn fault(&mut self, fault: Fault) {
        let path = &self.path;
        self.faults.add(|| written(path), fault);
    }

    /// Notes a fault at something inside.
    pub fn fault_at(&mut self, step: Step, fault: Fault) {
        self.path.push(step);
        self.fault(fault);
        self.path.pop();
    }

    /// The next key of an object.
    pub fn key<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<Option<Cow<'de, str>>, A::Error> {
        map.next_key_seed(KeySeed)
    }

    /// The value of a key, by its shape.
    pub fn value<'de, A, S>(
        &mut self,
        map: &mut A,
        step: Step,
        shape: S,
    ) -> Result<Option<S::Value>, A::Error>
    where
        A: MapAccess<'de>,
        S: Shape<'de>,
    {
        self.path.push(step);
        // After an error the path stays, to say where reading stopped.
        let value = map.next_value_seed(At { reader: self, shape })?;
        self.path.pop();
        Ok(value)
    }

    /// Reads past the value of a key without looking at it.
    pub fn skip<'de, A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
        step: Step,
        fault: Fault,
    ) -> Result<(), A::Error> {
        self.fault_at(step, fault);
        map.next_value::<IgnoredAny>().map(|_| ())
    }

    /// The next element of an array.
    pub fn element<'de, A, S>(
        &mut self,
        list: &mut A,
        at: usize,
        shape: S,
    ) -> Result<Option<Option<S::Value>>, A::Error>
    where
        A: SeqAccess<'de>,
        S: Shape<'de>,
    {
        self.path.push(Step::Index(at));
        let value = list.next_element_seed(At { reader: self, shape })?;
        self.path.pop();
        Ok(value)
    }
}

/// The step to a key that is not one of the protocol's.
pub(crate) fn free_step(key: &str) -> Step {
    Step::Free(key.into())
}

fn written(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        let known = match step {
            Step::Known(key) => Some(*key),
            Step::Free(key) if is_key(key) => Some(&**key),
            _ => None,
        };
        let between = if text.is_empty() { "" } else { "." };
        // Writing to a String cannot fail.
        let _ = match (known, step) {
            (Some(key), _) => write!(text, "{between}{key}"),
            (None, Step::Index(at)) => write!(text, "[{at}]"),
            (None, Step::Free(key)) => write!(text, "[\"{}\"]", Quote::of(key)),
            (None, Step::Known(_)) => Ok(()),
        };
    }
    text
}

/// What may stand in one place of a file. Whatever a shape does not take up is a fault of type.
pub(crate) trait Shape<'de>: Sized {
    type Value;

    /// What should stand here.
    const EXPECTED: Expected;

    fn null(self) -> Option<Self::Value> {
        None
    }

    fn truth(self, _: bool) -> Option<Self::Value> {
        None
    }

    fn number(self, _: u64) -> Option<Self::Value> {
        None
    }

    fn text(self, _: &mut Reader, _: Cow<'de, str>) -> Option<Self::Value> {
        None
    }

    fn list<A: SeqAccess<'de>>(self, _: &mut Reader, _: A) -> Result<Option<Self::Value>, A::Error> {
        Ok(None)
    }

    fn object<A: MapAccess<'de>>(self, _: &mut Reader, _: A) -> Result<Option<Self::Value>, A::Error> {
        Ok(None)
    }

    /// Whether this kind of value is taken up.
    fn takes(kind: Kind) -> bool {
        Self::EXPECTED.takes(kind)
    }
}

/// A shape, about to be met.
pub(crate) struct At<'r, S> {
    pub reader: &'r mut Reader,
    pub shape: S,
}

impl<S> At<'_, S> {
    fn wrong<'de>(self, found: Kind) -> Option<S::Value>
    where
        S: Shape<'de>,
    {
        self.reader.fault(Fault::Type {
            expected: S::EXPECTED,
            found,
        });
        None
    }

    /// A number that is no plain integer: wrong in itself where a number may stand.
    fn odd_number<'de>(self) -> Option<S::Value>
    where
        S: Shape<'de>,
    {
        if !S::takes(Kind::Number) {
            return self.wrong(Kind::Number);
        }
        self.reader.fault(Fault::Number);
        None
    }
}

impl<'de, S: Shape<'de>> DeserializeSeed<'de> for At<'_, S> {
    type Value = Option<S::Value>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de, S: Shape<'de>> Visitor<'de> for At<'_, S> {
    type Value = Option<S::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        if !S::takes(Kind::Null) {
            return Ok(self.wrong(Kind::Null));
        }
        Ok(self.shape.null())
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Self::Value, E> {
        if !S::takes(Kind::Truth) {
            return Ok(self.wrong(Kind::Truth));
        }
        Ok(self.shape.truth(truth))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        if number > LARGEST || !S::takes(Kind::Number) {
            return Ok(self.odd_number());
        }
        Ok(self.shape.number(number))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
        Ok(self.odd_number())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        Ok(self.odd_number())
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        if !S::takes(Kind::Text) {
            return Ok(self.wrong(Kind::Text));
        }
        Ok(self.shape.text(self.reader, Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        if !S::takes(Kind::Text) {
            return Ok(self.wrong(Kind::Text));
        }
        Ok(self.shape.text(self.reader, Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let Some(Self { reader, shape }) = self.enter(Kind::List) else {
            while list.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(None);
        };
        let value = shape.list(reader, list)?;
        reader.depth -= 1;
        Ok(value)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let Some(Self { reader, shape }) = self.enter(Kind::Object) else {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(None);
        };
        let value = shape.object(reader, map)?;
        reader.depth -= 1;
        Ok(value)
    }
}

impl<S> At<'_, S> {
    /// Goes one level down, unless this kind of container has no business here or stands too deep.
    fn enter<'de>(self, kind: Kind) -> Option<Self>
    where
        S: Shape<'de>,
    {
        if !S::takes(kind) {
            self.wrong(kind);
            return None;
        }
        if self.reader.depth == DEEPEST {
            self.reader.fault(Fault::TooDeep);
            return None;
        }
        self.reader.depth += 1;
        Some(self)
    }
}

/// A key, borrowed from the text where it is written plainly.
struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for KeySeed {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}

/// A list of one shape, made anew for each element.
pub(crate) struct ListOf<S, F: Fn() -> S>(pub F, pub PhantomData<S>);

impl<'de, S: Shape<'de>, F: Fn() -> S> Shape<'de> for ListOf<S, F> {
    type Value = Vec<S::Value>;
    const EXPECTED: Expected = Expected::only(Kind::List);

    fn list<A: SeqAccess<'de>>(
        self,
        reader: &mut Reader,
        mut list: A,
    ) -> Result<Option<Self::Value>, A::Error> {
        let mut values = Vec::new();
        let mut whole = true;
        let mut at = 0;
        while let Some(value) = reader.element(&mut list, at, (self.0)())? {
            at += 1;
            match value {
                Some(value) if whole => values.push(value),
                // One element that cannot be read, and there will be no list: do not keep the others.
                _ => {
                    whole = false;
                    values = Vec::new();
                }
            }
        }
        values.shrink_to_fit();
        Ok(whole.then_some(values))
    }
}

/// A list whose elements have this shape.
pub(crate) const fn list_of<S, F: Fn() -> S>(element: F) -> ListOf<S, F> {
    ListOf(element, PhantomData)
}
