"""Cards in Japanese, Chinese and Korean, or the lines that a bilingual card prints in one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lines.locales import Locale

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What cards in one script are made of.

    Attributes:
        locales: Where they come from.
        forms: Legal forms.
        form_first: How often the form stands before the name.
        letters: What a company's name begins with.
        trades: What it ends with.
        university: The ending of a university's name.
        titles: Job titles.
        departments: Departments.
        given: Given names in Latin letters.
        family: Family names in Latin letters.
    """

    locales: tuple[Locale, ...]
    forms: tuple[str, ...]
    form_first: float
    letters: str
    trades: tuple[str, ...]
    university: str
    titles: tuple[str, ...]
    departments: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]


JAPANESE = Script(
    locales=(Locale(name="ja_JP"),),
    forms=("株式会社", "有限会社", "合同会社"),
    form_first=0.6,
    letters="青桐浜風霧島白樺朝凪若葉東光北斗洋富岳緑星海山田中村",
    trades=("商事", "工業", "電機", "製作所", "技研", "システム", "建設", "物産", "印刷",
            "デザイン", "サービス", ""),
    university="大学",
    titles=("代表取締役", "営業部長", "課長", "主任", "係長", "取締役社長", "部長", "エンジニア",
            "デザイナー", "主任研究員", "店長"),
    departments=("営業部", "開発部", "総務部", "技術部", "海外事業部", "企画室", "第一営業部", "人事課"),
    given=("Haruka", "Ryosuke", "Misaki", "Kenta", "Chihiro", "Naoki", "Yuka", "Takumi"),
    family=("Minatogi", "Kazemori", "Shimozawa", "Tsubakihara", "Yukimori", "Kirishima", "Fujimaki"),
)  # fmt: skip
CHINESE = Script(
    locales=(Locale(name="zh_CN"), Locale(name="zh_CN"), Locale(name="zh_TW")),
    forms=("有限公司", "股份有限公司", "集团"),
    form_first=0.0,
    letters="华东北海星光天龙金盛宏达泰和明远科创新",
    trades=("科技", "贸易", "实业", "机械", "电子", "建筑", "文化", "网络", "食品"),
    university="大学",
    titles=("总经理", "销售经理", "经理", "工程师", "董事长", "业务经理", "副总经理", "主任", "教授"),
    departments=("销售部", "市场部", "技术部", "国际部", "研发中心", "人力资源部"),
    given=("Xiaoming", "Liwei", "Yuhan", "Jianhua", "Meiling", "Zihao", "Qing", "Haoran"),
    family=("Wang", "Li", "Zhang", "Chen", "Huang", "Xu", "Zhou", "Lin"),
)
KOREAN = Script(
    locales=(Locale(name="ko_KR"),),
    forms=("주식회사", "(주)"),
    form_first=0.6,
    letters="동서남북미래하늘바다금강산해솔별",
    trades=("산업", "전자", "건설", "상사", "기술", "식품", "디자인", "물산", ""),
    university="대학교",
    titles=("대표이사", "부장", "과장", "대리", "차장", "이사", "팀장", "사원"),
    departments=("영업부", "기술팀", "개발팀", "총무부", "해외영업팀"),
    given=("Min-jun", "Seo-yeon", "Ji-hoon", "Ha-eun", "Do-yun", "Soo-bin"),
    family=("Kim", "Park", "Choi", "Jung", "Kang", "Yoon"),
)
SCRIPTS: Mapping[str, Script] = {"ja": JAPANESE, "zh": CHINESE, "ko": KOREAN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Eastern:
    """What such a card says, beside phones and the like."""

    locale: Locale
    name: str
    latin_given: str
    latin_family: str
    company: str
    title: str
    department: str | None
    address: str


def eastern(rng: random.Random) -> Eastern:
    """A person of a company, in one of the scripts."""
    script = SCRIPTS[rng.choice(("ja", "ja", "zh", "zh", "ko"))]
    locale = rng.choice(script.locales)
    fake = locale.fake(rng)
    return Eastern(
        locale=locale,
        name=fake.last_name() + rng.choice((" ", "", "")) + fake.first_name(),
        latin_given=rng.choice(script.given),
        latin_family=rng.choice(script.family),
        company=_company(rng, script),
        title=rng.choice(script.titles),
        department=rng.choice(script.departments) if rng.random() < 0.45 else None,
        address=fake.address().replace("\n", " "),
    )


def _company(rng: random.Random, script: Script) -> str:
    stem = "".join(rng.choices(script.letters, k=rng.choice((2, 2, 3))))
    name, form, luck = stem + rng.choice(script.trades), rng.choice(script.forms), rng.random()
    if luck < 0.1:
        return stem + script.university
    if luck < 0.24:
        return name
    return form + name if rng.random() < script.form_first else name + form
