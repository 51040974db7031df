//! Chains made by hand: what a true one says, what is found in a false one, and that a signature of one kind never stands
//! under another (T16).

use ed25519_dalek::{Signer, SigningKey};
use sunlot_draw::manifest::Office;
use sunlot_draw::record::Algorithm;
use sunlot_draw::station::{
    Act, Chain, Flaw, Judged, Opening, Signed, Statement, StatementSignature, Trust, judge,
};
use sunlot_draw::{Digest, Protocol, PublicKey, SignatureBytes, Text, Time, signature};

/// A key of one byte, repeated.
pub fn key(byte: u8) -> SigningKey {
    SigningKey::from_bytes(&[byte; 32])
}

pub fn public(byte: u8) -> PublicKey {
    PublicKey::new(key(byte).verifying_key().to_bytes())
}

pub fn time(at: &str) -> Time {
    Time::new(at).expect("a time")
}

fn text(text: &str) -> Text {
    Text::new(text).expect("a text")
}

pub fn sign(byte: u8, message: &[u8]) -> StatementSignature {
    StatementSignature {
        alg: Algorithm::Ed25519,
        public_key: public(byte),
        sig: SignatureBytes::new(key(byte).sign(message).to_bytes()),
    }
}

/// The next statement after a chain: day and hour follow from its number.
pub fn next(chain: &Chain, act: Act, from: Option<u8>, to: u8) -> Statement {
    let last = chain.statements.last().map(|signed| &signed.statement);
    let sequence = last.map_or(1, |last| last.sequence + 1);
    let comes = act != Act::Revoked;
    Statement {
        at: time(&format!("2026-11-{:02}T09:00:00+08:00", sequence * 2)),
        certificate: comes.then(|| Digest::new([to; 32])),
        epoch: 1,
        former: from.filter(|_| comes).map(public),
        key: public(to),
        office: Office {
            code: text("11139931MB00000012"),
            name: text("清源县应急管理局"),
        },
        previous: last.map_or(Digest::ZERO, Statement::digest),
        reason: text("每年更换"),
        sequence,
        since: (!comes).then(|| time(&format!("2026-11-{:02}T09:00:00+08:00", sequence * 2 - 1))),
        act,
    }
}

/// Appends a statement, signed by these.
pub fn append(chain: &mut Chain, statement: Statement, signers: &[u8]) {
    let signatures = signers
        .iter()
        .map(|byte| sign(*byte, statement.digest().bytes()))
        .collect();
    chain.statements.push(Signed {
        signatures,
        statement,
    });
}

/// 1 made on the 2nd, 2 in its place on the 4th, 3 after the loss of 2 on the 6th, which is revoked from the 7th on.
pub fn story() -> Chain {
    let mut chain = Chain::default();
    for (act, from, to, signers) in [
        (Act::Made, None, 1, &[1][..]),
        (Act::Rotated, Some(1), 2, &[1, 2]),
        (Act::Lost, Some(2), 3, &[3]),
        (Act::Revoked, None, 3, &[3]),
        (Act::Made, None, 4, &[4]),
    ] {
        let statement = next(&chain, act, from, to);
        append(&mut chain, statement, signers);
    }
    chain
}

fn flaws(chain: &Chain) -> Vec<(String, Flaw)> {
    let judged = judge(chain);
    let kept = judged.flaws.kept().iter();
    kept.map(|problem| (problem.path.clone(), problem.kind)).collect()
}

#[test]
fn a_true_chain_says_which_keys_vouch_for_each_other_and_where_it_breaks() {
    let judged = judge(&story());
    assert!(judged.is_valid(), "{:?}", judged.flaws);
    let told: Vec<_> = judged
        .keys
        .iter()
        .map(|life| (life.opening, life.generation))
        .collect();
    assert_eq!(
        told,
        [
            (Opening::First, 1),
            (Opening::Crossed, 1),
            (Opening::Broken, 2),
            (Opening::Broken, 3)
        ],
        "only the second is vouched for"
    );
    let trust = |pinned: u8| -> Vec<Trust> {
        let pinned = judged.keys[usize::from(pinned) - 1].fingerprint();
        judged
            .keys
            .iter()
            .map(|life| judged.trust(life, Some(&pinned)))
            .collect()
    };
    assert_eq!(
        trust(1),
        [Trust::Pinned, Trust::Pinned, Trust::Apart, Trust::Apart],
        "an old sheet leads to the second key, and no further"
    );
    assert_eq!(
        trust(3),
        [Trust::Apart, Trust::Apart, Trust::Pinned, Trust::Apart],
        "nor back over a break"
    );
    let foreign = judged.trust(&judged.keys[0], Some("00"));
    assert_eq!(foreign, Trust::Foreign, "a sheet of another station");
}

/// A change to a true chain, and what must be found.
type Forgery = (&'static str, fn(&mut Chain), Flaw);

fn resign(chain: &mut Chain, at: usize) {
    let signed = &mut chain.statements[at];
    let digest = signed.statement.digest();
    for signature in &mut signed.signatures {
        let byte = (1..=9)
            .find(|byte| public(*byte) == signature.public_key)
            .expect("one of ours");
        *signature = sign(byte, digest.bytes());
    }
}

const FORGERIES: &[Forgery] = &[
    (
        "a reason changed",
        |c| c.statements[1].statement.reason = text("另有原因"),
        Flaw::Signature,
    ),
    (
        "a date changed",
        |c| c.statements[0].statement.at = time("2026-11-01T09:00:00+08:00"),
        Flaw::Signature,
    ),
    (
        "an office renamed",
        |c| c.statements[2].statement.office.name = text("别的局"),
        Flaw::Signature,
    ),
    (
        "a certificate swapped",
        |c| c.statements[0].statement.certificate = Some(Digest::new([9; 32])),
        Flaw::Signature,
    ),
    (
        "an epoch changed",
        |c| c.statements[4].statement.epoch = 2,
        Flaw::Signature,
    ),
    (
        "the old key did not sign",
        |c| {
            c.statements[1].signatures.remove(0);
        },
        Flaw::Unsigned,
    ),
    (
        "the new key did not sign",
        |c| {
            c.statements[1].signatures.remove(1);
        },
        Flaw::Unsigned,
    ),
    (
        "a first key that did not sign",
        |c| c.statements[0].signatures.clear(),
        Flaw::Unsigned,
    ),
    (
        "a key after a loss that did not sign",
        |c| c.statements[2].signatures.clear(),
        Flaw::Unsigned,
    ),
    (
        "signed twice by the same",
        |c| {
            let s = c.statements[1].signatures[0].clone();
            c.statements[1].signatures.push(s);
        },
        Flaw::Stranger,
    ),
    (
        "signed by a stranger as well",
        |c| {
            let d = c.statements[1].statement.digest();
            c.statements[1].signatures.push(sign(9, d.bytes()));
        },
        Flaw::Stranger,
    ),
    (
        "a revocation signed by a stranger",
        |c| {
            let d = c.statements[3].statement.digest();
            c.statements[3].signatures = vec![sign(9, d.bytes())];
        },
        Flaw::Stranger,
    ),
    (
        "a revocation signed by a former key",
        |c| {
            let d = c.statements[3].statement.digest();
            c.statements[3].signatures = vec![sign(1, d.bytes())];
        },
        Flaw::Stranger,
    ),
    (
        "a statement left out",
        |c| drop(c.statements.remove(1)),
        Flaw::Previous,
    ),
    (
        "two statements swapped",
        |c| c.statements.swap(1, 2),
        Flaw::Sequence,
    ),
    (
        "a statement twice",
        |c| {
            let s = c.statements[4].clone();
            c.statements.push(s);
        },
        Flaw::Sequence,
    ),
    (
        "the beginning cut off",
        |c| drop(c.statements.remove(0)),
        Flaw::Sequence,
    ),
    ("no statement at all", |c| c.statements.clear(), Flaw::Empty),
    (
        "a loss turned into a rotation",
        |c| c.statements[2].statement.act = Act::Rotated,
        Flaw::Signature,
    ),
    (
        "a rotation turned into a loss",
        |c| c.statements[1].statement.act = Act::Lost,
        Flaw::Signature,
    ),
    (
        "a rotation without a former key",
        |c| c.statements[1].statement.former = None,
        Flaw::Shape,
    ),
    (
        "a first key with a former one",
        |c| c.statements[0].statement.former = Some(public(9)),
        Flaw::Shape,
    ),
    (
        "a first key without certificate",
        |c| c.statements[0].statement.certificate = None,
        Flaw::Shape,
    ),
    (
        "a revocation without a date",
        |c| c.statements[3].statement.since = None,
        Flaw::Shape,
    ),
    (
        "a revocation with a certificate",
        |c| c.statements[3].statement.certificate = Some(Digest::ZERO),
        Flaw::Shape,
    ),
    (
        "a loss with a date",
        |c| c.statements[2].statement.since = Some(time("2026-11-06T09:00:00+08:00")),
        Flaw::Shape,
    ),
    (
        "another office, well signed",
        |c| {
            c.statements[4].statement.office.code = text("91130000000000000X");
            resign(c, 4);
        },
        Flaw::Office,
    ),
    (
        "time gone back, well signed",
        |c| {
            c.statements[4].statement.at = time("2026-11-07T08:00:00+08:00");
            resign(c, 4);
        },
        Flaw::TimeBack,
    ),
    (
        "an epoch of nought",
        |c| {
            c.statements[4].statement.epoch = 0;
            resign(c, 4);
        },
        Flaw::EpochBack,
    ),
    (
        "a wrong link, well signed",
        |c| {
            c.statements[4].statement.previous = Digest::ZERO;
            resign(c, 4);
        },
        Flaw::Previous,
    ),
    (
        "another key made while one is in force",
        |c| {
            c.statements.truncate(1);
            let s = next(c, Act::Made, None, 5);
            append(c, s, &[5]);
        },
        Flaw::StillInForce,
    ),
    (
        "a key replaced that is not in force",
        |c| {
            c.statements.truncate(2);
            let s = next(c, Act::Rotated, Some(1), 5);
            append(c, s, &[1, 5]);
        },
        Flaw::NotInForce,
    ),
    (
        "a stranger's key reported lost",
        |c| {
            c.statements.truncate(2);
            let s = next(c, Act::Lost, Some(9), 5);
            append(c, s, &[5]);
        },
        Flaw::NotInForce,
    ),
    (
        "a key that comes back",
        |c| {
            c.statements.truncate(2);
            let s = next(c, Act::Rotated, Some(2), 1);
            append(c, s, &[2, 1]);
        },
        Flaw::KeyAgain,
    ),
    (
        "a stranger's key revoked",
        |c| {
            let s = next(c, Act::Revoked, None, 9);
            append(c, s, &[]);
        },
        Flaw::KeyUnknown,
    ),
    (
        "a key revoked twice",
        |c| {
            let s = next(c, Act::Revoked, None, 3);
            append(c, s, &[]);
        },
        Flaw::RevokedAgain,
    ),
    (
        "revoked from before it was made",
        |c| {
            c.statements.truncate(3);
            let mut s = next(c, Act::Revoked, None, 3);
            s.since = Some(time("2026-11-01T09:00:00+08:00"));
            append(c, s, &[3]);
        },
        Flaw::Since,
    ),
    (
        "revoked from a day to come",
        |c| {
            c.statements.truncate(3);
            let mut s = next(c, Act::Revoked, None, 3);
            s.since = Some(time("2027-11-01T09:00:00+08:00"));
            append(c, s, &[3]);
        },
        Flaw::Since,
    ),
    (
        "a zero signature",
        |c| c.statements[0].signatures[0].sig = SignatureBytes::new([0; 64]),
        Flaw::Signature,
    ),
    (
        "a signature under another name",
        |c| c.statements[0].signatures[0].public_key = public(2),
        Flaw::Stranger,
    ),
];

#[test]
fn every_forgery_is_found_for_what_it_is() {
    for (lesson, forge, expected) in FORGERIES {
        let mut chain = story();
        forge(&mut chain);
        let found = flaws(&chain);
        assert!(
            found.iter().any(|(_, flaw)| flaw == expected),
            "{lesson} must be found as {expected:?}: {found:?}"
        );
    }
}

#[test]
fn a_forged_rotation_does_not_make_a_key_vouched_for() {
    let mut chain = Chain::default();
    let first = next(&chain, Act::Made, None, 1);
    append(&mut chain, first, &[1]);
    let rotated = next(&chain, Act::Rotated, Some(1), 9);
    append(&mut chain, rotated, &[9]);
    let judged: Judged = judge(&chain);
    assert_eq!(
        judged.keys[1].opening,
        Opening::Broken,
        "whoever does not have the old key begins anew"
    );
    let pinned = judged.keys[0].fingerprint();
    assert_eq!(
        judged.trust(&judged.keys[1], Some(&pinned)),
        Trust::Apart,
        "and is not the one on the wall"
    );
}

/// T16: everything that a key signs begins with its own tag, so no signature can be carried over.
#[test]
fn no_signature_of_one_kind_stands_under_another() {
    let chain = story();
    let statement = |act: Act| {
        let mut swapped = chain.statements[1].statement.clone();
        swapped.act = act;
        swapped
    };
    for signed_as in Act::ALL {
        let signature = sign(1, statement(signed_as).digest().bytes());
        for shown_as in Act::ALL {
            assert_eq!(
                signature.holds(&statement(shown_as)),
                signed_as == shown_as,
                "{signed_as:?} shown as {shown_as:?}"
            );
        }
    }
    // A record's signature over a digest that is a statement's, and the other way round.
    let of = statement(Act::Rotated).digest();
    let record_form = signature::message(Protocol::Sunlot1, &of);
    let as_record = sign(1, record_form.bytes());
    assert!(
        !as_record.holds(&statement(Act::Rotated)),
        "what signs a record signs no statement"
    );
    let as_statement = sign(1, of.bytes());
    let carried = sunlot_draw::record::Signature {
        alg: Algorithm::Ed25519,
        of,
        public_key: public(1),
        sig: as_statement.sig,
    };
    assert!(
        !signature::holds(Protocol::Sunlot1, &carried),
        "and what signs a statement signs no record"
    );
    let honest = sunlot_draw::record::Signature {
        sig: as_record.sig,
        ..carried
    };
    assert!(
        signature::holds(Protocol::Sunlot1, &honest),
        "each holds where it belongs"
    );
}
