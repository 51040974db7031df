//! Who decides how many of the targets are inspected, and that nobody goes beyond it.

use super::*;
use crate::plan::check::check;
use crate::plan::check::tests::{frame, item, line};

#[test]
fn n_09_what_the_office_above_decides_is_kept_to() {
    let open = Bounds { min: None, max: None };
    let three_up = Bounds {
        min: Some(300),
        max: None,
    };
    let three_to_five = Bounds {
        min: Some(300),
        max: Some(500),
    };
    // Of the hundred of the line.
    let targets = |bounds: Bounds| Bounds {
        min: bounds.min.map(|share| share / 100),
        max: bounds.max.map(|share| share / 100),
    };
    let outside = |bounds| {
        let (item, targets) = ("SX-01".to_owned(), Some(targets(bounds)));
        vec![Flaw::OutsideBounds {
            item,
            bounds,
            targets,
        }]
    };
    let not_ordered = vec![Flaw::NotOrdered("SX-01".to_owned())];
    for (ratio, limits, document, text, expected, why) in [
        (500, three_to_five, true, "", vec![], "within what it allows"),
        (501, three_to_five, true, "", outside(three_to_five), "more"),
        (299, three_to_five, true, "", outside(three_to_five), "less"),
        (
            1_000,
            three_up,
            true,
            "",
            vec![],
            "a document leaves the end open",
        ),
        (
            1_000,
            three_up,
            false,
            "",
            outside(Bounds::exactly(300)),
            "without one nobody adds to what was ordered",
        ),
        (300, three_up, false, "", vec![], "just what was ordered"),
        (500, open, false, "5%", vec![], "what the list says was ordered"),
        (
            600,
            open,
            false,
            "5%",
            outside(Bounds::exactly(500)),
            "no more than that",
        ),
        (
            500,
            open,
            false,
            "按上级部署",
            not_ordered.clone(),
            "nothing says how many",
        ),
        (500, open, true, "", not_ordered, "nor does the document"),
    ] {
        let line = Line {
            ratio: Some(ratio),
            number: None,
            ..line()
        };
        let item = ItemFacts {
            authority: Some(RatioAuthority::Superior),
            limits,
            document,
            ratio: text,
            ..item("SX-01")
        };
        assert_eq!(check(&line, &frame(), &[item]), expected, "{ratio} {text}: {why}");
    }
}

#[test]
fn n_09_what_the_office_decides_itself_stays_within_its_own_bounds() {
    let bounds = Bounds {
        min: Some(300),
        max: Some(1_000),
    };
    let of = |line: &Line, authority, limits, ratio| {
        let item = ItemFacts {
            authority,
            limits,
            ratio,
            ..item("SX-01")
        };
        check(line, &frame(), &[item])
    };
    let ratio = |ratio| Line {
        ratio: Some(ratio),
        number: None,
        ..line()
    };
    let number = |number| Line {
        base: Some(8_654),
        ratio: None,
        number: Some(number),
        ..line()
    };
    let own = Some(RatioAuthority::Own);
    let outside = |bounds, min, max| {
        let (item, targets) = ("SX-01".to_owned(), Some(Bounds { min, max }));
        [Flaw::OutsideBounds {
            item,
            bounds,
            targets,
        }]
    };
    let of_hundred = outside(bounds, Some(3), Some(10));
    let of_all = outside(bounds, Some(259), Some(866));
    assert_eq!(of(&ratio(1_000), own, bounds, ""), [], "its end belongs to it");
    assert_eq!(of(&ratio(1_001), own, bounds, ""), of_hundred, "more");
    assert_eq!(
        of(&number(866), own, bounds, ""),
        [],
        "865.4 rounded up is no more than a tenth"
    );
    assert_eq!(of(&number(867), own, bounds, ""), of_all, "one more is");
    assert_eq!(of(&number(259), own, bounds, ""), [], "259.62 cut off");
    assert_eq!(of(&number(258), own, bounds, ""), of_all, "one less is too few");
    let none = Bounds { min: None, max: None };
    assert_eq!(
        of(&ratio(1_000), own, none, "5%"),
        [Flaw::OtherThanListed {
            item: "SX-01".to_owned(),
            listed: Bounds::exactly(500),
        }],
        "it may decide so, but everybody has read 5%"
    );
    let at_least = Bounds {
        min: Some(1_000),
        max: None,
    };
    for (ratio, text, expected, why) in [
        (
            500,
            "不低于10%",
            &outside(at_least, Some(10), None)[..],
            "the list has the least of it in words",
        ),
        (1_000, "不低于10%", &[], "just the least"),
        (5_000, "不低于10%", &[], "above it the office chooses"),
        (
            500,
            "按上级部署，不低于10%",
            &[],
            "what is understood in part binds nobody",
        ),
    ] {
        let found = of(
            &Line {
                ratio: Some(ratio),
                number: None,
                ..line()
            },
            own,
            none,
            text,
        );
        let errors: Vec<Flaw> = found
            .into_iter()
            .filter(|flaw| matches!(flaw, Flaw::OutsideBounds { .. }))
            .collect();
        assert_eq!(errors, expected, "{ratio} {text}: {why}");
    }
    assert_eq!(
        of(&ratio(1_000), None, bounds, ""),
        [Flaw::AuthorityUnknown("SX-01".to_owned())],
        "whoever decides, it lies within"
    );
}
