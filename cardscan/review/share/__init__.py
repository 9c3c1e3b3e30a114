"""Photos from a phone in the same network, which go into an event's folder and are read there.

``network`` says how the phone gets here, ``inbox`` takes its pictures, ``reading`` has them read by
another process and says what became of each, ``sent`` is what the phone is told,
``app`` is its page, ``form`` takes in what it sends, and ``sharing`` is all of it.
"""
