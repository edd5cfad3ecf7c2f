"""Makes adverbials of days that stand bare beside a verb, where French parsers take them for its object.

« a annoncé jeudi une alerte » · « a menacé lundi de fermer … » · « avait annoncé début octobre un plan »
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.time.french_words import FRENCH
from kg.extract.trees.clauses.behind_days import objects_behind_days, objects_behind_years
from kg.extract.trees.clauses.calendar_words import (
    EVES,
    HOURS,
    PART,
    bare_day,
    dated,
    dates,
    noun_before,
    places_between,
    temporal,
)
from kg.extract.trees.mend import mended
from kg.lexicon.tables import fold, lexicon
from kg.model.annotation import Annotation, Sentence, Token

_DEAD: Final = ("mort", "morte", "morts")
_WHENS: Final = ("lorsque", "lorsqu'", "lorsqu’", "quand")
_FREE: Final = frozenset("à au aux en dans par avec contre sur in at near by with against outside".split())
_OF: Final = frozenset("of de du des d'".split())


def put_days_aside(annotation: Annotation) -> Annotation:
    """Return the annotation with such days as adverbials of their verbs."""
    if annotation.document.language != "fr":
        english = (mended(sentence, _english(sentence)) for sentence in annotation.sentences)
        return replace(annotation, sentences=tuple(_freed(sentence) for sentence in english))
    return replace(annotation, sentences=tuple(_mended(sentence) for sentence in annotation.sentences))


def _english(sentence: Sentence) -> dict[int, Token]:
    return {
        **_of_subjects(sentence),
        **_before_objects(sentence),
        **_before_names(sentence),
        **_numbered(sentence),
    }


def _of_subjects(sentence: Sentence) -> dict[int, Token]:
    """Return the day of "Police on Tuesday night said …" as the verb's: it says when they spoke, not which police."""
    moved: dict[int, Token] = {}
    for day in sentence.tokens[2:-1]:
        noun = sentence.head(day) if day.dep == "nmod" and day.name is None else None
        if noun is None or not noun.dep.startswith("nsubj") or noun.index > day.index:
            continue
        said = sentence.tokens[day.index + 1].pos in ("VERB", "AUX") and noun.head > day.index
        named = any(fold(t.lower) in lexicon()["calendar"] for t in (day, *sentence.children(day, "compound")))
        if said and named and any(child.lower == "on" for child in sentence.children(day, "case")):
            moved[day.index] = replace(day, head=noun.head, dep="obl:mod")
    return moved


def _numbered(sentence: Sentence) -> dict[int, Token]:
    """Return "nine" of "said Tuesday nine of the crew were safe" as the subject of what is said."""
    moved: dict[int, Token] = {}
    for day, number in pairwise(sentence.tokens):
        weekday = day.lower.endswith("day") and fold(day.lower) in lexicon()["calendar"]
        said = sentence.tokens[sentence.tokens[day.head].head] if weekday else day
        if weekday and said.index == day.index - 1 and sentence.tokens[day.head].dep == "ccomp":
            moved[day.index] = replace(day, head=said.index)  # "said Friday four … were found"
        if not weekday or number.pos != "NUM" or number.head != day.index:
            continue
        verb = next((t for t in sentence.tokens[number.index :] if t.dep == "ccomp" and _finite(sentence, t)), None)
        if verb is not None and not any(sentence.children(verb, "nsubj", "nsubj:pass")):
            below = (t for t in sentence.children(day) if t.index > number.index and t.pos != "PUNCT")
            moved |= {t.index: replace(t, head=number.index) for t in below}
            moved[number.index] = replace(number, head=verb.index, dep="nsubj")
    return moved


def _before_objects(sentence: Sentence) -> dict[int, Token]:
    """Return the noun of "condemned on Friday violence against …" as the object: the day alone is an adverbial."""
    moved: dict[int, Token] = {}
    for verb, joint, day, noun in zip(*(sentence.tokens[step:] for step in range(4)), strict=False):
        if joint.lower != "on" or verb.pos != "VERB":
            continue
        dated = fold(day.lower) in lexicon()["calendar"] and day.lower.endswith("day")
        behind = sentence.tokens[day.index + 1 : day.index + 4]
        head = next((t for t in behind if t.head == verb.index and t.dep.startswith("obl")), None)
        open_ = not any(sentence.children(verb, "obj", "ccomp", "xcomp"))
        if not dated or not open_ or head is None or joint.head != head.index or noun.lower in HOURS:
            continue
        moved[head.index] = replace(head, dep="obj")
        moved[day.index] = replace(day, head=verb.index, dep="obl:mod")
        moved[joint.index] = replace(joint, head=day.index)
    return moved


def _before_names(sentence: Sentence) -> dict[int, Token]:
    """Return the day of "closed on Monday, Jane Miller, … said", "on Monday Mr Miller said" as a verb's."""
    moved: dict[int, Token] = {}
    for joint, day, after in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        name = sentence.head(day) if day.dep == "compound" and joint.pos == "ADP" else None
        if name is None or name.name is None or not bare_day(day):
            continue
        apart = after.text == "," and name.index > after.index
        verb = sentence.head(joint if apart else name)
        subject = not apart and name is after and verb is not None and verb.index == name.index + 1
        if verb is not None and (subject or (apart and verb.index < joint.index)):
            moved[day.index] = replace(day, head=verb.index, dep="obl:mod")
            moved[joint.index] = replace(joint, head=day.index, dep="case")
        if subject and verb is not None and not any(sentence.children(verb, "nsubj")):
            moved[name.index] = replace(name, dep="nsubj")
    return moved


def _mended(sentence: Sentence) -> Sentence:
    moved = {
        token.index: replace(token, dep="obl:mod")
        for token in sentence.tokens
        if (token.dep == "obj" or _second_subject(sentence, token) or _eve(token))
        if token.name is None and token.pos in ("NOUN", "NUM", "PROPN", "VERB")
        if not any(sentence.children(token, "case")) and temporal(sentence, token)
    }
    moved.update(_objects(sentence) | objects_behind_days(sentence) | objects_behind_years(sentence))
    moved.update(_behind_titles(sentence))
    moved.update(_right_behind(sentence))
    moved.update(_distances(sentence))
    better = mended(sentence, {**moved, **_afterwards(sentence)})
    return _freed(mended(better, _whens(better)))


def _second_subject(sentence: Sentence, token: Token) -> bool:
    """Tell a word made the subject of a verb that has another: « Vendredi soir, Paul Martin a été agressé »."""
    subject = token.dep.startswith("nsubj")
    return subject and any(t.index > token.index for t in sentence.children(sentence.tokens[token.head], "nsubj"))


def _objects(sentence: Sentence) -> dict[int, Token]:
    """Return « l'Italie » of « un séisme a frappé mercredi l'Italie » as the object: the subject stands before."""
    moved: dict[int, Token] = {}
    for thing in sentence.tokens[3:]:
        verb = sentence.tokens[thing.head]
        if thing.dep != "nsubj" or verb.pos != "VERB":
            continue
        start = min([thing.index, *(t.index for t in sentence.children(thing, "det"))])
        if not bare_day(sentence.tokens[start - 1]):
            continue
        own = [t for t in sentence.children(verb, "nsubj") if t.index < verb.index and not bare_day(t)]
        if own and sentence.tokens[start - 1].head == verb.index < start:
            moved[thing.index] = replace(thing, dep="obj")
    return moved


def _behind_titles(sentence: Sentence) -> dict[int, Token]:
    """Return the bare day of « a été sacré champion d'Europe dimanche », « reconnu coupable jeudi », of the verb."""
    moved: dict[int, Token] = {}
    for day in sentence.tokens:
        title = sentence.head(day) if day.dep in ("nmod", "obl:mod") and _is_weekday(day) else None
        if title is None or any(sentence.children(day, "case", "det")):
            continue
        while title.dep == "nmod" and title.head < title.index:
            title = sentence.tokens[title.head]
        if title.dep == "xcomp" and title.head < title.index and title.pos not in ("VERB", "AUX"):
            moved[day.index] = replace(day, head=title.head, dep="obl:mod")
    return moved


def _eve(token: Token) -> bool:
    """Tell the subject of « a indiqué la veille dans un communiqué la présidence »: no day says anything."""
    return token.dep.startswith("nsubj") and token.index > token.head and token.lower in EVES


def _right_behind(sentence: Sentence) -> dict[int, Token]:
    """Return the bare days right behind a participle hung from it: « Lucien Barrois, mort jeudi à 94 ans, sera … »."""
    return {
        day.index: replace(day, head=word.index, dep="obl:mod")
        for word, day in pairwise(sentence.tokens)
        if (word.pos == "VERB" or word.lower in _DEAD) and _is_weekday(day)
        if day.head != word.index and not any(sentence.children(day, "case", "det", "cop"))
    }


def _distances(sentence: Sentence) -> dict[int, Token]:
    """Return « deux ans plus tard » of « fonde deux ans plus tard un parti », hung from the verb, not from the noun."""
    moved: dict[int, Token] = {}
    if "plus" not in sentence.words:
        return moved
    for unit, more, far in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if more.lower != "plus" or far.lower not in ("tard", "tôt") or unit.head <= unit.index:
            continue
        number = sentence.child(unit, "nummod", "det")
        before = sentence.tokens[number.index - 1] if number is not None and number.index else None
        if before is not None and before.pos == "VERB":
            moved[unit.index] = replace(unit, head=before.index, dep="obl:mod")
    return moved


def _is_weekday(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") and token.lower in FRENCH.weekdays


def _one_by_one(sentence: Sentence) -> dict[int, Token]:
    """Return the second name of "met Miller on Saturday and Smith on Tuesday" joined to the first, and its day."""
    moved: dict[int, Token] = {}
    for joint, second in pairwise(t for t in sentence.tokens if t.pos != "DET"):
        above = sentence.head(second) if joint.pos == "CCONJ" and second.dep == "conj" else None
        if above is None or second.name is None:
            continue
        verb = sentence.head(above) if dated(above) else above
        day = next((t for t in sentence.tokens[second.index + 1 : second.index + 3] if t.pos != "ADP"), None)
        first = _first(sentence, verb, second) if verb is not None and day is not None and dated(day) else None
        if first is not None and day is not None:
            moved[second.index] = replace(second, head=first.index)
            moved[joint.index] = replace(joint, head=second.index, dep="cc")
            moved[day.index] = replace(day, head=first.head, dep="obl:mod")
    return moved


def _first(sentence: Sentence, verb: Token, second: Token) -> Token | None:
    """Return the name that is the object of a verb, before a second one."""
    objects = (t for t in sentence.children(verb, "obj") if verb.index < t.index < second.index)
    return next((t for t in objects if t.name is not None), None) if verb.pos == "VERB" else None


def _freed(sentence: Sentence) -> Sentence:
    """Return what hangs from a day hung from its verb: « reçue lundi par le ministre », "opened on Monday in Paris"."""
    moved = _one_by_one(sentence)
    for token in sentence.tokens:
        day = sentence.head(token)
        if day is None:
            continue
        cases = {child.lower for child in sentence.children(token, "case")}
        moved |= _of_noun(sentence, token, day) if cases & _OF else {}
        if day.index > token.index:
            continue
        loose = not cases and (token.dep == "obj" or _name_behind(sentence, token)) and _loose(sentence, token)
        if not (loose or cases & _FREE) or not dates(sentence, day):
            continue
        verb = sentence.head(day)
        while verb is not None and (bare_day(verb) or verb.pos == "NUM" or verb.lower in PART):
            verb = sentence.head(verb)  # « organisé lundi soir à Nice », « aura lieu le 13 mai à Nice »
        if verb is not None and verb.pos == "VERB" and verb.index < day.index:
            function = _bare_function(sentence, verb) if loose else "obl:agent" if cases & {"par", "by"} else "obl:mod"
            moved[token.index] = replace(token, head=verb.index, dep=function)
    return mended(sentence, moved)


def _of_noun(sentence: Sentence, token: Token, day: Token) -> dict[int, Token]:
    """Return what « de » behind a day stands before, hung from the noun before the day, and so the day."""
    noun = noun_before(sentence, day, token)
    if noun is None:
        return {}
    moved = {t.index: replace(t, head=noun.index, dep="nmod") for t in (token, day)}
    return moved | {t.index: replace(t, head=noun.index) for t in places_between(sentence, noun, day)}


def _loose(sentence: Sentence, token: Token) -> bool:
    """Tell « a annoncé jeudi la fin »: a phrase with its article, or a name, right behind the day."""
    return token.name is not None or any(sentence.children(token, "det"))


def _name_behind(sentence: Sentence, token: Token) -> bool:
    """Tell « a affirmé samedi 15 juin Paul Martin »: no comma between the date and the name."""
    joined = token.name is not None and token.dep in ("appos", "flat", "nmod", "flat:name")
    return joined and dates(sentence, sentence.tokens[token.index - 1])


def _bare_function(sentence: Sentence, verb: Token) -> str:
    """Return what a bare phrase behind the day is: the subject that the verb lacks, else its object."""
    return "obj" if any(sentence.children(verb, "nsubj", "nsubj:pass")) else "nsubj"


def _afterwards(sentence: Sentence) -> dict[int, Token]:
    """Return « après avoir battu X », « alors qu'elle rentrait » hung from the verb, not from the noun before."""
    moved: dict[int, Token] = {}
    for clause in sentence.tokens:
        if not clause.dep.startswith("acl") or clause.pos != "VERB" or not _says_when(sentence, clause):
            continue
        verb = sentence.head(clause)
        while verb is not None and verb.pos in ("NOUN", "PROPN", "NUM") and verb.head != verb.index:
            verb = sentence.head(verb)
        if verb is not None and verb.pos == "VERB" and verb.index < clause.index:
            moved[clause.index] = replace(clause, head=verb.index, dep="advcl")
    return moved


def _says_when(sentence: Sentence, clause: Token) -> bool:
    """Tell a clause behind « après », « avant de » with its auxiliary, or behind « alors que »."""
    marks = {mark.lower for mark in sentence.children(clause, "mark", "case")}
    perfect = any("VerbForm=Inf" in helper.morph for helper in sentence.children(clause, "aux"))
    return "alors" in marks or (perfect and bool(marks & {"après", "avant"}))


def _whens(sentence: Sentence) -> dict[int, Token]:
    """Return « sont morts lorsqu'un séisme a frappé … » as a clause of time; to parsers it is a preposition."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_WHENS):
        return moved
    for when in sentence.tokens:
        noun = sentence.head(when) if when.lower in _WHENS and when.dep == "case" else None
        if noun is None or noun.index < when.index:
            continue
        main = next((t for t in reversed(sentence.tokens[: when.index]) if t.pos == "VERB"), None)
        verb = next((t for t in sentence.tokens[noun.index :] if t.pos == "VERB" and _finite(sentence, t)), None)
        if main is None or verb is None or verb.dep.startswith("acl") or any(sentence.children(verb, "mark")):
            continue
        if main.head == verb.index:
            moved[main.index] = replace(main, head=main.index if verb.dep == "ROOT" else verb.head, dep=verb.dep)
        moved[verb.index] = replace(verb, head=main.index, dep="advcl")
        moved[when.index] = replace(when, head=verb.index, dep="mark", pos="SCONJ")
        moved[noun.index] = replace(noun, head=verb.index, dep="nsubj")
    return moved


def _finite(sentence: Sentence, verb: Token) -> bool:
    return any("VerbForm=Fin" in w.morph for w in (verb, *sentence.children(verb, "aux")))
