"""Photos from a phone in the same network, which go into an event's folder and are read there.

``network`` says how the phone gets here, ``inbox`` takes its pictures, ``scanning`` has them read by
another process, ``reading`` says when and what became of each, ``sent`` is what the phone is told,
``app`` is its page, ``form`` takes in what it sends, and ``sharing`` is all of it.
"""
