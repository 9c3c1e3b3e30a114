"""The parts of cards from Germany, France, Spain and Sweden."""

from __future__ import annotations

from studio.invented.country import Country

GERMANY = Country(
    code="DE",
    language="de",
    given=("Annegret", "Jürgen", "Friederike", "Matthias", "Svenja", "Götz", "Leyla", "Henning", "Katharina",
           "Björn", "Ulrike", "Torsten"),
    family=("Brand", "Eich", "Falken", "Kirsch", "Linden", "Moor", "Reb", "Wald", "Zell", "Rosen", "Birken",
            "Mühl"),
    family_ends=("huber", "mann", "bach", "hofer", "bauer", "hauser", "brink", "kamp", "reuter"),
    latin={"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"},
    titles=("Geschäftsführer", "Leiterin Einkauf", "Vertriebsleiter", "Projektleiterin", "Rechtsanwältin",
            "Prokurist", "Entwicklungsingenieur", "Kundenberaterin", "Technischer Leiter"),
    departments=("Abteilung Qualität", "Vertrieb Süd", "Forschung und Entwicklung"),
    trades=("Maschinenbau", "Messtechnik", "Logistik", "Immobilien", "Softwarehaus", "Feinkost",
            "Elektrotechnik"),
    forms=("GmbH", "AG", "GmbH & Co. KG", "e. K.", ""),
    streets=("Flößergasse %#", "Am Mühlbach %", "Gerberweg %##", "Lindenhofstraße %#"),
    towns=("10001 Berlin", "80001 München", "20001 Hamburg", "50001 Köln", "01001 Dresden"),
    work=("+49 30 23125-###", "(030) 23125 ###", "040 66969-###", "+49 (0)89 99998-###", "089/99998###"),
    mobile=("0171 39200##", "+49 171 39200##"),
    labels=(
        {"work": "Tel. ", "mobile": "Mobil ", "fax": "Fax ", "email": "E-Mail "},
        {"work": "Telefon: ", "mobile": "Mobil: ", "fax": "Telefax: ", "email": "E-Mail: ",
        "web": "Internet: "},
        {"work": "T ", "mobile": "M ", "fax": "F "},
    ),
)  # fmt: skip

FRANCE = Country(
    code="FR",
    language="fr",
    given=("Élodie", "Thibault", "Maëlle", "Anselme", "Inès", "Gaspard", "Hélène", "Loïc", "Sidonie", "Rémi"),
    family=("Aubre", "Berge", "Chante", "Fauve", "Garri", "Jolive", "Lavau", "Marchan", "Montre", "Valmon"),
    family_ends=("rive", "nnet", "lle", "ssard", "court", "ville"),
    latin={"é": "e", "è": "e", "ë": "e", "ê": "e", "ï": "i", "î": "i", "ô": "o", "ç": "c"},
    titles=("Directeur commercial", "Responsable des achats", "Gérante", "Chef de projet",
            "Avocate à la Cour", "Ingénieur d'études", "Directrice artistique", "Chargé de clientèle"),
    departments=("Service export", "Direction technique"),
    trades=("Conseil", "Ébénisterie", "Vins et Spiritueux", "Énergies", "Architecture", "Informatique",
            "Transports"),
    forms=("SAS", "SARL", "& Fils", ""),
    streets=("%# rue des Tanneurs", "% bis, quai du Levant", "%# avenue des Amandiers",
             "%, place du Marché Neuf"),
    towns=("75000 Paris", "69000 Lyon", "33000 Bordeaux", "13000 Marseille"),
    work=("01 99 00 ## ##", "+33 1 99 00 ## ##", "04 65 71 ## ##", "05 36 49 ## ##", "+33 (0)3 53 01 ## ##"),
    mobile=("06 39 98 ## ##", "+33 6 39 98 ## ##"),
    labels=(
        {"work": "Tél. ", "mobile": "Port. ", "fax": "Fax "},
        {"work": "Tél. : ", "mobile": "Mobile : ", "fax": "Fax : ", "email": "Courriel : "},
        {"work": "T. ", "mobile": "M. "},
    ),
)  # fmt: skip

SPAIN = Country(
    code="ES",
    language="es",
    given=("Rocío", "Álvaro", "Marisa", "Iñigo", "Begoña", "Fermín", "Nuria", "Leandro"),
    family=("Valdeolmos", "Robledal", "Peñarrubia", "Montesino", "Olivares", "Quintanar", "Ribadeo",
            "Castañar"),
    family_ends=(" Soler", " Vidaurre", " Marqués", " Arizmendi", ""),
    latin={"á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ñ": "n"},
    titles=("Directora comercial", "Jefe de ventas", "Responsable de compras", "Arquitecta", "Gerente",
            "Abogado", "Ingeniera industrial"),
    departments=("Departamento de Exportación", "Área Técnica"),
    trades=("Aceites", "Construcciones", "Sistemas", "Cerámicas", "Consultores", "Bodegas"),
    forms=("S.L.", "S.A.", "e Hijos", ""),
    streets=("Calle del Olivar, %#", "Avda. de la Ribera, %##", "Pol. Ind. El Soto, nave %"),
    towns=("28000 Madrid", "41000 Sevilla", "46000 Valencia", "50000 Zaragoza"),
    work=("940 ### ###", "+34 940 ### ###", "+34 940 ## ## ##"),
    labels=(
        {"work": "Tel. ", "fax": "Fax "},
        {"work": "Tfno.: ", "fax": "Fax: ", "email": "Correo: ", "web": "Web: "},
        {},
    ),
)  # fmt: skip

SWEDEN = Country(
    code="SE",
    language="sv",
    given=("Åsa", "Torbjörn", "Linnéa", "Göran", "Ebba", "Håkan", "Saga", "Rasmus"),
    family=("Lind", "Ek", "Sjö", "Hed", "Gran", "Sand", "Ask", "Alm", "Rönn"),
    family_ends=("qvist", "ström", "gren", "lund", "mark", "holm", "vall"),
    latin={"å": "a", "ä": "a", "ö": "o", "é": "e"},
    titles=("Verkställande direktör", "Säljare", "Inköpschef", "Projektledare", "Marknadschef", "Konsult"),
    departments=("Avdelning Bygg", "Kundtjänst"),
    trades=("Bygg", "Konsult", "Teknik", "Snickeri", "Fastigheter", "Design"),
    forms=("AB", "HB", ""),
    streets=("Garvargatan %#", "Hamnvägen %", "Kvarnbacken %#"),
    towns=("111 00 Stockholm", "411 00 Göteborg", "211 00 Malmö"),
    work=("08-465 004 ##", "+46 8 465 004 ##", "031-390 06 ##", "+46 (0)40-628 04 ##"),
    mobile=("070-174 06 %#", "+46 70 174 06 %#"),
    labels=(
        {"work": "Tel ", "mobile": "Mobil ", "email": "E-post "},
        {"work": "Telefon: ", "mobile": "Mobil: ", "email": "E-post: ", "web": "Webb: "},
    ),
)  # fmt: skip
