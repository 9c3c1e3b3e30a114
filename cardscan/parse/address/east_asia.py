"""Chinese, Japanese and Korean addresses: from the big to the small, without spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cardscan.parse.finders.narrow import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

CODE_LABEL = r"(?:邮编|邮政编码|郵編|郵遞區號|우편번호|郵便番号|우\s?[)）])\W*"
"""Announces a postal code."""

CODE = re.compile(
    r"(?:〒|T|デ|テ)?\s?(?<!\d)"
    r"(\d{3}-\d{4}|\d{5,6}|(?<=^)\d{3}(?=\s*[一-鿿]))(?=\s*[一-鿿가-힣]|\s*$)"
)
"""A postal code before or behind the rest, with the mark 〒 as readers misread it."""

BRACKETED = re.compile(r"^\((?:우\s?)?(\d{5,6})\)\s*")
"""A postal code in brackets in front of the rest."""

PREFECTURE = r"北海道|東京都|京都府|大阪府|[一-鿿]{2,3}県"
"""Japan's prefectures; nothing but Kanagawa, Wakayama and Kagoshima has three characters."""

CHINESE_PROVINCE = r"[一-鿿]{2,3}省|(?:内蒙古|广西|西藏|宁夏|新疆)[一-鿿]{0,3}自治区"

PROVINCE = re.compile(f"{PREFECTURE}|{CHINESE_PROVINCE}")

CITY = re.compile(r"\s*([一-鿿ヶケぁ-ん]{1,6}?(?:市|郡|縣|县)|[一-鿿]{1,5}区)")

LEVEL = re.compile(
    r"[一-鿿ヶケ々]{1,5}?[省県縣市区區郡町村乡鄉镇鎮里]"
    r"|[一-鿿]{1,6}?(?:街道|丁目|番地|大道|大路|路|街|巷|弄|胡同|[一二三四五六七八九十]段)"
)
"""A step of the way from the province to the house."""

HOUSE = re.compile(r"\d+\s*(?:丁目|番地?|[号號]|楼|樓|层|層|階|室|栋|棟|幢|-\d)|[B地]?\d+[Ff](?![a-z])")
"""The house's number or a floor."""

BUILDING = re.compile(
    r"ビル|ビルディング|タワー|マンション|大厦|大廈|大楼|大樓|广场|廣場|市场|市場|园区|園區|楼下|対面|对面|家属楼"
)

KOREAN_PROVINCE = re.compile(
    r"^(?:\d{5}\s*)?(서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)"
)
KOREAN_STATE = re.compile(r"\s*((?:[가-힣]{2,6}도|경북|경남|전북|전남|충북|충남))\s")
KOREAN_TOWN = re.compile(
    r"\s*([가-힣]{1,6}(?:특별시|광역시|특별자치시|시|군)|서울|부산|대구|인천|광주|대전|울산|세종)(?=\s)"
)
KOREAN_LEVEL = re.compile(
    r"[가-힣]{1,6}(?:특별시|광역시|특별자치시|특별자치도|도|시|군|구|읍|면|동|리|대로|로|길)(?=[\s\d,()]|$)"
)
KOREAN_HOUSE = re.compile(r"\d+(?:-\d+)?(?:번지|번길|호|층|\b)")

LINE_END = re.compile(r"[\dA-Za-z号號番地層楼樓階室]$")

COUNTRY = re.compile(r"^\s*(?:中华人民共和国|中国|中國|日本国?|대한민국|한국)(?=\s*[一-鿿가-힣])\s*")
"""The country in front of its provinces."""

SENTENCE = re.compile(r"[。？！?!]|です|ます|さい(?!たま)|ください|している|された|の名を|という")
"""Running text or an advertisement: no address."""

SCRIPT = re.compile(r"[一-鿿가-힣]")


def east_asian_belief(text: str) -> float:
    """How much a Chinese, Japanese or Korean text looks like part of an address, in [0, 1]."""
    plain = narrow(text)
    if not SCRIPT.search(plain) or SENTENCE.search(text):
        return 0.0
    hangul = _korean(plain)
    levels = len(LEVEL.findall(plain))
    house = bool(HOUSE.search(plain))
    score = 0.2 * min(levels, 3) + 0.35 * house + 0.3 * bool(re.search(PREFECTURE, plain))
    score += 0.3 * bool(BUILDING.search(plain)) + 0.2 * bool(re.search(CHINESE_PROVINCE, plain))
    return min(0.95, max(hangul, score))


def _korean(plain: str) -> float:
    levels = len(KOREAN_LEVEL.findall(plain))
    if not levels:
        return 0.0
    house, province = bool(KOREAN_HOUSE.search(plain)), bool(KOREAN_PROVINCE.search(plain))
    if levels == 1 and not house and not province:  # a person's name may end like a quarter
        return 0.0
    return min(0.95, 0.25 * min(levels, 3) + 0.2 * house + 0.4 * province)


def east_asian_country(text: str) -> str | None:
    """ISO code of the country whose script and words an address uses, where that is plain.

    Example:
        >>> east_asian_country("東京都港区1-2-3")
        'JP'
    """
    if re.search(r"[가-힣]", text):
        return "KR"
    if re.search(PREFECTURE, text) or re.search(r"[ぁ-んァ-ヶ〒]|丁目|番地", text):
        return "JP"
    if re.search(r"[號樓區]", text):
        return "TW"
    return "CN" if re.search(r"[号楼].{0,12}|省", text) else None


def joined(texts: Sequence[str]) -> str:
    """The lines of a Chinese, Japanese or Korean address as one text.

    A line that ends with the house's number is set apart from the building below it.
    """
    text = ""
    for line in texts:
        apart = bool(text) and (bool(LINE_END.search(text)) or bool(re.search(r"[가-힣]", text + line)))
        text += (" " if apart else "") + line
    return text


def east_asian_parts(text: str, country: str | None) -> dict[str, str]:
    """Street, city, region and postal code of a Chinese, Japanese or Korean address.

    Args:
        text: The address, its lines joined.
        country: ISO code of its country, or None.
    """
    plain = narrow(text).strip()
    found: dict[str, str] = {}
    plain = BRACKETED.sub(r"\1 ", re.sub(CODE_LABEL, " ", plain).strip())
    code = CODE.search(plain)
    if code and (country or "-" in code[1]):
        found["postal_code"] = code[1]
        plain = (plain[: code.start()] + " " + plain[code.end() :]).strip(" ,")
    plain = COUNTRY.sub("", plain)
    steps = (("region", PROVINCE), ("region", KOREAN_STATE), ("city", CITY), ("city", KOREAN_TOWN))
    for name, pattern in steps:
        match = pattern.match(plain)
        if match and name not in found:
            found[name] = match.group().strip()
            plain = plain[match.end() :]
    found["street"] = plain.strip(" ,")
    return found
