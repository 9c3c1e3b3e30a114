"""Files for CRMs and address books that import CSV: one profile each, a table of columns.

``named_profile`` gives one of ours, ``read_profile`` reads a user's own file, and
``CrmExporter`` makes the files: contacts, and follow-ups where the importer takes them.
"""

from cardscan.export.crm.files import CrmExporter
from cardscan.export.crm.profile import Profile
from cardscan.export.crm.profile_file import named_profile, profile_names, read_profile

__all__ = ["CrmExporter", "Profile", "named_profile", "profile_names", "read_profile"]
