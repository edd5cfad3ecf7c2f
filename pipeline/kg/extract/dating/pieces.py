"""Dates what is said by the day of what it is said in, or on which the speaker was asked.

« X juge la loi utile, dans un avis rendu public mercredi » · « affirme le journal dans son édition de mardi » ·
« …, a répondu X, interrogée mercredi »
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.attribution.quoted import HOSTS
from kg.extract.dating.circumstances import Circumstances
from kg.extract.dating.lead import DAYS, inside
from kg.extract.dating.uttered import ISSUES, come_out, piece
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.model import Fact, Modality
from kg.model.annotation import Sentence, Token

_SPOKEN: Final = HOSTS - {"supports", "opposes", "endorses", "rejected"}
_IN: Final = ("dans", "in")
_ASKED: Final = tuple("interrog invité interviewé questionné joint contacté auditionné".split())
_HIGHEST: Final = 8


def said_in_pieces(reading: Reading, facts: tuple[Fact, ...], found: Circumstances) -> tuple[Fact, ...]:
    """Return the facts, sayings without a time dated by that of the piece they stand in."""
    return tuple(_dated(reading, fact, found) for fact in facts)


def _dated(reading: Reading, fact: Fact, found: Circumstances) -> Fact:
    if fact.time is not None or fact.relation not in _SPOKEN or fact.modality is not Modality.ASSERTED:
        return fact
    sentence = reading.sentence_of(fact)
    days = set() if sentence is None else {*_days(fact, sentence, found)}
    if len(days) != 1:
        return fact
    day = days.pop()
    return replace(fact, time=day, steps=(*fact.steps, f"said in what came out on {day}"))


def _days(fact: Fact, sentence: Sentence, found: Circumstances) -> Iterator[str]:
    """Yield the days, none ahead of the text, of the pieces that the fact is told to be said in."""
    published = found.published.isoformat() if found.published else None
    for one in inside(found.times, sentence.span):
        if one.kind != "date" or not one.value or not DAYS.fullmatch(one.value) or (published or "") < one.value:
            continue
        day = sentence.token_at(one.span)
        if day is not None and day.quote is None and _of_saying(sentence, fact, day):
            yield one.value


def _of_saying(sentence: Sentence, fact: Fact, day: Token) -> bool:
    above = sentence.head(day)
    if above is None:
        return False
    if above.lower.startswith(_ASKED):
        return _is_speaker(sentence, fact, above)
    noun = above if above.lower in ISSUES else _come_out(sentence, above)
    return noun is not None and preposition(sentence, noun) in _IN and _said_there(sentence, fact, noun)


def _come_out(sentence: Sentence, clause: Token) -> Token | None:
    """Return what « rendu public » or « déposée » describes, where something is said in it."""
    if not come_out(clause) or not clause.dep.startswith(("acl", "conj")):
        return None
    noun = sentence.head(clause)
    while noun is not None and noun.dep.startswith(("nmod", "conj", "acl")) and not piece(noun):
        noun = sentence.head(noun)  # « une demande d'acte déposée mercredi », « remis mardi et publié mercredi »
    return noun if noun is not None and piece(noun) else None


def _is_speaker(sentence: Sentence, fact: Fact, asked: Token) -> bool:
    """Tell « a répondu X, interrogée mercredi »: a participle right behind the speaker, a comma between."""
    who = None if fact.subject is None or fact.subject.span is None else sentence.token_at(fact.subject.span)
    comma = sentence.tokens[asked.index - 1].text == "," if asked.index else False
    return who is not None and comma and asked.index == who.index + 2


def _said_there(sentence: Sentence, fact: Fact, noun: Token) -> bool:
    """Tell a piece that hangs from the saying itself, or stands apart behind all that is said."""
    at, said = noun, sentence.token_at(fact.trigger)
    for _ in range(_HIGHEST):
        above = sentence.head(at)
        if above is None or above is at or said is None:
            return False
        if above is said or any(child is said for child in sentence.children(above, "ccomp", "dep")):
            # « selon X, qui raconte l'histoire dans son édition de mardi »
            return at is noun or at.dep.startswith("acl:relcl") or _parted(sentence, noun)
        at = above
    return False


def _parted(sentence: Sentence, noun: Token) -> bool:
    """Tell « , dans un avis … »: a comma stands before the preposition."""
    first = min((c.index for c in sentence.children(noun, "case")), default=noun.index)
    return first > 0 and sentence.tokens[first - 1].text == ","
