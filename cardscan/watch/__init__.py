"""Photos are read as they arrive in a folder, which is a boundary: whoever writes there is a stranger.

``rooms`` are the folders, ``arrivals`` says what has arrived whole, ``claims`` takes it, ``moving`` puts
it into the archive over no other file, ``names`` gives it a plain name, ``batch`` has the archive read,
``watching`` does all that in turn; ``bell`` wakes it, ``remote`` says where no bell rings, ``turns``
keeps two watches apart, and ``pinned`` keeps the event of an archive.

The archive with the book is the truth: a batch is the command ``scan`` on the archive, which reads what
is new.  So whatever is stopped, at any moment, is done again from there.
"""
