"""The pictures of the collection, in the order in which they were taken."""

from __future__ import annotations

from datetime import datetime

from studio.picture import Lying, Picture


def _at(clock: str, day: int = 20) -> datetime:
    """A moment of the mixer, or of the evening before."""
    return datetime.fromisoformat(f"2026-11-{day}T{clock}:00")


PICTURES = (
    Picture(
        file="northquay_oak.jpg", cards=("northquay",), taken_at=_at("18:04"), surface="oak",
        lying=(Lying(turn_deg=2.5),), pitch_deg=9, troubles={"noise": 0.25},
        note="a plain card, photographed well",
    ),
    Picture(
        file="lantern_dark.jpg", cards=("lantern",), taken_at=_at("18:06"), surface="ash",
        lying=(Lying(turn_deg=-3),), pitch_deg=12, yaw_deg=-5, troubles={"noise": 0.3, "warm": 0.35},
        difficulty="medium", note="light text on a dark card; name in italics",
    ),
    Picture(
        file="wilkowicz_portrait.jpg", cards=("wilkowicz",), taken_at=_at("18:09"), surface="slate",
        size_px=(1512, 2016), span_mm=88, lying=(Lying(turn_deg=1.5),), pitch_deg=10,
        troubles={"noise": 0.3}, note="portrait format",
    ),
    Picture(
        file="ashgrove_perspective.jpg", cards=("ashgrove",), taken_at=_at("18:11"), surface="walnut",
        lying=(Lying(turn_deg=-7),), pitch_deg=34, yaw_deg=12, span_mm=112,
        troubles={"noise": 0.3, "blur": 0.15}, difficulty="medium",
        note="strong perspective; a department; a fax beside two phones",
    ),
    Picture(
        file="ternbeck_note.jpg", cards=("ternbeck",), taken_at=_at("18:15"), surface="paper",
        lying=(Lying(turn_deg=4),), pitch_deg=11, yaw_deg=6, troubles={"noise": 0.3, "shade": 0.45},
        difficulty="medium", note="handwritten on the card: call Tue, wants quote",
    ),
    Picture(
        file="thistle_shop.jpg", cards=("thistle",), taken_at=_at("18:18"), surface="cork",
        lying=(Lying(turn_deg=-5),), pitch_deg=8, yaw_deg=-8, troubles={"noise": 0.35, "warm": 0.5},
        difficulty="medium", note="a shop: no person; its name in a script face",
    ),
    Picture(
        file="cobalt_turned90.jpg", cards=("cobalt",), taken_at=_at("18:21"), surface="linen",
        lying=(Lying(turn_deg=1),), pitch_deg=7, troubles={"noise": 0.25}, turned_ccw=90,
        difficulty="medium", note="the pixels lie on their side and no tag says so",
    ),
    Picture(
        file="hollin_turned180.jpg", cards=("hollin",), taken_at=_at("18:24"), surface="leather",
        lying=(Lying(turn_deg=-2),), pitch_deg=10, yaw_deg=4, troubles={"noise": 0.3}, turned_ccw=180,
        difficulty="medium", note="upside down and no tag says so",
    ),
    Picture(
        file="prairieloop_exif6.jpg", cards=("prairieloop",), taken_at=_at("18:26"), surface="desk",
        lying=(Lying(turn_deg=-1.5),), pitch_deg=12, troubles={"noise": 0.25}, exif_orientation=6,
        note="stored on its side; the orientation tag is right",
    ),
    Picture(
        file="quillon_and_juniper.jpg", cards=("quillon", "juniper"), taken_at=_at("18:30"), surface="ash",
        size_px=(2016, 2688), span_mm=120, pitch_deg=8, troubles={"noise": 0.25},
        lying=(Lying(at_mm=(-4, -35), turn_deg=3), Lying(at_mm=(5, 34), turn_deg=-4)),
        difficulty="medium",
        note="two people in one photo; a credential, an extension and a toll-free number",
    ),
    Picture(
        file="isarkamm_front.jpg", cards=("isarkamm_front",), taken_at=_at("18:33"), surface="oak",
        lying=(Lying(turn_deg=-2),), pitch_deg=9, troubles={"noise": 0.3},
        note="the address stands on the back, in another picture",
    ),
    Picture(
        file="isarkamm_back.jpg", cards=("isarkamm_back",), taken_at=_at("18:34"), surface="oak",
        lying=(Lying(turn_deg=3),), pitch_deg=10, troubles={"noise": 0.3}, same_card_as="isarkamm_front",
        note="back side: company and address only",
    ),
    Picture(
        file="nubarbol_qr.jpg", cards=("nubarbol",), taken_at=_at("18:38"), surface="slate",
        lying=(Lying(turn_deg=5),), pitch_deg=12, yaw_deg=7, span_mm=108, troubles={"noise": 0.3},
        note="the QR code holds a vCard with the same facts",
    ),
    Picture(
        file="embruns_iphone.heic", cards=("embruns",), taken_at=_at("18:41"), surface="walnut",
        size_px=(3024, 4032), span_mm=116, lying=(Lying(at_mm=(0, 4), turn_deg=2),), pitch_deg=10,
        troubles={"noise": 0.12}, exif_orientation=6, quality=72,
        note="twelve megapixels as a telephone writes them: stored on its side, with the tag",
    ),
    Picture(
        file="garrigue_colour.webp", cards=("garrigue",), taken_at=_at("18:44"), surface="linen",
        lying=(Lying(turn_deg=-6),), pitch_deg=15, yaw_deg=-9, troubles={"noise": 0.25},
        difficulty="medium", note="white text on a coloured card; family name in capitals",
    ),
    Picture(
        file="montelarco_perspective.jpg", cards=("montelarco",), taken_at=_at("18:47"), surface="denim",
        lying=(Lying(turn_deg=9),), pitch_deg=26, yaw_deg=-20, troubles={"noise": 0.35},
        difficulty="medium", note="seen from the side; a phone and a fax that differ in one digit",
    ),
    Picture(
        file="aogiri_meishi.jpg", cards=("aogiri",), taken_at=_at("18:52"), surface="ash",
        lying=(Lying(turn_deg=-1.5),), pitch_deg=9, span_mm=110, troubles={"noise": 0.25},
        difficulty="medium", note="name in two scripts; phone and fax on one line",
    ),
    Picture(
        file="hamakaze_lamp.jpg", cards=("hamakaze",), taken_at=_at("18:55"), surface="leather",
        lying=(Lying(turn_deg=3),), pitch_deg=14, yaw_deg=5,
        troubles={"noise": 0.45, "warm": 0.7, "dim": 0.2}, difficulty="medium", note="lamp light",
    ),
    Picture(
        file="vesperine_thin.jpg", cards=("vesperine",), taken_at=_at("19:02"), surface="slate",
        lying=(Lying(turn_deg=-4),), pitch_deg=16, yaw_deg=6,
        troubles={"noise": 0.4, "blur": 0.25, "glare": 0.3}, difficulty="hard",
        note="thin grey type, a little out of focus, a lamp mirrored in it",
    ),
    Picture(
        file="whitsun_dim.jpg", cards=("whitsun",), taken_at=_at("19:10"), surface="walnut",
        lying=(Lying(turn_deg=6),), pitch_deg=13, yaw_deg=-7, span_mm=135,
        troubles={"noise": 0.9, "dim": 0.55, "warm": 0.5, "shake": 0.2},
        difficulty="hard", note="little light, grain and a slight shake; old-style figures",
    ),
    Picture(
        file="elbtor_whole.jpg", cards=("elbtor",), taken_at=_at("21:40", day=19), surface="desk",
        lying=(Lying(turn_deg=0.8),), pitch_deg=3, span_mm=86, size_px=(2016, 1344), troubles={"noise": 0.3},
        difficulty="medium",
        note="the card nearly fills the picture: no edge to trust; taken the evening before",
    ),
    Picture(
        file="spreewinkel_scan.tif", cards=("spreewinkel",), taken_at=_at("20:30"), kind="scan",
        exif_orientation=None, quality=85, note="flatbed scan; an academic title before the name",
    ),
    Picture(
        file="two_pages_scan.pdf", cards=("pellworth", "stonefen"), taken_at=_at("20:32"), kind="scan",
        exif_orientation=None, difficulty="medium",
        note="two pages, a card on each; old-style figures on the first",
    ),
    Picture(
        file="cinderpath_render.png", cards=("cinderpath",), taken_at=_at("20:40"), kind="render",
        exif_orientation=None,         note="the designer's picture: no background; condensed type",
    ),
    Picture(
        file="coffee.jpg", taken_at=_at("19:20"), surface="oak", span_mm=190, pitch_deg=13,
        troubles={"noise": 0.3}, note="no card at all",
    ),
)  # fmt: skip
"""Laid out by hand: one picture reads as one paragraph."""
