"""Finders: each proposes candidates of one kind from the text lines, and decides nothing."""
