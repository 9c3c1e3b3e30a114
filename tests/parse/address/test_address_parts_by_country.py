"""Tables of addresses as cards of many countries print them; everything in them is made up.

Each row: the lines as printed, then street, town, state, postal code ("" where none is printed).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cardscan.parse.address.parts import address_parts
from cardscan.parse.address.words import country_name

if TYPE_CHECKING:
    from collections.abc import Sequence

Row = tuple[tuple[str, ...], tuple[str, str, str, str]]

ROWS: dict[str, tuple[Row, ...]] = {
    "US": (
        (("100 Sample Street", "Exampleton, IL 60000"), ("100 Sample Street", "Exampleton", "IL", "60000")),
        (
            ("100 W. Sample Ave., Ste. 300-B", "Sample Springs, Colorado 80000-1234", "USA"),
            ("100 W. Sample Ave., Ste. 300-B", "Sample Springs", "Colorado", "80000-1234"),
        ),
        (("100 Sample Street Exampleton IL 60000",), ("100 Sample Street", "Exampleton", "IL", "60000")),
        (
            ("450 Sample Blvd NW Suite #5 West Sample Beach, FL 33000 USA",),
            ("450 Sample Blvd NW Suite #5", "West Sample Beach", "FL", "33000"),
        ),
        (("P.O. Box 12345", "Exampleton, OH 44000"), ("P.O. Box 12345", "Exampleton", "OH", "44000")),
        (
            ("9 Sample Road", "PO Box 77", "St. Example, MO 63000"),
            ("9 Sample Road, PO Box 77", "St. Example", "MO", "63000"),
        ),
        (
            ("22nd Floor", "1 Sample Plaza", "New York, NY 10000"),
            ("22nd Floor, 1 Sample Plaza", "New York", "NY", "10000"),
        ),
        (
            ("1234 US Highway 99 South", "Old Sample, GA 30000"),
            ("1234 US Highway 99 South", "Old Sample", "GA", "30000"),
        ),
        (("123 N 400 W", "Salt Lake City, UT 84000"), ("123 N 400 W", "Salt Lake City", "UT", "84000")),
        (("1250 South 700 East Exampleton UT 84000",), ("1250 South 700 East", "Exampleton", "UT", "84000")),
        (("35-20 21st Street, #5", "Exampleton, NY"), ("35-20 21st Street, #5", "Exampleton", "NY", "")),
        (
            ("Sample Tower", "One Example Place", "Exampleton, Mass. 02000"),
            ("Sample Tower, One Example Place", "Exampleton", "Mass", "02000"),
        ),
        (
            ("7 Sample Drive (Rear), Port Example, NY 11000",),
            ("7 Sample Drive (Rear)", "Port Example", "NY", "11000"),
        ),
        (
            ("15 The Esplanade", "Port Example, New York 11000"),
            ("15 The Esplanade", "Port Example", "New York", "11000"),
        ),
        (
            ("100 Sample St, Room 530", "Salt Lake City UT, United States"),
            ("100 Sample St, Room 530", "Salt Lake City", "UT", ""),
        ),
        (
            ("100 Sample Rd.", "Exampleton, Georgia 30000"),
            ("100 Sample Rd", "Exampleton", "Georgia", "30000"),
        ),
        (("100 Sample Rd. Exampleton UT. 84000",), ("100 Sample Rd", "Exampleton", "UT", "84000")),
        (
            ("5 Sample Court • Suite C • Exampleton, N.M. 87000",),
            ("5 Sample Court • Suite C", "Exampleton", "N.M.", "87000"),
        ),
        (
            ("100 Campus Drive, B-12", "Exampleton, CA 90000, MC-5454"),
            ("100 Campus Drive, B-12", "Exampleton", "CA", "90000"),
        ),
        (("100 Sample Street", "Exampleton, OH 4400."), ("100 Sample Street", "Exampleton", "OH", "")),
    ),
    "CA": (
        (
            ("200-1769 Example Street", "Halifax (N.S.) B3H 0A0"),
            ("200-1769 Example Street", "Halifax", "N.S.", "B3H 0A0"),
        ),
        (
            ("1200, rue de l’Exemple, bureau 300", "Montréal (QC) H2X 0A0", "Canada"),
            ("1200, rue de l’Exemple, bureau 300", "Montréal", "QC", "H2X 0A0"),
        ),
        (
            ("Suite 5, 40 Sample Ave", "Thunder Bay, Ontario P7A 0A0"),
            ("Suite 5, 40 Sample Ave", "Thunder Bay", "Ontario", "P7A 0A0"),
        ),
    ),
    "GB": (
        (
            ("Example House", "12 Sample Road", "Little Example", "High Wycombe", "Kent", "EX1 2AB"),
            ("Example House, 12 Sample Road, Little Example", "High Wycombe", "Kent", "EX1 2AB"),
        ),
        (
            ("Unit 4, Sample Trading Estate, Exampleton, West Yorkshire EX1 2AB",),
            ("Unit 4, Sample Trading Estate", "Exampleton", "West Yorkshire", "EX1 2AB"),
        ),
        (
            ("2nd Floor, 10-14 Sample Row", "Stoke-on-Trent", "EX1 2AB", "UK"),
            ("2nd Floor, 10-14 Sample Row", "Stoke-on-Trent", "", "EX1 2AB"),
        ),
    ),
    "DE": (
        (
            ("Beispielhof, Haus 3", "Am Musterplatz 5a", "DE-80000 Musterstadt-Süd"),
            ("Beispielhof, Haus 3, Am Musterplatz 5a", "Musterstadt-Süd", "", "80000"),
        ),
        (
            ("Musterstr. 12–14 · D-06100 Halle (Saale)",),
            ("Musterstr. 12–14", "Halle (Saale)", "", "06100"),
        ),
        (
            ("Postfach 12 34 56", "60000 Frankfurt am Main", "Germany"),
            ("Postfach 12 34 56", "Frankfurt am Main", "", "60000"),
        ),
        (
            ("Zum Beispiel 1", "67400 Neustadt an der Weinstraße"),
            ("Zum Beispiel 1", "Neustadt an der Weinstraße", "", "67400"),
        ),
    ),
    "FR": (
        (("place du Modèle", "75000 Paris"), ("place du Modèle", "Paris", "", "75000")),
        (
            ("1 bis rue de l’Exemple", "CS 12345", "F-35000 Modèle-sur-Mer CEDEX 9"),
            ("1 bis rue de l’Exemple, CS 12345", "Modèle-sur-Mer", "", "35000"),
        ),
        (
            ("ZA des Essais, 6 ter, rue du Modèle, BP 801", "72000 Le Mans Cedex"),
            ("ZA des Essais, 6 ter, rue du Modèle, BP 801", "Le Mans", "", "72000"),
        ),
        (
            ("84 rue de l’Exemple, Bât. C, 33000 Villeneuve d’Exemple, France",),
            ("84 rue de l’Exemple, Bât. C", "Villeneuve d’Exemple", "", "33000"),
        ),
    ),
    "ES": (
        (("C/ Ejemplo, 5, 3º B", "28000 Madrid"), ("C/ Ejemplo, 5, 3º B", "Madrid", "", "28000")),
        (
            ("Pol. Ind. La Muestra, nave 4", "E-11000 La Muestra (Cádiz)"),
            ("Pol. Ind. La Muestra, nave 4", "La Muestra", "Cádiz", "11000"),
        ),
        (
            ("Avda. de los Ensayos, nº 12 - 5º A", "35000 - Las Palmas de Gran Canaria", "España"),
            ("Avda. de los Ensayos, nº 12 - 5º A", "Las Palmas de Gran Canaria", "", "35000"),
        ),
    ),
    "IT": (
        (("Via degli Esempi n. 5", "20100 Milano MI"), ("Via degli Esempi n. 5", "Milano", "MI", "20100")),
        (
            ("P.zza Esempio 8/A, 67100 L'Aquila (AQ)",),
            ("P.zza Esempio 8/A", "L'Aquila", "AQ", "67100"),
        ),
        (
            ("Zona Industriale, Via Prova 3", "I-20099 Sesto San Giovanni (MI)", "Italia"),
            ("Zona Industriale, Via Prova 3", "Sesto San Giovanni", "MI", "20099"),
        ),
    ),
    "NL": (
        (("Voorbeeldstraat 10-2", "1234 AB Amsterdam"), ("Voorbeeldstraat 10-2", "Amsterdam", "", "1234 AB")),
        (
            ("Postbus 380", "2660 CX Bergen op Zoom"),
            ("Postbus 380", "Bergen op Zoom", "", "2660 CX"),
        ),
        (("Proefweg 294", "NL-9986WT Proefdam"), ("Proefweg 294", "Proefdam", "", "9986WT")),
        (
            ("Het Voorbeeld 7, 5200  AB 's-Hertogenbosch, Nederland",),
            ("Het Voorbeeld 7", "'s-Hertogenbosch", "", "5200 AB"),
        ),
    ),
    "PL": (
        (
            ("ul. Przykładowa 5/7 m. 3", "00-001 Warszawa"),
            ("ul. Przykładowa 5/7 m. 3", "Warszawa", "", "00-001"),
        ),
        (
            ("Al. Testowa 12 lok. U2, 33-300 Nowy Sącz",),
            ("Al. Testowa 12 lok. U2", "Nowy Sącz", "", "33-300"),
        ),
        (
            ("os. Wzorcowe 3A/12", "PL-65-000 Zielona Góra", "Polska"),
            ("os. Wzorcowe 3A/12", "Zielona Góra", "", "65-000"),
        ),
    ),
    "BR": (
        (
            ("Av. Exemplo, 100 – Sala 3 – Jardim Modelo – CEP 01000-000 – São Paulo – SP",),
            ("Av. Exemplo, 100 – Sala 3 – Jardim Modelo", "São Paulo", "SP", "01000-000"),
        ),
        (
            ("Rua das Amostras, nº 36 - Centro", "Modelo do Sul-RS CEP 95000-000", "Brasil"),
            ("Rua das Amostras, nº 36 - Centro", "Modelo do Sul", "RS", "95000-000"),
        ),
        (
            ("Alameda Exemplo, 978, conj. 101", "Exemplópolis/MG, CEP 38000-000"),
            ("Alameda Exemplo, 978, conj. 101", "Exemplópolis", "MG", "38000-000"),
        ),
    ),
    "AU": (
        (
            ("Level 10 / 15 Example Street", "Fortitude Valley Qld 4000"),
            ("Level 10 / 15 Example Street", "Fortitude Valley", "Qld", "4000"),
        ),
        (
            ("GPO Box 123", "NORTH SAMPLE NSW 2000", "AUSTRALIA"),
            ("GPO Box 123", "NORTH SAMPLE", "NSW", "2000"),
        ),
    ),
    "IN": (
        (
            ("H.No. 1-2-345, Sample Nagar, Near Sample Bus Stand", "Hyderabad - 500 000, Telangana"),
            ("H.No. 1-2-345, Sample Nagar, Near Sample Bus Stand", "Hyderabad", "Telangana", "500 000"),
        ),
        (
            ("Plot No. 7, Sector 12, Phase II", "Navi Mumbai, Maharashtra, Pin: 400000"),
            ("Plot No. 7, Sector 12, Phase II", "Navi Mumbai", "Maharashtra", "400000"),
        ),
    ),
    "JP": (
        (
            ("〒100-0001 東京都千代田区例町1-2-3", "見本ビル5F"),
            ("例町1-2-3 見本ビル5F", "千代田区", "東京都", "100-0001"),
        ),
        (
            ("〒 530-0001", "大阪府大阪市北区見本1丁目2番3号"),
            ("北区見本1丁目2番3号", "大阪市", "大阪府", "530-0001"),
        ),
        (
            ("Example Bldg. 5F, 1-2-3 Reimachi, Naka-ku", "Nagoya, Aichi 460-0001, Japan"),
            ("Example Bldg. 5F, 1-2-3 Reimachi, Naka-ku", "Nagoya", "Aichi", "460-0001"),
        ),
    ),
    "CN": (
        (
            ("中国浙江省杭州市示例区样本大道88号", "邮编：310000"),
            ("示例区样本大道88号", "杭州市", "浙江省", "310000"),
        ),
        (
            ("5F, Example Tower, 617 Shili Road", "Suzhou, Jiangsu Province 215000, China"),
            ("5F, Example Tower, 617 Shili Road", "Suzhou", "Jiangsu Province", "215000"),
        ),
    ),
    "KR": (
        (
            ("(06000) 서울시 강남구 예시로 81 예시빌딩 5층",),
            ("강남구 예시로 81 예시빌딩 5층", "서울시", "", "06000"),
        ),
        (
            ("우) 13000 경기도 성남시 분당구 견본대로15길 48",),
            ("분당구 견본대로15길 48", "성남시", "경기도", "13000"),
        ),
        (
            ("81 Yesi-daero, Bundang-gu", "Seongnam-si, Gyeonggi-do, South Korea"),
            ("81 Yesi-daero, Bundang-gu", "Seongnam-si", "Gyeonggi-do", ""),
        ),
    ),
}

CASES = [
    pytest.param(region, texts, parts, id=f"{region}: {texts[0][:36]}")
    for region, rows in ROWS.items()
    for texts, parts in rows
]


def _parts(texts: Sequence[str], region: str | None) -> tuple[str, ...]:
    found = dict(address_parts(texts, region))
    return tuple(found.get(name, "") for name in ("street", "city", "region", "postal_code", "country"))


@pytest.mark.parametrize(("region", "texts", "parts"), CASES)
def test_address_falls_into_its_parts(region: str, texts: tuple[str, ...], parts: tuple[str, ...]) -> None:
    assert _parts(texts, region) == (*parts, country_name(region))


@pytest.mark.parametrize(
    ("texts", "country"),
    [
        (("Beispielweg 1", "A-1010 Wien"), "Austria"),
        (("Voorbeeldlaan 1", "B-9000 Gent"), "Belgium"),
        (("Voorbeeldstraat 10", "1234 AB Proefdam"), "Netherlands"),
        (("ul. Przykładowa 5", "12-345 Przykładowo"), "Poland"),
        (("Estrada Modelo 9", "Exemplópolis/MG, CEP 38000-000"), "Brazil"),
        (("100 Sample Street", "Exampleton, Georgia 30000"), "United States"),
        (("100 Sample Street", "Sample Falls, SD"), "United States"),
        (("1 Sample Street", "Tbilisi", "Georgia"), "Georgia"),
    ],
)
def test_country_is_told_without_a_guess(texts: tuple[str, ...], country: str) -> None:
    assert _parts(texts, None)[-1] == country


@pytest.mark.parametrize(
    ("texts", "city"),
    [
        (("2508 Sample Ct, Ground Floor St. Example, MO 63000",), "Ground Floor St. Example"),
        (("12 Sample St", "Santa Example New Mexico 87000"), "Santa"),
        (("1200 NW Sample Street", "Exampleton, OR 97000"), "Sample Street"),
    ],
)
def test_town_is_not_mistaken(texts: tuple[str, ...], city: str) -> None:
    assert _parts(texts, "US")[1] != city


def test_compass_point_behind_a_house_number_is_no_dutch_postal_code() -> None:
    assert "postal_code" not in dict(address_parts(("Sample House", "1200 NW Sample Street"), None))
