"""Finds who decides what a noun names, where it is the object of the verb: « X confirme le limogeage de Y »."""

from typing import Final

from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import preposition, with_preposition
from kg.extract.grammar.subjects import deep_subject
from kg.extract.reading import Reading
from kg.lexicon.closed import FRENCH_POSSESSIVES
from kg.model.annotation import Sentence, Token

_DECIDING: Final = (
    "décid",
    "décrét",
    "ordonn",
    "prononc",
    "sign",
    "act",
    "entérin",
    "approuv",
    "adopt",
    "vot",
    "imposé",
)
# Whoever makes it known decided it, unless they speak for others or tell the news
_TELLING: Final = ("annonc", "confirm", "officialis")
_FOR_OTHERS: Final = frozenset(
    """porte-parole avocat avocate avocats conseil source sources entourage agent attaché attachée journaliste presse
    télévision radio média médias frère sœur père mère fils fille épouse famille syndicat""".split()
)


def decider(reading: Reading, site: Site) -> list[Token]:
    """Return who decides, orders or announces what the noun names; nobody « annonce son limogeage » of another."""
    sentence, noun = site.sentence, site.token
    first = sentence.head(noun) if noun.dep == "conj" else None  # « annonce un plan et le départ de son directeur »
    told = first if first is not None and first.dep == "obj" else noun
    verb = sentence.head(told) if told.dep in ("obj", "obl:arg") else None
    own = any(c.lower in FRENCH_POSSESSIVES for c in sentence.children(noun, "det", "nmod:poss"))
    done = any(preposition(sentence, c) == "par" for c in sentence.children(noun))
    if verb is None or verb.pos != "VERB" or own or done or not verb.lower.startswith((*_DECIDING, *_TELLING)):
        return []
    found = deep_subject(sentence, verb)
    return [t for t in found if verb.lower.startswith(_DECIDING) or not _tells_only(reading, sentence, t)]


def master(reading: Reading, site: Site) -> list[Token]:
    """Return who tells that somebody of their own goes: « X annonce le départ de son conseiller Y »."""
    gone = with_preposition(site.sentence, site.token, "de")
    theirs = [t for t in gone if any(c.lower in FRENCH_POSSESSIVES for c in site.sentence.children(t, "det"))]
    return decider(reading, site) if theirs else []


def _tells_only(reading: Reading, sentence: Sentence, who: Token) -> bool:
    """Tell a paper, a spokesman, somebody's lawyer."""
    above = sentence.head(who)
    near = [who, *sentence.children(who, "appos"), *([above] if above is not None and who.dep == "appos" else [])]
    media = any(reading.kinds.get(r.entity) == "media" for r in reading.referents(sentence, who))
    return media or any(t.lower in _FOR_OTHERS for t in near)
