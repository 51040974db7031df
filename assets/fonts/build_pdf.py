#!/usr/bin/env python3
"""Make the fonts that are embedded into printed paper (pdf/*.otf, pdf/*.ttf) from the font files of Debian.

Paper is set in the roles of official documents: 宋体, 小标宋, 黑体, 仿宋, 楷体, and an equal-width face for codes. The
face of a role comes first; what it lacks is taken from 宋体, then from 黑体, and at last from the rare slices of the
user interface (ui/rare-400-*.woff2), which are unpacked only when a sheet needs them.

    python3 build_pdf.py                 make pdf/* anew
    python3 build_pdf.py --source DIR    the same, with the source fonts somewhere below DIR; may be given twice
    python3 build_pdf.py --check         compare the files in pdf/ with what they must hold

Needs what build.py needs, and fonts-lxgw-wenkai and the Fandol fonts (Debian: texlive-lang-chinese; it is enough to
unpack the package with `dpkg-deb -x`). With the same versions of these, the output is the same byte for byte.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from build import (
    DEFAULT_SOURCE,
    HAN,
    HERE,
    SANS_REGULAR,
    SERIF_BOLD,
    Face,
    between,
    gb2312_rows,
    is_hangul,
    rename,
    standard_table,
    subset_options,
)

PDF = HERE / "pdf"
SUMS = HERE / "SHA256SUMS"
SIZE_LIMIT = 26_000_000

# In the Noto CJK collections, index 2 is the face for simplified Chinese, and 7 its equal-width companion.
SERIF_REGULAR = Face("NotoSerifCJK-Regular.ttc", 2, "Noto Serif CJK SC", "Version 2.001")
SANS_MONO = Face("NotoSansCJK-Regular.ttc", 7, "Noto Sans Mono CJK SC", "Version 2.004")
FANG = Face("FandolFang-Regular.otf", -1, "FandolFang R", "Version 1.300")
WENKAI = Face("LXGWWenKai-Regular.ttf", -1, "LXGW WenKai", "Version 1.250")

ASCII = between((0x20, 0x7E))


@dataclass(frozen=True)
class Cut:
    """One file: the face that it is cut from, the name that it gets, and the characters that it keeps."""

    file: str
    family: str
    face: Face
    codes: frozenset[int]


def find(face: Face, sources: Iterable[Path]) -> Path:
    """The first of these folders that holds the file."""
    for source in sources:
        if next(iter(source.rglob(face.file)), None):
            return source
    raise SystemExit(f"{face.file} was not found below {', '.join(map(str, sources))}")


def plan(sources: list[Path]) -> list[Cut]:
    """All files, in the order of the table."""

    def coverage(face: Face) -> set[int]:
        return set(face.open(find(face, sources)).getBestCmap())

    serif, sans = coverage(SERIF_REGULAR), coverage(SANS_REGULAR)
    # Everything that Noto has but hangul: this face stands behind all others.
    song = {code for code in serif if not is_hangul(code)}
    signs = song - HAN
    everyday = standard_table() | gb2312_rows(16, 87) | signs
    wanted = [
        ("song.otf", "Sunlot Song", SERIF_REGULAR, song),
        ("title.otf", "Sunlot Title", SERIF_BOLD, everyday),
        # With the few characters that only this face has: the rare slices were cut beside it.
        ("hei.otf", "Sunlot Hei", SANS_REGULAR, everyday | {code for code in sans - serif if not is_hangul(code)}),
        ("fang.otf", "Sunlot Fang", FANG, gb2312_rows(16, 87) | (signs - ASCII)),
        ("kai.ttf", "Sunlot Kai", WENKAI, everyday - ASCII),
        ("mono.otf", "Sunlot Mono", SANS_MONO, ASCII),
    ]
    return [Cut(file, name, face, frozenset(codes & coverage(face))) for file, name, face, codes in wanted]


def options() -> subset.Options:
    """As for the user interface, but shared outlines stay shared: these files are not compressed."""
    chosen = subset_options()
    chosen.desubroutinize = False
    return chosen


def write(cut: Cut, sources: list[Path]) -> None:
    font = cut.face.open(find(cut.face, sources))
    subsetter = subset.Subsetter(options())
    subsetter.populate(unicodes=cut.codes)
    subsetter.subset(font)
    rename(font, cut.family)
    font.save(PDF / cut.file)


def build(sources: list[Path]) -> None:
    cuts = plan(sources)
    PDF.mkdir(exist_ok=True)
    for stale in [*PDF.glob("*.otf"), *PDF.glob("*.ttf")]:
        stale.unlink()
    for cut in cuts:
        print(f"Writing {cut.file}: {len(cut.codes)} characters of {cut.face.name}", flush=True)
        write(cut, sources)
    SUMS.write_text(sums(), encoding="ascii", newline="\n")


def sums() -> str:
    """The digests of all files that paper uses, as sha256sum writes them: the program takes no others."""
    files = [*(PDF / name for name in MUST_HOLD), *sorted((HERE / "ui").glob("rare-400-*.woff2"))]
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(HERE).as_posix()}\n" for path in files]
    return "".join(lines)


# What each file must hold, whatever it was made from.
MUST_HOLD = {
    "song.otf": lambda: standard_table() | gb2312_rows(16, 87) | ASCII,
    "title.otf": lambda: standard_table() | gb2312_rows(16, 87) | ASCII,
    "hei.otf": lambda: standard_table() | gb2312_rows(16, 87) | ASCII,
    "fang.otf": lambda: gb2312_rows(16, 87),
    "kai.ttf": lambda: standard_table() | gb2312_rows(16, 87),
    "mono.otf": lambda: ASCII,
}


def check() -> int:
    present = {path.name for path in [*PDF.glob("*.otf"), *PDF.glob("*.ttf")]}
    problems = [f"{name} is missing" for name in MUST_HOLD if name not in present]
    problems += [f"{name} is in no list" for name in sorted(present - set(MUST_HOLD))]
    total = 0
    rows = [f"{'file':24}{'characters':>12}{'bytes':>12}"]
    for name, must_hold in MUST_HOLD.items():
        if name not in present:
            continue
        held = set(TTFont(PDF / name, lazy=True).getBestCmap())
        if lacking := must_hold() - held:
            problems.append(f"{name} lacks {len(lacking)} characters, such as {chr(min(lacking))}")
        size = (PDF / name).stat().st_size
        total += size
        rows.append(f"{name:24}{len(held):>12}{size:>12}")
    if total > SIZE_LIMIT:
        problems.append(f"The folder holds {total} bytes, the limit is {SIZE_LIMIT}")
    if not problems and (not SUMS.exists() or SUMS.read_text(encoding="ascii") != sums()):
        problems.append(f"{SUMS.name} does not fit the files")
    for problem in problems:
        print(f"Problem: {problem}", file=sys.stderr)
    if problems:
        return 1
    print("\n".join([*rows, f"{'total':24}{'':12}{total:>12}"]))
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Make or check the fonts of printed paper.")
    parser.add_argument("--source", type=Path, action="append", metavar="DIR", help="where the source fonts are")
    parser.add_argument("--check", action="store_true", help="only look at the files in pdf/")
    arguments = parser.parse_args()
    if not arguments.check:
        build(arguments.source or [DEFAULT_SOURCE])
    return check()


if __name__ == "__main__":
    sys.exit(main())
