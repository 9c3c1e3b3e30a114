"""Numbers that look like postal codes and are those of a post box or of a house."""

from __future__ import annotations

import pytest
from written_lines import lines

from cardscan.parse.finders.address import find_addresses


def found(texts: tuple[str, ...], region: str) -> list[str]:
    return [one.raw for one in find_addresses(lines(*texts), region=region, taken=())]


@pytest.mark.parametrize(
    ("region", "texts"),
    [
        ("US", ("PO Box 90210", "Exampleton, CA 90000")),
        ("US", ("Example Medical Center, 19242 Sample Way", "Exampleton, IL 60000")),
        ("US", ("EXAMPLETON OFFICE PARK,", "6530 SAMPLE PL, APT 15", "EXAMPLETON, IL 60000")),
        ("AU", ("GPO Box 5662", "Port Example, VIC 3294")),
        ("FR", ("40 rue de l'Exemple", "CS 30105", "50413 Modèle-sur-Mer Cedex")),
        ("FR", ("place du Modèle", "BP 87588", "33753 La Modèle")),
        ("DE", ("Zur Alten Mühle 33", "D-46114 Musterstadt")),
        ("NL", ("Nieuwe singel 228bis", "NL-5560 WT Voorbeeldstad")),
        ("PL", ("Jana Przykładu 131 m. 3", "83-619 Przykładowo")),
        ("IT", ("V.le Esempio 62/b", "63388 Esempio")),
        ("ES", ("C/los Ensayos 189", "50609 La Muestra")),
        ("JP", ("〒330-0001", "埼玉県さいたま市見本区例町1-2-3")),
    ],
)
def test_lines_stay_one_address(region: str, texts: tuple[str, ...]) -> None:
    assert found(texts, region) == [", ".join(text.rstrip(",") for text in texts)]


def test_code_behind_its_label_is_a_postal_code() -> None:
    assert found(("Calle Ejemplo 5", "La Muestra, C.P. 45000"), "MX") == [
        "Calle Ejemplo 5, La Muestra, C.P. 45000"
    ]
