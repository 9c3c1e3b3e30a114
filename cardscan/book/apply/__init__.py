"""A queue that was edited in a spreadsheet comes back.

``changes`` tells what was changed since the file was written, and refuses what it cannot
understand; ``applying`` takes it into the book.
"""
