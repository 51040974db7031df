//! What a registry of a million answers: the first page of a filter or a search with how many there are, and scrolling.

use std::path::Path;
use std::time::Instant;

use sunlot_app::target::{TargetFacet, TargetFilter, TargetSort, TargetSortKey, TargetsRequest};
use sunlot_app::{Actor, Desk, Env, Shell, office_folder};

/// The office that the last import left.
pub fn measure(folder: &Path) {
    println!("\nimport, part 3: a registry of 1,000,000 (the first page of 100, and how many there are)");
    let office = office_folder(Some(folder.join("office"))).unwrap();
    let desk = Desk::new(
        Env::of_this_computer(),
        office,
        Actor::of_this_computer(Shell::Cli),
    );
    let begun = Instant::now();
    let all = desk
        .targets_view(&page(TargetFilter::default(), TargetSortKey::Number, 0))
        .unwrap();
    println!(
        "{:<58} {:>9.0} ms",
        format!("the first list after the start, {} targets", all.total),
        begun.elapsed().as_secs_f64() * 1000.0
    );
    let text = |text: &str| TargetFilter {
        text: text.to_owned(),
        ..TargetFilter::default()
    };
    let facet = |facet: TargetFacet, value: &str| TargetFilter {
        values: [(facet, vec![value.to_owned()])].into(),
        ..TargetFilter::default()
    };
    let both = TargetFilter {
        text: "商贸".to_owned(),
        ..facet(TargetFacet::Credit, "poor")
    };
    for (name, filter) in [
        ("everything", TargetFilter::default()),
        ("two characters that all names have", text("商贸")),
        ("a name of which there is one", text("第765432商贸")),
        ("a part of a code", text("MA2231672")),
        ("what nobody has", text("不存在")),
        ("credit class", facet(TargetFacet::Credit, "poor")),
        ("township", facet(TargetFacet::Township, "遂城镇")),
        ("may be drawn", facet(TargetFacet::Draw, "may")),
        ("credit class and two characters", both),
    ] {
        told(name, 20, || {
            desk.targets_view(&page(filter.clone(), TargetSortKey::Number, 0))
                .unwrap();
        });
    }
    for key in [TargetSortKey::Name, TargetSortKey::Credit, TargetSortKey::Visits] {
        told(&format!("sorted by {key:?}"), 5, || {
            desk.targets_view(&page(TargetFilter::default(), key, 0)).unwrap();
        });
    }
    let mut from = 0;
    told("a page further down, as scrolling asks for it", 200, || {
        from = (from + 48_611) % 999_000;
        desk.targets_view(&page(TargetFilter::default(), TargetSortKey::Number, from))
            .unwrap();
    });
}

fn page(filter: TargetFilter, by: TargetSortKey, from: u32) -> TargetsRequest {
    TargetsRequest {
        filter,
        sort: TargetSort {
            by,
            descending: false,
        },
        from,
        limit: 100,
    }
}

/// The first time, in which nothing is remembered, and the slowest and the median of the others.
fn told(name: &str, times: usize, mut once: impl FnMut()) {
    let mut took: Vec<f64> = (0..=times)
        .map(|_| {
            let begun = Instant::now();
            once();
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    let first = took.remove(0);
    took.sort_by(f64::total_cmp);
    let last = took.last().copied().unwrap_or(first);
    println!(
        "{name:<58} {first:>9.1} ms first {:>9.1} ms median {last:>9.1} ms slowest",
        took[took.len() / 2]
    );
}
