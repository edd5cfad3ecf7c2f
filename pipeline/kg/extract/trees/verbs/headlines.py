"""Reads headlines that parsers take for nouns: « Anne Dubois élue maire de Lyon », "France, Spain sign accord"."""

from dataclasses import replace
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar.voice import is_participle, with_etre
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_DONE: Final = ("é", "ée", "és", "ées", "u", "ue", "us", "ues")
_LEAST: Final = 5  # words: two names, a comma, a verb, what it is done to
_BELOW: Final = ("parataxis", "appos", "nmod", "amod", "flat", "acl")


def put_headlines(annotation: Annotation) -> Annotation:
    """Return the annotation with such participles, and English verbs, on top of what they are said of."""
    return mend_each(annotation, _headline if annotation.document.language == "fr" else _two_act)


def _two_act(sentence: Sentence) -> dict[int, Token]:
    """Return the verb of "France, Spain sign border accord" on top: a comma joins two names to a verb in the plural."""
    if len(sentence.tokens) < _LEAST or any(t.pos in ("VERB", "AUX") and t.head == t.index for t in sentence.tokens):
        return {}
    first, comma, second, verb = sentence.tokens[:4]
    names = first.name is not None and second.name is not None and comma.text == ","
    if not names or verb.pos != "NOUN" or verb.lower.endswith("s") or verb.lower not in load_frames("en").verbs:
        return {}
    thing = sentence.head(verb)
    while thing is not None and thing.dep == "compound":  # "sign [name] deal"
        thing = sentence.head(thing)
    if thing is None or verb.dep != "compound" or thing.index < verb.index:
        return {}
    return {
        verb.index: replace(verb, head=verb.index, dep="ROOT", pos="VERB", morph="VerbForm=Fin"),
        first.index: replace(first, head=verb.index, dep="nsubj"),
        comma.index: replace(comma, head=second.index, dep="cc"),  # the "and" of headlines
        second.index: replace(second, head=first.index, dep="conj"),
        thing.index: replace(thing, head=verb.index, dep="obj"),
    }


def _headline(sentence: Sentence) -> dict[int, Token]:
    """Return the name, the participle and what it makes of the name: a participle without an auxiliary is passive."""
    start = _start(sentence)
    if len(sentence.tokens) < start + 3 or sentence.tokens[start].name is None:
        return {}
    name, verb, after = sentence.tokens[start : start + 3]
    title = (after.pos == "NOUN" or after.dep == "xcomp") and calls_person(after.lower, "fr")
    if not _participle(sentence, verb, titled=title) or not _tied(
        name, verb, titled=title or after.lower in ("à", "au")
    ):
        return {}
    moved = {
        name.index: replace(name, head=verb.index, dep="nsubj:pass"),
        verb.index: replace(verb, head=verb.index, dep="ROOT", pos="VERB", morph="Tense=Past|VerbForm=Part"),
    }
    if start:
        moved[0] = replace(sentence.tokens[0], head=verb.index, dep="dislocated")
    if title:
        moved[after.index] = replace(after, head=verb.index, dep="xcomp", pos="NOUN", morph="")
    return moved


def _start(sentence: Sentence) -> int:
    """Return where a headline begins: « Brésil : Anne Dubois élue présidente »."""
    tokens = sentence.tokens
    return 2 if len(tokens) > 2 and tokens[0].name is not None and tokens[1].text == ":" else 0


def _participle(sentence: Sentence, verb: Token, *, titled: bool) -> bool:
    """Tell a participle that the frames know as a verb, without an auxiliary or article.

    What looks like one before a bare title is one, whatever the tagger says: « Anne Dubois réélue maire ».
    """
    done = verb.lower.endswith(_DONE) and (verb.pos == "NOUN" or is_participle(verb) or titled)
    known = done and verb.lower in load_frames("fr").verbs and not with_etre(verb)
    return known and not any(sentence.children(verb, "aux", "cop", "det", "case", "obj:lvc"))


def _tied(name: Token, verb: Token, *, titled: bool) -> bool:
    """Tell whether one of the two governs the other; as a noun, « élu » must stand before what it makes of somebody."""
    if verb.head == verb.index:
        return name.head == verb.index and (verb.pos == "VERB" or titled)
    below = verb.head in (name.index, name.head) and verb.dep.partition(":")[0] in _BELOW
    return name.head in (0, name.index) and below and titled
