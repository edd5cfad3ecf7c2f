"""Puts what a participle says of the object below it: « a fondé le parti X, interdit la même année par la Cour »."""

from dataclasses import replace
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.grammar.voice import is_participle
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_PARTICIPLE: Final = "Number=Sing|Tense=Past|VerbForm=Part|Voice=Pass"  # « interdit », which is a present as well
_OBJECTS: Final = ("obj", "appos", "flat", "flat:name")


def put_asides_of_objects(annotation: Annotation) -> Annotation:
    """Return the annotation with such participles, which the parser joins to the verb, below the object."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, _asides)


def _asides(sentence: Sentence) -> dict[int, Token]:
    """Return such participles below the object."""
    agents = [t for t in sentence.tokens if t.dep == "obl:agent"]
    moved: dict[int, Token] = {}
    for agent in agents:
        done = sentence.tokens[agent.head]
        thing = _thing(sentence, done) if done.dep == "conj" and done.index > 1 else None
        if thing is not None:
            morph = done.morph if is_participle(done) else _PARTICIPLE
            moved[done.index] = replace(done, head=thing.index, dep="acl", morph=morph)
    return moved


def _thing(sentence: Sentence, done: Token) -> Token | None:
    """Return « parti » of « a fondé le parti X, interdit par »: the object right before the comma, that agrees.

    « Le maire critique le préfet, soutenu par X » may be said of either.
    """
    comma, last, verb = sentence.tokens[done.index - 1], sentence.tokens[done.index - 2], sentence.head(done)
    alone = not any(sentence.children(done, "cc", "aux", "nsubj", "mark"))
    if comma.text != "," or verb is None or verb.pos != "VERB" or not alone:
        return None
    thing = sentence.head(last) if last.dep in _OBJECTS[1:] else last
    if thing is None or thing.name is not None or thing.pos != "NOUN" or names_person(thing.lower, "fr"):
        return None
    below = thing.dep == "obj" and thing.head == verb.index and thing.index > verb.index
    return thing if below and thing.plural is done.plural else None
