"""Finds whom or what it is done to."""

from typing import Final

from kg.extract.grammar.antecedents import RELATIVE_OBJECT, RELATIVE_SUBJECT, antecedent
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import inverted_subject, surface_subject
from kg.extract.grammar.voice import is_passive
from kg.model.annotation import Sentence, Token

# "the fourth night in a row that they protested", "the day Miller left": when, not what
_TIMES: Final = frozenset("day night week weekend month year time morning evening afternoon hour moment row".split())


def deep_object(sentence: Sentence, verb: Token) -> list[Token]:
    """Return whom it is done to: the object of an active verb, the subject of a passive one."""
    if is_passive(sentence, verb):
        return surface_subject(sentence, verb)
    turned = inverted_subject(sentence, verb)
    found = [t for t in sentence.children(verb, "obj") if not _is_reflexive(t) and t.quote is None and t not in turned]
    found = [t for t in found if not preposition(sentence, t)] or found  # « en battant en finale le champion »
    if found:
        if found[0].lower in RELATIVE_OBJECT and found[0].index < verb.index:
            whom = antecedent(sentence, verb)
            if whom is not None and _set_off(sentence, whom):
                return [t for t in sentence.children(verb, "nsubj") if t.index > verb.index and t.name is not None][:1]
            return [whom] if whom and whom.lower not in _TIMES else []
        return found[:1]
    named = [
        t
        for t in sentence.children(verb, "xcomp", "dep", "flat")
        if t.name is not None and not preposition(sentence, t)
    ]
    return named[:1] or _shared_object(sentence, verb) or _relative_object(sentence, verb)


def _set_off(sentence: Sentence, noun: Token) -> bool:
    """Tell « c'est dans un garage que … »: where it was done, not what was done."""
    it = any(t.lower in ("c'", "c’", "ce") for t in sentence.children(noun, "expl", "nsubj"))
    return it and any(sentence.children(noun, "cop")) and bool(preposition(sentence, noun))


def _shared_object(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the dozens of "killing and wounding dozens", « a tué et blessé des dizaines de gens »: of both verbs."""
    after = sentence.tokens[verb.index + 1 : verb.index + 3]
    joined = len(after) > 1 and after[0].pos == "CCONJ" and after[1].dep == "conj" and after[1].head == verb.index
    if not joined or after[1].pos != "VERB" or after[1].lower[-2:] != verb.lower[-2:]:
        return []
    own = list(sentence.children(verb, "obl", "advmod", "advcl", "ccomp", "xcomp"))
    alone = all(t.index < verb.index or t.index > after[1].index for t in own)
    found = [t for t in sentence.children(after[1], "obj") if t.quote is None and not _is_reflexive(t)]
    return found[:1] if alone and not is_passive(sentence, after[1]) else []


def _relative_object(sentence: Sentence, verb: Token) -> list[Token]:
    """Return what "the bridge Miller built" says is built, not "the wave in which they spoke", "whose head said"."""
    head, subjects = sentence.head(verb), list(sentence.children(verb, "nsubj"))
    if verb.dep != "acl:relcl" or head is None or not subjects or subjects[0].lower in RELATIVE_SUBJECT:
        return []
    below = any(
        t.lower in ("which", "whom") and preposition(sentence, t) for t in sentence.children(verb, "obl", "nmod")
    )
    when = any(t.lower in ("where", "when", "why") for t in sentence.children(verb, "advmod"))
    owner = any(t.lower == "whose" for t in sentence.tokens[head.index + 1 : verb.index])
    return [] if below or when or owner or head.lower in _TIMES else [head]


def _is_reflexive(token: Token) -> bool:
    return token.lower in (
        "se",
        "s'",
        "soi",
        "himself",
        "herself",
        "itself",
        "themselves",
    ) or token.dep.startswith("expl")
