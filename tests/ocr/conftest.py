import pytest

from cardscan.ocr.readers.rapidocr import RapidOcrReader


@pytest.fixture(scope="session")
def default_reader():
    """One reader for all tests of the stage: its models take a second to load."""
    return RapidOcrReader()
