"""A small studio that prints fictional business cards and photographs them.

The parts are independent of each other, in the order a picture is made:

``design``       what a card says and where it stands (``facts``, ``style``, ``layouts``)
``draw``         a design becomes a flat card image
``photograph``   flat cards on a surface become a picture, with named troubles
``files``        a picture becomes a file with the marks a camera leaves
``truth``        what a perfect reader would find in that file

``collection`` and ``pictures`` are the data of the samples: the cards, and the pictures
taken of them.  ``invented`` and ``trouble_set`` make those of a test set of any size.
"""
