//! The manifest as a file holds it.

use serde::de::MapAccess;

use super::leaf::{leaf, open_leaf};
use super::object::{Field, Form, Object, form, unknown};
use super::reader::{Reader, list_of};
use super::scalar::{FreeForm, Number, OrNull, Truth, Word, a, known};
use crate::leaf::{Exclusion, Inspector, Recusal, Target};
use crate::manifest::{Amended, CrewRule, Item, Manifest, Office, QuotaRule, Rounding, Seat, Slot, Stratum};
use crate::problem::Fault;
use crate::text::Text;

form! {
    /// The manifest.
    ManifestForm -> Manifest {
        "protocol" protocol: a(),
        "drawId" draw_id: a(),
        "task" task: a(),
        "sequence" sequence: Number,
        "previous" previous: a(),
        "attempt" attempt: Number,
        "basis" basis: OrNull(a()),
        "amended" amended: list_of(|| Object(AmendedForm)),
        "station" station: a(),
        "office" office: Object(OfficeForm),
        "title" title: a(),
        "createdAt" created_at: a(),
        "seats" seats: list_of(|| Object(SeatForm)),
        "challenge" challenge: a(),
        "items" items: list_of(|| Object(ItemForm)),
        "strata" strata: list_of(|| Object(StratumForm)),
        "exclusions" exclusions: list_of(leaf::<Exclusion>),
        "inspectors" inspectors: list_of(open_leaf::<Inspector>),
        "recusals" recusals: list_of(open_leaf::<Recusal>),
        "crew" crew: Object(CrewRuleForm);
        "ext" ext: Object(FreeForm),
    } => Manifest {
        protocol, draw_id, task, sequence, previous, attempt, basis, amended, station, office, title, created_at, seats,
        challenge, items, strata, exclusions, inspectors, recusals, crew, ext,
    }
}

form! {
    /// An earlier record that was amended.
    AmendedForm -> Amended { "sequence" sequence: Number, "digest" digest: a() } => Amended { digest, sequence }
}

form! {
    /// An office.
    OfficeForm -> Office { "code" code: a(), "name" name: a() } => Office { code, name }
}

form! {
    /// A seat.
    SeatForm -> Seat { "role" role: a(), "alias" alias: a() } => Seat { alias, role }
}

form! {
    /// An inspection item.
    ItemForm -> Item { "code" code: a(), "name" name: a() } => Item { code, name }
}

form! {
    /// A stratum.
    StratumForm -> Stratum {
        "key" key: a(),
        "label" label: a(),
        "items" items: list_of(a::<Text>),
        "rule" rule: Object(RuleForm),
        "quota" quota: Number,
        "reserve" reserve: Number,
        "slots" slots: list_of(|| Object(SlotForm)),
        "targets" targets: list_of(leaf::<Target>),
    } => Stratum { key, label, items, rule, quota, reserve, slots, targets }
}

form! {
    /// A slot.
    SlotForm -> Slot { "role" role: a(); "dept" dept: OrNull(a()), "skill" skill: OrNull(a()) } => Slot { dept, role, skill }
}

form! {
    /// How work is shared out.
    CrewRuleForm -> CrewRule { "cap" cap: Number, "balance" balance: Truth } => CrewRule { balance, cap }
}

/// A quota rule. Which keys it has depends on its kind, which may come last: so all are read, and then judged.
struct RuleForm;

#[derive(Clone, Copy)]
enum RuleKind {
    Rate,
    Count,
}

const RULE_KIND: Word<RuleKind> = Word {
    words: &["rate", "count"],
    means: &[RuleKind::Rate, RuleKind::Count],
};

const ROUNDING: Word<Rounding> = Word {
    words: &["up", "half-up", "down"],
    means: &[Rounding::Up, Rounding::HalfUp, Rounding::Down],
};

impl RuleKind {
    /// Whether a rule of this kind has this key: `n` is a count's, all others are a rate's.
    fn has(self, key: &str) -> bool {
        matches!(self, Self::Count) == (key == "n")
    }
}

impl<'de> Form<'de> for RuleForm {
    type Value = QuotaRule;

    fn read<A: MapAccess<'de>>(self, reader: &mut Reader, mut map: A) -> Result<Option<QuotaRule>, A::Error> {
        let mut kind = Field::new("kind");
        let (mut bp, mut rounding, mut min, mut max) = (
            Field::new("bp"),
            Field::new("rounding"),
            Field::new("min"),
            Field::new("max"),
        );
        let mut n = Field::new("n");
        let mut order = Vec::new();
        while let Some(key) = reader.key(&mut map)? {
            let first = match &*key {
                "kind" => {
                    kind.read(reader, &mut map, RULE_KIND)?;
                    continue;
                }
                "bp" => (!bp.is_there(), "bp", bp.read(reader, &mut map, Number)?),
                "rounding" => (
                    !rounding.is_there(),
                    "rounding",
                    rounding.read(reader, &mut map, ROUNDING)?,
                ),
                "min" => (!min.is_there(), "min", min.read(reader, &mut map, Number)?),
                "max" => (
                    !max.is_there(),
                    "max",
                    max.read(reader, &mut map, OrNull(Number))?,
                ),
                "n" => (!n.is_there(), "n", n.read(reader, &mut map, Number)?),
                other => {
                    unknown(reader, &mut map, other)?;
                    continue;
                }
            };
            if let (true, key, ()) = first {
                order.push(key);
            }
        }
        kind.require(reader);
        let Some(kind) = kind.take() else { return Ok(None) };
        for key in order.into_iter().filter(|key| !kind.has(key)) {
            reader.fault_at(known(key), Fault::UnknownKey);
        }
        let make = || match kind {
            RuleKind::Rate => {
                bp.require(reader);
                rounding.require(reader);
                min.require(reader);
                max.require(reader);
                Some(QuotaRule::rate(
                    bp.take()?,
                    rounding.take()?,
                    min.take()?,
                    max.take()?,
                ))
            }
            RuleKind::Count => {
                n.require(reader);
                Some(QuotaRule::count(n.take()?))
            }
        };
        Ok(make())
    }
}
