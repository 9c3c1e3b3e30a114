"""Fits the chances of values on cards whose truth is known; not part of the installed package.

    python samples/make_samples.py --troubles --into FOLDER --count 400 --seed 11
    cardscan scan FOLDER/photos --event x --event-date 2026-11-20 -o queue.csv --records FOLDER/records.jsonl
    python -m cardscan.evaluate.fitting FOLDER

Several folders may be given.  Without one, the rows that are kept are fitted again.
"""
