"""Cards of invented people in scripts that the default reader does not read, drawn with Debian's fonts."""

import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont, features

FONTS = {
    "Arab": "truetype/noto/NotoSansArabic-Regular.ttf",
    "Cyrl": "truetype/noto/NotoSans-Regular.ttf",
    "Deva": "truetype/noto/NotoSansDevanagari-Regular.ttf",
    "Grek": "truetype/noto/NotoSans-Regular.ttf",
    "Hang": "opentype/noto/NotoSansCJK-Regular.ttc",
    "Hani": "opentype/noto/NotoSansCJK-Regular.ttc",
    "Hebr": "truetype/noto/NotoSansHebrew-Regular.ttf",
    "Latn": "truetype/noto/NotoSans-Regular.ttf",
    "Thai": "truetype/noto/NotoSansThai-Regular.ttf",
}

LINES = {
    "Arab": ("سليم النجار", "مدير المشتريات", "شركة المثال للتجارة", "شارع الورد"),
    "Cyrl": ("Пётр Образцов", "Ведущий инженер", "ООО Пример", "Примерная улица"),
    "Deva": ("रमेश उदाहरण", "वरिष्ठ अभियंता", "उदाहरण उद्योग लिमिटेड", "गुलाब मार्ग"),
    "Grek": ("Πέτρος Παράδειγμας", "Διευθυντής Έργων", "Εταιρεία Παράδειγμα", "Οδός Ρόδων"),
    "Hang": ("홍예시", "영업부 과장", "주식회사 보기", "서울특별시 보기로"),
    "Hani": ("山田 例子", "営業部長", "株式会社見本", "東京都見本区"),
    "Hebr": ("דוד דוגמאי", "מנהל פרויקטים", "חברת דוגמה", "רחוב הורדים"),
    "Latn": ("Jane Marlowe", "Head of Bread", "Harbour Bakery", "12 Garden Street"),
    "Thai": ("สมชาย ตัวอย่าง", "วิศวกรอาวุโส", "บริษัท ตัวอย่าง จำกัด", "ถนนกุหลาบ"),
}

LANGUAGES = {
    "Arab": "ara",
    "Cyrl": "rus",
    "Deva": "hin",
    "Grek": "ell",
    "Hang": "kor",
    "Hebr": "heb",
    "Thai": "tha",
}


def written(script, *, mail="mail@example.com"):
    """A card in a script, with an e-mail address below: uint8, shape (560, 1000, 3), BGR."""
    path = Path("/usr/share/fonts") / FONTS[script]
    _need(path.is_file() and features.check("raqm"), f"no font for {script}: apt-get install fonts-noto-core")
    page = Image.new("RGB", (1000, 560), "white")
    draw = ImageDraw.Draw(page)
    index = 1 if script == "Hang" else 0
    for number, text in enumerate(LINES[script]):
        draw.text((70, 60 + 95 * number), text, (20, 20, 20), ImageFont.truetype(str(path), 42, index=index))
    draw.text((70, 460), mail, (20, 20, 20), ImageFont.load_default(40))
    return np.ascontiguousarray(np.array(page)[:, :, ::-1])


def need_language(code):
    """Skip the test where Tesseract lacks a language; in CI it must be there."""
    program = shutil.which("tesseract", path="/usr/bin:/usr/local/bin:/opt/homebrew/bin")
    known = (
        subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
        if program
        else None
    )
    _need(known and code in known.stdout.split(), f"no Tesseract data: apt-get install tesseract-ocr-{code}")


def _need(there, why_not):
    if not there and os.environ.get("CARDSCAN_ALL_SCRIPTS"):
        pytest.fail(why_not)
    if not there:
        pytest.skip(why_not)
