"""The parts of cards from the United Kingdom, the United States and Australia."""

from __future__ import annotations

from dataclasses import replace

from studio.invented.country import Country

UNITED_KINGDOM = Country(
    code="GB",
    language="en",
    given=("Maribel", "Owen", "Tamsin", "Idris", "Farah", "Rowan", "Nadia", "Gwilym", "Beatrix", "Kofi",
           "Leonie", "Hamish", "Shreya", "Duncan", "Orla", "Marcus", "Yetunde", "Piers"),
    family=("Ash", "Thorn", "Pell", "Marl", "Hather", "Bram", "Fen", "Lang", "Oak", "Quarr", "Rook", "Stan",
            "Tarn", "Wold", "Kestle", "Hawk"),
    family_ends=("worth", "combe", "wick", "field", "stead", "den", "low", "croft", "bourne", "more"),
    latin={},
    titles=("Managing Director", "Sales Manager", "Head of Marketing", "Project Engineer", "Account Manager",
            "Senior Consultant", "Operations Director", "Software Engineer", "Finance Director",
            "Business Development Manager", "Quantity Surveyor", "Interior Designer", "Partner"),
    departments=("Marine Division", "Customer Service", "Export Sales", "Research & Development"),
    trades=("Engineering", "Logistics", "Textiles", "Consulting", "Foods", "Instruments", "Lighting",
            "Studio", "Joinery", "Analytics", "Print"),
    forms=("Ltd", "LLP", "Group", "& Sons", "Limited", "plc", ""),
    streets=("%# Tanner's Yard", "% Ropewalk Lane", "Unit %, Mill Race Park", "%## Lantern Street",
             "% Fuller's Row"),
    towns=("London E14 9ZY", "Leeds LS2 9YX", "Bristol BS1 9XZ", "Edinburgh EH6 9YY", "Cardiff CF10 9ZX",
           "Manchester M4 9XY"),
    work=("+44 (0)20 7946 0###", "020 7946 0###", "0117 496 0###", "+44 113 496 0###", "0161 496 0###",
          "(0131) 496 0###", "029 2018 0###", "+44 1632 960###"),
    mobile=("07700 900###", "07700 900 ###", "+44 7700 900###", "+44 (0)7700 900 ###"),
    labels=(
        {},
        {"work": "T: ", "mobile": "M: ", "fax": "F: ", "email": "E: ", "web": "W: "},
        {"work": "Tel ", "mobile": "Mob ", "fax": "Fax ", "email": "Email "},
        {"work": "Direct: ", "mobile": "Mobile: ", "fax": "Fax: ", "email": "Email: ", "web": "Web: "},
    ),
)  # fmt: skip

UNITED_STATES = replace(
    UNITED_KINGDOM,
    code="US",
    given=("Marisol", "Dwight", "Ayana", "Tobias", "Celeste", "Jamal", "Ingrid", "Reuben", "Priscilla",
           "Mateo", "Delphine", "Curtis", "Hanako", "Emmett", "Lucinda", "Andre"),
    family=("Cold", "Stone", "Whit", "Lark", "Fair", "Mill", "Hollo", "Gray", "Elder", "Ever", "Brock",
            "Linden"),
    family_ends=("well", "man", "ridge", "water", "grove", "haven", "berg", "ton", "beck"),
    titles=("Vice President, Sales", "Realtor", "Program Manager", "Attorney at Law",
            "Chief Executive Officer",
            "Regional Sales Manager", "Creative Director", "Mortgage Advisor", "Field Engineer",
            "Director of Operations", "Account Executive", "Project Manager"),
    departments=("Government Affairs", "Customer Success", "Commercial Lending"),
    trades=("Realty", "Software", "Solar", "Builders", "Dental", "Robotics", "Insurance", "Coffee Roasters",
            "Networks", "Landscaping"),
    forms=("Inc.", "LLC", "Corp.", "Group", "Partners", ""),
    streets=("%##0 Windmill Rd", "%## Larkspur Ave, Suite %##", "%##5 Beadle Street", "%# Millrace Blvd"),
    towns=("Denver, CO 80201", "Austin, TX 78701", "Portland, OR 97201", "Madison, WI 53701",
           "Tampa, FL 33601", "Boston, MA 02101"),
    work=("(303) 555-01##", "512.555.01##", "+1 503 555 01##", "608-555-01##", "813 555 01##"),
    mobile=("(720) 555-01##", "737.555.01##", "+1 971 555 01##", "617-555-01##"),
    labels=(
        {"work": "o: ", "mobile": "c: ", "fax": "f: ", "email": "e: "},
        {"work": "Office ", "mobile": "Cell ", "fax": "Fax "},
        {"work": "Phone: ", "mobile": "Mobile: ", "fax": "Fax: ", "email": "Email: ", "web": "Web: "},
    ),
)  # fmt: skip

AUSTRALIA = replace(
    UNITED_KINGDOM,
    code="AU",
    given=("Kirra", "Lachlan", "Matilda", "Angus", "Zara", "Bryce", "Thuy", "Callum", "Georgia", "Darius"),
    titles=("General Manager", "Principal Geologist", "Wine Maker", "State Sales Manager",
            "Licensed Conveyancer", "Site Supervisor", "Head of Strategy"),
    trades=("Surveying", "Pastoral", "Marine", "Vineyards", "Minerals", "Plumbing", "Media"),
    forms=("Pty Ltd", "Group", ""),
    streets=("%# Saltbush Parade", "Level %, %## Jetty Road", "% Wattlebird Court"),
    towns=("Sydney NSW 2000", "Melbourne VIC 3000", "Fremantle WA 6160", "Hobart TAS 7000"),
    work=("(02) 5550 ####", "+61 3 7010 ####", "(07) 7010 ####", "08 5550 ####"),
    mobile=("0491 570 ###", "+61 491 570 ###"),
)  # fmt: skip
