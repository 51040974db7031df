//! What a reading hands over, in order: the book, then sheet by sheet its head, its rows and its end.
//!
//! Everything is said as it stands in the file. What a row means, and whether a value is right, is for others.

/// What is asked of a book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// The sheet, from 0; without it every sheet.
    pub sheet: Option<u32>,
    /// So many rows of each sheet that are not blank; without it every row.
    pub rows: Option<u32>,
}

/// What the bytes are, whatever the name of the file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Excel since 2007, and WPS.
    Xlsx,
    /// The same in binary records.
    Xlsb,
    /// Excel 97 to 2003, and the old `.et`.
    Xls,
    /// Of LibreOffice.
    Ods,
    /// The XML of Excel 2003.
    SpreadsheetMl,
    /// Tables of a web page, also those named `.xls`, and those of the clipboard.
    Html,
    /// Tables of a Word document.
    Docx,
    /// Lines with separators, also those of the clipboard.
    Delimited,
}

/// The book as a whole, before any sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// What the bytes are.
    pub format: Format,
    /// How characters were written, where that was to be found out: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `GB18030`.
    pub encoding: Option<String>,
    /// What stands between the cells of a line.
    pub separator: Option<char>,
    /// Every sheet, also those that are not asked for. Where sheets have no names, they are numbered.
    pub sheets: Vec<SheetInfo>,
    /// What whoever reads should know.
    pub notes: Vec<Note>,
}

/// A sheet by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetInfo {
    /// The name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// Something that was noticed, of the book at its begin or of a sheet at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The book has macros, which were not run.
    Macros,
    /// Quotes that are not closed or stand in the middle: they were read as characters.
    QuotesTaken {
        /// The first row.
        row: u32,
        /// How many rows.
        rows: u32,
    },
    /// Bytes that are no character of this encoding stand as U+FFFD.
    Undecodable {
        /// The first row.
        row: u32,
        /// How many places.
        places: u32,
    },
    /// Characters of the private use area of GB 18030-2005 were replaced by those of GB 18030-2022.
    PrivateUse {
        /// How many.
        characters: u32,
    },
    /// Cells so far to the right that they were left out.
    BeyondColumns {
        /// How many.
        cells: u32,
        /// The first row.
        row: u32,
    },
    /// More merged areas than are told.
    TooManyAreas,
    /// What is hidden in this format is not looked for.
    HiddenUnknown,
}

/// A rectangle of cells. Rows are numbered as the sheet shows them, columns from 0 as in [`Part::Row`]; both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The first row.
    pub top: u32,
    /// The first column.
    pub left: u32,
    /// The last row.
    pub bottom: u32,
    /// The last column.
    pub right: u32,
}

/// What is known of a sheet before its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetHead {
    /// Its place in the book, from 0.
    pub index: u32,
    /// The name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Merged cells: the value stands in the first, the others come as [`Cell::Empty`].
    pub merges: Vec<Area>,
    /// The first hidden rows, at most [`MOST_HIDDEN`].
    pub hidden_rows: Vec<u32>,
    /// How many rows are hidden.
    pub hidden_row_count: u32,
    /// Hidden columns, from 0.
    pub hidden_columns: Vec<u32>,
    /// Whether a filter is set.
    pub filtered: bool,
}

/// So many hidden rows are named: all that a sheet can have, so that they can be left out.
pub const MOST_HIDDEN: usize = 1_048_576;
/// So many merged areas are told.
pub const MOST_AREAS: usize = 100_000;
/// Cells further to the right are left out, with a [`Note::BeyondColumns`].
pub const MOST_COLUMNS: u32 = 1_024;

/// What is known of a sheet after its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetEnd {
    /// How many rows were handed over.
    pub rows: u32,
    /// Whether these are all: not so where fewer were asked for.
    pub complete: bool,
    /// What was noticed on the way.
    pub notes: Vec<Note>,
}

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A text, with every blank that stands in it.
    Text(&'a str),
    /// A number. A code that comes as a number has lost its leading zeros and whatever stood behind its fifteenth digit.
    Number {
        /// The shortest decimal that is this number: digits, at most one point, no `.0`, and no exponent below 1E+21.
        text: &'a str,
        /// What the sheet shows, where its format keeps leading zeros, such as `0000`.
        shown: Option<&'a str>,
    },
    /// A day, `2016-10-08`, or a day and a time, `2016-10-08T09:30:00`.
    Date(&'a str),
    /// Yes or no.
    Bool(bool),
    /// An error that the sheet shows, such as `#REF!`.
    Error(&'a str),
    /// A formula that was never computed.
    NoValue,
}

impl Cell<'_> {
    /// Whether nothing is to be seen: blank texts are something.
    pub fn is_empty(&self) -> bool {
        matches!(self, Cell::Empty | Cell::Text(""))
    }
}

/// One part of a reading.
#[derive(Clone, Debug, PartialEq)]
pub enum Part<'a> {
    /// First of all.
    Book(Book),
    /// A sheet begins.
    Sheet(SheetHead),
    /// A row that is not blank.
    Row {
        /// As the sheet shows it, from 1; of lines the record's, blank ones included.
        number: u32,
        /// From the first column on, up to the last that is not empty.
        cells: &'a [Cell<'a>],
    },
    /// A sheet is over.
    SheetEnd(SheetEnd),
}

/// Whoever receives the parts wants no more of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop;

/// Where the parts go.
pub type Receiver<'r> = dyn FnMut(Part<'_>) -> Result<(), Stop> + 'r;

/// Why there is nothing to be read, or no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFault {
    /// Not one byte, or nothing but blanks.
    Empty,
    /// It wants a password.
    Encrypted,
    /// It is something else.
    NotATable(Stranger),
    /// It is cut or not as it should be.
    Damaged {
        /// For whoever helps.
        detail: String,
    },
    /// It is more than will be read.
    TooLarge(Limit),
    /// The book has fewer sheets.
    NoSuchSheet {
        /// What was asked for, from 0.
        sheet: u32,
        /// How many there are.
        sheets: u32,
    },
    /// The bytes could not be had.
    Io {
        /// For whoever helps.
        detail: String,
    },
    /// Whoever receives wanted no more.
    Stopped,
}

/// What a file is that is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stranger {
    /// A Word document of the old kind.
    OldWord,
    /// An old office document of another kind.
    OldOffice,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// An archive, or an office document without tables such as slides.
    Archive,
    /// A web page or document without a table.
    NoTable,
    /// A database.
    Database,
    /// Bytes that are no text.
    Binary,
}

/// What there is too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// What unpacks to far more than any list.
    Inflated,
    /// The file.
    File,
    /// One cell or one line.
    Cell,
    /// All texts together.
    Texts,
    /// Rows.
    Rows,
}

impl From<Stop> for ReadFault {
    fn from(_: Stop) -> Self {
        Self::Stopped
    }
}

impl ReadFault {
    pub(super) fn damaged(detail: impl ToString) -> Self {
        Self::Damaged {
            detail: detail.to_string(),
        }
    }
}

impl From<std::io::Error> for ReadFault {
    fn from(error: std::io::Error) -> Self {
        // Our own limits travel through readers that know nothing but this kind of error.
        match error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<OverLimit>())
        {
            Some(OverLimit(limit)) => Self::TooLarge(*limit),
            None if error.kind() == std::io::ErrorKind::InvalidData
                || error.kind() == std::io::ErrorKind::UnexpectedEof
                || error.kind() == std::io::ErrorKind::InvalidInput =>
            {
                Self::damaged(error)
            }
            None => Self::Io {
                detail: error.to_string(),
            },
        }
    }
}

/// A limit on its way through `std::io`.
#[derive(Debug)]
pub(super) struct OverLimit(pub(super) Limit);

impl std::fmt::Display for OverLimit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "over the limit of {:?}", self.0)
    }
}

impl std::error::Error for OverLimit {}

impl From<OverLimit> for std::io::Error {
    fn from(over: OverLimit) -> Self {
        Self::other(over)
    }
}
