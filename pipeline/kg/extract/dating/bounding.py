"""Tells times that date nothing themselves: what is told is only likened to them, or lasts until them.

« comme en 2013 » · "down from $405 million a year earlier" · « jusqu'à l'élection de mai 2017 »
"""

from itertools import pairwise
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.lexicon.closed import AGED
from kg.model import Span
from kg.model.annotation import Sentence, Token

# participles of what was long before: « Élu en 2020, le maire a annoncé … », not « Interrogé dimanche, … »
_BEFORE: Final = ("arrivé", "élu", "nommé", "né", "fondé", "créé", "parvenu", "installé", "porté")
_LIKENED: Final = ("comme", "as", "unlike", "like")
_IN_TIME: Final = ("en", "in", "on", "au", "lors", "during")
_BESIDE: Final = ("from", "contre", "versus", "compared")
_MONEY: Final = frozenset("$ € £ % million millions billion bn m milliard milliards euros dollars percent".split())
_FIGURE: Final = 8  # words from « contre » to the time of the figure behind it
_UNTIL: Final = ("jusqu", "until", "till")
_SINCE: Final = ("depuis", "since")
_DESPITE: Final = ("malgré", "en dépit de", "despite", "in spite of", "depuis", "since")
_AFTER: Final = ("après", "suite à", "à la suite de", "avant", "after", "following", "before")
_UNITS: Final = frozenset("jours semaines mois ans années heures days weeks months years hours".split())
_STEPS: Final = 4  # from a time up to the verb that it bounds


def compared(sentence: Sentence, span: Span, trigger: Token) -> bool:
    """Tell a time that what is told is only likened to: « comme en 2013 », "as in 2013"."""
    before = [t.lower for t in sentence.tokens if t.span.end <= span.start]
    inside = next((t.lower for t in sentence.tokens if t.span.start >= span.start), "")
    words = [*before[-2:], inside]
    return any(first in _LIKENED and second in _IN_TIME for first, second in pairwise(words)) or _of_figure(
        before[max(trigger.index, len(before) - _FIGURE) :]
    )


def _of_figure(before: list[str]) -> bool:
    """Tell the time of what a figure is set beside: "down from $405 million a year earlier", « contre 36 en 2015 »."""
    at = next((i for i, word in enumerate(before) if word in _BESIDE), len(before))
    between = before[at + 1 :]
    last = [word for word in between if word not in _IN_TIME][-1:]
    return bool(_MONEY.intersection(between)) or (len(between) > 0 and last[:1] != [] and last[0][:1].isdigit())


def renamed(sentence: Sentence, span: Span) -> bool:
    """Tell « la Générale des eaux (aujourd'hui Veolia) », « aujourd'hui âgée de 40 ans »: said of a name, an age."""
    before = [t.text for t in sentence.tokens if t.span.end <= span.start][-1:]
    after = next((t for t in sentence.tokens if t.span.start >= span.end), None)
    return after is not None and (after.lower in AGED or (before == ["("] and after.name is not None))


def preceded(sentence: Sentence, token: Token, trigger: Token, *, day: bool) -> bool:
    """Tell the time of what went before: « Après une défaite la semaine dernière », « Malgré un échec en 2015, X a ».

    What follows a deed of some day is often done on that day.
    """
    noun = sentence.head(token)
    while noun is not None and noun.pos in ("NOUN", "PROPN") and not noun.dep.startswith("obl"):
        noun = sentence.head(noun)
    if noun is None or noun.pos not in ("NOUN", "PROPN") or trigger in sentence.subtree(noun):
        return False
    before = preposition(sentence, noun)
    return before in _DESPITE or (before in _AFTER and not day and not _counts(sentence, noun))


def _counts(sentence: Sentence, noun: Token) -> bool:
    """Tell « après trois jours », a time itself."""
    return any(sentence.children(noun, "nummod")) and noun.lower in _UNITS


def bounds(sentence: Sentence, token: Token, trigger: Token) -> bool:
    """Tell a time that only bounds what is told: « jusqu'à l'élection de mai 2017 », "until Friday".

    What itself is the bound has its own time: "until his death in 2003".
    """
    at: Token | None = token
    while at is not None and at.pos not in ("VERB", "AUX") and at is not trigger:
        if preposition(sentence, at).startswith(("jusqu", "until", "d'ici", "by ")):
            return True
        if any(child.lower.startswith(("jusqu", "until")) for child in sentence.children(at, "case", "advmod", "mark")):
            return True
        if _bound_before(sentence, at, trigger) or _since_what(sentence, at, trigger):
            return True
        at = sentence.head(at)
    return False


def _bound_before(sentence: Sentence, at: Token, trigger: Token) -> bool:
    """Tell a time by the words right before it: « au plus tard le 3 mai », « depuis Rio, en 2016 ».

    « depuis sa nomination en 2020 » says when the nomination was.
    """
    before = sentence.tokens[max(0, at.index - 4) : at.index]
    words = [t.lower for t in before]
    late = any(words[n : n + 3] == ["au", "plus", "tard"] for n in range(len(words)))  # not « un peu plus tard mardi »
    since = any(t.lower in _SINCE and t.index < at.index - 1 and not t.index < trigger.index < at.index for t in before)
    return late or since or _by_then(before) or any(t.lower.startswith("jusqu") for t in before)


def _since_what(sentence: Sentence, at: Token, trigger: Token) -> bool:
    """Tell « depuis le début de la guerre civile en Syrie, il y a six ans »: the time of what it has been since."""
    first = min((t.index for t in sentence.subtree(at)), default=at.index)
    comma = next((t.index for t in reversed(sentence.tokens[max(0, first - 1) : at.index]) if t.text == ","), None)
    between = reversed(sentence.tokens[: comma or 0])
    words = (t for t in between if t is trigger or t.lower in _SINCE or t.pos in ("VERB", "AUX", "PUNCT"))
    found = next(words, None)
    return found is not None and found.lower in _SINCE


def _by_then(before: tuple[Token, ...]) -> bool:
    """Tell « d'ici à fin 2016 », « d'ici 2030 »."""
    return any(
        a.lower.replace("’", "'") in ("d'", "d'ici") and b.lower in ("ici", "à", "") for a, b in pairwise(before)
    )


def until(sentence: Sentence, token: Token, verb: Token) -> bool:
    """Tell a time up to which what a verb tells of lasts: "until his death in 2003", « jusqu'en 1995 »."""
    at: Token | None = token
    for _ in range(_STEPS):
        if at is None or at.index == verb.index:
            return False
        marks = sentence.children(at, "case", "mark", "advmod")
        if any(mark.lower.startswith(_UNTIL) for mark in marks):
            return at.head == verb.index
        at = sentence.head(at)
    return False


def meant_for(sentence: Sentence, verb: Token, day: Token) -> bool:
    """Tell a time of something else: « ont annoncé une grève pour le 13 février », « appellent à un défilé samedi ».

    So « Arrivé au pouvoir par un putsch en 2021, il avait promis … »: what opens the sentence has its own.
    """
    done = any(t.lower in ("a", "ont", "avait", "avaient") and t.head == verb.index for t in sentence.tokens)
    calls = verb.lower in ("appelle", "appellent") and day.index > verb.index + 2
    return (
        calls
        or (done and day.index > verb.index and preposition(sentence, day) == "pour")
        or _opens(sentence, verb, day)
    )


def _opens(sentence: Sentence, verb: Token, day: Token) -> bool:
    """Tell a time within a participle clause that a comma parts from the verb behind it."""
    above: Token | None = day
    while above is not None and above.index != verb.index and above.index < verb.index:
        if above.lower.startswith(_BEFORE) and above.dep in ("advcl", "acl"):
            between = sentence.tokens[day.index : verb.index]
            return above.index < day.index and any(t.text == "," for t in between)
        above = sentence.head(above)
    return False
