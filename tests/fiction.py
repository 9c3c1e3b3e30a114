"""What may stand on a fictional card: domains that nobody can own and numbers that nobody has."""

from __future__ import annotations

import re

RESERVED = re.compile(r"(?:[\w-]+\.)*(?:[\w-]+\.example|example\.(?:com|net|org))")
NOBODYS_NUMBERS = {
    # Ofcom's numbers for drama, their leading zero or country code taken off
    "GB": r"(?:2079460|7700900|1174960|1134960|1614960|1314960|2920180|1632960)\d{3}",
    # the North American plan keeps 555-0100 to 555-0199 for fiction
    "US": r"\d{3}55501\d\d(?:24)?",
    # ACMA's numbers for works of fiction
    "AU": r"[2378](?:5550|7010)\d{4}|491570\d{3}",
    # Arcep's roots for works of fiction
    "FR": r"(?:19900|26191|35301|46571|53649|63998)\d{4}",
    # Bundesnetzagentur, numbers for media productions
    "DE": r"(?:3023125|4066969|8999998)\d{3}|17139200\d\d",
    # PTS, numbers for books and films
    "SE": r"(?:8465004|3139006|4062804)\d\d|7017406\d\d",
    # assigned to nobody: the area 940 in Spain, subscriber numbers with a leading 0 in Japan
    "ES": r"940\d{6}",
    "JP": r"(?:3|90)0\d{7}",
}
COUNTRY_CODES = {
    "GB": "44", "US": "1", "AU": "61", "FR": "33", "DE": "49", "SE": "46", "ES": "34", "JP": "81",
}  # fmt: skip


def is_reserved(domain: str) -> bool:
    """Whether nobody can own the domain."""
    return RESERVED.fullmatch(domain) is not None


def is_nobodys(number: str, country: str) -> bool:
    """Whether a number as printed on a card of that country is one that nobody has."""
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    national = digits.removeprefix(COUNTRY_CODES[country] if number.startswith("+") else "0")
    return re.fullmatch(NOBODYS_NUMBERS[country], national) is not None
