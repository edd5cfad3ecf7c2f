"""Tells how much of a sentence « selon X » speaks for: a figure between commas, a relative clause, else all of it.

« 2 600 personnes selon la préfecture, 9 000 selon les syndicats, ont défilé » · « le pilote, qui, d'après la police,
était expérimenté, et sa compagne sont morts »
"""

from typing import Final

from kg.extract.grammar.voice import is_participle
from kg.model.annotation import Sentence, Token

_EDGES: Final = (",", "(", ")", ";", ":", "–", "—")
_BEFORE: Final = ("case", "fixed", "det", "punct", "amod", "nummod")
_JOINTS: Final = ("et", "mais", "or", "car", "and", "but", ";")
_RELATIVE: Final = frozenset("qui que qu' dont où who which whom that".split())


def scope(sentence: Sentence, source: Token) -> frozenset[int] | None:
    """Return the indices of the tokens that a source vouches for; None where it is the whole sentence."""
    inserted = aside(sentence, source)
    if inserted is None and joined(sentence, source):
        return frozenset(range(source.index, len(sentence.tokens)))
    return inserted


def aside(sentence: Sentence, source: Token) -> frozenset[int] | None:
    """Return the tokens of the relative clause or beside the figure that a source is inserted for."""
    clause = _relative_clause(sentence, source)
    if clause is not None:
        return frozenset(token.index for token in sentence.subtree(clause))
    within = _participle(sentence, source)
    return frozenset(t.index for t in sentence.subtree(within)) if within is not None else _figure(sentence, source)


def _participle(sentence: Sentence, source: Token) -> Token | None:
    """Return « provoquées » of « des explosions provoquées, selon la police, par des engrais ont fait dix morts »."""
    verb = sentence.head(source)
    if verb is None or verb.dep != "acl" or not is_participle(verb) or source.index < verb.index:
        return None
    return verb if any(t.index > source.index for t in sentence.children(verb, "obl", "xcomp")) else None


def joined(sentence: Sentence, source: Token) -> bool:
    """Tell « …, mais selon X, … »: a conjunction before it and a comma behind it, and what is said comes after."""
    first = min((t.index for t in sentence.children(source, "case")), default=0)
    before = [t for t in sentence.tokens[max(0, first - 2) : first] if t.text != ","]
    opened = bool(before) and before[-1].lower in _JOINTS
    return opened and any(t.text == "," for t in sentence.tokens[source.index :])


def _relative_clause(sentence: Sentence, source: Token) -> Token | None:
    """Return the verb of the relative clause that « qui, selon X, … » is inserted in."""
    at = source.index - 1
    while at > 0 and sentence.tokens[at].lower not in _RELATIVE and sentence.tokens[at].dep in _BEFORE:
        at -= 1
    pronoun = sentence.tokens[at]
    verb = sentence.head(pronoun) if at >= 0 and pronoun.lower in _RELATIVE else None
    return verb if verb is not None and verb.dep.startswith("acl") and verb.index > source.index else None


def _figure(sentence: Sentence, source: Token) -> frozenset[int] | None:
    """Return the stretch between two edges that holds a source and a figure but no verb."""
    start = end = source.index
    while start > 0 and sentence.tokens[start - 1].text not in _EDGES:
        start -= 1
    while end + 1 < len(sentence.tokens) and sentence.tokens[end + 1].text not in _EDGES:
        end += 1
    inside = sentence.tokens[start : end + 1]
    within = start > 0 and any(token.pos in ("VERB", "AUX") for token in sentence.tokens[end + 1 :])
    bracketed = start > 0 and sentence.tokens[start - 1].text == "("
    figure = any(token.pos == "NUM" or token.text[0].isdigit() for token in inside if token.index < source.index)
    if not (within or bracketed) or not figure or any(token.pos in ("VERB", "AUX") for token in inside):
        return None
    return frozenset(token.index for token in inside)
