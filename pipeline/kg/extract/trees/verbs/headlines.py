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
_SOME: Final = ("un", "une", "des", "plusieurs")
_CHARGES: Final = {
    "accused": ("of",), "suspected": ("of",), "convicted": ("of",), "acquitted": ("of",), "cleared": ("of",),
    "charged": ("with", "over", "in"), "arrested": ("for", "over", "on"), "jailed": ("for", "over"),
    "fined": ("for", "over"), "sentenced": ("to",),
}  # fmt: skip
_BELOW: Final = ("parataxis", "appos", "nmod", "amod", "flat", "acl")


def put_headlines(annotation: Annotation) -> Annotation:
    """Return the annotation with such participles, and English verbs, on top of what they are said of."""
    if annotation.document.language == "en":
        return mend_each(annotation, _two_act, _charged)
    return mend_each(annotation, _headline, _behind_town)


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


def _charged(sentence: Sentence) -> dict[int, Token]:
    """Return "Police accused of killing protesters" as said of whom somebody accuses: nobody is accused but they."""
    verb = next((t for t in sentence.tokens if t.head == t.index), None)
    if verb is None or verb.lower not in _CHARGES or any(sentence.children(verb, "obj", "aux", "aux:pass", "ccomp")):
        return {}
    after = sentence.tokens[verb.index + 1 : verb.index + 2]
    subjects = [t for t in sentence.children(verb, "nsubj") if t.index < verb.index]
    if len(subjects) != 1 or not any(t.lower in _CHARGES[verb.lower] for t in after):
        return {}
    return {
        subjects[0].index: replace(subjects[0], dep="nsubj:pass"),
        verb.index: replace(verb, morph="Tense=Past|VerbForm=Part"),
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


def _behind_town(sentence: Sentence) -> dict[int, Token]:
    """Return « un homme » of « A Lille, un homme qui menaçait X interpellé » on top, with what befell him.

    The parser makes the town the head, and hangs the participle from whatever noun stands right before it.
    """
    town = next((t for t in sentence.tokens[1:4] if t.head == t.index and t.name is not None), None)
    if town is None or sentence.tokens[0].head != town.index or sentence.tokens[0].pos != "ADP":
        return {}
    noun = next((t for t in sentence.children(town, "appos") if calls_person(t.lower, "fr")), None)
    if noun is None or not any(c.lower in _SOME or c.dep == "nummod" for c in sentence.children(noun)):
        return {}
    moved = {
        town.index: replace(town, head=noun.index, dep="nmod"),
        noun.index: replace(noun, head=noun.index, dep="ROOT"),
    }
    told = [t for t in sentence.subtree(noun) if t.dep == "acl" and is_participle(t) and not with_etre(t)]
    if told and not any(t.head == noun.index for t in told) and not any(sentence.children(told[-1], "aux")):
        moved[told[-1].index] = replace(told[-1], head=noun.index)
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
