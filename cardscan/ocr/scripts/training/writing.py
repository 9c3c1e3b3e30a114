"""Words to draw in each script: what cards say (titles, streets, firms), and others of like letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

LATIN = (
    "director manager sales marketing street road phone mobile office company limited consulting "
    "design Geschäftsführer Straße Müller Söhne Directrice générale société avenue gérant médecin "
    "São João número Łódź ulica spółka kierownik Žižkova ředitel müdür şirketi İstanbul Genève "
    "Århus Öst Ñandú engineering"
)
GREEK = (
    "Διευθυντής Διευθύντρια Πωλήσεων Τηλέφωνο Κινητό Οδός Λεωφόρος Αθήνα Θεσσαλονίκη Εταιρεία "
    "Εμπορική Σύμβουλος Μηχανικός Δικηγόρος Αρχιτέκτων Γραφείο Ελλάδα Υπεύθυνος Τεχνικός "
    "Οικονομικός Χρήστος Ψηλός Ξένια Φωτεινή Βασίλης Γιώργος Ζωή Ρένα και της των στο"
)
CYRILLIC = (
    "Директор Генеральный Коммерческий Менеджер по продажам Инженер Бухгалтер улица проспект "
    "область город телефон мобильный факс компания общество банк юрист адвокат архитектор Москва "
    "Київ вулиця відділ її заступник България София управител Београд улица Ђорђе Љиљана Њ ћ џ "
    "Щёлково Эльза Юлия Яблоко Жуков"
)
ARABIC = (
    "مدير عام المبيعات التسويق شركة هاتف جوال مكتب شارع صندوق بريد دبي الرياض القاهرة مهندس محاسب "
    "محامي مستشار تجارة المحدودة للاستشارات رئيس مجلس الإدارة فاكس طريق مدينة بناية تهران خیابان "
    "مدیرعامل گروه پخش چاپ"
)
HEBREW = (
    "מנהל מנהלת מכירות שיווק חברה בעם טלפון נייד משרד רחוב תל אביב ירושלים חיפה מהנדס עורך דין רואה "
    "חשבון יועץ סמנכל פיתוח עסקי ישראל פקס שדרות כתובת צפון גן זיו טוב ץ ף ם ך"
)
THAI = (
    "ผู้จัดการ ฝ่ายขาย บริษัท จำกัด มหาชน โทรศัพท์ มือถือ โทรสาร กรุงเทพมหานคร ถนน แขวง เขต ซอย "
    "อาคาร ชั้น กรรมการ ผู้อำนวยการ วิศวกร ที่ปรึกษา การตลาด บัญชี ตำบล อำเภอ จังหวัด เชียงใหม่ "
    "ภูเก็ต ใจดี สุขใจ ประเทศไทย"
)
DEVANAGARI = (
    "प्रबंधक निदेशक महाप्रबंधक बिक्री विपणन कंपनी लिमिटेड दूरभाष मोबाइल कार्यालय मार्ग नगर नई "
    "दिल्ली मुंबई पुणे अभियंता सलाहकार अधिवक्ता लेखाकार भारत शाखा विभाग उद्योग व्यापार संस्थापक "
    "अध्यक्ष सेक्टर मंजिल भवन काठमाडौं"
)
KOREAN = (
    "대표이사 부장 과장 차장 사원 이사 상무 전무 본부장 팀장 연구원 영업부 기획팀 마케팅 개발 "
    "주식회사 전화 휴대폰 팩스 이메일 서울특별시 강남구 서초구 부산광역시 경기도 성남시 분당구 "
    "테헤란로 길 층 호 빌딩 변호사 세무사 건축사 디자인 컨설팅 무역 김민수 이서연 박지훈 최은영 "
    "정하늘 한국 산업 기술 은행 대학교 교수 병원 원장"
)
EAST_ASIAN = (
    "代表取締役 部長 営業部 株式会社 電話 携帯 東京都 千代田区 丁目 番地 北京市 朝阳区 有限公司 "
    "经理 销售 总监 手机 传真 臺北市 中山區 工程師 董事長 業務 專員 セールス マネージャー デザイン "
    "ビル エンジニア こちら さくら ひかり 弁護士 山田太郎 王小明"
)


CAPITALS, SMALL = 0.25, 0.2
"""Shares of lines in capitals, and of the others in small letters only."""

SPACED = 0.12
"""Share of lines whose letters stand apart, as names on cards do."""

INVENTED = 0.3
"""Share of words put together from letters; they keep the teller from learning the words above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """A script with what it is drawn from.

    Attributes:
        script: ISO 15924 code.
        words: Words of cards, parted by spaces.
        fonts: Beginnings of the names of the font files that have it.
        index: Number of the typeface in a collection: of Noto's, 0 is Japanese, 1 Korean.
        is_mixed: Whether letters of words may be put in any order; not where they join.
    """

    script: str
    words: str
    fonts: tuple[str, ...]
    index: int = 0
    is_mixed: bool = False


EUROPEAN = ("NotoSans-", "NotoSerif-", "NotoSansDisplay-", "NotoSerifDisplay-", "DejaVu", "Liberation")
CJK = ("NotoSansCJK-", "NotoSerifCJK-")

HANDS = (
    Hand(script="Latn", words=LATIN, fonts=EUROPEAN, is_mixed=True),
    Hand(script="Hani", words=EAST_ASIAN, fonts=CJK, is_mixed=True),
    Hand(script="Arab", words=ARABIC, fonts=("NotoSansArabic-", "NotoNaskhArabic-", "NotoKufi", "Amiri-")),
    Hand(script="Cyrl", words=CYRILLIC, fonts=EUROPEAN, is_mixed=True),
    Hand(script="Deva", words=DEVANAGARI, fonts=("NotoSansDevanagari", "NotoSerifDevanagari", "Lohit-Dev")),
    Hand(script="Grek", words=GREEK, fonts=EUROPEAN, is_mixed=True),
    Hand(script="Hang", words=KOREAN, fonts=("Nanum", *CJK), index=1, is_mixed=True),
    Hand(
        script="Hebr",
        words=HEBREW,
        fonts=("NotoSansHebrew-", "NotoSerifHebrew-", "David", "Frank", "Miriam", "Nachlieli"),
        is_mixed=True,
    ),
    Hand(
        script="Thai",
        words=THAI,
        fonts=("NotoSansThai-", "NotoSerifThai-", "NotoLoopedThai-", "Loma", "Garuda", "Norasi", "Umpush"),
    ),
)


def phrase(hand: Hand, chance: np.random.Generator) -> str:
    """One to three words of a script, some of them invented, in some case."""
    words = [_word(hand, chance) for _ in range(chance.integers(1, 4))]
    text = " ".join(words)
    if hand.is_mixed and chance.random() < SPACED:
        text = " ".join(text)
    if chance.random() < CAPITALS:
        return text.upper()
    return text.lower() if chance.random() < SMALL else text


def _word(hand: Hand, chance: np.random.Generator) -> str:
    words = hand.words.split()
    if not hand.is_mixed or chance.random() > INVENTED:
        return str(chance.choice(words))
    letters = list("".join(words))
    return "".join(chance.choice(letters, int(chance.integers(2, 10))))
