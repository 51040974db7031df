//! Faces: which font shows a character in which typeface, and how wide.
//!
//! A typeface has a chain of faces. The first that has the character shows it; where none has it, the caller gets the
//! substitute and the word that it is one. Fonts come in as bytes; where they lie is not known here.

use std::cell::OnceCell;

use crate::problem::Fault;
use crate::rare::{RARE, RareFiles, Slice};

/// The typeface of a text, as official documents name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typeface {
    /// Song ti: tables and running text.
    Song,
    /// Xiao biao song: titles, and bold within Song.
    Title,
    /// Hei ti: headings, labels, small print.
    Hei,
    /// Fang song: the body of official documents.
    Fang,
    /// Kai ti: second headings, hints, signatures.
    Kai,
    /// Equal width, for codes of Latin letters and digits.
    Mono,
}

impl Typeface {
    const ALL: [Self; 6] = [
        Self::Song,
        Self::Title,
        Self::Hei,
        Self::Fang,
        Self::Kai,
        Self::Mono,
    ];

    fn file(self) -> FontFile {
        match self {
            Self::Song => FontFile::Song,
            Self::Title => FontFile::Title,
            Self::Hei => FontFile::Hei,
            Self::Fang => FontFile::Fang,
            Self::Kai => FontFile::Kai,
            Self::Mono => FontFile::Mono,
        }
    }
}

/// A font file by what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FontFile {
    /// `pdf/song.otf`
    Song,
    /// `pdf/title.otf`
    Title,
    /// `pdf/hei.otf`
    Hei,
    /// `pdf/fang.otf`
    Fang,
    /// `pdf/kai.ttf`
    Kai,
    /// `pdf/mono.otf`
    Mono,
    /// A rare slice, packed.
    Rare(Slice),
    /// A font that the office has installed itself.
    Own,
}

/// The bytes of all fonts.
#[derive(Debug, Clone, Default)]
pub struct FontFiles {
    /// `pdf/song.otf`
    pub song: Vec<u8>,
    /// `pdf/title.otf`
    pub title: Vec<u8>,
    /// `pdf/hei.otf`
    pub hei: Vec<u8>,
    /// `pdf/fang.otf`
    pub fang: Vec<u8>,
    /// `pdf/kai.ttf`
    pub kai: Vec<u8>,
    /// `pdf/mono.otf`
    pub mono: Vec<u8>,
    /// `ui/rare-400-*.woff2`
    pub rare: RareFiles,
}

impl FontFile {
    /// Where it lies below the folder of fonts; a font of the office has no place there.
    #[must_use]
    pub fn path(self) -> Option<String> {
        let name = match self {
            Self::Song => "pdf/song.otf",
            Self::Title => "pdf/title.otf",
            Self::Hei => "pdf/hei.otf",
            Self::Fang => "pdf/fang.otf",
            Self::Kai => "pdf/kai.ttf",
            Self::Mono => "pdf/mono.otf",
            Self::Rare(slice) => return Some(format!("ui/{}", slice.file_name())),
            Self::Own => return None,
        };
        Some(name.to_owned())
    }
}

impl FontFiles {
    /// Gathers all of them: `read` is asked for the bytes of each.
    ///
    /// # Errors
    /// What `read` says of the first file that it cannot give.
    pub fn gather<E>(mut read: impl FnMut(FontFile) -> Result<Vec<u8>, E>) -> Result<Self, E> {
        let mut rare = RareFiles::default();
        for slice in RareFiles::SLICES {
            rare = rare.with(slice, read(FontFile::Rare(slice))?);
        }
        Ok(Self {
            song: read(FontFile::Song)?,
            title: read(FontFile::Title)?,
            hei: read(FontFile::Hei)?,
            fang: read(FontFile::Fang)?,
            kai: read(FontFile::Kai)?,
            mono: read(FontFile::Mono)?,
            rare,
        })
    }

    fn of(&self, typeface: Typeface) -> &[u8] {
        match typeface {
            Typeface::Song => &self.song,
            Typeface::Title => &self.title,
            Typeface::Hei => &self.hei,
            Typeface::Fang => &self.fang,
            Typeface::Kai => &self.kai,
            Typeface::Mono => &self.mono,
        }
    }
}

/// One face, ready to be asked.
pub(crate) struct Face<'a> {
    pub(crate) data: &'a [u8],
    pub(crate) index: u32,
    pub(crate) name: String,
    pub(crate) file: FontFile,
    face: ttf_parser::Face<'a>,
}

impl<'a> Face<'a> {
    fn read(data: &'a [u8], index: u32, file: FontFile) -> Result<Self, Fault> {
        let face = ttf_parser::Face::parse(data, index).map_err(|_| Fault::UnreadableFont { file })?;
        if face.permissions() == Some(ttf_parser::Permissions::Restricted) {
            return Err(Fault::ForbiddenFont { file });
        }
        let postscript = face
            .names()
            .into_iter()
            .filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
            .find_map(|name| name.to_string())
            .unwrap_or_default();
        let name: String = postscript
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect();
        let name = if name.is_empty() {
            "Unnamed".to_owned()
        } else {
            name
        };
        Ok(Self {
            data,
            index,
            name,
            file,
            face,
        })
    }

    fn glyph(&self, character: char) -> Option<(u16, f32)> {
        let glyph = self.face.glyph_index(character).filter(|glyph| glyph.0 != 0)?;
        let advance = f32::from(self.face.glyph_hor_advance(glyph)?);
        Some((glyph.0, advance / f32::from(self.face.units_per_em())))
    }
}

/// Where a character is found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Found {
    pub(crate) face: u8,
    pub(crate) glyph: u16,
    /// Its advance in parts of the size.
    pub(crate) advance: f32,
    /// A substitute stands here, because no face has the character.
    pub(crate) substitute: bool,
}

const SUBSTITUTE: char = '\u{3013}';
/// How many faces there can be before those that the office brings itself.
const OURS: usize = Typeface::ALL.len() + RARE.len();

/// All faces of a document.
pub struct Fonts<'a> {
    files: &'a FontFiles,
    typefaces: Vec<Face<'a>>,
    rare: [OnceCell<Option<Face<'a>>>; RARE.len()],
    own: Vec<(Typeface, Face<'a>)>,
}

impl<'a> Fonts<'a> {
    /// Reads the fonts of all typefaces; the rare ones are unpacked when a character asks for them.
    ///
    /// # Errors
    /// Says which file is no font, or one that may not be embedded.
    pub fn new(files: &'a FontFiles) -> Result<Self, Fault> {
        let read = |typeface: Typeface| Face::read(files.of(typeface), 0, typeface.file());
        Ok(Self {
            files,
            typefaces: Typeface::ALL.into_iter().map(read).collect::<Result<_, _>>()?,
            rare: [const { OnceCell::new() }; RARE.len()],
            own: Vec::new(),
        })
    }

    /// Puts a font that the office has installed before ours in this typeface. It is embedded, never passed on.
    ///
    /// # Errors
    /// Says so if the bytes are no font, or one that may not be embedded.
    pub fn prefer(&mut self, typeface: Typeface, data: &'a [u8], index: u32) -> Result<(), Fault> {
        let face = Face::read(data, index, FontFile::Own)?;
        if self.own.len() + OURS > usize::from(u8::MAX) {
            return Err(Fault::UnreadableFont { file: FontFile::Own });
        }
        self.own.push((typeface, face));
        Ok(())
    }

    /// Whether any font has the character, so that a name can be looked at before it is printed.
    #[must_use]
    pub fn covers(&self, character: char) -> bool {
        is_silent(character) || !self.find(Typeface::Song, character).substitute
    }

    pub(crate) fn face(&self, number: u8) -> Option<&Face<'a>> {
        let number = usize::from(number);
        if let Some(face) = self.typefaces.get(number) {
            return Some(face);
        }
        match self.rare.get(number - self.typefaces.len()) {
            Some(cell) => cell.get()?.as_ref(),
            None => self.own.get(number - OURS).map(|(_, face)| face),
        }
    }

    pub(crate) fn find(&self, typeface: Typeface, character: char) -> Found {
        let found = self.in_chain(typeface, character);
        let substitute = found.is_none();
        let (face, (glyph, advance)) = found
            .or_else(|| self.in_typeface(Typeface::Song, SUBSTITUTE))
            .unwrap_or((0, (0, 1.0)));
        Found {
            face,
            glyph,
            advance,
            substitute,
        }
    }

    fn in_chain(&self, typeface: Typeface, character: char) -> Option<(u8, (u16, f32))> {
        // Latin letters and digits within Fang and Kai are set in Song, as typists do.
        let latin = character.is_ascii() && matches!(typeface, Typeface::Fang | Typeface::Kai);
        let first = if latin { Typeface::Song } else { typeface };
        self.in_own(first, character)
            .or_else(|| self.in_typeface(first, character))
            .or_else(|| self.in_typeface(Typeface::Song, character))
            .or_else(|| self.in_typeface(Typeface::Hei, character))
            .or_else(|| self.in_rare(character))
    }

    fn in_own(&self, typeface: Typeface, character: char) -> Option<(u8, (u16, f32))> {
        let mut own = self.own.iter().enumerate();
        own.find_map(|(place, (of, face))| {
            let glyph = (*of == typeface).then(|| face.glyph(character))??;
            Some((u8::try_from(OURS + place).ok()?, glyph))
        })
    }

    fn in_typeface(&self, typeface: Typeface, character: char) -> Option<(u8, (u16, f32))> {
        let place = Typeface::ALL.iter().position(|other| *other == typeface)?;
        let glyph = self.typefaces.get(place)?.glyph(character)?;
        Some((u8::try_from(place).ok()?, glyph))
    }

    fn in_rare(&self, character: char) -> Option<(u8, (u16, f32))> {
        let slice = Slice::of(character);
        let place = RARE.iter().position(|other| *other == slice)?;
        let face = self.rare.get(place)?.get_or_init(|| {
            let data = self.files.rare.unpacked(slice)?;
            Face::read(data, 0, FontFile::Rare(slice)).ok()
        });
        let glyph = face.as_ref()?.glyph(character)?;
        Some((u8::try_from(self.typefaces.len() + place).ok()?, glyph))
    }
}

/// Characters that take no room and need no glyph: joiners, marks of direction, selectors of variants.
pub(crate) fn is_silent(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0100}'..='\u{E01EF}')
        || (character.is_control() && character != '\n' && character != '\t')
}
