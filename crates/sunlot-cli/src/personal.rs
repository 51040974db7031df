//! `sunlot personal …`: values that an office keeps on purpose.

use sunlot_app::labels::moment;
use sunlot_app::personal::{
    Holder, HolderKind, PersonalErase, PersonalField, PersonalItem, PersonalKeep, PersonalShow, PersonalView,
};
use sunlot_app::{Desk, Error, Reason, Result};

use crate::account::typed;
use crate::args::personal::{PersonalVerb, Which};
use crate::output::{Output, Status};

pub(crate) fn run(desk: &Desk, verb: PersonalVerb, output: &Output) -> Result<Status> {
    match verb {
        PersonalVerb::List => output.answer(&desk.personal_view()?, listed),
        PersonalVerb::Keep { which, value_file } => {
            let view = desk.personal_keep(&PersonalKeep {
                holder: holder(&which),
                field: field(&which)?,
                value: typed(&value_file)?,
                reason: which.reason,
            })?;
            output.answer(&view, |view| format!("已经加密保留。\n{}", listed(view)));
        }
        PersonalVerb::Show(which) => {
            let shown = desk.personal_show(&PersonalShow {
                holder: holder(&which),
                field: field(&which)?,
                reason: which.reason,
            })?;
            output.answer(&shown, |shown| {
                format!("{}的{}：{}\n", shown.holder, shown.field, shown.value.as_str())
            });
        }
        PersonalVerb::Erase(which) => {
            let erased = desk.personal_erase(&PersonalErase {
                holder: holder(&which),
                field: field(&which)?,
                reason: which.reason,
            })?;
            output.answer(&erased, |erased| {
                let remains: String = erased
                    .remains
                    .iter()
                    .map(|told| format!("注意：{told}\n"))
                    .collect();
                format!("本机已经抹去，不能找回。\n{remains}{}", listed(&erased.view))
            });
        }
    }
    Ok(Status::Done)
}

fn holder(which: &Which) -> Holder {
    Holder {
        kind: HolderKind::Account,
        id: which.account.clone(),
    }
}

fn field(which: &Which) -> Result<PersonalField> {
    which.field.parse().map_err(|_| {
        let (argument, value) = ("--field".to_owned(), which.field.clone());
        Error::new(Reason::ArgumentValueWrong { argument, value }, "")
    })
}

fn listed(view: &PersonalView) -> String {
    if view.items.is_empty() {
        return "没有保留任何个人信息。\n".to_owned();
    }
    let items: String = view.items.iter().map(told).collect();
    format!("保留的个人信息 {} 项\n{items}", view.items.len())
}

fn told(item: &PersonalItem) -> String {
    let value = match (&item.masked, &item.failure) {
        (Some(masked), _) => masked.clone(),
        (None, Some(failure)) => failure.message.clone(),
        (None, None) => String::new(),
    };
    format!(
        "  {}  {}  {value}\n      {} {} 决定保留，理由：{}\n",
        item.holder_label,
        item.field_label,
        moment(&item.since),
        item.by,
        item.reason
    )
}
