"""Bytes become upright pixels: one module a family of formats, and what guards them."""
