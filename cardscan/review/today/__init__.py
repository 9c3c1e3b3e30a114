"""Whom to get in touch with today, and what came of it."""
