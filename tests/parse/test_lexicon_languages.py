"""Whole cards in eleven languages, by tables that a speaker of one language can check by reading them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from written_card import contact, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What usual cards of a language print."""

    person: str
    company: str
    title: str
    country: str
    titles: tuple[str, ...]
    departments: tuple[str, ...]
    companies: tuple[str, ...]
    phones: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]


LANGUAGES = {
    "en": Language(
        person="Ada Winter",
        company="Northwind Tools Ltd",
        title="Sales Manager",
        country="GB",
        titles=(
            "Sales Mgr.",
            "Dir. of Operations",
            "Bookkeeper",
            "Locksmith",
            "Orthodontist",
            "Vice-Chancellor",
            "Magistrate",
            "Archivist",
            "Master Upholsterer",
            "Winemaker",
            "Conveyancing Solicitor",
            "Copywriter",
            "Site Foreman",
            "Account Exec",
            "Restaurateur",
        ),
        departments=(
            "Department of Chemistry",
            "Accounts Department",
            "School of Nursing",
            "Chair of Logistics",
            "Laboratory of Optics",
            "Faculty of Law",
        ),
        companies=(
            "Tarn Beck Ltd",
            "Tarn Beck LLP",
            "Tarn Beck PLC",
            "Tarn Beck, Inc.",
            "Tarn Beck Pty Ltd",
            "Tarn Beck CIC",
        ),
        phones=(
            ("Mobile: ", "mobile"),
            ("Cell ", "mobile"),
            ("Fax: ", "fax"),
            ("Direct line: ", "work"),
            ("Switchboard ", "work"),
            ("M: ", "mobile"),
        ),
        people=(
            ("Dr. Ada Winter", "Ada Winter"),
            ("Prof. Ada Winter PhD", "Ada Winter"),
            ("Cllr. Ada Winter", "Ada Winter"),
            ("Phil Archer", "Phil Archer"),
        ),
    ),
    "de": Language(
        person="Greta Sommer",
        company="Quarzwerk Isartal GmbH",
        title="Projektleiterin",
        country="DE",
        titles=(
            "Bereichsltr. Einkauf",
            "Abt.-Ltr. Vertrieb",
            "GF",
            "Inh. und Küchenchef",
            "Oberärztin",
            "Malermeister",
            "Bürgermeisterin",
            "Dekan",
            "Goldschmiedin",
            "Sachverständiger",
            "Winzerin",
            "Datenschutzbeauftragte",
            "Justiziarin",
            "Oberstaatsanwältin",
            "Kundenbetreuer",
            "Patentanwalt",
            "Konditorin",
            "Bankdirektor",
        ),
        departments=(
            "Abteilung Einkauf",
            "Lehrstuhl für Geologie",
            "Fachbereich Physik",
            "Stabsstelle Recht",
            "Dezernat Umwelt und Verkehr",
            "Sparte Medizintechnik",
        ),
        companies=(
            "Isartal Quarz GmbH",
            "Isartal Quarz AG",
            "Isartal Quarz GmbH & Co. KG",
            "Isartal Quarz e.K.",
            "Isartal Quarz UG (haftungsbeschränkt)",
            "Isartal Quarz PartG mbB",
        ),
        phones=(
            ("Mobil: ", "mobile"),
            ("Handy ", "mobile"),
            ("Telefax: ", "fax"),
            ("Durchwahl: ", "work"),
            ("Zentrale ", "work"),
            ("Funk: ", "mobile"),
        ),
        people=(
            ("Dr. phil. Greta Sommer", "Greta Sommer"),
            ("Dipl.-Volksw. Greta Sommer", "Greta Sommer"),
            ("Univ.-Prof. Greta Sommer", "Greta Sommer"),
            ("Mag. Greta Sommer", "Greta Sommer"),
        ),
    ),
    "fr": Language(
        person="Claire Fontaine",
        company="Lumière du Nord SARL",
        title="Directrice commerciale",
        country="FR",
        titles=(
            "Resp. logistique",
            "DRH",
            "Ébéniste",
            "Chirurgienne-dentiste",
            "Huissier de justice",
            "Vigneronne",
            "Sage-femme",
            "Expert-comptable",
            "Menuisier",
            "Chercheuse",
            "Cogérante",
            "Boulangère-pâtissière",
            "Kinésithérapeute",
            "Maire adjointe",
            "Réalisatrice",
            "Plombier chauffagiste",
        ),
        departments=(
            "Direction des achats",
            "Service clients",
            "Département de chimie",
            "Pôle numérique",
            "Bureau d'études mécaniques",
            "Faculté de droit",
        ),
        companies=(
            "Rive Claire SARL",
            "Rive Claire S.A.S.",
            "Rive Claire SASU",
            "Rive Claire EURL",
            "Rive Claire S.A.",
            "Rive Claire SELARL",
        ),
        phones=(
            ("Portable : ", "mobile"),
            ("Mob. ", "mobile"),
            ("Télécopie : ", "fax"),
            ("Ligne directe : ", "work"),
            ("Standard : ", "work"),
            ("Fixe : ", "work"),
        ),
        people=(
            ("Mme Claire Fontaine", "Claire Fontaine"),
            ("Maître Claire Fontaine", "Claire Fontaine"),
            ("Me Claire Fontaine", "Claire Fontaine"),
            ("Dr Claire Fontaine", "Claire Fontaine"),
        ),
    ),
    "es": Language(
        person="Marta Soler",
        company="Naranjos del Sur S.L.",
        title="Directora comercial",
        country="ES",
        titles=(
            "Gte. de Compras",
            "Catedrática",
            "Concejala de Cultura",
            "Enóloga",
            "Fisioterapeuta",
            "Maestro panadero",
            "Apoderada",
            "Periodista",
            "Procuradora",
            "Farmacéutica",
            "Electricista",
            "Restauradora",
            "Odontólogo",
            "Topógrafa",
            "Rector",
        ),
        departments=(
            "Departamento de Ventas",
            "Dpto. de Exportación",
            "Facultad de Medicina",
            "Dirección General",
            "Área de Calidad",
            "Servicio de Calidad",
        ),
        companies=(
            "Valle Verde S.L.",
            "Valle Verde S.A.",
            "Valle Verde S.L.U.",
            "Valle Verde S.A. de C.V.",
            "Valle Verde S.A.S.",
            "Valle Verde S. Coop.",
        ),
        phones=(
            ("Móvil: ", "mobile"),
            ("Cel. ", "mobile"),
            ("Fax: ", "fax"),
            ("Fijo: ", "work"),
            ("Centralita: ", "work"),
            ("Oficina: ", "work"),
        ),
        people=(
            ("Dra. Marta Soler", "Marta Soler"),
            ("Lic. Marta Soler", "Marta Soler"),
            ("Mtra. Marta Soler", "Marta Soler"),
            ("Dña. Marta Soler", "Marta Soler"),
        ),
    ),
    "pt": Language(
        person="Teresa Prado",
        company="Ribeira Azul Lda",
        title="Diretora comercial",
        country="PT",
        titles=(
            "Marceneiro",
            "Sócia-gerente",
            "Vereadora da Cultura",
            "Médica veterinária",
            "Jornalista",
            "Reitor",
            "Pesquisadora",
            "Chefe de Cozinha",
            "Fisioterapeuta",
            "Secretária",
            "Solicitadora",
            "Corretor de Imóveis",
            "Padeiro",
            "Tabeliã",
            "Responsável de Loja",
        ),
        departments=(
            "Departamento de Compras",
            "Direção Comercial",
            "Faculdade de Letras",
            "Gerência de Projetos",
            "Setor de Vendas",
            "Secretaria de Turismo",
        ),
        companies=(
            "Serra Branca Lda.",
            "Serra Branca S.A.",
            "Serra Branca Ltda.",
            "Serra Branca Unipessoal Lda",
            "Serra Branca EIRELI",
            "Serra Branca S/A",
        ),
        phones=(
            ("Telemóvel: ", "mobile"),
            ("Tlm. ", "mobile"),
            ("Celular: ", "mobile"),
            ("Fax: ", "fax"),
            ("Escritório: ", "work"),
            ("Geral: ", "work"),
        ),
        people=(
            ("Dra. Teresa Prado", "Teresa Prado"),
            ("Eng.ª Teresa Prado", "Teresa Prado"),
            ("Arq.ª Teresa Prado", "Teresa Prado"),
            ("Profa. Teresa Prado", "Teresa Prado"),
        ),
    ),
    "it": Language(
        person="Giulia Ferri",
        company="Colle Sereno S.r.l.",
        title="Direttrice vendite",
        country="IT",
        titles=(
            "Resp. Acquisti",
            "Falegname",
            "Enologo",
            "Sindaca",
            "Ricercatrice",
            "Ostetrica",
            "Capocantiere",
            "Amministratrice delegata",
            "Rappresentante",
            "Dottore commercialista",
            "Pasticciere",
            "Magistrato",
            "Perito industriale",
            "Orafa",
            "Consigliere",
            "Rettore",
        ),
        departments=(
            "Ufficio Acquisti",
            "Dipartimento di Fisica",
            "Direzione Generale",
            "Reparto Produzione",
            "Facoltà di Lettere",
            "Settore Estero",
        ),
        companies=(
            "Monte Chiaro S.p.A.",
            "Monte Chiaro S.r.l.",
            "Monte Chiaro S.n.c.",
            "Monte Chiaro S.a.s.",
            "Monte Chiaro S.r.l.s.",
            "Monte Chiaro S.c.a.r.l.",
        ),
        phones=(
            ("Cell. ", "mobile"),
            ("Cellulare: ", "mobile"),
            ("Fax: ", "fax"),
            ("Ufficio: ", "work"),
            ("Centralino ", "work"),
            ("Tel. diretto: ", "work"),
        ),
        people=(
            ("Dott.ssa Giulia Ferri", "Giulia Ferri"),
            ("Avv. Giulia Ferri", "Giulia Ferri"),
            ("Arch. Giulia Ferri", "Giulia Ferri"),
            ("Prof.ssa Giulia Ferri", "Giulia Ferri"),
        ),
    ),
    "nl": Language(
        person="Lotte Vermeer",
        company="Polderwind B.V.",
        title="Projectleider",
        country="NL",
        titles=(
            "Directrice",
            "Gerechtsdeurwaarder",
            "Tandarts",
            "Wethouder",
            "Loodgieter",
            "Onderzoekster",
            "Hoofdredacteur",
            "Eigenares",
            "Mede-eigenaar",
            "Hovenier",
            "Verpleegkundige",
            "Burgemeester",
            "Werkvoorbereider",
            "Relatiebeheerder",
            "Belastingadviseur",
            "Vormgever",
        ),
        departments=(
            "Afdeling Inkoop",
            "Faculteit Geneeskunde",
            "Dienst Burgerzaken",
            "Vakgroep Fysica",
            "Directie Financiën",
            "Afd. Verkoop",
        ),
        companies=(
            "Duinroos B.V.",
            "Duinroos N.V.",
            "Duinroos V.O.F.",
            "Duinroos b.v.",
            "Duinroos BVBA",
            "Duinroos VZW",
        ),
        phones=(
            ("Mobiel: ", "mobile"),
            ("Gsm: ", "mobile"),
            ("Fax: ", "fax"),
            ("Kantoor: ", "work"),
            ("Doorkiesnummer: ", "work"),
            ("Vast: ", "work"),
        ),
        people=(
            ("drs. Lotte Vermeer", "Lotte Vermeer"),
            ("Mevr. Lotte Vermeer", "Lotte Vermeer"),
            ("ir. Lotte Vermeer", "Lotte Vermeer"),
            ("Prof. dr. Lotte Vermeer", "Lotte Vermeer"),
        ),
    ),
    "pl": Language(
        person="Hanna Zielińska",
        company="Zielony Las Sp. z o.o.",
        title="Kierownik sprzedaży",
        country="PL",
        titles=(
            "Dyr. handlowy",
            "Kier. działu sprzedaży",
            "Z-ca dyrektora",
            "Prokurent",
            "Rzeczoznawca majątkowy",
            "Stolarz",
            "Pielęgniarka",
            "Prodziekan",
            "Wójt gminy",
            "Redaktor naczelna",
            "Kosmetolog",
            "Szef kuchni",
            "Doradczyni klienta",
            "Współwłaścicielka",
            "Komornik sądowy",
            "Geodeta uprawniony",
        ),
        departments=(
            "Dział Zakupów",
            "Wydział Chemii",
            "Katedra Fizyki",
            "Departament Prawny",
            "Biuro Zarządu",
            "Pion Techniczny",
        ),
        companies=(
            "Srebrny Bór Sp. z o.o.",
            "Srebrny Bór S.A.",
            "Srebrny Bór Sp.j.",
            "Srebrny Bór Sp. k.",
            "Srebrny Bór s.c.",
            "Srebrny Bór P.S.A.",
        ),
        phones=(
            ("tel. kom. ", "mobile"),
            ("Kom.: ", "mobile"),
            ("Komórka: ", "mobile"),
            ("Faks: ", "fax"),
            ("Biuro: ", "work"),
            ("Sekretariat: ", "work"),
        ),
        people=(
            ("mgr inż. Hanna Zielińska", "Hanna Zielińska"),
            ("dr hab. Hanna Zielińska", "Hanna Zielińska"),
            ("lek. med. Hanna Zielińska", "Hanna Zielińska"),
            ("prof. Hanna Zielińska", "Hanna Zielińska"),
        ),
    ),
    "ja": Language(
        person="佐藤 遥",
        company="株式会社ひなた",
        title="営業課長",
        country="JP",
        titles=(
            "総支配人",
            "料理長",
            "理事長",
            "弁理士",
            "中小企業診断士",
            "学芸員",
            "宅地建物取引士",
            "建築家",
            "オーナーシェフ",
            "最高経営責任者",
            "カウンセラー",
            "事務局長",
            "調査役",
            "パティシエ",
            "住職",
        ),
        departments=("海外営業部", "総務課", "経理部門", "応用化学専攻", "広報室", "品質保証グループ"),
        companies=(
            "株式会社みなもと",
            "みなもと有限会社",
            "合同会社みなもと",
            "医療法人みなもと会",
            "税理士法人みなもと",
            "(株)みなもと",
        ),
        phones=(
            ("携帯 ", "mobile"),
            ("携帯電話：", "mobile"),
            ("FAX ", "fax"),
            ("ファックス：", "fax"),
            ("直通 ", "work"),
            ("代表電話 ", "work"),
        ),
        people=(
            ("佐藤 遥", "佐藤遥"),
            ("佐藤遥", "佐藤遥"),
            ("Dr. Haruka Sato", "Haruka Sato"),
            ("Prof. Haruka Sato", "Haruka Sato"),
        ),
    ),
    "zh": Language(
        person="王晓明",
        company="明日科技有限公司",
        title="销售经理",
        country="CN",
        titles=(
            "董事长",
            "总设计师",
            "副行长",
            "理事长",
            "心理咨询师",
            "摄影师",
            "主治医师",
            "總編輯",
            "執行長",
            "厨师长",
            "护士长",
            "联合创始人",
            "特助",
            "导演",
            "馆长",
        ),
        departments=("市场部", "国际业务处", "材料科学系", "采购部门", "人力资源部", "分析实验室"),
        companies=(
            "海棠贸易有限公司",
            "海棠股份有限公司",
            "海棠集团公司",
            "海棠合作社",
            "海棠有限责任公司",
            "財團法人海棠基金會",
        ),
        phones=(
            ("手机：", "mobile"),
            ("手机号码：", "mobile"),
            ("传真：", "fax"),
            ("傳真：", "fax"),
            ("座机：", "work"),
            ("总机：", "work"),
        ),
        people=(
            ("王晓明", "王晓明"),
            ("Dr. Xiaoming Wang", "Xiaoming Wang"),
            ("Prof. Xiaoming Wang", "Xiaoming Wang"),
            ("Ms. Xiaoming Wang", "Xiaoming Wang"),
        ),
    ),
    "ko": Language(
        person="김하늘",
        company="주식회사 해솔",
        title="영업부장",
        country="KR",
        titles=(
            "이사장",
            "공인중개사",
            "감정평가사",
            "주방장",
            "사무국장",
            "학예사",
            "손해사정사",
            "공장장",
            "상무이사",
            "물리치료사",
            "심사역",
            "코디네이터",
            "바리스타",
            "파트장",
            "총지배인",
        ),
        departments=("해외영업부", "인사팀", "연구개발본부", "총무과", "교무처", "화학공학과"),
        companies=(
            "주식회사 달무리",
            "(주)달무리",
            "달무리 유한회사",
            "재단법인 달무리",
            "세무법인 달무리",
            "달무리협동조합",
        ),
        phones=(
            ("휴대폰 ", "mobile"),
            ("핸드폰: ", "mobile"),
            ("팩스 ", "fax"),
            ("직통: ", "work"),
            ("대표전화 ", "work"),
            ("사무실: ", "work"),
        ),
        people=(
            ("김하늘", "김하늘"),
            ("김 하늘", "김하늘"),
            ("Dr. Haneul Kim", "Haneul Kim"),
            ("Prof. Haneul Kim", "Haneul Kim"),
        ),
    ),
}
"""By ISO 639-1. Everybody and every firm is invented."""

MAIL = "office@example.com"
PHONE = "+1 202 555 0199"
NUMBER = "+1 202 555 0123"
"""A mobile or not: only the label tells. Without one it counts as the office's."""


def rows(name):
    """Each row of one column of the tables, with its language."""
    return [
        pytest.param(code, row, id=f"{code}, {row if isinstance(row, str) else row[0]}")
        for code, language in LANGUAGES.items()
        for row in getattr(language, name)
    ]


def card(code, *, person=None, company=None, title=None, more=()):
    """A usual card of a language with some of its lines exchanged."""
    language = LANGUAGES[code]
    lines = (
        f"#{person or language.person}",
        title or language.title,
        company or language.company,
        *more,
        PHONE,
        MAIL,
    )
    return contact(*lines, country=language.country)


@pytest.mark.parametrize(("code", "title"), rows("titles"))
def test_title_is_found_on_a_whole_card(code, title):
    assert text(card(code, title=title), "title") == title


@pytest.mark.parametrize(("code", "department"), rows("departments"))
def test_department_is_found_on_a_whole_card(code, department):
    language = LANGUAGES[code]
    found = contact(f"#{language.person}", language.title, department, "", language.company, MAIL)
    assert text(found, "department") == department


@pytest.mark.parametrize(("code", "company"), rows("companies"))
def test_company_is_known_by_its_legal_form(code, company):
    assert text(card(code, company=company), "company") == company


@pytest.mark.parametrize(("code", "row"), rows("phones"))
def test_label_tells_the_type_of_a_phone(code, row):
    label, kind = row
    language = LANGUAGES[code]
    found = contact(f"#{language.person}", language.title, label + NUMBER, MAIL, country=language.country)
    assert [phone.type for phone in found.all("phone")] == [kind]


@pytest.mark.parametrize(("code", "row"), rows("people"))
def test_form_of_address_is_no_part_of_a_name(code, row):
    line, name = row
    assert text(card(code, person=line), "name").replace(" ", "") == name.replace(" ", "")
