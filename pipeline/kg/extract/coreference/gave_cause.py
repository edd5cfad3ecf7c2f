"""Takes "he" of "fired Comey because he refused" for whom the deed falls on: who is judged has given cause for it.

After Garvey and Caramazza (1974), implicit causality: verbs of judging look to their object for the cause.
"""

from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_HE: Final = {"il": "m", "elle": "f", "he": "m", "she": "f"}
_JUDGING: Final = frozenset(
    """dismissed arrested suspended banned charged sentenced convicted fined sued criticized praised accused removed
    sanctioned investigated attacked awarded""".split()
)
_BECAUSE: Final = ("because", "parce", "puisque", "puisqu'")
_AFTER: Final = ("after", "après")
# What gives cause, and seldom is what the judge himself did before
_GIVING: Final = (
    *("refus", "fail", "criticiz", "criticis", "accus", "lied", "leaked", "admitted", "threaten", "violat", "insult"),
    *("posted", "tweeted", "publish", "attack", "plead", "disobey", "miss", "critiqu", "menac", "menti"),
    *("avou", "publi", "diffus", "tent", "attaqu", "désob", "manqu", "reconn"),
)
# What goes on in the mind of who acts: "because he wanted a loyal director"
_MINDING: Final = (
    *("want", "need", "fear", "believ", "thought", "think", "felt", "feel", "hop", "wish", "saw", "knew", "disagree"),
    *("consid", "learn", "found", "like", "dislik", "doubt", "hat", "trust", "voul", "veut", "craign", "craint"),
    *("pens", "cro", "estim", "souhait", "jug", "sav", "espér", "redout", "dout", "détest", "trouv"),
)
_ANGRY: Final = frozenset(
    """angry furious upset afraid unhappy frustrated worried convinced tired jealous furieux furieuse mécontent
    mécontente convaincu convaincue jaloux jalouse fâché fâchée inquiet inquiète""".split()
)


def gave_cause(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Comey of "fired Comey because he refused", « parce qu'il refusait »; nobody where it may be the judge."""
    clause = sentence.head(token)
    verb = sentence.head(clause) if clause is not None and token.lower in _HE else None
    if clause is None or verb is None or verb.index > clause.index or not token.dep.startswith("nsubj"):
        return ()
    triggers = load_frames(reading.language).verbs.get(verb.lower, ())
    if not any(t.relation in _JUDGING for t in triggers) or not _is_cause(sentence, clause):
        return ()
    things = [t for t in sentence.children(verb, "obj") if verb.index < t.index < clause.index]
    found = reading.referents(sentence, things[0]) if len(things) == 1 else ()
    acting = {r.entity for t in surface_subject(sentence, verb) for r in reading.referents(sentence, t)}
    if len(found) != 1 or found[0].entity in acting or reading.entities[found[0].entity].type is not EntityType.PERSON:
        return ()
    agrees = reading.genders.get(found[0].entity, "") in ("", _HE[token.lower])
    return (Reference(found[0].entity, "pronoun", "who gave cause for it", things[0].span),) if agrees else ()


def _is_cause(sentence: Sentence, clause: Token) -> bool:
    """Tell "because he refused", « après qu'il eut critiqué … » from "because he wanted", "after he became"."""
    marks = [t.lower for t in sentence.children(clause, "mark", "advmod") if t.index < clause.index]
    if clause.lower.startswith(_MINDING) or clause.lower in _ANGRY:
        return False
    if any(mark in _BECAUSE for mark in marks):
        return True
    return any(mark in _AFTER for mark in marks) and clause.lower.startswith(_GIVING)
