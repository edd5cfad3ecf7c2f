"""Finds the body that a part without a name belongs to, names listed behind what happens, those in a crowd.

« La division sport de X regroupe A et B » · « X a une branche montres, qui comprend A » · « les acquisitions : A et B »
"""

from typing import Final

from kg.extract.frames.site import Site
from kg.extract.frames.subjects import subject
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import preposition, with_preposition
from kg.extract.grammar.subjects import deep_subject, surface_subject
from kg.extract.grammar.voice import is_passive
from kg.extract.reading import Reading
from kg.lexicon.closed import FRENCH_POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_PARTS: Final = frozenset(
    """division branche pôle filiale section département activité entité portefeuille holding antenne direction
    bras structure activités""".split()
)
_HAVING: Final = (
    "dispos",
    "possèd",
    "posséd",
    "compt",
    "détien",
    "déten",
    "a",
    "ont",
    "avait",
    "cré",
    "form",
    "regroup",
)
_HAS: Final = ("a", "ont", "avait", "avaient")
_WITHIN: Final = ("dans", "au sein de", "sous")
_FESTIVE: Final = frozenset("cortège défilé rassemblement marche".split())
_CROWDS: Final = frozenset("manifestation rassemblement marche défilé sit-in cortège mobilisation".split())
_THAT: Final = ("celui", "celle", "ceux", "celles")
_UP: Final = 3  # parts within parts


def whole(reading: Reading, site: Site) -> list[Token]:
    """Return the body of which the subject of a verb, or what a passive puts things into, is a part."""
    sentence = site.sentence
    if is_passive(sentence, site.token):
        below = list(sentence.children(site.token, "obl", "nmod"))
        joined = [t for t in below if preposition(sentence, t) in _WITHIN]
        joined += [c for t in below if t.lower == "sein" for c in sentence.children(t, "nmod")]
        parts = joined
    else:
        parts = subject(site)
    return [found for part in parts[:1] for found in _of_part(reading, sentence, part)]


def _of_part(reading: Reading, sentence: Sentence, part: Token) -> list[Token]:
    above = sentence.head(part)
    if part.name is not None and above is not None and above.lower in _PARTS and part.dep.startswith("nmod"):
        return [part] if _is_body(reading, sentence, part) else []  # « la branche énergie de X, qui comprend A »
    if part.lower not in _PARTS or part.name is not None:
        return []
    own = [t for t in sentence.children(part, "det") if t.lower in FRENCH_POSSESSIVES]
    kinds = [t for t in sentence.children(part, "amod", "nmod", "appos") if not preposition(sentence, t)]  # « sport »
    below = [t for noun in (part, *kinds) for t in sentence.children(noun, "nmod")]
    of = [t for t in below if preposition(sentence, t) == "de"]
    named = [x for t in of for x in (t, *sentence.children(t, "appos"))]
    for token in (*own, *named):
        if _is_body(reading, sentence, token):
            return [token]
    deeper = [x for t in of[:_UP] for x in _of_part(reading, sentence, t)]
    return deeper or _who_has(reading, sentence, part)


def _who_has(reading: Reading, sentence: Sentence, part: Token) -> list[Token]:
    """Return X of « X dispose d'une branche montres »."""
    verb = sentence.head(part) if part.dep.startswith(("obj", "obl:arg")) else None
    if verb is None or verb.pos != "VERB" or not (verb.lower.startswith(_HAVING) or verb.lower in _HAS):
        return []
    return [t for t in surface_subject(sentence, verb) if _is_body(reading, sentence, t)][:1]


def _is_body(reading: Reading, sentence: Sentence, token: Token) -> bool:
    found = reading.referents(sentence, token)
    return any(reading.entities[r.entity].type is EntityType.ORGANIZATION for r in found)


def apposed(site: Site) -> list[Token]:
    """Return the first of the names that are listed behind a noun for what happens: « les acquisitions : A et B »."""
    beside = site.sentence.children(site.token, "appos")
    return [t for t in beside if t.name is not None and site.sentence.tokens[t.index - 1].text in (":", ",")][:1]


def gathered(site: Site) -> list[Token]:
    """Return those whom a demonstration brings together: « une marche réunissant des Kurdes », « a rassemblé »."""
    above = site.sentence.head(site.token) if site.token.dep == "acl" else None
    whose = [above] if above is not None else deep_subject(site.sentence, site.token)
    found = deep_object(site.sentence, site.token) if any(t.lower in _CROWDS for t in whose) else []
    # « le cortège rassemblant Dubois et Martin » may be a funeral; whoever is named there need not protest
    festive = any(t.lower in _FESTIVE for t in whose)
    return [t for t in found if t.name is None or not festive]


def that_of(site: Site) -> list[Token]:
    """Return B of « a reçu le soutien de A, ainsi que celui de B »."""
    nouns = [word for word in site.words if word.pos == "NOUN"]
    joined = [t for head in (site.token, *nouns) for t in site.sentence.children(head, "conj") if t.lower in _THAT]
    return [t for one in joined if nouns for t in with_preposition(site.sentence, one, "de")][:1]
