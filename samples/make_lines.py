"""Makes fictional cards at scale as a reader would see them, without pictures, with labels and results.

Example:
    python samples/make_lines.py --into /tmp/lines --count 2000 --seed 1
    cardscan evaluate /tmp/lines/truth.json /tmp/lines/queue.csv --records /tmp/lines/records.jsonl
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from lines import cards
from lines.files import write_cards


def main() -> None:
    """Makes the cards that the command line asks for."""
    arguments = _arguments()
    arguments.into.mkdir(parents=True, exist_ok=True)
    made = list(cards(arguments.count, arguments.seed))
    write_cards(made, arguments.into)
    for layout, count in sorted(Counter(card.layout for card in made).items()):
        print(f"{layout:14} {count:5}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--into", type=Path, required=True,
                        help="folder for truth.json, records.jsonl and queue.csv")  # fmt: skip
    parser.add_argument("--count", type=int, default=2000, help="how many cards")
    parser.add_argument("--seed", type=int, default=1, help="another one gives other cards")
    return parser.parse_args()


if __name__ == "__main__":
    main()
