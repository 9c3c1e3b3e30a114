"""Makes ``teller.npz``, the weights of the teller of scripts, from drawn text; not part of the wheel.

Run ``python -m cardscan.ocr.scripts.training``, which takes three minutes.  The typefaces are those of
the Debian packages fonts-noto-core, fonts-noto-cjk, fonts-nanum, fonts-thai-tlwg, fonts-dejavu-core,
fonts-liberation2, fonts-lohit-deva, fonts-hosny-amiri and culmus.
"""
