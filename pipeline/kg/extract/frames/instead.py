"""Finds who comes « à la tête de la banque en remplacement de Paul Martin », and the board that somebody joins."""

from typing import Final

from kg.extract.frames.site import Site
from kg.extract.grammar.infinitives import CHOOSING
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.model.annotation import Sentence, Token

# « conseil d'administration de Novatel », « comité exécutif », « directoire »: who decides for a company.
BOARDS: Final = frozenset("conseil comité directoire board conseils comités boards".split())
_SEATED: Final = ("board", "council", "committee", "panel")
_ONTO: Final = ("à", "de", "dans", "au sein de")
_WAYS: Final = {"remplacement": "en", "place": "à", "relève": "à", "provenance": "en"}


def in_their_place(site: Site) -> list[Token]:
    """Return whom the clause above « en remplacement de », « à la place de » names, or whose coming it speaks of."""
    sentence, noun = site.sentence, site.token
    before = preposition(sentence, noun)
    at = sentence.head(noun)
    if at is not None and at.lower == "lieu" and noun.dep == "conj":
        before, at = "à", sentence.head(at)  # « en lieu et place de X »
    if _WAYS.get(noun.lower) != before:
        return []
    beside = sentence.tokens[noun.index - 2] if noun.index > 1 else noun
    agents = sentence.children(beside, "case")
    if noun.lower == "provenance" and beside.name is not None and any(t.lower == "par" for t in agents):
        return [beside]  # « remplacé par X en provenance de Y »
    while at is not None and at.pos not in ("VERB", "AUX"):
        coming = [t for t in sentence.children(at, "nmod") if t.index < noun.index and t.name is not None]
        if at.name is None and coming and preposition(sentence, coming[0]) == "de" and before == "en":
            return coming[:1]  # « la nomination de X en remplacement de Y »
        at = sentence.head(at)
    return _chosen(sentence, at, named=before == "à") if at is not None else []


def of_board(site: Site) -> list[Token]:
    """Return the board that somebody joins: « est entrée au conseil d'administration de Novatel ».

    Of "sits on Novatel's supervisory board" it is the company that the board's name or possessive gives.
    """
    seated = [word for word in site.words if word.lower in _SEATED]
    whose = (c for word in seated for c in site.sentence.children(word, "nmod:poss", "compound"))
    owners = [c for c in whose if c.dep == "nmod:poss" or c.name is not None]
    if owners:
        return owners[:1]
    found = site.sentence.children(site.token, "obl", "nmod")
    return [t for t in found if t.lower.split(" ")[0] in BOARDS and preposition(site.sentence, t) in _ONTO][:1]


def _chosen(sentence: Sentence, verb: Token, *, named: bool) -> list[Token]:
    """Return whom the verb puts there, else who comes; with `named` only whom a verb of choosing puts there."""
    whom = deep_object(sentence, verb)
    if verb.lower.startswith(CHOOSING):
        return whom
    return [] if named else whom or surface_subject(sentence, verb)
