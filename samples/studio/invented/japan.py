"""The parts of cards from Japan."""

from __future__ import annotations

from studio.invented.country import Country

JAPAN = Country(
    code="JP",
    language="ja",
    given=("遥香", "亮介", "美咲", "健太", "千尋", "直樹", "由佳", "拓海"),
    family=("湊木", "風守", "霜沢", "椿原", "雪森", "桐島", "藤巻", "波多江"),
    family_first=True,
    latin={
        "遥香": "Haruka", "亮介": "Ryosuke", "美咲": "Misaki", "健太": "Kenta", "千尋": "Chihiro",
        "直樹": "Naoki", "由佳": "Yuka", "拓海": "Takumi", "湊木": "Minatogi", "風守": "Kazemori",
        "霜沢": "Shimozawa", "椿原": "Tsubakihara", "雪森": "Yukimori", "桐島": "Kirishima",
        "藤巻": "Fujimaki", "波多江": "Hatae",
    },
    titles=("課長", "代表取締役", "部長", "主任", "営業担当", "マネージャー"),
    departments=("営業部", "海外事業部", "開発部", "総務部"),
    trades=("精機", "設計", "商事", "食品", "電子", "印刷"),
    forms=("株式会社", "合同会社", "有限会社"),
    streets=("東京都千代田区青桐町%-%-#", "大阪府大阪市北区風見町%-#", "神奈川県横浜市中区浜風町%-%-%"),
    towns=("〒100-0099", "〒530-0099", "〒231-0099"),
    work=("03-0###-####", "+81 3 0### ####"),
    mobile=("090-0###-####",),
    labels=(
        {"work": "TEL ", "mobile": "携帯 ", "fax": "FAX ", "email": "E-mail "},
        {"work": "Tel: ", "mobile": "Mobile: ", "fax": "Fax: ", "email": "Mail: ", "web": "URL: "},
    ),
)  # fmt: skip
