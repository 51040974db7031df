#!/usr/bin/env python3
"""Make the bundled fonts from the font files of Debian.

The user interface prefers the fonts of the system. These slices are what it falls back to, so that a PC without
any Chinese font, and a name with a rare character, stay legible. A browser loads a slice only when the page holds a
character of its `unicode-range`.

    python3 build.py                 make ui/*.woff2 and ui/fonts.css anew
    python3 build.py --source DIR    the same, with the source fonts somewhere below DIR
    python3 build.py --check         compare the files in ui/ with what fonts.css says about them

Needs fontTools and brotli (Debian: python3-fonttools, python3-brotli) and the fonts named in FACES (Debian:
fonts-noto-cjk, fonts-hanazono). With the same versions of these, the output is the same byte for byte: no time of
day and no machine name goes into it.
"""

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
UI = HERE / "ui"
CSS = UI / "fonts.css"
STANDARD_TABLE = HERE / "tgh8105.txt"
DEFAULT_SOURCE = Path("/usr/share/fonts")
SIZE_LIMIT = 40_000_000

SANS, SERIF, RARE = "Sunlot Sans", "Sunlot Serif", "Sunlot Rare"


# ---------------------------------------------------------------------------------------------- source fonts


@dataclass(frozen=True)
class Face:
    """One face of a source file. Name and version are compared, so that an index or an upgrade cannot surprise."""

    file: str
    index: int  # place in a collection (.ttc); -1 for a file with a single face
    name: str
    version: str

    def open(self, source: Path) -> TTFont:
        font = TTFont(self.locate(source), fontNumber=self.index, lazy=True, recalcTimestamp=False)
        names = font["name"]
        found = (names.getDebugName(4), names.getDebugName(5))
        if found[0] != self.name or not found[1].startswith(self.version):
            raise SystemExit(f"{self.file}: expected {self.name}, {self.version}; found {found[0]}, {found[1]}")
        return font

    def locate(self, source: Path) -> Path:
        path = next(iter(sorted(source.rglob(self.file))), None)
        if path is None:
            raise SystemExit(f"{self.file} was not found below {source}")
        return path


# In the Noto CJK collections, index 2 is the face for simplified Chinese.
SANS_REGULAR = Face("NotoSansCJK-Regular.ttc", 2, "Noto Sans CJK SC", "Version 2.004")
SANS_BOLD = Face("NotoSansCJK-Bold.ttc", 2, "Noto Sans CJK SC Bold", "Version 2.004")
SERIF_BOLD = Face("NotoSerifCJK-Bold.ttc", 2, "Noto Serif CJK SC Bold", "Version 2.001")
HANA_A = Face("HanaMinA.ttf", -1, "HanaMinA Regular", "2017-09-04")
HANA_B = Face("HanaMinB.ttf", -1, "HanaMinB Regular", "2017-09-04")

FACES = (SANS_REGULAR, SANS_BOLD, SERIF_BOLD, HANA_A, HANA_B)


# ------------------------------------------------------------------------------------------- character sets


def between(*bounds: tuple[int, int]) -> set[int]:
    return {code for first, last in bounds for code in range(first, last + 1)}


RADICALS = between((0x2E80, 0x2FDF))
EXT_A = between((0x3400, 0x4DBF))
UNIFIED = between((0x4E00, 0x9FFF))
COMPATIBILITY = between((0xF900, 0xFAFF))
COMPATIBILITY_SUPPLEMENT = between((0x2F800, 0x2FA1F))
IDEOGRAPHIC_PLANES = between((0x20000, 0x3FFFF))
HAN = RADICALS | EXT_A | UNIFIED | COMPATIBILITY | IDEOGRAPHIC_PLANES

# The blocks from which signs are taken that Noto Sans SC lacks (☑, more arrows, letters with marks, and so on).
SIGN_BLOCKS = between(
    (0x0100, 0x024F),  # Latin Extended-A and -B
    (0x0370, 0x04FF),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x27BF),  # punctuation, currency, numbers, arrows, operators, boxes, signs, dingbats
    (0x2B00, 0x2BFF),  # more signs and arrows
    (0x2E00, 0x33FF),  # punctuation, radicals, strokes, CJK signs and squares
)


def gb2312_rows(first: int, last: int) -> set[int]:
    """The hanzi in these rows of GB/T 2312. Rows 16 to 55 are level 1, rows 56 to 87 are level 2."""
    codes = set()
    for row in range(first, last + 1):
        for cell in range(1, 95):
            try:
                codes.add(ord(bytes((row + 0xA0, cell + 0xA0)).decode("gb2312")))
            except UnicodeDecodeError:  # an empty cell
                continue
    return codes


def standard_table() -> set[int]:
    """The 8105 characters of 通用规范汉字表."""
    lines = STANDARD_TABLE.read_text(encoding="utf-8").splitlines()
    codes = {ord(char) for line in lines if not line.startswith("#") for char in line}
    if len(codes) != 8105:
        raise SystemExit(f"{STANDARD_TABLE.name} must hold 8105 characters, it holds {len(codes)}")
    return codes


def is_hangul(code: int) -> bool:
    return "HANGUL" in unicodedata.name(chr(code), "")


def is_visible(code: int) -> bool:
    """A letter, number, punctuation mark or sign; not a space, a control or a mark on another letter."""
    return unicodedata.category(chr(code))[0] in "LNPS"


def noto_slices(available: set[int]) -> dict[str, set[int]]:
    """Cut the coverage of a Noto face into slices, from everyday text to the rarest."""
    a = gb2312_rows(16, 55) | {code for code in available - HAN if not is_hangul(code)}
    b = (gb2312_rows(56, 87) | standard_table()) - a
    c = (UNIFIED | COMPATIBILITY | RADICALS) - a - b
    d = HAN - a - b - c
    return {"a": a & available, "b": b & available, "c": c & available, "d": d & available}


def rare_slices(hana_a: set[int], hana_b: set[int], covered: set[int]) -> Iterator[tuple[str, Face, set[int]]]:
    """What Noto Sans SC (`covered`) lacks: signs and compatibility forms of HanaMinA, Extension B to F of HanaMinB."""
    signs = {code for code in SIGN_BLOCKS if is_visible(code) and not is_hangul(code)}
    yield "signs", HANA_A, (signs | COMPATIBILITY | COMPATIBILITY_SUPPLEMENT) & hana_a - covered
    blocks = {
        "b1": (0x20000, 0x23FFF),
        "b2": (0x24000, 0x27FFF),
        "b3": (0x28000, 0x2A6DF),
        "cd": (0x2A700, 0x2B81F),
        "e": (0x2B820, 0x2CEAF),
        "f": (0x2CEB0, 0x2EBEF),
    }
    for name, block in blocks.items():
        yield name, HANA_B, between(block) & hana_b - covered


# --------------------------------------------------------------------------------------------------- slices


@dataclass(frozen=True)
class Slice:
    """One woff2 file and its @font-face rule."""

    file: str
    family: str
    weight: str
    face: Face
    codes: frozenset[int]


def plan(source: Path) -> list[Slice]:
    """All slices, in the order of the style sheet."""
    coverage = {face: set(face.open(source).getBestCmap()) for face in FACES}
    families = (
        ("sans-400", SANS, "400", SANS_REGULAR, "abcd"),
        ("sans-700", SANS, "600 700", SANS_BOLD, "abcd"),
        ("serif-700", SERIF, "700", SERIF_BOLD, "ab"),
    )
    slices = []
    for prefix, family, weight, face, wanted in families:
        cut = noto_slices(coverage[face])
        slices += [Slice(f"{prefix}-{key}.woff2", family, weight, face, frozenset(cut[key])) for key in wanted]
    for key, face, codes in rare_slices(coverage[HANA_A], coverage[HANA_B], coverage[SANS_REGULAR]):
        slices.append(Slice(f"rare-400-{key}.woff2", RARE, "400", face, frozenset(codes)))
    return slices


def subset_options() -> subset.Options:
    """Outlines, widths and the character map: text on a screen needs nothing else of these fonts."""
    options = subset.Options()
    options.hinting = False
    options.desubroutinize = True  # the woff2 is about 5 % smaller for it
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB"]  # kerning, variants, positions
    options.drop_tables += ["VORG", "vhea", "vmtx"]  # vertical setting
    options.drop_tables += ["FFTM", "gasp", "prop"]  # time stamps, hinting, unused properties
    options.name_IDs = [0, 2, 5, 7, 13, 14]  # copyright, style, version, trademark, licence and its address
    options.name_languages = [0x409]
    return options


def cut_font(face: Face, codes: Iterable[int], source: Path) -> TTFont:
    """The face with only these characters."""
    font = face.open(source)
    subsetter = subset.Subsetter(subset_options())
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    return font


def rename(font: TTFont, family: str) -> None:
    """Give a modified font a name of our own, as the reserved font names of Hanazono ask for."""
    names = font["name"]
    style = names.getDebugName(2)
    for name_id, text in ((1, family), (4, f"{family} {style}"), (6, f"{family.replace(' ', '')}-{style}")):
        names.setName(text, name_id, 3, 1, 0x409)


def write_slice(part: Slice, source: Path) -> None:
    font = cut_font(part.face, part.codes, source)
    rename(font, part.family)
    font.flavor = "woff2"
    font.save(UI / part.file)


# ---------------------------------------------------------------------------------------------- style sheet

CSS_HEAD = "/* Made by build.py in the folder above; do not edit. One rule per slice, each with its exact coverage. */\n"

RULE = """
@font-face {{
  font-family: "{family}";
  font-weight: {weight};
  font-style: normal;
  font-display: swap;
  src: url("./{file}") format("woff2");
  unicode-range:
{ranges};
}}
"""


def to_ranges(codes: Iterable[int]) -> list[str]:
    """Character codes as the shortest list of CSS ranges: U+41-5A, U+4E00."""
    runs: list[list[int]] = []
    for code in sorted(codes):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return [f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs]


def from_ranges(text: str) -> set[int]:
    """The opposite of `to_ranges`."""
    pairs = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", text)
    return between(*((int(first, 16), int(last or first, 16)) for first, last in pairs))


def wrap(items: Iterable[str], width: int = 116) -> str:
    """Join with commas into indented lines."""
    lines, line = [], ""
    for item in items:
        if line and len(line) + len(item) > width:
            lines.append(line)
            line = ""
        line += ("," if line else "") + item
    return ",\n".join("    " + text for text in [*lines, line])


def style_sheet(slices: list[Slice]) -> str:
    rules = [
        RULE.format(family=part.family, weight=part.weight, file=part.file, ranges=wrap(to_ranges(part.codes)))
        for part in slices
    ]
    return CSS_HEAD + "".join(rules)


@dataclass(frozen=True)
class Rule:
    """A rule as read back from the style sheet."""

    file: str
    family: str
    weight: str
    codes: set[int]


def read_rules(css: str) -> list[Rule]:
    pattern = re.compile(
        r'@font-face \{\s*font-family: "(?P<family>[^"]+)";\s*font-weight: (?P<weight>[^;]+);'
        r'.*?url\("\./(?P<file>[^"]+)"\).*?unicode-range:(?P<ranges>[^;]+);\s*\}',
        re.DOTALL,
    )
    return [Rule(m["file"], m["family"], m["weight"], from_ranges(m["ranges"])) for m in pattern.finditer(css)]


# ------------------------------------------------------------------------------------------ build and check


def table(rules: list[Rule]) -> str:
    """Characters and size of every slice, and the total."""
    rows = [f"{'file':24}{'characters':>12}{'bytes':>12}"]
    sizes = [(UI / rule.file).stat().st_size for rule in rules]
    rows += [f"{rule.file:24}{len(rule.codes):>12}{size:>12}" for rule, size in zip(rules, sizes)]
    css_size = CSS.stat().st_size
    rows.append(f"{CSS.name:24}{'':12}{css_size:>12}")
    rows.append(f"{'total':24}{'':12}{sum(sizes) + css_size:>12}")
    return "\n".join(rows)


def build(source: Path) -> None:
    slices = plan(source)
    UI.mkdir(exist_ok=True)
    for stale in UI.glob("*.woff2"):
        stale.unlink()
    for part in slices:
        print(f"Writing {part.file}: {len(part.codes)} characters of {part.face.name}", flush=True)
        write_slice(part, source)
    CSS.write_text(style_sheet(slices), encoding="utf-8")


def file_problems(rules: list[Rule]) -> Iterator[str]:
    """Each file and its rule must name exactly the same characters."""
    named = {rule.file for rule in rules}
    present = {path.name for path in UI.glob("*.woff2")}
    yield from (f"{name} has no rule in {CSS.name}" for name in sorted(present - named))
    yield from (f"{name} is missing" for name in sorted(named - present))
    for rule in rules:
        if rule.file not in present:
            continue
        mapped = set(TTFont(UI / rule.file, lazy=True).getBestCmap())
        if mapped != rule.codes:
            extra, lacking = len(mapped - rule.codes), len(rule.codes - mapped)
            yield f"{rule.file} has {extra} characters more and {lacking} fewer than its rule says"


def family_problems(rules: list[Rule]) -> Iterator[str]:
    """Slices of one family and weight must not overlap, and all text families must hold the standard table."""
    covered: dict[tuple[str, str], set[int]] = {}
    for rule in rules:
        group = covered.setdefault((rule.family, rule.weight), set())
        if group & rule.codes:
            yield f"{rule.file} overlaps with another slice of {rule.family} {rule.weight}"
        group |= rule.codes
    for family, weight in ((SANS, "400"), (SANS, "600 700"), (SERIF, "700")):
        lacking = standard_table() - covered.get((family, weight), set())
        if lacking:
            yield f"{family} {weight} lacks {len(lacking)} of the 8105 standard characters"


def check() -> int:
    rules = read_rules(CSS.read_text(encoding="utf-8"))
    problems = [*file_problems(rules), *family_problems(rules)]
    size = sum(path.stat().st_size for path in UI.iterdir())
    if size > SIZE_LIMIT:
        problems.append(f"The folder holds {size} bytes, the limit is {SIZE_LIMIT}")
    for problem in problems:
        print(f"Problem: {problem}", file=sys.stderr)
    if problems:
        return 1
    print(table(rules))
    print(f"All {len(rules)} slices match {CSS.name}.")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Make or check the bundled fonts.")
    parser.add_argument("--source", type=Path, default=DEFAULT_SOURCE, metavar="DIR", help="where the source fonts are")
    parser.add_argument("--check", action="store_true", help="only compare the files with the style sheet")
    arguments = parser.parse_args()
    if not arguments.check:
        build(arguments.source)
    return check()


if __name__ == "__main__":
    sys.exit(main())
