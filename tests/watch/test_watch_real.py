"""The watch with the real scan behind it."""

from __future__ import annotations

import csv
import time
from typing import TYPE_CHECKING

from watched import ended, kill, wait_until

if TYPE_CHECKING:
    from watched import Watched

READING = ("--reader", "shade", "--workers", "1")
FAIR = ("--event", "Autumn fair", "--event-date", "2026-11-20")


def test_killed_while_it_reads_it_goes_on_and_overwrites_nobody_s_work(real: Watched):
    (real.home / "queue.csv").write_text("somebody's own work\n")
    for person in range(1, 5):
        real.draw(person)
    (real.inbox / "text.jpg").write_text("no picture\n")
    with ended(real.start(*READING, *FAIR)) as process:
        wait_until((real.archive / ".cardscan" / "unread").exists)
        time.sleep(0.9)
        kill(process)
    real.draw(3, "again.png")
    code, said = real.once(*READING)
    assert code == 10
    assert "again.png: the same picture as person-3.png" in said
    assert "Somebody works in queue.csv, so it was left alone" in said
    assert real.queue == ["somebody's own work"]
    assert real.names(real.quarantine) == ["text.jpg", "text.jpg.txt"]
    assert "there is none inside" in (real.quarantine / "text.jpg.txt").read_text()
    queue = real.home / "queue-2.csv"
    rows = list(csv.DictReader(queue.read_text("utf-8-sig").splitlines()))
    assert [row["full_name"] for row in rows] == ["Ada Winter", "Ben Sommer", "Clara Herbst", "Dora Lenz"]
    assert all((real.archive / row["photo"]).is_file() for row in rows)
