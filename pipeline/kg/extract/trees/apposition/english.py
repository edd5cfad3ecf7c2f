"""Puts English titles behind the name before their comma, where the parser hung that name from the title.

"said Jane Miller, Leeds station manager" · "novelist and actor John Carter, chair of the judges said" ·
"Jane Miller and John Carter, a former mayor," · "went to Jane Miller for X and John Carter for Y".
"""

from dataclasses import replace
from functools import partial
from itertools import pairwise

from kg.extract.attribution.papers import WORDS_OF
from kg.extract.frames.load import load_frames
from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.apposition.owners import owner_steps
from kg.extract.trees.lists.included import said_included
from kg.extract.trees.mend import is_person, is_place, mend_each
from kg.extract.trees.titles.fields import at_body, named_behind, post_above
from kg.model.annotation import Annotation, Sentence, Token

_REACH = 8  # tokens of a title before its noun
# Nouns that a clause with "that" says the content of
_CONTENT = frozenset(
    """criticism claim claims allegation allegations suggestion suggestions report reports fear fears concern concerns
    warning warnings rumour rumours rumor rumors speculation accusation accusations hope hopes belief beliefs fact idea
    notion charge charges complaint complaints assertion assertions evidence news""".split()
)
_MEMBERS = frozenset(("MPs", "MEPs", "MLAs", "MSPs", "TDs", "MPPs", "Sens.", "Reps."))
_SEATS = frozenset(("MP", "MEP", "MLA", "MSP", "TD", "MPP"))
_HONOURS = frozenset(
    "sheikh sheikha prince princess dr prof professor sir lord lady dame general gen maulana hon eng".split()
)
_NAMING = frozenset(
    "named name names naming appointed appoint appoints appointing elected elect made crowned declared".split()
)


def put_english(annotation: Annotation) -> Annotation:
    """Return the annotation with such names above their titles; English only."""
    if annotation.document.language != "en":
        return annotation
    steps = (partial(step, annotation) for step in (_behind_comma, _of_last, _parallel, _named, _second_posts))
    last = (
        _measured,
        said_included,
        _aims,
        _of_nouns,
        partial(at_body, annotation),
        partial(_land_of_town, annotation),
        _addressed,
    )
    return mend_each(annotation, *owner_steps(annotation), *steps, *last)


def put_called(annotation: Annotation) -> Annotation:
    """Return the annotation with whom an English title right before a name calls, where titles stand beside names."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, *(partial(step, annotation) for step in (_plural, _honoured, _seated, named_behind)))


def _addressed(sentence: Sentence) -> dict[int, Token]:
    """Return "Senator" of "Miller: Senator, you do not know that" as whom the speaker addresses, nobody beside him."""
    moved: dict[int, Token] = {}
    for colon, title, comma in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        bare = title.name is None and title.dep == "appos" and not any(sentence.children(title, "det", "nmod"))
        if colon.text == ":" and comma.text == "," and bare and calls_person(title.lower, "en"):
            moved[title.index] = replace(title, dep="vocative", pos="INTJ")
    return moved


def _behind_comma(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the name before a comma in the place of the title behind it: no compound reaches across a comma."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens[:-2]:
        if not is_person(annotation, name) or sentence.tokens[name.index + 1].text != ",":
            continue
        top = _top(sentence, name)
        noun = sentence.head(top)
        if noun is None or not _title_behind(sentence, name, noun) or top.dep not in ("compound", "amod", "nummod"):
            continue
        moved |= {c.index: replace(c, head=name.index) for c in sentence.children(noun) if c.index < name.index}
        if top is not name:
            moved[top.index] = replace(top, head=name.index, dep="compound")
        root = noun.head == noun.index
        moved[name.index] = replace(name, head=name.index if root else noun.head, dep=noun.dep)
        moved[noun.index] = replace(noun, head=name.index, dep="appos")
    return moved


def _top(sentence: Sentence, name: Token) -> Token:
    """Return the first word of what describes a name before it: the novelist of "novelist and actor John Carter"."""
    top = name
    while (above := sentence.head(top)) is not None and above.index < top.index and above.pos in ("NOUN", "PROPN"):
        top = above
    return top


def _title_behind(sentence: Sentence, name: Token, noun: Token) -> bool:
    """Tell a title in the singular whose phrase begins right behind the comma after a name."""
    near = name.index + 1 < noun.index <= name.index + _REACH and noun.name is None
    between = sentence.tokens[name.index + 2 : noun.index]
    plain = all(t.pos in ("NOUN", "PROPN", "ADJ", "DET", "ADP") or t.text in ("-", "'s", "’s") for t in between)
    return near and plain and not noun.plural and calls_person(noun.lower, "en")


def _of_last(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the title of "A and B, a former mayor," beside B: one title is of the name that it follows."""
    moved: dict[int, Token] = {}
    for title in sentence.tokens[4:]:
        first = sentence.head(title) if title.dep == "appos" and title.name is None and not title.plural else None
        if first is None or not is_person(annotation, first) or title.index < first.index:
            continue
        comma = next((t for t in reversed(sentence.tokens[: title.index]) if t.text == ","), None)
        last = _named_before(annotation, sentence, comma) if comma is not None and comma.index > first.index else None
        joined = last is not None and is_person(annotation, last) and last.head == first.index and last.dep == "conj"
        if joined and last is not None and calls_person(title.lower, "en"):
            moved[title.index] = replace(title, head=last.index)
    return moved


def _named_before(annotation: Annotation, sentence: Sentence, comma: Token) -> Token:
    """Return what stands before a comma, the person of "Justin Amash of Michigan," with his place between."""
    last = sentence.tokens[comma.index - 1]
    person = sentence.tokens[max(0, last.index - 2)]
    of = sentence.tokens[last.index - 1].lower in ("of", "from") and is_place(annotation, last)
    return person if of and is_person(annotation, person) else last


def _parallel(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the second person of "to A for X and B for Y" as joined to the first, not to X."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens[4:-1]:
        thing = sentence.head(second) if second.dep == "conj" and is_person(annotation, second) else None
        joint = sentence.child(thing, "case") if thing is not None else None
        if thing is None or joint is None or joint.index == 0 or is_person(annotation, thing):
            continue
        first = sentence.tokens[joint.index - 1]
        alike = is_person(annotation, first) and sentence.tokens[second.index + 1].lower == joint.lower
        if alike and thing.head in (first.index, first.head) and thing.index < second.index:
            joints = (t for t in (*sentence.children(thing, "cc"), *sentence.children(second, "cc")))
            moved |= {t.index: replace(t, head=first.index) for t in joints}
            moved[second.index] = replace(second, head=first.index)
    return moved


def _plural(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return B of "ex-ministers A and B" as joined to A, whom the plural before both also calls."""
    moved: dict[int, Token] = {}
    for title, first in pairwise(sentence.tokens):
        beside = first.dep == "appos" and first.head == title.index and is_person(annotation, first)
        if beside and title.name is None and (title.plural or title.text in _MEMBERS):
            others = [c for c in sentence.children(title, "conj") if is_person(annotation, c) and c.index > first.index]
            moved |= {c.index: replace(c, head=first.index) for c in others}
            moved[title.index] = replace(title, morph="Number=Plur")
    return moved


def _honoured(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the minister of "the Prime Minister Sheikh Sabah" as whom the name calls, not as a part of "Sheikh"."""
    moved: dict[int, Token] = {}
    for title, honour, name in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        beside = name.dep == "appos" and name.head == honour.index and honour.lower.rstrip(".") in _HONOURS
        called = (
            beside and is_person(annotation, name) and calls_person(title.lower, "en")
        )  # no "criminology professor"
        if called and title.head == honour.index and title.dep == "compound":
            root = honour.head == honour.index
            others = (c for c in sentence.children(honour) if c.index not in (title.index, honour.index))
            moved |= {c.index: replace(c, head=title.index) for c in others}
            moved[title.index] = replace(title, head=title.index if root else honour.head, dep=honour.dep)
            moved[honour.index] = replace(honour, head=title.index, dep="compound")
    return moved


def _seated(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the MP of "Jane Miller MP and John Carter" as what she is: who is joined to it is joined to her."""
    moved: dict[int, Token] = {}
    for name, seat in pairwise(sentence.tokens):
        if seat.text in _SEATS and seat.dep == "flat" and seat.head == name.index and is_person(annotation, name):
            moved |= {c.index: replace(c, head=name.index) for c in sentence.children(seat)}
            moved[seat.index] = replace(seat, dep="appos")
    return moved


def _land_of_town(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return Iowa of "the Iowa town of Solon" as the land that the town is of, not as its name."""
    moved: dict[int, Token] = {}
    for land, town, of, name in zip(*(sentence.tokens[n:] for n in range(4)), strict=False):
        beside = land.dep == "compound" and land.head == town.index and town.name is None and of.lower == "of"
        if beside and town.pos == "NOUN" and is_place(annotation, land) and is_place(annotation, name):
            moved[land.index] = replace(land, dep="amod")
    return moved


def _measured(sentence: Sentence) -> dict[int, Token]:
    """Return "earthquake" of "a magnitude 6 earthquake" above the measure: no comma parts the two nouns."""
    moved: dict[int, Token] = {}
    for measure, number, noun in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        beside = noun.dep == "appos" and noun.head == measure.index and noun.pos == "NOUN" and measure.pos == "NOUN"
        if number.pos == "NUM" and beside and measure.name is None and noun.name is None:
            root = measure.head == measure.index
            others = (c for c in sentence.children(measure) if c.index not in (number.index, noun.index))
            moved |= {c.index: replace(c, head=noun.index) for c in others}
            moved[noun.index] = replace(noun, head=noun.index if root else measure.head, dep=measure.dep)
            moved[measure.index] = replace(measure, head=noun.index, dep="compound")
            moved[number.index] = replace(number, head=measure.index, dep="nummod")
    return moved


def _named(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the person of "named Jane Miller [its] chief executive" as the object, the title as what she becomes."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens[1:-1]:
        verb = _naming(sentence, name) if is_person(annotation, name) else None
        title = _becomes(sentence, name) if verb is not None else None
        if verb is None or title is None or _as_else(sentence, verb, title):
            continue
        moved[name.index] = replace(name, head=verb.index, dep="obj")
        moved[title.index] = replace(title, head=verb.index, dep="xcomp")
        who = sentence.head(verb)
        if who is not None and verb.dep == "acl" and who.head == who.index and who.index == verb.index - 1:
            moved[who.index] = replace(who, head=verb.index, dep="nsubj")  # "The museum named …" is a sentence
            moved[verb.index] = replace(verb, head=verb.index, dep="ROOT")
            moved |= {c.index: replace(c, head=verb.index) for c in sentence.children(who, "punct")}
    return moved


def _as_else(sentence: Sentence, verb: Token, title: Token) -> bool:
    """Tell "elected Jane Miller — former mayor — as leader": what she becomes stands behind "as"."""
    return any(preposition(sentence, t) == "as" and t.index > title.index for t in sentence.children(verb, "obl"))


def _naming(sentence: Sentence, name: Token) -> Token | None:
    """Return the active verb of naming right before a name."""
    verb = sentence.tokens[name.index - 1]
    named = verb.pos == "VERB" and verb.lower in _NAMING
    return verb if named and not any(sentence.children(verb, "aux:pass")) else None


def _becomes(sentence: Sentence, name: Token) -> Token | None:
    """Return the noun of the title right behind a name, which the parser made one phrase with it."""
    above = sentence.head(name) if name.dep == "compound" else None
    below = next((t for t in sentence.children(name, "appos") if t.index > name.index), None)
    title = above or below
    if title is None or title.name is not None or not name.index < title.index <= name.index + _REACH:
        return None
    between = sentence.tokens[name.index + 1 : title.index]
    whole = not any(t.text == "," or t.pos in ("VERB", "AUX", "ADP") for t in between)
    return title if whole and calls_person(title.lower, "en") else None


def _second_posts(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the director of "a professor at Harvard and director of Novatel" as joined to the professor."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens[3:-2]:
        moved |= _own_of(sentence, second) if second.dep == "conj" and second.pos == "NOUN" else {}
        body = sentence.head(second) if second.dep == "conj" and second.pos in ("NOUN", "PROPN") else None
        if body is None or body.name is None or is_person(annotation, body) or second.plural:
            continue
        one = any(c.lower in ("a", "an") for c in sentence.children(second, "det"))
        called = second.name is None and calls_person(second.lower, "en")
        first = post_above(sentence, body) if (called or one) and not any(sentence.children(second, "case")) else None
        if first is not None and first.index < body.index:
            joints = (t for t in sentence.children(body, "cc") if t.index < second.index)
            moved |= {t.index: replace(t, head=first.index) for t in joints}
            moved[second.index] = replace(second, head=first.index)
    return moved


def _own_of(sentence: Sentence, noun: Token) -> dict[int, Token]:
    """Return what "of" right behind a second noun governs as the noun's, where the parser hung it further back."""
    case = sentence.tokens[noun.index + 1]
    body = sentence.head(case) if case.lower == "of" else None
    above = sentence.head(body) if body is not None else None
    if body is None or above is None or not body.dep.startswith(("nmod", "obl")) or above.index >= noun.index:
        return {}
    return {body.index: replace(body, head=noun.index, dep="nmod")}


def _aims(sentence: Sentence) -> dict[int, Token]:
    """Return the infinitive right behind "planning", "trying" as what is planned, wherever the parser hung it."""
    planning = load_frames("en").clause_verbs["planning"]
    moved: dict[int, Token] = {}
    for aim, to, verb in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        above = sentence.head(verb)
        if to.lower != "to" or to.head != verb.index or aim.pos != "VERB" or aim.lower not in planning:
            continue
        if above is not None and above.index < aim.index and verb.dep in ("advcl", "acl", "xcomp"):
            moved[verb.index] = replace(verb, head=aim.index, dep="xcomp")
    return moved


def _of_nouns(sentence: Sentence) -> dict[int, Token]:
    """Return the clause of "responded to criticism that it was late" as what the noun says, not what the verb does."""
    moved: dict[int, Token] = {}
    for noun, that in pairwise(sentence.tokens):
        clause = sentence.head(that) if that.lower == "that" and that.dep == "mark" else None
        if clause is None or noun.lower not in _CONTENT or noun.pos != "NOUN":
            continue
        if noun.lower in WORDS_OF and preposition(sentence, noun) == "in":  # "said in a report that it was late"
            continue
        if clause.dep == "ccomp" and clause.head == noun.head and noun.head < noun.index:
            moved[clause.index] = replace(clause, head=noun.index, dep="acl")
    return moved
