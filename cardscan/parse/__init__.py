"""The parsing stage: a reading becomes a contact whose every field shows its evidence."""
