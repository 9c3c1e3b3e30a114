"""The local page where a person settles what is in doubt.

``app`` is the server, ``guard`` keeps others out of it, ``waiting`` says which contacts are to be
looked at, ``sheet`` what is shown of one, ``saving`` takes back what was typed, and ``pictures``
cuts what is shown of its photo.
"""
