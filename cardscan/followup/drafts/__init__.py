"""A due step becomes a letter that its owner reads, changes and sends: nothing is sent from here.

``make_draft`` writes it from a template, ``to_eml`` and ``to_mailto`` make what a mail
program opens as a draft, ``draft_file_name`` names the file.  The modules that need
Jinja2 are imported only by those who write letters.
"""
