"""Cards from Japan."""

from __future__ import annotations

from studio import layouts
from studio.facts import Facts, Phone
from studio.specimen import Specimen
from studio.style import JAPANESE, Face, Style

_AOGIRI = Facts(
    country="JP",
    language="ja",
    name="湊木 遥香",
    name_alt="Haruka Minatogi",
    title="課長",
    department="海外営業部",
    company="株式会社あおぎり精機",
    phones=(
        Phone(text="03-0140-2811", type="work", label="TEL "),
        Phone(text="03-0140-2812", type="fax", label="FAX "),
        Phone(text="090-0140-2811", type="mobile", label="携帯 "),
    ),
    emails=("h.minatogi@aogiri-seiki.example",),
    websites=("www.aogiri-seiki.example",),
    address=("〒100-0099", "東京都千代田区青桐町3-12-5 霞ビル4F"),
    email_label="E-mail ",
)
_AOGIRI_STYLE = Style(
    name=Face(font="mincho-bold", size_pt=16, colour="#1c1c1c", tracking_em=0.12),
    title=Face(font="mincho", size_pt=8, colour="#333333"),
    company=Face(font="mincho-bold", size_pt=11.5, colour="#14305c"),
    body=Face(font="mincho", size_pt=7.2, colour="#262626"),
    accent="#14305c",
    second="#b23a48",
    mark="peaks",
)

_HAMAKAZE = Facts(
    country="JP",
    language="ja",
    name="風守 亮介",
    title="代表取締役",
    company="合同会社ハマカゼ設計",
    phones=(Phone(text="+81 3 0142 5530", type="work", label="Tel: "),),
    emails=("ryosuke@hamakaze-design.example",),
    websites=("hamakaze-design.example",),
    address=("〒231-0099", "神奈川県横浜市中区浜風町1-8"),
)
_HAMAKAZE_STYLE = Style(
    name=Face(font="gothic-bold", size_pt=14, colour="#123c3c", tracking_em=0.1),
    title=Face(font="gothic", size_pt=8, colour="#3f6b6b"),
    company=Face(font="gothic-bold", size_pt=10, colour="#123c3c"),
    body=Face(font="gothic", size_pt=7.4, colour="#223333"),
    paper="#f5f8f7",
    accent="#1f8a8a",
    second="#e8a33d",
    mark="sun",
)

JAPAN = {
    "aogiri": Specimen(facts=_AOGIRI, design=layouts.meishi(_AOGIRI, _AOGIRI_STYLE, JAPANESE)),
    "hamakaze": Specimen(facts=_HAMAKAZE, design=layouts.right_aligned(_HAMAKAZE, _HAMAKAZE_STYLE, JAPANESE)),
}
