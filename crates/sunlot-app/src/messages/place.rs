//! What is said of folders and files where something may not be.

use super::{Words, words};

/// There is an office already where the sample was to be.
pub(super) fn office_there(folder: &str) -> Words {
    words(
        format!("文件夹“{folder}”里已经有单位数据。"),
        "示例只放进空文件夹，不与真实数据混在一起。请另指定一个空文件夹。",
    )
}

/// The window of another office did not open.
pub(super) fn window_unopened(folder: &str) -> Words {
    words(
        format!("打不开“{folder}”的窗口。"),
        "请重试；还不行，请在命令行运行 sunlot demo 文件夹，再用 --office 打开那个文件夹。",
    )
}

/// A list was to be written among the office's own data.
pub(super) fn in_office(file: &str) -> Words {
    words(
        format!("“{file}”在单位文件夹里，那里只放本单位的数据，不能往里写。"),
        "请写到别的文件夹；不指明位置，就放在单位文件夹的 outbox 里。没有改动任何文件。",
    )
}
