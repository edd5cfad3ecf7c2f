"""Tells when an article tells of the incident of its headline: « plusieurs morts à Lyon » … « quatre personnes tuées ».

A headline rounds the toll, leaves out who did it and names the wider place; the first telling in the article that
fits is the same incident. What is dated otherwise, or counts otherwise, is another one.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from kg.extract.coreference.nouns import happenings
from kg.extract.finish.repeats import timed_alike, victim
from kg.extract.time import numerals
from kg.lexicon.tables import PLACE_WEIGHT, places
from kg.model import Amount, Fact, Modality, Participant
from kg.model.naming import fold

_TRUE: Final = (Modality.ASSERTED, Modality.REPORTED)
_DEAD: Final = ("killed", "died")
_TOLLS: Final = (*_DEAD, "injured")
_SCENES: Final = ("occurredIn", "struck")
# Nouns for those who are counted, whoever they are, in the singular.
_COUNTED: Final = frozenset(
    """mort blesse victime personne gen tue disparu dead death wounded injured hurt victim people person casualty
    casualtie fatality fatalitie""".split()
)
# Nouns for what is called by another noun, too: « un attentat » is « une explosion », « une fusillade », "a blast".
_ANY: Final = frozenset(
    """attentat attaque explosion accident drame catastrophe incident tragedie attack blast explosion accident crash
    disaster tragedy incident""".split()
)
_OFFICERS: Final = frozenset("agent officier brigadier fonctionnaire".split())  # of police: « un policier »
# What stands before the noun of a participant and says how many there are, in the singular.
_BEFORE: Final = frozenset(
    """le la les l un une des du de d' d ce cet cette ces son sa ses leur au moin plu pre presque environ jusqu'a
    quelque plusieur nombreux nombreuse dizaine centaine vingtaine trentaine cinquantaine quinzaine douzaine quarantaine
    soixantaine millier certain autre jeune nouveau nouvelle double triple trois deux quatre cinq six sept huit neuf dix
    the a an some several many most all both few various his her it their this that these those of least at more than
    over about nearly almost some up to dozen score hundred thousand another other new young""".split()
)
_RANGES: Final = {
    "at least": (1, 2),
    "more than": (1, 2),
    "up to": (0.5, 1),
    "at most": (0.5, 1),
    "less than": (0.5, 1),
    "nearly": (0.8, 1.2),
    "about": (0.7, 1.4),
    "several": (2, 30),
}
_INTO: Final = (" en", " dans le", " dans la", " dans l'", " dans les")  # before a land or a region, not before a town
_PLUPERFECT: Final = frozenset("avait avaient had".split())
_SEVERAL: Final = 2.0
_COUNTLESS: Final = 1e9


def same_incident(headline: Fact, facts: Sequence[Fact], text: str) -> Fact | None:
    """Return the first fact behind the headline that can tell of its incident, where it says as much."""
    later = [f for f in facts if f.evidence.start > headline.sentence.end and not _before_that(f, text)]
    if headline.relation in _TOLLS:
        return next((f for f in later if _same_toll(headline, f)), None)
    if headline.relation == "attacked":
        return next((f for f in later if f.relation == "attacked" and _same_attack(headline, f)), None)
    if headline.relation == "occurredIn":
        scenes = [f for f in later if f.relation in _SCENES]
        wider = _wide(headline.object, text)
        first = next((f for f in scenes[:1] if wider and _taken_up(headline, f)), None)
        inside = {headline.object.id if headline.object else None, *(_parts(headline, facts) if wider else ())}
        return first or next(
            (f for f in scenes if f.object and f.object.id in inside and _same_scene(headline, f)), None
        )
    return None


def _same_toll(headline: Fact, fact: Fact) -> bool:
    """Tell « fait plusieurs morts » from « quatre personnes sont mortes » of the article: who did it is not lost."""
    if not _alike(headline, fact) or (headline.relation in _DEAD) != (fact.relation in _DEAD):
        return False
    if fact.relation not in _TOLLS or not _same_doer(_agent(headline), _agent(fact)):
        return False
    ours, theirs = victim(headline), victim(fact)
    if ours is None or theirs is None or ours.id is not None or theirs.id is not None:
        return False
    same = noun_of(ours) == noun_of(theirs) or noun_of(ours) in _COUNTED
    counts = _count(headline, ours), _count(fact, theirs)
    first = headline.subject is not None and _agent(fact) is None and counts[0][0] == counts[1][0]
    return same and _overlap(*counts) and not first  # « une fusillade fait un mort »: told first, and who did it


def _same_attack(headline: Fact, fact: Fact) -> bool:
    """Tell « fonce dans la foule » from « a foncé sur des piétons » of the same car."""
    pairs = ((headline.subject, fact.subject), (headline.object, fact.object))
    if not _alike(headline, fact) or any(a is not None and a.id and (b is None or a.id != b.id) for a, b in pairs):
        return False
    if not _same_doer(headline.subject, fact.subject):
        return False
    shared = any(a is not None and b is not None and (a.id == b.id if a.id else _worded(a, b)) for a, b in pairs)
    return shared and headline.object is not None and fact.object is not None


def _same_scene(headline: Fact, fact: Fact) -> bool:
    """Tell « un attentat en Syrie » from « l'attaque a eu lieu à Rachidine »."""
    event, told = headline.subject, fact.subject
    if not _alike(headline, fact) or event is None or told is None:
        return False
    if event.id is not None or told.id is not None:
        return event.id == told.id
    nouns = {noun_of(event), noun_of(told)}
    return len(nouns) == 1 or bool(nouns & _ANY and _happens(told))


def _taken_up(headline: Fact, fact: Fact) -> bool:
    """Tell « un accident en Saône-et-Loire » from « un accident sur la RN 79 » that the article begins with."""
    ends = headline.subject, fact.subject
    known = any(end is None or end.id is not None for end in ends)
    return not known and _alike(headline, fact) and len({noun_of(end) for end in ends if end is not None}) == 1


def _wide(place: Participant | None, text: str) -> bool:
    """Tell a land or a region from a town, which says more than the street or the station in it."""
    if place is None or place.span is None:
        return False
    before = text[: place.span.start].rstrip().lower().replace("’", "'")
    return places().get(place.name, 0) >= PLACE_WEIGHT["region"] or before.endswith(_INTO)


def _before_that(fact: Fact, text: str) -> bool:
    """Tell « Un attentat avait fait 44 morts »: it was before what the article is about."""
    return not _PLUPERFECT.isdisjoint(fact.evidence.of(text).lower().split())


def _alike(headline: Fact, fact: Fact) -> bool:
    """Tell whether two facts may be of one day, and both true."""
    return timed_alike(headline, fact) and headline.modality in _TRUE and fact.modality in _TRUE


def _same_doer(ours: Participant | None, theirs: Participant | None) -> bool:
    """Tell whether the article can mean who the headline says did it; a happening is nobody in particular."""
    if ours is None or (ours.id is None and _happens(ours) and (theirs is None or noun_of(ours) in _ANY)):
        return True
    if theirs is None or ours.id != theirs.id:
        return False
    return ours.id is not None or noun_of(ours) == noun_of(theirs)


def _happens(participant: Participant) -> bool:
    return participant.id is None and any(word in happenings() for word in participant.name.lower().split()[:3])


def _worded(ours: Participant, theirs: Participant) -> bool:
    return theirs.id is None and noun_of(ours) == noun_of(theirs) != ""


def _agent(fact: Fact) -> Participant | None:
    return None if fact.relation == "died" else fact.subject


def _parts(headline: Fact, facts: Sequence[Fact]) -> Iterator[str | None]:
    """Yield the places that the text tells to lie in that of the headline, and what lies in them."""
    place = headline.object.id if headline.object is not None else None
    for fact in facts:
        if fact.relation == "partOf" and fact.object is not None and fact.object.id == place:
            inner = fact.subject.id if fact.subject is not None else None
            yield inner
            yield from (f.subject.id for f in facts if f.relation == "partOf" and _lies_in(f, inner) and f.subject)


def _lies_in(fact: Fact, place: str | None) -> bool:
    return fact.object is not None and place is not None and fact.object.id == place


def _count(fact: Fact, people: Participant) -> tuple[float, float]:
    """Return between which numbers lies how many there are."""
    number = dict(fact.roles).get("number")
    if isinstance(number, Amount):
        low, high = _RANGES.get(number.qualifier or "", (1, 1))
        return number.value * low, number.value * high
    if isinstance(number, int | float):
        return number, number
    first = next(iter(fold(people.name).split()), "")
    return (1, 1) if first in ("un", "une", "a", "an", "le", "la", "one") else (_SEVERAL, _COUNTLESS)


def _overlap(ours: tuple[float, float], theirs: tuple[float, float]) -> bool:
    return ours[0] <= theirs[1] and theirs[0] <= ours[1]


def noun_of(participant: Participant) -> str:
    """Return the noun of a participant's words, in the singular: « Au moins 12 personnes tuées » is « personne »."""
    words = [word.partition("-")[0].removesuffix("s") for word in fold(participant.name).replace("'", " ").split()]
    counting = list(takewhile(lambda word: word in _BEFORE or word.isdigit() or _numeral(word), words))
    noun = next(iter(words[len(counting) :]), "")
    return "policier" if noun in _OFFICERS and "police" in words else noun


def _numeral(word: str) -> bool:
    return any(numerals.from_words(form, language) for form in (word, word + "s") for language in ("fr", "en"))
