"""The OCR stage: a photo becomes readings, the text lines of each flat, upright card in it."""
