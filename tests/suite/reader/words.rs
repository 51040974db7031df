//! Every reason why a table is not read, for the golden text.

use sunlot_app::reader::{Limit, ReaderFault, SourceName, Stranger};

/// One of each, and each kind of stranger and limit.
pub fn reader_faults() -> Vec<ReaderFault> {
    let source = || SourceName::File("徐水区名单.xlsx".to_owned());
    let pasted = || SourceName::Pasted;
    let mut faults = vec![
        ReaderFault::TableMissing { source: source() },
        ReaderFault::TableNoFile { source: source() },
        ReaderFault::TableNotPermitted { source: source() },
        ReaderFault::TableHeld { source: source() },
        ReaderFault::TableUnread { source: source() },
        ReaderFault::TableEmpty { source: source() },
        ReaderFault::TableEmpty { source: pasted() },
        ReaderFault::TableEncrypted { source: source() },
        ReaderFault::TableDamaged {
            source: source(),
            rows: 0,
        },
        ReaderFault::TableDamaged {
            source: source(),
            rows: 812,
        },
        ReaderFault::SheetMissing {
            source: source(),
            sheet: 4,
            sheets: 2,
        },
        ReaderFault::ReadingTooSlow {
            source: source(),
            seconds: 65,
        },
        ReaderFault::ReadingTooBig { source: source() },
        ReaderFault::ReadingDied { source: source() },
        ReaderFault::ReadingGarbled { source: source() },
        ReaderFault::ReadingNotStarted,
        ReaderFault::ReadingStopped,
    ];
    let strangers = [
        Stranger::OldWord,
        Stranger::OldOffice,
        Stranger::Pdf,
        Stranger::Picture,
        Stranger::Archive,
        Stranger::NoTable,
        Stranger::Database,
        Stranger::Binary,
    ];
    faults.extend(strangers.map(|what| ReaderFault::NotATable {
        source: source(),
        what,
    }));
    let limits = [
        Limit::Inflated,
        Limit::File,
        Limit::Cell,
        Limit::Texts,
        Limit::Rows,
    ];
    faults.extend(limits.map(|limit| ReaderFault::TableTooLarge {
        source: source(),
        limit,
    }));
    faults
}
