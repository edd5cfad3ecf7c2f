"""Puts what calls a name behind it without a comma in apposition: « Le groupe Puma concurrent de Nike va … ».

The parser takes the noun for a predicate, and joins the verb of the clause to it.
"""

from dataclasses import replace

from kg.extract.trees.apposition.callings import fills_itself
from kg.extract.trees.mend import mend_each
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token


def put_bare_callings(annotation: Annotation) -> Annotation:
    """Return the annotation with such nouns beside their name; French only."""
    return mend_each(annotation, _beside) if annotation.document.language == "fr" else annotation


def _beside(sentence: Sentence) -> dict[int, Token]:
    for noun in sentence.tokens[1:]:
        name = sentence.tokens[noun.index - 1]
        verb = _verb_behind(sentence, noun)
        if verb is None or name.name is None or not fills_itself(noun.lower, "fr", EntityType.ORGANIZATION):
            continue
        subject = sentence.tokens[name.head] if name.dep in ("appos", "flat") else name
        if subject.head != noun.index or not subject.dep.startswith("nsubj") or any(sentence.children(noun, "cop")):
            continue
        return {
            verb.index: replace(verb, head=verb.index if noun.head == noun.index else noun.head, dep=noun.dep),
            noun.index: replace(noun, head=name.index, dep="appos"),
            subject.index: replace(subject, head=verb.index),
        }
    return {}


def _verb_behind(sentence: Sentence, noun: Token) -> Token | None:
    """Return the finite verb that a noun without a copula is joined to, though no « et » joins them."""
    if noun.pos not in ("NOUN", "ADJ") or noun.name is not None:
        return None
    verbs = (t for t in sentence.children(noun, "conj", "parataxis", "dep", "acl") if t.pos in ("VERB", "AUX"))
    free = (t for t in verbs if not any(sentence.children(t, "cc", "nsubj", "mark")))
    return next((t for t in free if _finite(sentence, t)), None)


def _finite(sentence: Sentence, verb: Token) -> bool:
    return any("VerbForm=Fin" in t.morph for t in (verb, *sentence.children(verb, "aux", "cop")))
