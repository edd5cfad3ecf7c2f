"""Expressions of time: what is found, and the EDTF it gets."""

from datetime import date

import pytest

from kg.extract.time import find

WEDNESDAY = date(2016, 11, 9)

FRENCH = [
    ("Il a été élu mardi.", "mardi", "2016-11-08"),
    ("Il a été élu mercredi.", "mercredi", "2016-11-09"),
    ("Il parlera mardi prochain.", "mardi prochain", "2016-11-15"),
    ("Élu mercredi dernier", "mercredi dernier", "2016-11-02"),
    ("mardi soir", "mardi soir", "2016-11-08"),
    ("ce mercredi", "ce mercredi", "2016-11-09"),
    ("ce vendredi", "ce vendredi", "2016-11-11"),
    ("ce matin", "ce matin", "2016-11-09"),
    ("hier", "hier", "2016-11-08"),
    ("avant-hier", "avant-hier", "2016-11-07"),
    ("aujourd’hui", "aujourd’hui", "2016-11-09"),
    ("après-demain", "après-demain", "2016-11-11"),
    ("le 11 septembre", "11 septembre", "2016-09-11"),
    ("le 12 décembre", "12 décembre", "2015-12-12"),
    ("le 12 décembre prochain", "12 décembre prochain", "2016-12-12"),
    ("le 12\u00a0décembre 2001", "12\u00a0décembre 2001", "2001-12-12"),
    ("1er mars 2017", "1er mars 2017", "2017-03-01"),
    ("le 29 février", "29 février", "2016-02-29"),
    ("mercredi 16 novembre", "mercredi 16 novembre", "2016-11-16"),
    ("dimanche 6", "dimanche 6", "2016-11-06"),
    ("en mars", "mars", "2016-03"),
    ("en décembre", "décembre", "2015-12"),
    ("début mars", "début mars", "2016-03"),
    ("mi-juillet", "mi-juillet", "2016-07"),
    ("fin 2015", "2015", "2015"),
    ("octobre 2022", "octobre 2022", "2022-10"),
    ("en 2016,", "2016", "2016"),
    ("la semaine dernière", "la semaine dernière", "2016-10-31/2016-11-06"),
    ("le week-end dernier", "le week-end dernier", "2016-11-05/2016-11-06"),
    ("le mois dernier", "le mois dernier", "2016-10"),
    ("l'an dernier", "l'an dernier", "2015"),
    ("cette année", "cette année", "2016"),
    ("depuis 2012", "depuis 2012", "2012/.."),
    ("jusqu’en 2019", "jusqu’en 2019", "../2019"),
    ("depuis mardi", "depuis mardi", "2016-11-08/.."),
    ("de 2010 à 2014", "de 2010 à 2014", "2010/2014"),
    ("entre 2010 et 2014", "entre 2010 et 2014", "2010/2014"),
    ("du 3 au 5 mai 2016", "du 3 au 5 mai 2016", "2016-05-03/2016-05-05"),
    ("du 30 avril au 5 mai", "du 30 avril au 5 mai", "2016-04-30/2016-05-05"),
    ("du 25 décembre au 3 janvier", "du 25 décembre au 3 janvier", "2015-12-25/2016-01-03"),
    ("de mardi à jeudi", "de mardi à jeudi", "2016-11-01/2016-11-03"),
    ("les 3 et 4 mai", "les 3 et 4 mai", "2016-05-03/2016-05-04"),
    ("il y a trois jours", "il y a trois jours", "2016-11-06"),
    ("il y a deux ans", "il y a deux ans", "2014"),
    ("dans trois mois", "dans trois mois", "2017-02"),
    ("les années 1990", "les années 1990", "199X"),
    ("les années 70", "les années 70", "197X"),
    ("au XIXe siècle", "XIXe siècle", "18XX"),
    ("au printemps 2015", "printemps 2015", "2015-21"),
    ("au troisième trimestre 2016", "troisième trimestre 2016", "2016-07/2016-09"),
    ("Noël", "Noël", "2015-12-25"),
    ("à Pâques 2017", "Pâques 2017", "2017-04-16"),
    ("le premier lundi de mai 2016", "le premier lundi de mai 2016", "2016-05-02"),
    ("la semaine du 16 septembre", "la semaine du 16 septembre", "2016-09-12/2016-09-18"),
    ("3/5/2016", "3/5/2016", "2016-05-03"),
    ("2016-05-03", "2016-05-03", "2016-05-03"),
]
ENGLISH = [
    ("on Tuesday", "Tuesday", "2016-11-08"),
    ("next Tuesday", "next Tuesday", "2016-11-15"),
    ("last week", "last week", "2016-10-31/2016-11-06"),
    ("yesterday", "yesterday", "2016-11-08"),
    ("last night", "last night", "2016-11-08"),
    ("May 18", "May 18", "2016-05-18"),
    ("18 May 2015", "18 May 2015", "2015-05-18"),
    ("on Oct. 2", "Oct. 2", "2016-10-02"),
    ("in October 2022", "October 2022", "2022-10"),
    ("in May", "May", "2016-05"),
    ("two days ago", "two days ago", "2016-11-07"),
    ("a month ago", "a month ago", "2016-10"),
    ("next year", "next year", "2017"),
    ("earlier this year", "earlier this year", "2016"),
    ("the 1990s", "the 1990s", "199X"),
    ("the seventies", "the seventies", "197X"),
    ("Q3 2016", "Q3 2016", "2016-07/2016-09"),
    ("3/5/2016", "3/5/2016", "2016-03-05"),
    ("May 3-5, 2016", "May 3-5, 2016", "2016-05-03/2016-05-05"),
    ("from May 3 to June 5", "from May 3 to June 5", "2016-05-03/2016-06-05"),
    ("between 2010 and 2014", "between 2010 and 2014", "2010/2014"),
    ("since 2012", "since 2012", "2012/.."),
    ("the summer of 2015", "the summer of 2015", "2015-22"),
    ("Thanksgiving", "Thanksgiving", "2015-11-26"),
    ("in the 19th century", "the 19th century", "18XX"),
    ("the 2012 election", "2012", "2012"),
    ("within 5 days", "within 5 days", "2016-11-10/2016-11-14"),
]
NOT_DATES = [
    ("fr", "Il a été réélu."),
    ("fr", "la vie sur Mars"),
    ("fr", "Mai Lan chante."),
    ("fr", "sept personnes"),
    ("fr", "le roman 1984"),
    ("fr", "plus de 2000 personnes"),
    ("fr", "2016 euros"),
    ("fr", "le 31 février"),
    ("fr", "un second tour"),
    ("en", "He may march."),
    ("en", "Theresa May said"),
    ("en", "the sun sat low"),
    ("en", "They march on."),
    ("en", "Windows 2000 people"),
    ("en", "a second round"),
]
WITHOUT_VALUE = [
    ("fr", "le maire de Memphis au XIIIe siècle avant J.-C.", "century"),
    ("en", "in the 5th century BC it was a port", "century"),
    ("fr", "pendant deux ans", "duration"),
    ("fr", "âgé de 43 ans", "age"),
    ("fr", "chaque mardi", "set"),
    ("fr", "prochainement", "relative"),
    ("fr", "à 14 h 30", "time"),
    ("en", "for two weeks", "duration"),
    ("en", "aged 43", "age"),
    ("en", "every week", "set"),
    ("en", "at 5 p.m.", "time"),
]


@pytest.mark.parametrize(("text", "words", "value"), FRENCH)
def test_french(text: str, words: str, value: str) -> None:
    """A French expression gets its span and value."""
    (found,) = find(text, "fr", WEDNESDAY)
    assert (found.span.of(text), found.value) == (words, value)


@pytest.mark.parametrize(("text", "words", "value"), ENGLISH)
def test_english(text: str, words: str, value: str) -> None:
    """An English expression gets its span and value."""
    (found,) = find(text, "en", WEDNESDAY)
    assert (found.span.of(text), found.value) == (words, value)


@pytest.mark.parametrize(("language", "text"), NOT_DATES)
def test_not_dates(language: str, text: str) -> None:
    """Words that only look like dates are none."""
    assert [found for found in find(text, language, WEDNESDAY) if found.kind != "duration"] == []


@pytest.mark.parametrize(("language", "text", "kind"), WITHOUT_VALUE)
def test_without_value(language: str, text: str, kind: str) -> None:
    """Durations, ages, sets and times are kinds of their own without a date."""
    (found,) = find(text, language, WEDNESDAY)
    assert (found.kind, found.value) == (kind, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("mardi", None), ("hier", None), ("la semaine dernière", None), ("il y a deux ans", None),
        ("mort en 1200 av. J.-C.", None), ("en 1200 avant Jean", "1200"),
        ("le 29 juillet", "XXXX-07-29"), ("en mars", "XXXX-03"), ("Noël", "XXXX-12-25"), ("en 2016", "2016"),
        ("le lendemain", None), ("du 3 au 5 mai", "XXXX-05-03/XXXX-05-05"),
    ],
)  # fmt: skip
def test_without_publication_date(text: str, value: str | None) -> None:
    """Nothing is invented where the publication date is unknown."""
    (found,) = find(text, "fr", None)
    assert found.value == value


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Élu le 29 juillet 2012, il est parti le lendemain.", "2012-07-30"),
        ("fr", "Élu le 29 juillet 2012. La veille, il dormait.", "2012-07-28"),
        ("fr", "Élu le 29 juillet 2012, en vue de mai 2014. Le même jour, il dort.", "2012-07-29"),
        ("fr", "Nommé en 1978, il part onze mois plus tard.", None),
        ("fr", "Élu en mars 2010. Le 18 mai 2012, soit deux ans plus tard.", "2012-05-18"),
        ("fr", "Nommé en 1978, il part deux ans plus tard.", "1980"),
        ("fr", "Élu le 29 juillet 2012, il part deux jours plus tard.", "2012-07-31"),
        ("fr", "Élu le 29 juillet 2012, il part deux ans plus tôt.", "2010"),
        ("fr", "Élu le 29 juillet 2012, il part le mardi suivant.", "2012-07-31"),
        ("fr", "Élu le 29 juillet 2012, il part la semaine suivante.", "2012-07-30/2012-08-05"),
        ("en", "Elected on July 29, 2012, he left the following day.", "2012-07-30"),
        ("en", "Elected on July 29, 2012, he left the day before.", "2012-07-28"),
    ],
)
def test_counts_from_the_text(language: str, text: str, value: str) -> None:
    """« Le lendemain » counts from the last explicit date, whatever the publication date."""
    assert find(text, language, WEDNESDAY)[-1].value == value
    assert find(text, language, None)[-1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("mardi", "2016-11-15"),
        ("mercredi", "2016-11-09"),
        ("le 12 décembre", "2016-12-12"),
        ("en mars", "2017-03"),
    ],
)
def test_future(text: str, value: str) -> None:
    """A clause in the future takes the next such day, as `future_value` always does."""
    (found,) = find(text, "fr", WEDNESDAY, future=True)
    assert found.value == value
    (found,) = find(text, "fr", WEDNESDAY)
    assert found.future_value == value


def test_hints() -> None:
    """Direction, part, clock and need of an anchor are told."""
    last, early, year, hour = find("mardi dernier, début mars, en 2016, à 14 h 30", "fr", WEDNESDAY)
    assert (last.direction, last.needs_anchor, last.granularity) == ("past", True, "day")
    assert (early.part, early.granularity) == ("start", "month")
    assert (year.needs_anchor, year.granularity) == (False, "year")
    assert (hour.clock, hour.needs_anchor) == ("14:30", False)
