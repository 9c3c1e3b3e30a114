"""Draws and photographs the sample cards, and writes what is on them.

Example:
    python samples/make_samples.py                       # all of them, in place
    python samples/make_samples.py --only thistle_shop --into /tmp/try
    python samples/make_samples.py --troubles --into /tmp/troubles --count 240 --seed 1
"""

from __future__ import annotations

import argparse
from pathlib import Path

from studio.collection import CARDS
from studio.pictures import PICTURES
from studio.shoot import shoot
from studio.trouble_set import CASES, shots
from studio.truth import entry, write_truth

HERE = Path(__file__).resolve().parent

EVENT = """\
name = "Harbour Chamber mixer"
date = 2026-11-20
country = "GB"
"""

BROKEN = "This is a shopping list that somebody has saved as a photo:\nstamps, pears, printer paper.\n"


def main() -> None:
    """Makes the pictures that the command line asks for."""
    arguments = _arguments()
    into: Path = arguments.into
    (into / "photos").mkdir(parents=True, exist_ok=True)
    if arguments.troubles:
        make_trouble_set(into, arguments.count, arguments.seed, arguments.only)
    else:
        make_samples(into, arguments.only)


def make_samples(into: Path, only: list[str]) -> None:
    """Makes the samples, or those of them that are named; then the truth is left alone."""
    photos = into / "photos"
    for picture in PICTURES:
        if not only or picture.id in only:
            _report(shoot(picture, photos, CARDS))
    if not only:
        (photos / "event.toml").write_text(EVENT, encoding="utf-8")
        (photos / "broken.jpg").write_text(BROKEN, encoding="utf-8")
        write_truth((entry(picture, photos.name, CARDS) for picture in PICTURES), into / "truth.json")


def make_trouble_set(into: Path, count: int, seed: int, only: list[str]) -> None:
    """Makes a test set of so many pictures, each with one trouble, or with those that are named."""
    taken = list(shots(count, seed, only))
    for shot in taken:
        _report(shoot(shot.picture, into / "photos", shot.cards, seed))
    write_truth((shot.truth("photos") for shot in taken), into / "truth.json")


def _report(path: Path) -> None:
    print(f"{path.name}: {path.stat().st_size / 1e3:.0f} kB")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--into", type=Path, default=HERE, help="folder for photos/ and truth.json")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME",
                        help="these pictures only (leaves the truth alone), or these troubles")  # fmt: skip
    parser.add_argument("--troubles", action="store_true", help="make a test set, not the samples")
    parser.add_argument("--count", type=int, default=240, help="pictures of the test set")
    parser.add_argument("--seed", type=int, default=1, help="another one gives another test set")
    arguments = parser.parse_args()
    known = {case.trouble for case in CASES} if arguments.troubles else {picture.id for picture in PICTURES}
    if unknown := set(arguments.only) - known:
        parser.error(f"no such name: {', '.join(sorted(unknown))}; there are {', '.join(sorted(known))}")
    if arguments.troubles and arguments.into == HERE:
        parser.error("a test set needs a folder of its own; name it with --into")
    return arguments


if __name__ == "__main__":
    main()
