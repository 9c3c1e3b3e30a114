"""Wiring: photos go through the stages, and what came out is one report.

``scan_photo`` reads one photo, ``scan_folder`` a folder of them, with one process or
several.  Nothing here knows how a card is read or parsed; a photo that fails is a
result like any other, and never ends the batch.
"""
