"""Contacts, follow-ups and drafts go to the servers that people have: nothing of others is overwritten.

``address`` is where a server is, ``dav`` speaks with address books and calendars, ``pushing``
decides what is new there, changed here or edited there, and ``mailbox`` puts drafts away.
"""
