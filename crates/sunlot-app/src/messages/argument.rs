//! The words about what stands on the command line.

use super::{Words, words};

/// Where the command line explains itself.
const SEE_HELP: &str = "用 sunlot --help 或“sunlot 命令 --help”查看写法。";

/// A word that is no command.
pub(super) fn no_command(command: &str) -> Words {
    words(format!("没有“{command}”这个命令。"), SEE_HELP)
}

/// No command at all.
pub(super) fn nothing() -> Words {
    words("还要写明做什么。", SEE_HELP)
}

/// An argument that does not exist.
pub(super) fn unknown(argument: &str) -> Words {
    words(format!("不认识参数“{argument}”。"), SEE_HELP)
}

/// An argument that must be there.
pub(super) fn missing(argument: &str) -> Words {
    words(format!("缺少参数“{argument}”。"), SEE_HELP)
}

/// An argument without its value.
pub(super) fn without_value(argument: &str) -> Words {
    words(format!("参数“{argument}”后面要写值。"), SEE_HELP)
}

/// A value that an argument does not take.
pub(super) fn wrong(argument: &str, value: &str) -> Words {
    words(format!("参数“{argument}”的值“{value}”不能用。"), SEE_HELP)
}

/// A value that is not among those that there are.
pub(super) fn not_among(argument: &str, value: &str, among: &[String]) -> Words {
    words(
        format!("参数“{argument}”的值“{value}”不能用。"),
        format!("可以写：{}。", among.join("、")),
    )
}

/// An argument given twice, or beside one that excludes it.
pub(super) fn twice(argument: &str) -> Words {
    words(
        format!("参数“{argument}”写了两次，或不能与别的参数同时用。"),
        SEE_HELP,
    )
}

/// A number that nobody has in a draw.
pub(super) fn no_number(asked: &str, strata: &[(String, u64)]) -> Words {
    let range = |(key, size): &(String, u64)| format!("{key}-1 至 {key}-{size}");
    let numbers: Vec<String> = strata.iter().filter(|(_, size)| *size > 0).map(range).collect();
    words(
        format!("没有抽签号“{asked}”。"),
        format!(
            "本次的抽签号：{}。请核对后再查；只知道编号的，用 --id 查。",
            numbers.join("，")
        ),
    )
}
