"""The book: where everything is kept from one day to the next.

``store.open_book`` gives it: SQLite in the user's data folder, another file, or PostgreSQL for
a team.  Each module beside it knows one thing that is kept, and works on an open session.
"""
