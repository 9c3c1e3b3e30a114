"""Cards from Germany, France and Spain."""

from __future__ import annotations

from studio import layouts
from studio.design import Code
from studio.facts import Facts, Phone
from studio.specimen import Specimen
from studio.style import EUROPEAN, Face, Style

_ISARKAMM = Facts(
    country="DE",
    language="de",
    name="Jonas Brandhuber-Yilmaz",
    title="Leiter Vertrieb",
    company="Isarkamm Antriebstechnik GmbH",
    phones=(
        Phone(text="+49 89 99998-214", type="work", label="Telefon "),
        Phone(text="+49 89 99998-200", type="fax", label="Telefax "),
        Phone(text="+49 171 3920047", type="mobile", label="Mobil "),
    ),
    emails=("j.brandhuber@isarkamm.example",),
)
_ISARKAMM_STYLE = Style(
    name=Face(font="inter-bold", size_pt=12.5, colour="#0f2f57"),
    title=Face(font="inter", size_pt=8.2, colour="#51647d"),
    company=Face(font="inter-bold", size_pt=8.6, colour="#0f2f57"),
    body=Face(font="inter", size_pt=7.4, colour="#28313d"),
    accent="#0f2f57",
    second="#e2572b",
    mark="hexagon",
)
_ISARKAMM_BACK = Facts(
    country="DE",
    language="de",
    company="Isarkamm Antriebstechnik GmbH",
    address=("Flößerkai 27", "80001 München"),
)
_ISARKAMM_BACK_STYLE = Style(
    name=Face(font="inter-bold", size_pt=12, colour="#ffffff"),
    title=Face(font="inter", size_pt=8, colour="#ffffff"),
    company=Face(font="inter-bold", size_pt=11, colour="#ffffff"),
    body=Face(font="inter", size_pt=7.6, colour="#dfe7f2"),
    paper="#0f2f57",
    accent="#ffffff",
    second="#e2572b",
    mark="hexagon",
)

_SPREEWINKEL = Facts(
    country="DE",
    language="de",
    name="Dr.-Ing. Friederike Krauthamm",
    title="Geschäftsführerin",
    company="Spreewinkel Umwelttechnik GmbH",
    phones=(
        Phone(text="(030) 23125 418", type="work", label="Tel. "),
        Phone(text="(030) 23125 400", type="fax", label="Fax "),
    ),
    emails=("krauthamm@spreewinkel.example",),
    websites=("www.spreewinkel.example",),
    address=("Uferstraße 112", "10115 Berlin"),
    email_label="E-Mail ",
)
_SPREEWINKEL_STYLE = Style(
    name=Face(font="open-bold", size_pt=11.5, colour="#20352a"),
    title=Face(font="open", size_pt=8, colour="#5b6f63"),
    company=Face(font="open-bold", size_pt=10, colour="#2f7d4f"),
    body=Face(font="open", size_pt=7.2, colour="#26302a"),
    accent="#2f7d4f",
    second="#a4c639",
    mark="leaf",
)

_ELBTOR = Facts(
    country="DE",
    language="de",
    name="Mehmet Vossing",
    title="Projektleiter",
    company="Elbtor Messebau",
    phones=(
        Phone(text="040 66969-351", type="work", label="T "),
        Phone(text="0171 39200 68", type="mobile", label="M "),
    ),
    emails=("vossing@elbtor-messebau.example",),
    websites=("elbtor-messebau.example",),
    address=("Speicherweg 5", "20457 Hamburg"),
)
_ELBTOR_STYLE = Style(
    name=Face(font="jura-bold", size_pt=13, colour="#1d1d1f"),
    title=Face(font="jura", size_pt=8.6, colour="#b91c1c"),
    company=Face(font="jura-bold", size_pt=10.5, colour="#1d1d1f"),
    body=Face(font="lato", size_pt=7.6, colour="#2c2c2e"),
    accent="#b91c1c",
    second="#1d1d1f",
    mark="gate",
)

_EMBRUNS = Facts(
    country="FR",
    language="fr",
    name="Clémence Delorme-Achard",
    title="Directrice commerciale",
    company="Atelier des Embruns",
    phones=(
        Phone(text="01 99 00 42 17", type="work", label="Tél. "),
        Phone(text="06 39 98 26 51", type="mobile", label="Port. "),
    ),
    emails=("c.delorme@embruns.example",),
    websites=("www.embruns.example",),
    address=("14, quai des Voiliers", "75010 Paris"),
)
_EMBRUNS_STYLE = Style(
    name=Face(font="garamond", size_pt=15, colour="#243b53"),
    title=Face(font="garamond-italic", size_pt=10, colour="#486581"),
    company=Face(font="garamond-bold", size_pt=11, colour="#243b53"),
    body=Face(font="garamond", size_pt=8.8, colour="#2a3b4c"),
    paper="#fcfbf7",
    accent="#486581",
    second="#c98b6b",
    mark="waves",
)

_GARRIGUE = Facts(
    country="FR",
    language="fr",
    name="Yannick MORELLON",
    title="Ingénieur d'affaires",
    company="Garrigue Numérique SAS",
    phones=(
        Phone(text="+33 4 65 71 38 20", type="work", label="Tél : "),
        Phone(text="+33 6 39 98 71 04", type="mobile", label="Mob : "),
    ),
    emails=("y.morellon@garrigue-numerique.example",),
    websites=("garrigue-numerique.example",),
    address=("8 rue du Puits-Neuf", "34000 Montpellier"),
)
_GARRIGUE_STYLE = Style(
    name=Face(font="lato-bold", size_pt=12.5, colour="#ffffff"),
    title=Face(font="lato", size_pt=8.4, colour="#d3f3ea"),
    company=Face(font="lato-heavy", size_pt=9, colour="#ffffff"),
    body=Face(font="lato", size_pt=7.6, colour="#effbf7"),
    paper="#0f6b5c",
    accent="#ffffff",
    second="#f2c14e",
    mark="rings",
)

_MONTELARCO = Facts(
    country="ES",
    language="es",
    name="Lucía Ferrándiz Olmeda",
    title="Responsable de Exportación",
    company="Bodegas Montelarco, S.L.",
    phones=(
        Phone(text="+34 940 55 01 42", type="work", label="Tel. "),
        Phone(text="+34 940 55 01 43", type="fax", label="Fax "),
    ),
    emails=("lferrandiz@montelarco.example",),
    websites=("www.montelarco.example",),
    address=("Camino del Molino, 6", "26001 Logroño"),
)
_MONTELARCO_STYLE = Style(
    name=Face(font="vollkorn-bold", size_pt=13, colour="#5c1022"),
    title=Face(font="vollkorn", size_pt=8.8, colour="#7d5a4f"),
    company=Face(font="vollkorn-bold", size_pt=10, colour="#5c1022"),
    body=Face(font="vollkorn", size_pt=7.8, colour="#3b2a26"),
    paper="#fbf6ee",
    accent="#7b1830",
    second="#c7a252",
    mark="grapes",
)

_NUBARBOL = Facts(
    country="ES",
    language="es",
    name="Iker Ponsoda Arrate",
    title="Arquitecto de soluciones",
    company="Nubárbol Sistemas",
    phones=(Phone(text="+34 940 55 01 77", type="work"),),
    emails=("iker.ponsoda@nubarbol.example",),
    websites=("nubarbol.example",),
    address=("Avda. de los Tilos, 31", "48001 Bilbao"),
)
_NUBARBOL_STYLE = Style(
    name=Face(font="quicksand-bold", size_pt=12.5, colour="#173b57"),
    title=Face(font="quicksand", size_pt=8.4, colour="#2f7fb5"),
    company=Face(font="quicksand-bold", size_pt=9.4, colour="#173b57"),
    body=Face(font="quicksand", size_pt=7.6, colour="#22384a"),
    accent="#2f7fb5",
    second="#7cc6a4",
)
_NUBARBOL_QR = """\
BEGIN:VCARD
VERSION:3.0
N:Ponsoda Arrate;Iker;;;
FN:Iker Ponsoda Arrate
ORG:Nubárbol Sistemas
TITLE:Arquitecto de soluciones
TEL;TYPE=WORK,VOICE:+34940550177
EMAIL:iker.ponsoda@nubarbol.example
URL:https://nubarbol.example
END:VCARD""".replace("\n", "\r\n")

EUROPE = {
    "isarkamm_front": Specimen(
        facts=_ISARKAMM, design=layouts.left_column(_ISARKAMM, _ISARKAMM_STYLE, EUROPEAN)
    ),
    "isarkamm_back": Specimen(
        facts=_ISARKAMM_BACK, design=layouts.emblem(_ISARKAMM_BACK, _ISARKAMM_BACK_STYLE, EUROPEAN)
    ),
    "spreewinkel": Specimen(
        facts=_SPREEWINKEL, design=layouts.two_columns(_SPREEWINKEL, _SPREEWINKEL_STYLE, EUROPEAN)
    ),
    "elbtor": Specimen(facts=_ELBTOR, design=layouts.logo_left(_ELBTOR, _ELBTOR_STYLE, EUROPEAN)),
    "embruns": Specimen(facts=_EMBRUNS, design=layouts.centred(_EMBRUNS, _EMBRUNS_STYLE, EUROPEAN)),
    "garrigue": Specimen(facts=_GARRIGUE, design=layouts.left_column(_GARRIGUE, _GARRIGUE_STYLE, EUROPEAN)),
    "montelarco": Specimen(
        facts=_MONTELARCO, design=layouts.right_aligned(_MONTELARCO, _MONTELARCO_STYLE, EUROPEAN)
    ),
    "nubarbol": Specimen(
        facts=_NUBARBOL,
        design=layouts.left_column(_NUBARBOL, _NUBARBOL_STYLE, EUROPEAN).plus(
            Code(payload=_NUBARBOL_QR, at_mm=(57, 22.5), side_mm=25.5)
        ),
        qr=_NUBARBOL_QR,
    ),
}
