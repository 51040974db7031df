//! Which township an address lies in, as far as its text tells: a suggestion for somebody to confirm, out of the office's own
//! list.

use super::name;

/// What a township's name may end in.
const ENDINGS: [&str; 9] = [
    "街道办事处",
    "街道办",
    "街道",
    "办事处",
    "民族乡",
    "镇",
    "乡",
    "苏木",
    "农场",
];

/// What an address suggests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guess {
    /// Nothing.
    None,
    /// One township: its place in the list.
    One {
        /// Its place, from 0.
        place: usize,
        /// Whether its whole name stands there, and not only the name without what such names end in.
        whole: bool,
    },
    /// Several: their places.
    Several(Vec<usize>),
}

/// The townships of an office.
#[derive(Clone, Debug)]
pub struct Townships {
    names: Vec<String>,
}

impl Townships {
    /// By their names, as the office lists them.
    pub fn new<S: AsRef<str>>(names: &[S]) -> Self {
        Self {
            names: names.iter().map(|name| name::key(name.as_ref())).collect(),
        }
    }

    /// Looks for them in an address. A whole name goes before a part of one, and the longest before one that is in it.
    pub fn guess(&self, address: &str) -> Guess {
        let address = name::key(address);
        let whole = found(&address, self.names.iter().map(String::as_str));
        match whole[..] {
            [place] => Guess::One { place, whole: true },
            [] => match found(&address, self.names.iter().map(|name| stem(name)))[..] {
                [] => Guess::None,
                [place] => Guess::One { place, whole: false },
                ref places => Guess::Several(places.to_vec()),
            },
            ref places => Guess::Several(places.to_vec()),
        }
    }
}

/// The places of names that stand in an address, without those that are part of a longer one that does.
fn found<'a>(address: &str, names: impl Iterator<Item = &'a str> + Clone) -> Vec<usize> {
    let stands = |(_, name): &(usize, &str)| name.chars().count() >= 2 && address.contains(name);
    let standing: Vec<(usize, &str)> = names.enumerate().filter(stands).collect();
    let inner = |name: &str| {
        standing
            .iter()
            .any(|(_, other)| other.len() > name.len() && other.contains(name))
    };
    let outer = standing.iter().filter(|(_, name)| !inner(name));
    outer.map(|(place, _)| *place).collect()
}

/// A name without its ending.
fn stem(name: &str) -> &str {
    let stem = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
    stem.filter(|stem| stem.chars().count() >= 2).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_45_a_township_is_only_suggested() {
        let list = Townships::new(&[
            "安肃镇",
            "大王店镇",
            "崔庄镇",
            "王店镇",
            "户木乡",
            "城关街道",
            "关街道",
        ]);
        for (address, guess_of, why) in [
            (
                "河北省保定市徐水区安肃镇振兴路1号",
                Guess::One {
                    place: 0,
                    whole: true,
                },
                "its name stands there",
            ),
            (
                "徐水区大王店镇工业园",
                Guess::One {
                    place: 1,
                    whole: true,
                },
                "and not the shorter one in it",
            ),
            (
                "徐水区崔庄 镇东",
                Guess::One {
                    place: 2,
                    whole: true,
                },
                "a blank does not count",
            ),
            (
                "徐水区户木村",
                Guess::One {
                    place: 4,
                    whole: false,
                },
                "a village of that name, perhaps",
            ),
            ("崔庄镇与户木乡交界", Guess::Several(vec![2, 4]), "two of them"),
            ("徐水区振兴路1号", Guess::None, "nothing to go by"),
            ("", Guess::None, "nothing at all"),
        ] {
            assert_eq!(list.guess(address), guess_of, "{address}: {why}");
        }
        assert_eq!(
            Townships::new::<&str>(&[]).guess("徐水区安肃镇"),
            Guess::None,
            "without a list nothing is suggested"
        );
    }
}
