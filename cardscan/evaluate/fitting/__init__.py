r"""Fits the chances of values on cards whose truth is known.

    python samples/make_samples.py --troubles --into A --count 400 --seed 11
    python samples/make_samples.py --troubles --into B --count 240 --seed 1
    python samples/make_samples.py --troubles --into C --count 240 --seed 12 \
        --only blur shake noise jpeg low_resolution low_contrast crumpled glare
    cardscan scan A/photos --event x --event-date 2026-11-20 -o A/queue.csv --records A/records.jsonl  # B, C
    python samples/make_lines.py --into D --count 1500 --seed 1
    cp B/truth.json E/ && cardscan scan B/photos --event x --event-date 2026-11-20 --reader tesseract \
        -o E/queue.csv --records E/records.jsonl
    python -m cardscan.evaluate.fitting A B C D E

Each reader gets curves of its own.  Without a folder, the rows that are kept are fitted again.
"""
