"""Joins a second object to the first where an adverb or a date stands between: "won the Open twice and the Cup".

The parser joins the second name to the verb, or to the date: names are joined to names. "awarded Miller the Nobel
Prize" has whom and what, not two names of one.
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.lists.gapped import gapped
from kg.extract.trees.mend import mend_each
from kg.lexicon.tables import fold, lexicon
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_GIVING: Final = (
    "award",
    "gave",
    "giv",
    "hand",
    "present",
    "won",
    "win",
    "earn",
    "brought",
    "bring",
    "bestow",
    "grant",
)


def put_second_objects(annotation: Annotation) -> Annotation:
    """Return the annotation with such names joined to the name that is the verb's object."""

    def joined(sentence: Sentence) -> dict[int, Token]:
        return _joined(annotation, sentence)

    def given(sentence: Sentence) -> dict[int, Token]:
        return _given(annotation, sentence) if annotation.document.language == "en" else {}

    def apart(sentence: Sentence) -> dict[int, Token]:
        return gapped(annotation, sentence)

    french = annotation.document.language == "fr"
    more = (_second_agent, apart, _in_parallel) if french else ()
    return mend_each(annotation, joined, given, _with_same_case, *more)


def _given(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return whom and what of "awarded Miller the Nobel Prize", "won Miller the Golden Bear"."""
    moved: dict[int, Token] = {}
    for what in sentence.tokens[2:]:
        article = sentence.tokens[what.index - 1]
        who = sentence.tokens[what.index - 2]
        if what.name is None or who.name is None or article.lower not in ("the", "a", "an") or article.pos != "DET":
            continue
        kinds = (annotation.names[who.name].type, annotation.names[what.name].type)
        if kinds not in ((EntityType.PERSON, EntityType.WORK), (EntityType.PERSON, EntityType.EVENT)):
            continue
        verb = sentence.head(who)
        bare = who.dep in ("obj", "iobj") and verb is not None and verb.lower.startswith(_GIVING)
        if verb is not None and bare and what.head in (who.index, verb.index):
            moved[who.index] = replace(who, dep="iobj")
            moved[what.index] = replace(what, head=verb.index, dep="obj")
    return moved


def _joined(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for name in sentence.tokens[3:]:
        above = sentence.head(name) if name.dep == "conj" and name.name is not None else None
        if above is None or not _bare(sentence, name):
            continue
        verb = sentence.head(above) if _date(above) else above
        first = next((t for t in sentence.children(verb, "obj") if t.index < name.index), None) if verb else None
        if verb is None or verb.pos != "VERB" or first is None or first.name is None or name.name is None:
            continue
        kinds = {annotation.names[number].type for number in (first.name, name.name)}
        between = sentence.tokens[first.index + 1 : name.index]
        if len(kinds) == 1 and all(t.text != "," and t.pos != "VERB" and t.name is None for t in between):
            joint = [t for t in between if t.dep == "cc"]
            moved |= {t.index: replace(t, head=name.index) for t in joint}
            moved[name.index] = replace(name, head=first.index)
    return moved


def _with_same_case(sentence: Sentence) -> dict[int, Token]:
    """Return B of « a mis la main sur A en 2015, puis sur B en 2017 » as joined to A, not to their verb."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens[3:]:
        case = preposition(sentence, second) if second.name is not None and second.dep == "conj" else ""
        verb = sentence.head(second) if case else None
        if verb is None or verb.pos != "VERB" or verb.index > second.index or any(sentence.children(second, "nsubj")):
            continue
        before = (t for t in sentence.children(verb, "obl") if verb.index < t.index < second.index)
        first = next((t for t in before if t.name is not None and preposition(sentence, t) == case), None)
        if first is not None:
            moved[second.index] = replace(second, head=first.index)
    return moved


def _in_parallel(sentence: Sentence) -> dict[int, Token]:
    """Return B of « composé de A à la guitare et de B à la basse », « à la RTS en 1980 puis à B » as joined to A."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens[5:]:
        if second.name is None or not second.dep.startswith(("conj", "obl")):
            continue
        joint, above = _joint_before(sentence, second), sentence.head(second)
        case = preposition(sentence, second) if joint is not None else ""
        if joint is None or above is None or not case or preposition(sentence, above) == case:
            continue
        before = [t for t in sentence.tokens[: joint.index] if t.name is not None and preposition(sentence, t) == case]
        first = before[-1] if before else None
        between = sentence.tokens[first.index : second.index] if first is not None else ()
        if first is not None and not any(t.pos in ("VERB", "AUX") or t.text in ",;" for t in between):
            moved[second.index] = replace(second, head=first.index, dep="conj")
            moved[joint.index] = replace(joint, head=second.index, dep="cc")
    return moved


def _joint_before(sentence: Sentence, second: Token) -> Token | None:
    """Return the conjunction right before a name's preposition."""
    case = next((t for t in sentence.children(second, "case") if t.index < second.index), None)
    joint = sentence.tokens[case.index - 1] if case is not None and case.index else None
    return joint if joint is not None and joint.lower in ("et", "puis", "ou") else None


def _second_agent(sentence: Sentence) -> dict[int, Token]:
    """Return B of « sa destitution par A en mai, puis par B en juin » as joined to A, not to what hangs further up."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens[5:]:
        above = sentence.head(second) if second.dep == "conj" and second.pos in ("NOUN", "PROPN") else None
        if above is None or preposition(sentence, second) != "par" or preposition(sentence, above) == "par":
            continue
        before = [t for t in sentence.tokens[: second.index - 1] if t.pos in ("NOUN", "PROPN")]
        first = next((t for t in reversed(before) if preposition(sentence, t) == "par"), None)
        between = sentence.tokens[first.index : second.index] if first is not None else ()
        if first is not None and not any(t.pos in ("VERB", "AUX") for t in between):
            moved[second.index] = replace(second, head=first.index)
    return moved


def _bare(sentence: Sentence, name: Token) -> bool:
    """Tell a name joined by nothing but « et », "and", that no verb follows: "met X in May and Y said …"."""
    after = sentence.tokens[name.index + 1 : name.index + 3]
    clause = any(t.pos in ("VERB", "AUX") and t.head != name.index for t in after)
    return not clause and not any(sentence.children(name, "case", "nsubj", "cop", "aux", "obj", "mark"))


def _date(token: Token) -> bool:
    """Tell "May" of "bought Havn in May and Brel"."""
    return token.dep.startswith("obl") and token.name is None and fold(token.lower) in lexicon()["calendar"]
