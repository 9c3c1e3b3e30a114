"""Draws and photographs the sample cards, and writes what is on them.

Example:
    python samples/make_samples.py                       # all of them, in place
    python samples/make_samples.py --only thistle_shop --into /tmp/try
"""

from __future__ import annotations

import argparse
from pathlib import Path

from studio.pictures import PICTURES
from studio.shoot import shoot
from studio.truth import write_truth

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
    photos: Path = arguments.into / "photos"
    photos.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        if not arguments.only or picture.id in arguments.only:
            path = shoot(picture, photos)
            print(f"{path.name}: {path.stat().st_size / 1e3:.0f} kB")
    if not arguments.only:
        (photos / "event.toml").write_text(EVENT, encoding="utf-8")
        (photos / "broken.jpg").write_text(BROKEN, encoding="utf-8")
        write_truth(PICTURES, photos, arguments.into / "truth.json")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--into", type=Path, default=HERE, help="folder for photos/ and truth.json")
    parser.add_argument("--only", nargs="+", default=(), metavar="ID", choices=[p.id for p in PICTURES],
                        help="these pictures only; leaves the truth alone")  # fmt: skip
    return parser.parse_args()


if __name__ == "__main__":
    main()
