"""The queue as a list: searched, sorted, and changed in many rows at once."""
