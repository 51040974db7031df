//! One event of each kind about ceremonies and draws.

use crate::Kind;
use crate::event::draw::{
    CardLaid, CeremonyEdit, CeremonyRemark, CeremonyStep, DrawChange, DrawEnd, DrawSeal, DrawShown,
    DrawSigned, NumberGiven, SecretCopy,
};

const DRAW: &str = "YH-2026-007";
const TITLE: &str = "防雷装置检测质量抽查";

/// One of each, in their order.
pub(super) fn draws() -> Vec<Kind> {
    let (draw, title) = (|| DRAW.to_owned(), || TITLE.to_owned());
    let (ceremony, task) = (|| "YS-0007".to_owned(), || "RW-0001".to_owned());
    let number = || NumberGiven {
        draw: draw(),
        seat: 2,
        digits: "4829137".to_owned(),
        again: false,
    };
    vec![
        Kind::CeremonySaved(CeremonyEdit {
            ceremony: ceremony(),
            task: task(),
            title: title(),
            rehearsal: false,
            seats: 3,
        }),
        Kind::CeremonyMoved(CeremonyStep {
            ceremony: ceremony(),
            draw: draw(),
            task: task(),
            title: title(),
            rehearsal: false,
            state: "cards".to_owned(),
            told: String::new(),
        }),
        Kind::CeremonyNoted(CeremonyRemark {
            ceremony: ceremony(),
            draw: draw(),
            kind: "objection".to_owned(),
            who: "见证人2".to_owned(),
            words: "名单里少了一户".to_owned(),
        }),
        Kind::DrawSealed(DrawSeal {
            draw: draw(),
            task: task(),
            title: title(),
            rehearsal: false,
            sequence: 7,
            attempt: 1,
            candidates: 312,
            quota: 21,
            code: "KMWM-RBS1-F3D1-R8GB-FEXE-KT33-J4PD-2HK0".to_owned(),
            seats: 3,
        }),
        Kind::CardLaid(CardLaid {
            draw: draw(),
            seat: 2,
            down: true,
        }),
        Kind::NumberTyped(number()),
        Kind::NumberConfirmed(number()),
        Kind::DrawEnded(DrawEnd {
            draw: draw(),
            task: task(),
            title: title(),
            rehearsal: false,
            sequence: 7,
            attempt: 1,
            outcome: "drawn".to_owned(),
            digest: "5d".repeat(32),
            selected: 21,
            unfilled: 0,
            reason: String::new(),
        }),
        Kind::DrawSigned(DrawSigned {
            draw: draw(),
            count: 1,
            fingerprint: "9f".repeat(16),
        }),
        Kind::EnvelopePrinted(SecretCopy {
            draw: draw(),
            rehearsal: false,
            number: 2,
        }),
        Kind::DrawPublished(DrawShown {
            draw: draw(),
            folder: "E:\\摇号-007".to_owned(),
            names: true,
            digest: "5d".repeat(32),
        }),
        Kind::DrawAmended(DrawChange {
            draw: draw(),
            task: task(),
            title: title(),
            rehearsal: false,
            number: 1,
            kind: "drop-target".to_owned(),
            what: "A-0371 安肃臧记饲料有限公司退出".to_owned(),
            reason: "已注销、吊销或者歇业".to_owned(),
            digest: "7a".repeat(32),
        }),
    ]
}
