"""What an address is made of: its words, its postal codes, its columns, its parts.

The finder (``cardscan.parse.finders.address``) puts these together.
"""
