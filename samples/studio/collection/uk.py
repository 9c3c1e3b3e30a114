"""Cards from the United Kingdom."""

from __future__ import annotations

from studio import layouts
from studio.design import Scribble
from studio.facts import Facts, Phone
from studio.specimen import Specimen
from studio.style import EUROPEAN, UPRIGHT, Face, Style

_NORTHQUAY = Facts(
    country="GB",
    language="en",
    name="Jo Hart-Ellison",
    title="Partnerships Manager",
    company="Northquay Freight Ltd",
    phones=(
        Phone(text="+44 (0)20 7946 0142", type="work", label="T  "),
        Phone(text="+44 (0)7700 900318", type="mobile", label="M  "),
    ),
    emails=("jo.hart@northquay.example",),
    websites=("www.northquay.example",),
    address=("18 Tidewell Wharf", "London E14 9ZY"),
)
_NORTHQUAY_STYLE = Style(
    name=Face(font="lato-bold", size_pt=13.5, colour="#16324f"),
    title=Face(font="lato", size_pt=8.5, colour="#3f7f93"),
    company=Face(font="lato-bold", size_pt=8.5, colour="#16324f"),
    body=Face(font="lato", size_pt=7.6, colour="#333c44"),
    accent="#16324f",
    second="#3f9db0",
    mark="waves",
)

_LANTERN = Facts(
    country="GB",
    language="en",
    name="Amara Oyelowe-Finch",
    title="Creative Director",
    company="LANTERN & LOOM",
    phones=(Phone(text="07700 900 461", type="mobile"), Phone(text="0117 496 0275", type="work")),
    emails=("amara@lanternloom.example",),
    websites=("lanternloom.example",),
    address=("Unit 4, Ropewalk Yard", "Bristol BS1 9XX"),
)
_LANTERN_STYLE = Style(
    name=Face(font="garamond-italic", size_pt=16, colour="#f4ead6"),
    title=Face(font="lato-light", size_pt=8, colour="#cdb487"),
    company=Face(font="lato", size_pt=8, colour="#cdb487", tracking_em=0.14),
    body=Face(font="lato", size_pt=7.4, colour="#e9e4da"),
    paper="#1c1f24",
    accent="#cdb487",
    second="#e9e4da",
    mark="lantern",
)

_WILKOWICZ = Facts(
    country="GB",
    language="en",
    name="Tomasz Wilkowicz",
    title="Associate Architect",
    company="WILKOWICZ FERRAND",
    phones=(
        Phone(text="0161 496 0188", type="work"),
        Phone(text="07700 900772", type="mobile"),
    ),
    emails=("tomasz@wilkowiczferrand.example",),
    websites=("wilkowiczferrand.example",),
    address=("Third Floor, 22 Cutler's Row", "Manchester M4 9QX"),
)
_WILKOWICZ_STYLE = Style(
    name=Face(font="spartan", size_pt=13, colour="#22262b"),
    title=Face(font="spartan", size_pt=7.5, colour="#7c6a58"),
    company=Face(font="spartan-bold", size_pt=8.4, colour="#22262b", tracking_em=0.1),
    body=Face(font="lato", size_pt=7.2, colour="#3a3d40"),
    paper="#f6f3ee",
    accent="#b4552d",
    second="#22262b",
    mark="gate",
)

_ASHGROVE = Facts(
    country="GB",
    language="en",
    name="Priya Ramanathan-Cole",
    title="Head of Procurement",
    department="Supply Chain",
    company="Ashgrove Medical Supplies",
    phones=(
        Phone(text="+44 113 496 0364", type="work", label="Direct: "),
        Phone(text="+44 7700 900594", type="mobile", label="Mobile: "),
        Phone(text="+44 113 496 0301", type="fax", label="Fax: "),
    ),
    emails=("priya.rc@ashgrove.example",),
    websites=("www.ashgrove.example",),
    address=("7 Foundry Approach", "Leeds LS2 9YZ"),
    email_label="Email: ",
)
_ASHGROVE_STYLE = Style(
    name=Face(font="open-bold", size_pt=12, colour="#14532d"),
    title=Face(font="open", size_pt=8, colour="#4b5a50"),
    company=Face(font="open-bold", size_pt=10.5, colour="#14532d"),
    body=Face(font="open", size_pt=6.7, colour="#2b2f2c"),
    accent="#14532d",
    second="#8fcf6a",
    mark="hexagon",
)

_TERNBECK = Facts(
    country="GB",
    language="en",
    name="Callum Drysdale-Reid",
    title="Sales Engineer",
    company="Ternbeck Instruments",
    phones=(
        Phone(text="0131 496 0457", type="work", label="tel "),
        Phone(text="07700 900 835", type="mobile", label="mob "),
    ),
    emails=("callum@ternbeck.example",),
    websites=("www.ternbeck.example",),
    address=("41 Saltpan Lane", "Edinburgh EH6 9ZZ"),
)
_TERNBECK_STYLE = Style(
    name=Face(font="cabin-bold", size_pt=13, colour="#242424"),
    title=Face(font="cabin", size_pt=8.6, colour="#c2410c"),
    company=Face(font="cabin-bold", size_pt=9, colour="#242424"),
    body=Face(font="cabin", size_pt=7.8, colour="#3d3d3d"),
    accent="#c2410c",
    second="#f6ad55",
    mark="bars",
)

_BAKERY = Facts(
    country="GB",
    language="en",
    company="Thistle & Oatcake",
    slogan="bakery  ·  coffee  ·  celebration cakes",
    phones=(Phone(text="0131 496 0926", type="work"),),
    emails=("hello@thistleandoatcake.example",),
    websites=("thistleandoatcake.example",),
    social=("@thistleandoatcake",),
    address=("3 Malthouse Close", "Edinburgh EH3 9XX"),
)
_BAKERY_STYLE = Style(
    name=Face(font="script", size_pt=20, colour="#5b3a29"),
    title=Face(font="garamond-italic", size_pt=9.5, colour="#7b5b46"),
    company=Face(font="script", size_pt=23, colour="#5b3a29"),
    body=Face(font="garamond", size_pt=8.4, colour="#4a3528"),
    paper="#fbf3e4",
    accent="#a8734a",
    second="#d9a566",
    mark="ear",
)

_QUILLON = Facts(
    country="GB",
    language="en",
    name="Samina Qureshi-Vane",
    title="Conference Producer",
    company="Quillon Events",
    phones=(Phone(text="+44 20 7946 0733", type="work"), Phone(text="+44 7700 900127", type="mobile")),
    emails=("samina@quillon-events.example",),
    websites=("quillon-events.example",),
    social=("@quillonevents",),
)
_QUILLON_STYLE = Style(
    name=Face(font="quicksand-bold", size_pt=13, colour="#3b1d5a"),
    title=Face(font="quicksand", size_pt=8.6, colour="#7a3fb0"),
    company=Face(font="quicksand-bold", size_pt=10, colour="#3b1d5a"),
    body=Face(font="quicksand", size_pt=7.8, colour="#33283d"),
    accent="#5b2a86",
    second="#f0a6ca",
    mark="rings",
)

_HOLLIN = Facts(
    country="GB",
    language="en",
    name="Dr Gareth Pryce-Hollin",
    title="Managing Partner",
    company="Hollin Pryce Advisory",
    phones=(
        Phone(text="029 2018 0563", type="work", label="t: "),
        Phone(text="07700 900649", type="mobile", label="m: "),
    ),
    emails=("gareth@hollinpryce.example",),
    websites=("www.hollinpryce.example",),
    address=("Harbour Court, 9 Pierhead Street", "Cardiff CF10 9YY"),
    email_label="e: ",
    web_label="w: ",
)
_HOLLIN_STYLE = Style(
    name=Face(font="vollkorn-bold", size_pt=13, colour="#2a2a35"),
    title=Face(font="vollkorn", size_pt=8.6, colour="#6b6b7a"),
    company=Face(font="vollkorn-bold", size_pt=9.4, colour="#7a1f2b"),
    body=Face(font="open", size_pt=7, colour="#2a2a35"),
    paper="#fdfcf8",
    accent="#7a1f2b",
    second="#c9b27c",
    mark="compass",
)

_PELLWORTH = Facts(
    country="GB",
    language="en",
    name="Ines Adeyemi-Bright",
    title="Lead Translator",
    company="Pellworth Languages",
    phones=(
        Phone(text="01632 960 274", type="work"),
        Phone(text="07700 900 953", type="mobile"),
    ),
    emails=("ines@pellworth.example",),
    websites=("www.pellworth.example",),
    address=("6 Copperbeech Mews", "Bath BA1 9YZ"),
)
_PELLWORTH_STYLE = Style(
    name=Face(font="garamond", size_pt=15, colour="#2d2a4a"),
    title=Face(font="garamond-italic", size_pt=10, colour="#6b6796"),
    company=Face(font="garamond-bold", size_pt=11.5, colour="#2d2a4a"),
    body=Face(font="garamond", size_pt=8.8, colour="#2f2e3a"),
    paper="#fdfdfb",
    accent="#6b6796",
    second="#d8a657",
    mark="compass",
)

_CINDERPATH = Facts(
    country="GB",
    language="en",
    name="Oisín Marlowe-Kerr",
    title="Sound Designer",
    company="CINDERPATH AUDIO",
    phones=(Phone(text="+44 7700 900286", type="mobile"),),
    emails=("oisin@cinderpath.example",),
    websites=("cinderpath.example",),
    address=("Studio 12, Gasworks Lane", "Belfast BT7 9XX"),
)
_CINDERPATH_STYLE = Style(
    name=Face(font="open-narrow-bold", size_pt=15, colour="#1b1b1b"),
    title=Face(font="open-narrow", size_pt=9.5, colour="#7a7a7a"),
    company=Face(font="open-narrow-bold", size_pt=12, colour="#1b1b1b", tracking_em=0.08),
    body=Face(font="open-narrow", size_pt=8.6, colour="#333333"),
    paper="#fffdf9",
    accent="#d1495b",
    second="#2e4057",
    mark="bars",
)

_NOTE = (
    Scribble(text="call Tue,", at_mm=(48, 34), size_pt=15),
    Scribble(text="wants quote", at_mm=(46, 42), size_pt=15, angle_deg=6),
)

UNITED_KINGDOM = {
    "northquay": Specimen(
        facts=_NORTHQUAY, design=layouts.left_column(_NORTHQUAY, _NORTHQUAY_STYLE, EUROPEAN)
    ),
    "lantern": Specimen(facts=_LANTERN, design=layouts.right_aligned(_LANTERN, _LANTERN_STYLE, EUROPEAN)),
    "wilkowicz": Specimen(facts=_WILKOWICZ, design=layouts.upright(_WILKOWICZ, _WILKOWICZ_STYLE, UPRIGHT)),
    "ashgrove": Specimen(facts=_ASHGROVE, design=layouts.two_columns(_ASHGROVE, _ASHGROVE_STYLE, EUROPEAN)),
    "ternbeck": Specimen(
        facts=_TERNBECK, design=layouts.left_column(_TERNBECK, _TERNBECK_STYLE, EUROPEAN).plus(*_NOTE)
    ),
    "thistle": Specimen(facts=_BAKERY, design=layouts.shopfront(_BAKERY, _BAKERY_STYLE, EUROPEAN)),
    "quillon": Specimen(facts=_QUILLON, design=layouts.side_panel(_QUILLON, _QUILLON_STYLE, EUROPEAN)),
    "pellworth": Specimen(facts=_PELLWORTH, design=layouts.centred(_PELLWORTH, _PELLWORTH_STYLE, EUROPEAN)),
    "cinderpath": Specimen(facts=_CINDERPATH, design=layouts.band(_CINDERPATH, _CINDERPATH_STYLE, EUROPEAN)),
    "hollin": Specimen(facts=_HOLLIN, design=layouts.logo_left(_HOLLIN, _HOLLIN_STYLE, EUROPEAN)),
}
