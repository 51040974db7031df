//! Objects of the protocol: every key once, none unknown, none missing.

use serde::de::MapAccess;

use super::reader::{Reader, Shape, Step, free_step};
use crate::problem::{Expected, Fault, Kind};

/// How one kind of object is read.
pub(crate) trait Form<'de>: Sized {
    type Value;

    /// Reads the whole object.
    fn read<A: MapAccess<'de>>(self, reader: &mut Reader, map: A) -> Result<Option<Self::Value>, A::Error>;
}

/// The shape of such an object.
pub(crate) struct Object<F>(pub F);

impl<'de, F: Form<'de>> Shape<'de> for Object<F> {
    type Value = F::Value;
    const EXPECTED: Expected = Expected::only(Kind::Object);

    fn object<A: MapAccess<'de>>(self, reader: &mut Reader, map: A) -> Result<Option<F::Value>, A::Error> {
        self.0.read(reader, map)
    }
}

/// One key of an object under way.
pub(crate) struct Field<T> {
    name: &'static str,
    seen: bool,
    value: Option<T>,
}

impl<T> Field<T> {
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            seen: false,
            value: None,
        }
    }

    /// Reads its value, the first time.
    pub fn read<'de, A, S>(&mut self, reader: &mut Reader, map: &mut A, shape: S) -> Result<(), A::Error>
    where
        A: MapAccess<'de>,
        S: Shape<'de, Value = T>,
    {
        if self.seen {
            return reader.skip(map, Step::Known(self.name), Fault::DuplicateKey);
        }
        self.seen = true;
        self.value = reader.value(map, Step::Known(self.name), shape)?;
        Ok(())
    }

    /// Whether the key was there at all.
    pub const fn is_there(&self) -> bool {
        self.seen
    }

    /// What was read so far.
    pub const fn peek(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Notes a fault if the key is missing.
    pub fn require(&self, reader: &mut Reader) {
        if !self.seen {
            reader.fault_at(Step::Known(self.name), Fault::MissingKey);
        }
    }

    /// The value of a key that must be there.
    pub fn take(self) -> Option<T> {
        self.value
    }

    /// The value of a key that may be absent; none only where it could not be read.
    pub fn take_optional(self) -> Option<Option<T>> {
        match (self.seen, self.value) {
            (true, None) => None,
            (_, value) => Some(value),
        }
    }
}

/// Reads past a key that the protocol does not know.
pub(crate) fn unknown<'de, A: MapAccess<'de>>(
    reader: &mut Reader,
    map: &mut A,
    key: &str,
) -> Result<(), A::Error> {
    reader.skip(map, free_step(key), Fault::UnknownKey)
}

/// Declares how an object is read: its keys in the protocol's order, each with field and shape, and the value that
/// they make. Optional keys come after `;`.
macro_rules! form {
    ($(#[$about:meta])* $form:ident -> $value:ty {
        $($key:literal $field:ident: $shape:expr),* $(,)?
        $(; $($maybe_key:literal $maybe:ident: $maybe_shape:expr),* $(,)?)?
    } => $made:expr) => {
        $(#[$about])*
        pub(crate) struct $form;

        impl<'de> $crate::read::object::Form<'de> for $form {
            type Value = $value;

            fn read<A: serde::de::MapAccess<'de>>(
                self,
                reader: &mut $crate::read::reader::Reader,
                mut map: A,
            ) -> Result<Option<$value>, A::Error> {
                $(let mut $field = $crate::read::object::Field::new($key);)*
                $($(let mut $maybe = $crate::read::object::Field::new($maybe_key);)*)?
                while let Some(key) = reader.key(&mut map)? {
                    match &*key {
                        $($key => $field.read(reader, &mut map, $shape)?,)*
                        $($($maybe_key => $maybe.read(reader, &mut map, $maybe_shape)?,)*)?
                        other => $crate::read::object::unknown(reader, &mut map, other)?,
                    }
                }
                $($field.require(reader);)*
                let make = || {
                    $(let $field = $field.take()?;)*
                    $($(let $maybe = $maybe.take_optional()?;)*)?
                    Some($made)
                };
                Ok(make())
            }
        }
    };
}

pub(crate) use form;
