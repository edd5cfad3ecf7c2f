"""One walk through a text finds what each rule finds alone."""

import pytest

from kg.extract.time.languages import rules
from kg.extract.time.placing import candidates
from kg.extract.time.rule import anywhere

TEXTS = {
    "fr": (
        "Mardi 29 mars 2016, à 18h30, il avait 73 ans. Depuis 2010, en FÉVRIER, il y a trois jours, du 3 au 5 mai. "
        "Le 12/04/2017, au XIXe siècle, la veille de Noël, fin juin, l'an dernier, İstanbul le 4 juin."
    ),
    "en": (
        "On Tuesday, July 26, by MARCH 2017, July could surpass May as the worst month. In the 1990s, 12/04/2017, "
        "three days ago, at 5 p.m., from June 3 to June 5, last year, İstanbul on 4 June."
    ),
}


@pytest.mark.parametrize("language", TEXTS)
def test_every_rule_is_in_the_one_walk(language: str) -> None:
    text = TEXTS[language]
    lower = "".join(c.lower()[0] for c in text)
    starts = {match.start() for match in anywhere(rules(language)).finditer(lower)}
    alone = {m.start() for rule in rules(language) if not rule.cased for m in rule.pattern.finditer(text)}
    assert len(alone) > 8
    assert alone <= starts


def test_a_letter_that_grows_in_lower_case_moves_nothing() -> None:
    text = TEXTS["fr"]
    assert [text[f.start : f.end] for f in candidates(text, rules("fr"))][-1] == "4 juin"


def test_a_date_behind_a_comma_is_whole() -> None:
    text = "On Tuesday, July 26, by 9 a.m."
    assert "July 26" in "".join(text[f.start : f.end] for f in candidates(text, rules("en")))
