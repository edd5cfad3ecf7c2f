"""Turns the labels of spaCy's English parser (ClearNLP style) into Universal Dependencies, so that one grammar serves.

Prepositions become `case` of their noun, a copula becomes `cop` of its attribute, and labels are renamed.
"""

import re
from dataclasses import replace
from typing import Final

from kg.model.annotation import Token

RENAMED: Final = {
    "nsubjpass": "nsubj:pass", "csubjpass": "csubj", "auxpass": "aux:pass", "dobj": "obj", "dative": "iobj",
    "relcl": "acl:relcl", "poss": "nmod:poss", "neg": "advmod", "npadvmod": "obl:mod", "acomp": "xcomp",
    "oprd": "xcomp", "prt": "compound:prt", "quantmod": "advmod", "attr": "attr",
    "pcomp": "pcomp", "predet": "det", "preconj": "cc", "ROOT": "ROOT",
}  # fmt: skip
PREPOSITION: Final = ("prep", "agent", "dative")
_LETTERS: Final = re.compile(r"[A-Z]{2,4}s")
_HAPPENING: Final = frozenset("shelling bombing shooting fighting flooding looting rioting stabbing".split())


def to_universal(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with Universal Dependencies heads and labels."""
    # The parser's own `nmod` is a noun before its noun; the name is needed for what a preposition joins.
    nodes = [replace(token, dep="compound") if token.dep == "nmod" else token for token in tokens]
    _name_happenings(nodes)
    _count_letters(nodes)
    _lower_prepositions(nodes)
    _join_prepositions(nodes)
    _join_according(nodes)
    _raise_attributes(nodes)
    return tuple(replace(token, dep=RENAMED.get(token.dep, token.dep)) for token in nodes)


def _name_happenings(nodes: list[Token]) -> None:
    """Read "Shelling" of "Shelling in Kyiv killed three" as a noun, "peer" of "Labour peer Lord Miller" too."""
    for token in nodes:
        if token.pos == "VERB" and token.dep == "compound" and not token.lower.endswith(("ing", "ed")):
            nodes[token.index] = replace(token, pos="NOUN", morph="Number=Sing")
    first = nodes[0] if nodes else None
    if first is not None and first.pos == "VERB" and first.dep == "nsubj" and first.lower in _HAPPENING:
        nodes[0] = replace(first, pos="NOUN", morph="Number=Sing")


def _count_letters(nodes: list[Token]) -> None:
    """Read "the MPs", "four NGOs" as plurals: capitals with a small "s", which the tagger takes for one of them."""
    for token in nodes:
        if token.pos in ("NOUN", "PROPN") and _LETTERS.fullmatch(token.text):
            nodes[token.index] = replace(token, morph=token.morph.replace("Number=Sing", "Number=Plur"))


def _lower_prepositions(nodes: list[Token]) -> None:
    """Hang each object of a preposition from what the preposition hung from, and the preposition from it."""
    for token in list(nodes):
        if token.dep not in ("pobj", "pcomp"):
            continue
        preposition = nodes[token.head]
        if preposition.dep not in PREPOSITION or preposition.head == preposition.index:
            continue
        governor = nodes[preposition.head]
        if token.dep == "pcomp":
            nodes[token.index] = replace(token, head=governor.index, dep="advcl")
            nodes[preposition.index] = replace(preposition, head=token.index, dep="mark")
            continue
        nodes[token.index] = replace(token, head=governor.index, dep=_oblique(preposition, governor))
        nodes[preposition.index] = replace(preposition, head=token.index, dep="case")
        for other in nodes:
            moves = other.head == preposition.index and other.index not in (token.index, preposition.index)
            if moves and other.dep != "pobj":
                nodes[other.index] = replace(other, head=token.index)


def _join_prepositions(nodes: list[Token]) -> None:
    """Join "of Y" in "the backing of X and of Y", "held in X as well as in Y" to X, where the parser joins the "of"."""
    for token in list(nodes):
        above = nodes[token.head]
        if token.dep == "pobj" and above.dep == "case" and above.head == token.index - 1:
            nodes[token.index] = replace(token, head=above.head, dep="appos")  # "stars in rival soap Copper Row"
        case = _said_twice(nodes, token, above)
        if case is None:
            continue
        first = _alike(nodes, case, nodes[above.head]) or _alike(nodes, case, nodes[nodes[above.head].head])
        if first is not None:
            nodes[token.index] = replace(token, head=first.index, dep="conj")
            nodes[case.index] = replace(case, head=token.index, dep="case")
            for joint in nodes[first.index : token.index]:
                if joint.dep == "cc" and joint.head == above.head:
                    nodes[joint.index] = replace(joint, head=first.index)


def _said_twice(nodes: list[Token], token: Token, above: Token) -> Token | None:
    """Return the preposition of a noun that the parser joins to another preposition, or to "as well as"."""
    if token.dep == "pobj" and above.dep == "conj" and above.pos == "ADP":
        return above
    if token.dep == "nmod" and above.dep == "cc" and above.pos == "ADP":
        return next((t for t in nodes if t.head == token.index and t.dep == "case"), None)
    return None


def _alike(nodes: list[Token], case: Token, governor: Token) -> Token | None:
    """Return the noun with the preposition that another is joined to, or that hangs from the same word."""
    cases = {t.head for t in nodes[: case.index] if t.dep == "case" and t.lower == case.lower}
    if governor.index in cases:
        return governor
    below = [t for t in nodes[: case.index] if t.head == governor.index and t.index in cases]
    return below[-1] if below else None


def _join_according(nodes: list[Token]) -> None:
    """Make "according to" the preposition of its noun: the parser takes "according" for a verb."""
    for token in list(nodes):
        governor = nodes[token.head]
        if token.dep == "obl:mod" and governor.lower == "according" and governor.dep == "prep":
            nodes[token.index] = replace(token, head=governor.head)
            nodes[governor.index] = replace(governor, head=token.index, dep="case", pos="ADP")


def _oblique(preposition: Token, governor: Token) -> str:
    if preposition.dep == "agent":
        return "obl:agent"
    return "obl:mod" if governor.pos in ("VERB", "AUX", "ADJ", "ADV") else "nmod"


def _raise_attributes(nodes: list[Token]) -> None:
    """Make the attribute of a copula the head of the clause: « X is president » as UD has it."""
    for token in list(nodes):
        if token.dep != "attr":
            continue
        copula = nodes[token.head]
        if copula.lower not in (
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "being",
            "'s",
            "became",
            "become",
            "becomes",
            "remains",
        ):
            continue
        head = token.index if copula.head == copula.index else copula.head
        nodes[token.index] = replace(token, head=head, dep=copula.dep)
        for other in nodes:
            if other.head == copula.index and other.index not in (token.index, copula.index):
                nodes[other.index] = replace(other, head=token.index)
        nodes[copula.index] = replace(copula, head=token.index, dep="cop")
