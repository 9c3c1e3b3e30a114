"""Cards from the United States."""

from __future__ import annotations

from studio import layouts
from studio.facts import Facts, Phone
from studio.specimen import Specimen
from studio.style import AMERICAN, Face, Style

_COBALT = Facts(
    country="US",
    language="en",
    name="Marisol Quintana-Webb",
    title="Vice President, Sales",
    company="COBALT RIDGE INSTRUMENTS",
    phones=(
        Phone(text="(303) 555-0142", type="work", label="Office "),
        Phone(text="(720) 555-0178", type="mobile", label="Cell "),
    ),
    emails=("mquintana@cobaltridge.example",),
    websites=("www.cobaltridge.example",),
    address=("4100 Larkspur Pkwy", "Suite 210", "Denver, CO 80201"),
)
_COBALT_STYLE = Style(
    name=Face(font="inter-bold", size_pt=13, colour="#12213f"),
    title=Face(font="inter", size_pt=8, colour="#46536b"),
    company=Face(font="inter-bold", size_pt=9.5, colour="#12213f", tracking_em=0.04),
    body=Face(font="inter", size_pt=7, colour="#2a3344"),
    accent="#1e4fa3",
    second="#8fb8ff",
    mark="peaks",
)

_WHITSUN = Facts(
    country="US",
    language="en",
    name="ELEANOR B. WHITSUN",
    title="Attorney at Law",
    company="Whitsun Pruett LLP",
    phones=(
        Phone(text="617.555.0119", type="work", label="Tel "),
        Phone(text="617.555.0120", type="fax", label="Fax "),
    ),
    emails=("ewhitsun@whitsunpruett.example",),
    websites=("whitsunpruett.example",),
    address=("85 Beadle Street", "Boston, MA 02101"),
)
_WHITSUN_STYLE = Style(
    name=Face(font="garamond", size_pt=14, colour="#1b1b1b", tracking_em=0.08),
    title=Face(font="garamond-italic", size_pt=10, colour="#4d4d4d"),
    company=Face(font="garamond-bold", size_pt=12, colour="#1f3d2b"),
    body=Face(font="garamond", size_pt=8.6, colour="#262626"),
    paper="#fbf9f2",
    accent="#1f3d2b",
    second="#a9a48f",
)

_PRAIRIELOOP = Facts(
    country="US",
    language="en",
    name="Devon Achterbosch",
    title="Field Operations Lead",
    company="Prairie Loop Solar",
    slogan="Rooftop & community solar",
    phones=(
        Phone(text="+1 512 555 0163", type="work", label="O: "),
        Phone(text="+1 737 555 0127", type="mobile", label="C: "),
    ),
    emails=("devon@prairieloop.example",),
    websites=("prairieloop.example",),
    address=("2207 Windmill Rd", "Austin, TX 78701"),
)
_PRAIRIELOOP_STYLE = Style(
    name=Face(font="open-bold", size_pt=11.5, colour="#5a3a00"),
    title=Face(font="open", size_pt=7.8, colour="#8a6a2f"),
    company=Face(font="open-bold", size_pt=10.5, colour="#d97706"),
    body=Face(font="open", size_pt=7, colour="#3d352a"),
    accent="#d97706",
    second="#f3c262",
    mark="sun",
)

_VESPERINE = Facts(
    country="US",
    language="en",
    name="Noor Haddad-Lindqvist",
    title="Principal Designer",
    company="studio vesperine",
    phones=(Phone(text="+1 415 555 0186", type="work"),),
    emails=("noor@vesperine.example",),
    websites=("vesperine.example",),
    address=("1190 Alder Alley", "San Francisco, CA 94101"),
)
_VESPERINE_STYLE = Style(
    name=Face(font="lato-light", size_pt=15, colour="#2b2b2b"),
    title=Face(font="lato-light", size_pt=8.4, colour="#7d7d7d"),
    company=Face(font="lato-light", size_pt=9, colour="#2b2b2b", tracking_em=0.12),
    body=Face(font="lato-light", size_pt=7.8, colour="#3c3c3c"),
    accent="#2b2b2b",
    second="#d0d0d0",
)

_JUNIPER = Facts(
    country="US",
    language="en",
    name="Terrence O. Baptista, CPA",
    title="Senior Tax Manager",
    company="Juniper Creek Accounting",
    phones=(
        Phone(text="(206) 555-0191 ext. 24", type="work", label="Phone "),
        Phone(text="(800) 555-0134", type="tollfree", label="Toll-free "),
    ),
    emails=("terrence.baptista@junipercreek.example",),
    websites=("www.junipercreek.example",),
    address=("640 Ferry Landing, Floor 5", "Seattle, WA 98101"),
)
_JUNIPER_STYLE = Style(
    name=Face(font="inter-bold", size_pt=11.5, colour="#10403b"),
    title=Face(font="inter", size_pt=7.8, colour="#4d6b66"),
    company=Face(font="inter-bold", size_pt=9.5, colour="#10403b"),
    body=Face(font="inter", size_pt=6.9, colour="#26322f"),
    paper="#f4f7f3",
    accent="#10403b",
    second="#8cc7a1",
    mark="leaf",
)

_STONEFEN = Facts(
    country="US",
    language="en",
    name="Mei-Lin Castellow",
    title="Robotics Program Manager",
    company="Stonefen Automation, Inc.",
    phones=(
        Phone(text="+1 (412) 555-0157", type="work", label="direct  "),
        Phone(text="+1 (412) 555-0158", type="fax", label="fax  "),
    ),
    emails=("mcastellow@stonefen.example",),
    websites=("www.stonefen.example",),
    address=("900 Millrace Blvd", "Pittsburgh, PA 15201"),
)
_STONEFEN_STYLE = Style(
    name=Face(font="inter-bold", size_pt=12, colour="#f5f7fa"),
    title=Face(font="inter", size_pt=8, colour="#9fb3c8"),
    company=Face(font="inter-medium", size_pt=8.4, colour="#ff9f43"),
    body=Face(font="inter", size_pt=7, colour="#e4e9ef"),
    paper="#243447",
    accent="#ff9f43",
    second="#e4e9ef",
    mark="hexagon",
)

UNITED_STATES = {
    "stonefen": Specimen(facts=_STONEFEN, design=layouts.right_aligned(_STONEFEN, _STONEFEN_STYLE, AMERICAN)),
    "cobalt": Specimen(facts=_COBALT, design=layouts.band(_COBALT, _COBALT_STYLE, AMERICAN)),
    "whitsun": Specimen(facts=_WHITSUN, design=layouts.centred(_WHITSUN, _WHITSUN_STYLE, AMERICAN)),
    "prairieloop": Specimen(
        facts=_PRAIRIELOOP, design=layouts.two_columns(_PRAIRIELOOP, _PRAIRIELOOP_STYLE, AMERICAN)
    ),
    "vesperine": Specimen(
        facts=_VESPERINE, design=layouts.left_column(_VESPERINE, _VESPERINE_STYLE, AMERICAN)
    ),
    "juniper": Specimen(facts=_JUNIPER, design=layouts.side_panel(_JUNIPER, _JUNIPER_STYLE, AMERICAN)),
}
