"""Mends French clauses that say who belongs to what.

« dont font partie A et B » · « dont A et B sont membres » · « composé de A et B »
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import is_participle
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

MADE_OF: Final = ("compos", "constitu", "form")
_RELATIVE: Final = frozenset("dont auquel auxquels auxquelles laquelle lequel".split())
_NEAR: Final = 3  # words from a participle to what it is made of


def put_of_which(annotation: Annotation) -> Annotation:
    """Return a French annotation with such clauses mended; any other as it is."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, _parts, _members, _made_of)


def _parts(sentence: Sentence) -> dict[int, Token]:
    """Return A of « dont font partie A et B » as the subject, which the parser takes for a second object."""
    moved: dict[int, Token] = {}
    if "partie" not in sentence.words:
        return moved
    for part in sentence.tokens:
        verb = sentence.head(part) if part.lower == "partie" and part.dep == "obj" else None
        if verb is None or not any(c.lower in _RELATIVE for c in sentence.children(verb)):
            continue
        others = [t for t in sentence.children(verb, "obj", "obl") if t.index > part.index and t.name is not None]
        if others and not any(sentence.children(verb, "nsubj")) and not preposition(sentence, others[0]):
            moved[others[0].index] = replace(others[0], dep="nsubj")
    return moved


def _members(sentence: Sentence) -> dict[int, Token]:
    """Return A and B of « X, dont A et B sont membres, prépare » as subjects of « membres », X as that of the verb."""
    if "dont" not in sentence.words:
        return {}
    for noun in sentence.tokens:
        whole = next((t for t in sentence.children(noun, "nsubj") if t.index < noun.index), None)
        dont = next((t for t in sentence.tokens[: noun.index] if t.lower == "dont"), None)
        first = sentence.head(dont) if dont is not None else None
        told = noun.dep.startswith("nsubj") and any(sentence.children(noun, "cop"))
        if not told or whole is None or dont is None or first is None or first.head != whole.index:
            continue
        return {
            first.index: replace(first, head=noun.index, dep="nsubj"),
            whole.index: replace(whole, head=noun.head, dep=noun.dep),
            noun.index: replace(noun, head=whole.index, dep="acl:relcl"),
        }
    return {}


def _made_of(sentence: Sentence) -> dict[int, Token]:
    """Return A of « le groupe X, composé de A et B », « Paul Martin, limogé de A, » below the participle."""
    moved: dict[int, Token] = {}
    for word in sentence.tokens[2:]:
        whole = sentence.head(word) if word.dep == "nmod" and word.name is not None else None
        if whole is None or preposition(sentence, word) != "de":
            continue
        before = sentence.tokens[max(0, word.index - _NEAR) : word.index]
        made = next((t for t in before if t.pos in ("VERB", "ADJ") and t.dep.startswith(("acl", "amod"))), None)
        if made is None or whole.index > made.index:
            continue
        if made.lower.startswith(MADE_OF) or (whole.name is not None and is_participle(made)):
            moved[word.index] = replace(word, head=made.index, dep="obl:arg")
            moved[made.index] = replace(made, pos="VERB")
    return moved
