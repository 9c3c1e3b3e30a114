"""Codes on a card: what a payload says, and how it joins what is printed."""
