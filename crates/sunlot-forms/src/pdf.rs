//! Pages as a PDF file. The same pages, fonts and imprint give the same bytes.
//!
//! Of each face only the glyphs that the document shows are embedded, once for all its pages. Where two characters
//! share a glyph, the face is embedded twice, so that text read back from the file is the text that was printed.

use std::collections::BTreeMap;

use lopdf::{Object, StringFormat};
use printpdf::{
    Codepoint, Color, FontId, Greyscale, Line, LineDashPattern, LinePoint, Mm, Op, PaintMode, ParsedFont,
    PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, RawImage,
    RawImageData, RawImageFormat, TextItem as Words, TextMatrix, WindingOrder, XObject, XObjectId,
    XObjectTransform,
};
use subsetter::GlyphRemapper;

use crate::font::Fonts;
use crate::items::{Item, Picture, TextItem};
use crate::page::Laid;
use crate::problem::Fault;

/// What a file says of itself. Nothing of it is asked of a clock or of chance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imprint {
    /// Who made it: the office.
    pub author: String,
    /// With which program.
    pub producer: String,
    /// When it was made.
    pub made: Made,
    /// What tells this file from every other: part of a digest of what it was made from.
    pub id: [u8; 16],
}

/// A moment on a clock of an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// Year, month, day.
    pub date: (u16, u8, u8),
    /// Hour, minute, second.
    pub time: (u8, u8, u8),
    /// Minutes before (positive: ahead of) UTC.
    pub ahead: i16,
}

/// Writes the file.
///
/// # Errors
/// Says which font cannot be embedded, or what kept the file from being written.
pub fn write(fonts: &Fonts<'_>, laid: &Laid, imprint: &Imprint) -> Result<Vec<u8>, Fault> {
    let cuts = Cuts::of(laid);
    let mut document = PdfDocument::new(&laid.title);
    for (place, cut) in cuts.cuts.iter().enumerate() {
        let font = cut.embed(fonts, place)?;
        document
            .resources
            .fonts
            .map
            .insert(font_id(place), PdfFont::new(font));
    }
    let mut pictures = 0;
    for items in &laid.pages {
        let mut writer = PageWriter {
            height: laid.size.1,
            cuts: &cuts,
            ops: Vec::new(),
            state: State::default(),
        };
        for item in items {
            if let Item::Picture { area, picture } = item {
                pictures += 1;
                let id = XObjectId(format!("P{pictures:04}"));
                let image = XObject::Image(raw(picture)?);
                document.resources.xobjects.map.insert(id.clone(), image);
                writer.picture(id, *area, picture);
            } else {
                writer.item(item);
            }
        }
        writer.end_text();
        let (width, height) = (Pt(laid.size.0), Pt(laid.size.1));
        document
            .pages
            .push(PdfPage::new(Mm::from(width), Mm::from(height), writer.ops));
    }
    finish(&document, laid, imprint)
}

/// Replaces what printpdf invents: its version, its random id, its empty fields.
fn finish(document: &PdfDocument, laid: &Laid, imprint: &Imprint) -> Result<Vec<u8>, Fault> {
    let mut warnings = Vec::new();
    let mut file = printpdf::to_lopdf_doc(document, &PdfSaveOptions::default(), &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(Fault::Writer {
            said: warning.msg.clone(),
        });
    }
    file.version = "1.7".to_owned();
    let id = Object::String(imprint.id.to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
    let made = date(imprint.made);
    let info = lopdf::Dictionary::from_iter([
        ("Title", lopdf::text_string(&laid.title)),
        ("Author", lopdf::text_string(&imprint.author)),
        ("Producer", lopdf::text_string(&imprint.producer)),
        ("CreationDate", Object::string_literal(made.clone())),
        ("ModDate", Object::string_literal(made)),
    ]);
    let said = |error: &dyn std::fmt::Display| Fault::Writer {
        said: error.to_string(),
    };
    let place = file.trailer.get(b"Info").and_then(Object::as_reference);
    file.set_object(place.map_err(|error| said(&error))?, info);
    let catalog = file.catalog_mut().map_err(|error| said(&error))?;
    catalog.set("Lang", Object::string_literal("zh-CN"));
    let shown = lopdf::Dictionary::from_iter([("DisplayDocTitle", Object::Boolean(true))]);
    catalog.set("ViewerPreferences", shown);
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|error| said(&error))?;
    Ok(bytes)
}

fn date(made: Made) -> String {
    let ((year, month, day), (hour, minute, second)) = (made.date, made.time);
    let sign = if made.ahead < 0 { '-' } else { '+' };
    let ahead = made.ahead.unsigned_abs();
    format!(
        "D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}{sign}{:02}'{:02}'",
        ahead / 60,
        ahead % 60
    )
}

/// The glyphs of one face that a document shows, each for one character.
struct Cut {
    face: u8,
    glyphs: BTreeMap<u16, char>,
    remapped: GlyphRemapper,
}

impl Cut {
    fn embed(&self, fonts: &Fonts<'_>, place: usize) -> Result<ParsedFont, Fault> {
        let face = fonts.face(self.face).ok_or_else(|| Fault::Writer {
            said: format!("no face {}", self.face),
        })?;
        let unreadable = || Fault::UnreadableFont { file: face.file };
        let bytes = subsetter::subset(face.data, face.index, &self.remapped).map_err(|_| unreadable())?;
        let mut font = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new()).ok_or_else(unreadable)?;
        font.font_name = Some(format!("{}+{}", tag(place), face.name));
        Ok(font)
    }
}

/// Six capitals that say that a font is a part of one.
fn tag(place: usize) -> String {
    let mut rest = place;
    let mut letters = ['A'; 6];
    for letter in letters.iter_mut().rev() {
        *letter = char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0));
        rest /= 26;
    }
    letters.iter().collect()
}

fn font_id(place: usize) -> FontId {
    FontId(format!("T{place}"))
}

/// All cuts of a document, and where each glyph went.
struct Cuts {
    cuts: Vec<Cut>,
    places: BTreeMap<(u8, u16, char), usize>,
}

impl Cuts {
    fn of(laid: &Laid) -> Self {
        let mut shown = std::collections::BTreeSet::new();
        for item in laid.pages.iter().flatten() {
            if let Item::Text(text) = item {
                shown.extend(
                    text.glyphs
                        .iter()
                        .map(|shown| (text.face, shown.glyph, shown.character)),
                );
            }
        }
        let mut cuts: Vec<Cut> = Vec::new();
        let mut places = BTreeMap::new();
        for (face, glyph, character) in shown {
            let free = |cut: &Cut| cut.face == face && !cut.glyphs.contains_key(&glyph);
            let place = cuts.iter().position(free).unwrap_or_else(|| {
                cuts.push(Cut {
                    face,
                    glyphs: BTreeMap::new(),
                    remapped: GlyphRemapper::new(),
                });
                cuts.len() - 1
            });
            cuts[place].glyphs.insert(glyph, character);
            cuts[place].remapped.remap(glyph);
            places.insert((face, glyph, character), place);
        }
        Self { cuts, places }
    }

    /// The cut and the number in it.
    fn find(&self, face: u8, glyph: u16, character: char) -> Option<(usize, u16)> {
        let place = *self.places.get(&(face, glyph, character))?;
        Some((place, self.cuts.get(place)?.remapped.get(glyph)?))
    }
}

/// What has been set before on this page.
#[derive(Default)]
struct State {
    in_text: bool,
    font: Option<(usize, f32)>,
    grey: f32,
    thickness: Option<f32>,
    dash: Option<f32>,
}

struct PageWriter<'a> {
    height: f32,
    cuts: &'a Cuts,
    ops: Vec<Op>,
    state: State,
}

impl PageWriter<'_> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Text(text) => self.text(text),
            Item::Line {
                from,
                to,
                width,
                dash,
            } => {
                self.end_text();
                self.thickness(*width, *dash);
                let points = vec![self.point(from.0, from.1), self.point(to.0, to.1)];
                self.ops.push(Op::DrawLine {
                    line: Line {
                        points,
                        is_closed: false,
                    },
                });
            }
            Item::Rect { area, fill, stroke } => {
                self.end_text();
                if let Some(grey) = fill {
                    self.grey(*grey);
                    self.polygon(&[*area], PaintMode::Fill);
                }
                if let Some(width) = stroke {
                    self.thickness(*width, None);
                    self.polygon(&[*area], PaintMode::Stroke);
                }
            }
            Item::Squares(areas) => {
                self.end_text();
                self.grey(0.0);
                self.polygon(areas, PaintMode::Fill);
            }
            Item::Picture { .. } => {}
        }
    }

    fn text(&mut self, text: &TextItem) {
        let mut pen = if text.turned { text.x + text.width } else { text.x };
        let mut rest = text.glyphs.as_slice();
        while let Some(first) = rest.first() {
            let Some((place, _)) = self.cuts.find(text.face, first.glyph, first.character) else {
                return;
            };
            // Only where two characters share a glyph does a run go on in another cut.
            let numbers: Vec<Codepoint> = rest
                .iter()
                .map_while(|shown| {
                    let (other, number) = self.cuts.find(text.face, shown.glyph, shown.character)?;
                    (other == place).then(|| Codepoint::with_cid(number, 0.0, shown.character.to_string()))
                })
                .collect();
            let (now, later) = rest.split_at(numbers.len());
            self.show(text, place, pen, numbers);
            let done = now.iter().map(|shown| shown.advance).sum::<f32>();
            pen += if text.turned { -done } else { done };
            rest = later;
        }
    }

    fn show(&mut self, text: &TextItem, place: usize, x: f32, numbers: Vec<Codepoint>) {
        self.grey(text.grey);
        if !self.state.in_text {
            self.ops.push(Op::StartTextSection);
            self.state.in_text = true;
        }
        if self.state.font != Some((place, text.size)) {
            let font = PdfFontHandle::External(font_id(place));
            self.ops.push(Op::SetFont {
                font,
                size: Pt(text.size),
            });
            self.state.font = Some((place, text.size));
        }
        let spacing = round(text.spacing);
        let upright = if text.turned { -1.0 } else { 1.0 };
        let matrix = [
            upright,
            0.0,
            0.0,
            upright,
            round(x),
            round(self.height - text.baseline),
        ];
        self.ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Raw(matrix),
        });
        // Said every time: between position and text it keeps printpdf from joining what stands apart.
        self.ops.push(Op::SetCharacterSpacing { multiplier: spacing });
        self.ops.push(Op::ShowText {
            items: vec![Words::GlyphIds(numbers)],
        });
    }

    fn picture(&mut self, id: XObjectId, area: (f32, f32, f32, f32), picture: &Picture) {
        self.end_text();
        // At 72 dots to the inch a dot is a point; the scales do the rest.
        let (left, top, width, height) = area;
        self.ops.push(Op::UseXobject {
            id,
            transform: XObjectTransform {
                translate_x: Some(Pt(round(left))),
                translate_y: Some(Pt(round(self.height - top - height))),
                scale_x: Some(width / dots(picture.width)),
                scale_y: Some(height / dots(picture.height)),
                dpi: Some(72.0),
                ..XObjectTransform::default()
            },
        });
    }

    fn end_text(&mut self) {
        if self.state.in_text {
            self.ops.push(Op::EndTextSection);
            self.state.in_text = false;
        }
    }

    fn grey(&mut self, grey: f32) {
        if (self.state.grey - grey).abs() > f32::EPSILON {
            let col = Color::Greyscale(Greyscale::new(grey, None));
            self.ops.push(Op::SetFillColor { col });
            self.state.grey = grey;
        }
    }

    fn thickness(&mut self, width: f32, dash: Option<f32>) {
        if self.state.thickness != Some(width) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(width) });
            self.state.thickness = Some(width);
        }
        if self.state.dash != dash {
            let pattern: Vec<f32> = dash.map(|length| vec![length, length]).unwrap_or_default();
            self.ops.push(Op::SetLineDashPattern {
                dash: LineDashPattern {
                    pattern: pattern.into(),
                    ..LineDashPattern::default()
                },
            });
            self.state.dash = dash;
        }
    }

    fn polygon(&mut self, areas: &[(f32, f32, f32, f32)], mode: PaintMode) {
        let ring = |&(left, top, width, height): &(f32, f32, f32, f32)| PolygonRing {
            points: vec![
                self.point(left, top),
                self.point(left + width, top),
                self.point(left + width, top + height),
                self.point(left, top + height),
            ],
        };
        let polygon = Polygon {
            rings: areas.iter().map(ring).collect(),
            mode,
            winding_order: WindingOrder::NonZero,
        };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn point(&self, x: f32, y: f32) -> LinePoint {
        LinePoint {
            p: Point {
                x: Pt(round(x)),
                y: Pt(round(self.height - y)),
            },
            bezier: false,
        }
    }
}

/// A thousandth of a point is less than any printer shows.
fn round(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}

fn dots(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

fn raw(picture: &Picture) -> Result<RawImage, Fault> {
    if !picture.is_whole() {
        return Err(Fault::BrokenPicture);
    }
    let data_format = if picture.coloured {
        RawImageFormat::RGB8
    } else {
        RawImageFormat::R8
    };
    Ok(RawImage {
        pixels: RawImageData::U8(picture.dots.clone()),
        width: picture.width,
        height: picture.height,
        data_format,
        tag: Vec::new(),
    })
}
