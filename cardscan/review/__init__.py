"""The local page where a person settles what is in doubt.

``app`` puts it together, ``server`` serves it, and ``guard`` keeps others out of it.  Each part of the page
has a room: ``card`` (one card at a time), ``queue``, ``today``, ``reports``, and ``share``, which is another
page on another server: it takes photos from a phone.
"""
