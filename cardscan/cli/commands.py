"""The commands, in the order in which the help lists them, each with its examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan.cli.apply import apply
from cardscan.cli.drafts import drafts
from cardscan.cli.duplicates import duplicates
from cardscan.cli.evaluate import evaluate
from cardscan.cli.export import export
from cardscan.cli.export_person import export_person
from cardscan.cli.forget import forget
from cardscan.cli.note import note
from cardscan.cli.parse import parse
from cardscan.cli.plan import meet, plan
from cardscan.cli.purge import purge
from cardscan.cli.put_off import skip, snooze
from cardscan.cli.read import read
from cardscan.cli.report import report
from cardscan.cli.restore import restore
from cardscan.cli.review import review
from cardscan.cli.scan import scan
from cardscan.cli.settings import settings
from cardscan.cli.sheets import sheet
from cardscan.cli.show import show
from cardscan.cli.today import today
from cardscan.cli.touch import done, log
from cardscan.cli.twins import merge, split
from cardscan.cli.watch import watch
from cardscan.cli.who import stale, who

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS: tuple[tuple[Callable[..., None], tuple[str, ...]], ...] = (
    (
        scan,
        (
            'cardscan scan photos/ --event "Harbour Chamber mixer" --event-date 2026-11-20',
            "cardscan scan photos/ --event-date yesterday --country GB -o friday.csv",
            "cardscan scan front.jpg back.heic --event-date today --records cards.jsonl",
            "cardscan scan photos/ --lang kor",
            "cardscan scan photos/ --quiet -o - | head",
        ),
    ),
    (
        watch,
        (
            'cardscan watch inbox/ --event "Harbour Chamber mixer"',
            "cardscan watch inbox/ --event-date 2026-11-20 --archive mixer/ -o mixer.csv",
            "cardscan watch inbox/ --once",
        ),
    ),
    (
        review,
        (
            "cardscan review",
            "cardscan review --no-browser --port 8765",
            'cardscan review photos/ --share --event "Harbour Chamber mixer"',
        ),
    ),
    (today, ("cardscan today", "cardscan today --ahead 7 --csv > week.csv")),
    (done, ('cardscan done "Avery"', 'cardscan done "Avery" "spoke, send the quote on Friday" --answered')),
    (log, ('cardscan log "Avery" call "left a message"', 'cardscan log "Avery Winter" meeting --counts')),
    (note, ('cardscan note "Avery" "hot, wants the price list, call Tuesday"',)),
    (snooze, ('cardscan snooze "Avery" "next week"',)),
    (restore, ('cardscan restore "Avery"',)),
    (skip, ('cardscan skip "Avery" "moved to another trade"',)),
    (plan, ("cardscan plan", 'cardscan plan "Harbour Chamber mixer" -o follow-up.ics')),
    (meet, ('cardscan meet "Avery" --at 2026-11-25T15:00 --place "Quayside café" -o coffee.ics',)),
    (
        sheet,
        ("cardscan sheet calls -o calls.html", "cardscan sheet letters", "cardscan sheet labels --ahead 7"),
    ),
    (
        drafts,
        (
            "cardscan drafts -o drafts/",
            'cardscan drafts --to "Avery" --language de',
            "cardscan drafts --mailto",
        ),
    ),
    (
        export,
        (
            "cardscan export --to hubspot -o hubspot.csv",
            "cardscan export queue.csv --to google",
            "cardscan export --to xlsx --all -o queue.xlsx",
            "cardscan export --to vcard --pictures -o mixer.vcf",
            "cardscan export --to odoo --existing from-odoo.csv",
            "cardscan export --profile my-crm.toml --event mixer --due",
        ),
    ),
    (who, ('cardscan who "avery"',)),
    (stale, ("cardscan stale --days 60",)),
    (forget, ('cardscan forget "Avery"',)),
    (purge, ("cardscan purge --older-than 2y --dry-run",)),
    (export_person, ('cardscan export-person "Avery" -o avery.json',)),
    (apply, ("cardscan apply queue.csv --dry-run", "cardscan apply queue.xlsx")),
    (duplicates, ("cardscan duplicates", "cardscan duplicates --review", "cardscan duplicates --sure")),
    (merge, ('cardscan merge "Avery Winter" "A. Winter"',)),
    (split, ('cardscan split "Avery Winter"', 'cardscan split "Avery Winter" "A. Winter"')),
    (settings, ("cardscan settings", "cardscan settings --make")),
    (report, ('cardscan report "Harbour Chamber mixer" -o mixer.html',)),
    (read, ("cardscan read card.jpg", "cardscan read card.jpg --json > lines.jsonl")),
    (
        parse,
        ("cardscan parse lines.jsonl", "cardscan read card.jpg --json | cardscan parse - --json"),
    ),
    (show, ("cardscan show card.jpg -o picture.png", "cardscan show scan.pdf --page 2 -o picture.png")),
    (
        evaluate,
        (
            "cardscan evaluate",
            "cardscan evaluate --labels settled.json",
            "cardscan evaluate truth.json queue.csv",
            "cardscan evaluate truth.json queue.csv --errors",
            "cardscan evaluate truth.json queue.csv --by language",
            "cardscan evaluate truth.json queue.csv --records cards.jsonl",
        ),
    ),
)
