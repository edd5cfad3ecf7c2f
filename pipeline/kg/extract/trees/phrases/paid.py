"""Parts English names from what stands beside them: an amount, a counterpart, a work with the noun for it.

"fined Poland's Anna Nowak 3,000 dollars" · "India's Ravi Menon and Pakistani counterpart Imran Shah" · "Her account of
the war, "The Long Night," was published": parsers make one phrase of the first two and two subjects of the last.
"""

from dataclasses import replace
from functools import partial
from typing import Final

from kg.extract.trees.mend import is_person, mend_each
from kg.lexicon.peoples import countries
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_MONEY: Final = frozenset(
    "dollars euros pounds yen francs rupees yuan roubles rubles crowns kronor million billion".split()
)
_PENALTY: Final = frozenset("fine fined fines fining".split())


def put_paid(annotation: Annotation) -> Annotation:
    """Return the annotation with such names in their own places; English only."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, _payee, partial(_counterpart, annotation), partial(_work, annotation))


def _payee(sentence: Sentence) -> dict[int, Token]:
    """Return the name between a verb and an amount as whom it goes to."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens:
        amount = sentence.head(name) if name.name is not None and name.dep == "compound" else None
        if amount is not None and amount.dep == "nummod":
            amount = sentence.head(amount)
        verb = sentence.head(amount) if amount is not None and amount.lower in _MONEY else None
        if amount is None or verb is None or verb.pos != "VERB" or not verb.index < name.index < amount.index:
            continue
        fined = verb.lower in _PENALTY
        moved[name.index] = replace(name, head=verb.index, dep="obj" if fined else "iobj")
        if fined:
            moved[amount.index] = replace(amount, dep="obl:mod")
        owners = (t for t in sentence.children(amount, "nmod:poss") if t.index == name.index - 2)
        moved |= {t.index: replace(t, head=name.index) for t in owners}
    return moved


def _counterpart(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the name before "and Pakistani counterpart" as the first of two, each with its own land."""
    for people in sentence.tokens:
        first = sentence.head(people) if people.dep == "conj" and people.pos == "ADJ" else None
        noun = sentence.tokens[people.index + 1] if people.index + 1 < len(sentence.tokens) else None
        if first is None or noun is None or first.head != noun.index or first.dep != "compound" or noun.pos != "NOUN":
            continue
        if people.lower not in countries("en") or not is_person(annotation, first):
            continue
        owners = (t for t in sentence.children(noun, "nmod:poss") if t.index < first.index)
        return {
            **{t.index: replace(t, head=first.index) for t in owners},
            first.index: replace(first, head=noun.head, dep=noun.dep),
            people.index: replace(people, head=noun.index, dep="amod"),
            noun.index: replace(noun, head=first.index, dep="conj"),
        }
    return {}


def _work(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the work between a noun and the verb of both as what the noun names."""
    for work in sentence.tokens[2:]:
        named = work.name is not None and annotation.names[work.name].type is EntityType.WORK
        verb = sentence.head(work) if named and work.dep.startswith("nsubj") else None
        noun = sentence.child(verb, "nsubj", "nsubj:pass") if verb is not None else None
        if noun is None or noun is work or noun.pos != "NOUN" or noun.index > work.index:
            continue
        marks = {t.text for t in sentence.tokens[work.index - 2 : work.index]}
        if "," in marks:
            return {work.index: replace(work, head=noun.index, dep="appos")}
    return {}
