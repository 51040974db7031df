//! The rare slices: fonts that are shipped packed for the window, and unpacked here when a sheet needs one of them.

use std::sync::OnceLock;

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::whole_font;
use allsorts::tag;

/// One packed file, by the characters that it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slice {
    /// Signs, and compatibility forms.
    Signs,
    /// Extension B up to U+23FFF.
    B1,
    /// Extension B up to U+27FFF.
    B2,
    /// The rest of Extension B.
    B3,
    /// Extensions C and D.
    Cd,
    /// Extension E.
    E,
    /// Extension F.
    F,
}

pub(crate) const RARE: [Slice; 7] = [
    Slice::Signs,
    Slice::B1,
    Slice::B2,
    Slice::B3,
    Slice::Cd,
    Slice::E,
    Slice::F,
];

impl Slice {
    /// The slice that must hold the character if any does.
    pub(crate) fn of(character: char) -> Self {
        match u32::from(character) {
            0x20000..=0x23FFF => Self::B1,
            0x24000..=0x27FFF => Self::B2,
            0x28000..=0x2A6DF => Self::B3,
            0x2A700..=0x2B81F => Self::Cd,
            0x2B820..=0x2CEAF => Self::E,
            0x2CEB0..=0x2EBEF => Self::F,
            _ => Self::Signs,
        }
    }

    /// The name of its file.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Signs => "rare-400-signs.woff2",
            Self::B1 => "rare-400-b1.woff2",
            Self::B2 => "rare-400-b2.woff2",
            Self::B3 => "rare-400-b3.woff2",
            Self::Cd => "rare-400-cd.woff2",
            Self::E => "rare-400-e.woff2",
            Self::F => "rare-400-f.woff2",
        }
    }
}

/// All packed files. A slice that was not given covers nothing.
#[derive(Debug, Clone, Default)]
pub struct RareFiles {
    packed: [Vec<u8>; RARE.len()],
    unpacked: [OnceLock<Option<Vec<u8>>>; RARE.len()],
}

impl RareFiles {
    /// Every slice, to be read one by one.
    pub const SLICES: [Slice; RARE.len()] = RARE;

    /// Gives the bytes of one slice.
    #[must_use]
    pub fn with(mut self, slice: Slice, packed: Vec<u8>) -> Self {
        for (place, other) in RARE.iter().enumerate() {
            if *other == slice {
                self.packed[place] = packed;
                self.unpacked[place] = OnceLock::new();
                break;
            }
        }
        self
    }

    pub(crate) fn unpacked(&self, slice: Slice) -> Option<&[u8]> {
        let place = RARE.iter().position(|other| *other == slice)?;
        let unpacked = self
            .unpacked
            .get(place)?
            .get_or_init(|| unpack(&self.packed[place]));
        unpacked.as_deref()
    }
}

/// A woff2 file as the plain font that it packs.
fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let font = ReadScope::new(packed).read::<FontData<'_>>().ok()?;
    let provider = font.table_provider(0).ok()?;
    let tables = [
        tag::CMAP,
        tag::GLYF,
        tag::HEAD,
        tag::HHEA,
        tag::HMTX,
        tag::LOCA,
        tag::MAXP,
        tag::NAME,
        tag::OS_2,
        tag::POST,
    ];
    whole_font(&provider, &tables).ok()
}
