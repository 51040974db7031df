//! A blank roster to be filled in: a sheet with headings whose cells are texts, so that no code becomes a number, with
//! pull-downs where there is a choice; and a sheet that explains the columns.

use std::io::{self, Seek, Write};

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use crate::write::{failed, properties};
use crate::{Imprint, Table};

/// So many rows below the headings have pull-downs and cells for texts.
const ROWS: u32 = 5_000;

/// A blank roster.
#[derive(Clone, Debug)]
pub struct Template {
    /// What the sheet to be filled in is called.
    pub sheet: String,
    /// What the sheet that explains is called.
    pub notes: String,
    /// The headings of that sheet: heading, whether needed, how to fill in.
    pub note_headings: [String; 3],
    /// The columns.
    pub columns: Vec<TemplateColumn>,
    /// Who made the file, and when.
    pub imprint: Imprint,
}

/// A column to be filled in.
#[derive(Clone, Debug)]
pub struct TemplateColumn {
    /// Its heading.
    pub heading: String,
    /// How wide it is, in characters.
    pub width: f64,
    /// What may be chosen; empty: anything may be typed.
    pub choices: Vec<String>,
    /// Whether it must be filled in, in a word.
    pub need: String,
    /// How to fill it in.
    pub note: String,
}

/// Writes a blank roster as xlsx.
pub fn write_template(out: impl Write + Seek + Send, template: &Template) -> io::Result<()> {
    write(out, template).map_err(failed)
}

fn write(out: impl Write + Seek + Send, template: &Template) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let table = Table {
        sheet: template.sheet.clone(),
        title: template.sheet.clone(),
        columns: Vec::new(),
        imprint: template.imprint.clone(),
    };
    workbook.set_properties(&properties(&table)?);
    blank(workbook.add_worksheet(), template)?;
    explain(workbook.add_worksheet(), template)?;
    workbook.save_to_writer(out)
}

fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_background_color("EDE8DC")
        .set_border_bottom(FormatBorder::Thin)
}

fn blank(sheet: &mut Worksheet, template: &Template) -> Result<(), XlsxError> {
    sheet.set_name(&template.sheet)?;
    sheet.set_freeze_panes(1, 0)?;
    // "@": whatever is typed there stays a text, and no code loses its end.
    let text = Format::new().set_num_format("@");
    for (column, number) in template.columns.iter().zip(0u16..) {
        sheet.set_column_width(number, column.width)?;
        sheet.set_column_format(number, &text)?;
        sheet.write_string_with_format(0, number, &column.heading, &heading())?;
        if !column.choices.is_empty() {
            // A word that is not in the list is asked about when the roster is taken over, and need not be refused here.
            let list = DataValidation::new()
                .allow_list_strings(&column.choices)?
                .set_error_style(DataValidationErrorStyle::Warning);
            sheet.add_data_validation(1, number, ROWS, number, &list)?;
        }
    }
    Ok(())
}

fn explain(sheet: &mut Worksheet, template: &Template) -> Result<(), XlsxError> {
    sheet.set_name(&template.notes)?;
    sheet.set_freeze_panes(1, 0)?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for ((text, width), number) in template.note_headings.iter().zip([28.0, 10.0, 80.0]).zip(0u16..) {
        sheet.set_column_width(number, width)?;
        sheet.write_string_with_format(0, number, text, &heading())?;
    }
    for (column, row) in template.columns.iter().zip(1u32..) {
        sheet.write_string_with_format(row, 0, &column.heading, &wrapped)?;
        sheet.write_string_with_format(row, 1, &column.need, &wrapped)?;
        sheet.write_string_with_format(row, 2, &column.note, &wrapped)?;
    }
    Ok(())
}
