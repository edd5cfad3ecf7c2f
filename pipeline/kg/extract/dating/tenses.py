"""Tells past events from what lies before them or goes on."""

from typing import Final

from kg.extract.grammar.voice import auxiliaries, is_participle, reflexive, with_etre
from kg.model.annotation import Sentence, Token

BEFORE: Final = frozenset("had avait avaient".split())
_PERFECT: Final = frozenset("a ont ai avons eu été aurait auraient was were has have been".split())


def perfective(sentence: Sentence, verb: Token, *, just: bool = False) -> bool:
    """Tell a past event: no present (« est poursuivi »), no past before that ("had been") but what was `just` so."""
    if verb.pos != "VERB":
        return False
    helpers = auxiliaries(sentence, verb)
    if not just and any(h.lower in BEFORE or "Tense=Imp" in h.morph for h in helpers):
        return False
    reflected = bool(helpers) and reflexive(sentence, verb)  # « s'est produite »
    perfect = any(h.lower in _PERFECT or (just and h.lower in BEFORE) for h in helpers)
    simple = "Tense=Past" in verb.morph and "VerbForm=Fin" in verb.morph
    return perfect or reflected or with_etre(verb) or simple or _beside(sentence, verb)


def _beside(sentence: Sentence, verb: Token) -> bool:
    """Tell a gerund or second participle of a verb that is past itself."""
    head = sentence.head(verb)
    if head is None or head.pos != "VERB" or not verb.dep.startswith(("advcl", "conj")) or "VerbForm=Fin" in verb.morph:
        return False
    return any(h.lower in _PERFECT for h in auxiliaries(sentence, head)) or "Tense=Past" in head.morph


def of_what_was(sentence: Sentence, verb: Token, time: Token) -> bool:
    """Tell « Blessé samedi, Dubois ne jouera pas »: what is to come is not when the participle was."""
    if "Tense=Fut" not in verb.morph or time.index > verb.index:
        return False
    participles = (t for t in sentence.children(verb, "advcl", "acl") if t.index < verb.index)
    return any(is_participle(t) and time in set(sentence.subtree(t)) for t in participles)
