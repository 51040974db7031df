//! What the system's window of files is called, and the files that it shows.

use super::{FileKind, FilePurpose};

const ALL: FileKind = FileKind {
    label: "所有文件",
    endings: &[],
};
const ROSTERS: FileKind = FileKind {
    label: "表格、文本和 Word 文件",
    endings: &[
        "xlsx", "xlsm", "xlsb", "xls", "et", "ods", "csv", "tsv", "txt", "docx", "html", "htm", "xml",
    ],
};
const BACKUPS: FileKind = FileKind {
    label: "阳光摇号的备份",
    endings: &["sunlot-backup"],
};
const ANCHORS: FileKind = FileKind {
    label: "锚点文件",
    endings: &["json"],
};
const DOCUMENTS: FileKind = FileKind {
    label: "文档和扫描件",
    endings: &[
        "doc", "docx", "wps", "ofd", "pdf", "txt", "rtf", "xls", "xlsx", "et", "jpg", "jpeg", "png",
    ],
};
/// What the program writes.
const WRITTEN: &[FileKind] = &[
    FileKind {
        label: "Excel 表格",
        endings: &["xlsx"],
    },
    FileKind {
        label: "CSV 文本",
        endings: &["csv"],
    },
    FileKind {
        label: "网页",
        endings: &["html"],
    },
];

/// What the button is called that chooses nothing.
pub(super) const STOP: &str = "取消";

impl FilePurpose {
    /// What the window is called.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Roster => "选择名单文件",
            Self::List => "导出到",
            Self::Template => "空白模板存到",
            Self::Backup => "选择备份文件",
            Self::Anchor => "选择锚点文件",
            Self::Folder => "选择文件夹",
            Self::Attachment => "选择附件",
            Self::AttachmentCopy => "附件另存为",
        }
    }

    /// What its button is called.
    pub(super) fn verb(self) -> &'static str {
        match self {
            Self::Roster | Self::Backup | Self::Anchor | Self::Folder | Self::Attachment => "选择",
            Self::List | Self::Template | Self::AttachmentCopy => "保存",
        }
    }
}

/// Which files are shown.
pub(super) fn kinds(purpose: FilePurpose, name: Option<&str>) -> Vec<FileKind> {
    match purpose {
        FilePurpose::Roster => vec![ROSTERS, ALL],
        FilePurpose::Backup => vec![BACKUPS, ALL],
        FilePurpose::Anchor => vec![ANCHORS, ALL],
        FilePurpose::Attachment => vec![DOCUMENTS, ALL],
        // A copy keeps the ending of what was attached, whatever that is.
        FilePurpose::Folder | FilePurpose::AttachmentCopy => Vec::new(),
        FilePurpose::List | FilePurpose::Template => {
            let ending = name
                .and_then(|name| name.rsplit_once('.'))
                .map(|(_, ending)| ending);
            let alike = |kind: &&FileKind| ending.is_some_and(|ending| kind.endings.contains(&ending));
            WRITTEN.iter().filter(alike).copied().collect()
        }
    }
}
