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

/// A list was to be written where another file is.
pub(super) fn taken(file: &str) -> Words {
    words(
        format!("已经有“{file}”这个文件了，没有写。"),
        "请换一个文件名；确实要替换它，用“另存为…”选中它并确认，命令行加 --force。原来的文件没有动。",
    )
}

/// The name of a file promises another format.
pub(super) fn ending(file: &str, ending: &str) -> Words {
    words(
        format!("“{file}”的扩展名与要写的格式不符，没有写。"),
        format!("这种格式的文件名以 .{ending} 结尾，不写扩展名就自动加上；要别的格式，请另选格式。"),
    )
}

/// There is no room.
pub(super) fn full(file: &str) -> Words {
    words(
        format!("放“{file}”的磁盘满了，没有写成。"),
        "请清理磁盘空间，或换一个地方后重试。原来的同名文件没有动。",
    )
}

/// Nothing may be written there.
pub(super) fn not_writable(file: &str) -> Words {
    words(
        format!("“{file}”不能写入。"),
        "请检查文件夹的权限、U 盘是否写保护，文件是否正被别的程序打开；也可以换一个地方。",
    )
}

/// The folder does not exist.
pub(super) fn missing(file: &str) -> Words {
    words(
        format!("放“{file}”的文件夹不存在。"),
        "请核对文件夹，或先把它建好；如果是 U 盘，请看是否还插着。",
    )
}

/// It was not written.
pub(super) fn failed(file: &str) -> Words {
    words(
        format!("“{file}”没有写成。"),
        "请检查磁盘或 U 盘是否还连接着，然后重试。原来的同名文件没有动。",
    )
}
