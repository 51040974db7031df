//! Leaves as a file holds them: open with fields of the office's own, or sealed with nothing but a digest.

use serde::de::MapAccess;

use super::object::{Field, Form, Object};
use super::reader::{Reader, Shape, list_of};
use super::scalar::{FreeFields, Number, a};
use crate::free::Fields;
use crate::hex::{Digest, Salt};
use crate::leaf::{Exclusion, Inspector, Leaf, Recusal, Target};
use crate::problem::{Expected, Fault, Kind};
use crate::text::{Id, Text};

/// The fields that any leaf may have; each kind asks for its own.
struct LeafFields {
    salt: Field<Salt>,
    id: Field<Id>,
    name: Field<Text>,
    dept: Field<Text>,
    skills: Field<Vec<Text>>,
    inspector: Field<Id>,
    stratum: Field<Text>,
    number: Field<u64>,
    reason: Field<Text>,
}

/// One kind of leaf.
pub(crate) trait LeafKind: Sized {
    /// The protocol's keys, in its order.
    const KEYS: &'static [&'static str];
    /// Whether it may ever be sealed.
    const MAY_BE_SEALED: bool;

    fn make(fields: LeafParts) -> Option<Self>;
}

/// What a leaf is made of.
pub(crate) struct LeafParts {
    fields: LeafFields,
    salt: Salt,
    more: Fields,
}

/// How a leaf of this kind is read.
pub(crate) struct LeafForm<T>(std::marker::PhantomData<T>);

/// The shape of a leaf of this kind.
pub(crate) const fn leaf<T>() -> Object<LeafForm<T>> {
    Object(LeafForm(std::marker::PhantomData))
}

impl LeafFields {
    const fn new() -> Self {
        Self {
            salt: Field::new("salt"),
            id: Field::new("id"),
            name: Field::new("name"),
            dept: Field::new("dept"),
            skills: Field::new("skills"),
            inspector: Field::new("inspector"),
            stratum: Field::new("stratum"),
            number: Field::new("number"),
            reason: Field::new("reason"),
        }
    }

    /// Reads a key that this kind of leaf has; false for any other.
    fn read<'de, A: MapAccess<'de>>(
        &mut self,
        reader: &mut Reader,
        map: &mut A,
        key: &str,
    ) -> Result<bool, A::Error> {
        match key {
            "salt" => self.salt.read(reader, map, a())?,
            "id" => self.id.read(reader, map, a())?,
            "name" => self.name.read(reader, map, a())?,
            "dept" => self.dept.read(reader, map, a())?,
            "skills" => self.skills.read(reader, map, list_of(a::<Text>))?,
            "inspector" => self.inspector.read(reader, map, a())?,
            "stratum" => self.stratum.read(reader, map, a())?,
            "number" => self.number.read(reader, map, Number)?,
            "reason" => self.reason.read(reader, map, a())?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn require(&self, reader: &mut Reader, key: &str) {
        match key {
            "id" => self.id.require(reader),
            "name" => self.name.require(reader),
            "dept" => self.dept.require(reader),
            "skills" => self.skills.require(reader),
            "inspector" => self.inspector.require(reader),
            "stratum" => self.stratum.require(reader),
            "number" => self.number.require(reader),
            "reason" => self.reason.require(reader),
            _ => self.salt.require(reader),
        }
    }
}

impl<'de, T: LeafKind> Form<'de> for LeafForm<T> {
    type Value = Leaf<T>;

    fn read<A: MapAccess<'de>>(self, reader: &mut Reader, mut map: A) -> Result<Option<Leaf<T>>, A::Error> {
        let mut fields = LeafFields::new();
        let mut more = FreeFields::default();
        let mut digest = Field::<Digest>::new("leaf");
        let mut others = false;
        while let Some(key) = reader.key(&mut map)? {
            if &*key == "leaf" {
                digest.read(reader, &mut map, a())?;
                continue;
            }
            others = true;
            let own = &*key == "salt" || T::KEYS.contains(&&*key);
            if !own || !fields.read(reader, &mut map, &key)? {
                more.read(reader, &mut map, &key)?;
            }
        }
        match (digest.is_there(), others) {
            (true, true) => reader.fault(Fault::LeafAndMore),
            (true, false) if !T::MAY_BE_SEALED => reader.fault(Fault::SealedHere),
            (true, false) => return Ok(digest.take().map(Leaf::Sealed)),
            (false, _) => {
                fields.salt.require(reader);
                T::KEYS.iter().for_each(|key| fields.require(reader, key));
                let make = || {
                    let salt = fields.salt.peek().copied()?;
                    T::make(LeafParts {
                        fields,
                        salt,
                        more: more.all()?,
                    })
                };
                return Ok(make().map(Leaf::Open));
            }
        }
        Ok(None)
    }
}

impl LeafKind for Target {
    const KEYS: &'static [&'static str] = &["id", "name"];
    const MAY_BE_SEALED: bool = true;

    fn make(LeafParts { fields, salt, more }: LeafParts) -> Option<Self> {
        Some(Self {
            salt,
            id: fields.id.take()?,
            name: fields.name.take()?,
            more,
        })
    }
}

impl LeafKind for Exclusion {
    const KEYS: &'static [&'static str] = &["id", "name", "reason"];
    const MAY_BE_SEALED: bool = true;

    fn make(LeafParts { fields, salt, more }: LeafParts) -> Option<Self> {
        Some(Self {
            salt,
            id: fields.id.take()?,
            name: fields.name.take()?,
            reason: fields.reason.take()?,
            more,
        })
    }
}

impl LeafKind for Inspector {
    const KEYS: &'static [&'static str] = &["id", "name", "dept", "skills"];
    const MAY_BE_SEALED: bool = false;

    fn make(LeafParts { fields, salt, more }: LeafParts) -> Option<Self> {
        let (dept, skills) = (fields.dept.take()?, fields.skills.take()?);
        Some(Self {
            salt,
            id: fields.id.take()?,
            name: fields.name.take()?,
            dept,
            skills,
            more,
        })
    }
}

impl LeafKind for Recusal {
    const KEYS: &'static [&'static str] = &["inspector", "stratum", "number", "reason"];
    const MAY_BE_SEALED: bool = false;

    fn make(LeafParts { fields, salt, more }: LeafParts) -> Option<Self> {
        let (inspector, stratum) = (fields.inspector.take()?, fields.stratum.take()?);
        Some(Self {
            salt,
            inspector,
            stratum,
            number: fields.number.take()?,
            reason: fields.reason.take()?,
            more,
        })
    }
}

/// A leaf that always stands open.
pub(crate) struct OpenLeaf<T>(std::marker::PhantomData<T>);

/// The shape of a leaf that always stands open.
pub(crate) const fn open_leaf<T>() -> OpenLeaf<T> {
    OpenLeaf(std::marker::PhantomData)
}

impl<'de, T: LeafKind> Shape<'de> for OpenLeaf<T> {
    type Value = T;
    const EXPECTED: Expected = Expected::only(Kind::Object);

    fn object<A: MapAccess<'de>>(self, reader: &mut Reader, map: A) -> Result<Option<T>, A::Error> {
        Ok(leaf::<T>().object(reader, map)?.and_then(|leaf| match leaf {
            Leaf::Open(row) => Some(row),
            Leaf::Sealed(_) => None,
        }))
    }
}
