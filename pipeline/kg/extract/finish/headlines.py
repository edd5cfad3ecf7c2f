"""Finds what the headline of an article tells, where the article tells it again in full."""

from typing import Final

from kg.extract.finish.echoes import SAYS, TRUE
from kg.extract.finish.incidents import same_incident
from kg.extract.finish.left_out import parted
from kg.extract.finish.titles_told import same_title
from kg.model import Discarded, Fact, Participant

# What a headline leaves out before a noun, in the singular of `_plain`.
_COUNTING: Final = frozenset(
    """the a an some several many most all both few various his her it their this that these those two three four five
    six seven eight nine ten dozen hundred thousand of least at more than over about""".split()
)


def without_headlines(facts: list[Fact], text: str) -> tuple[list[Fact], list[Discarded]]:
    """Leave out what the headline tells where the article tells it again, of the same and in full."""
    end = text.find("\n")
    if end < 0 or text[:end].rstrip().endswith((".", "!", "?", ":")):
        return facts, []

    def again(fact: Fact) -> Fact | None:
        if fact.evidence.end > end:
            return None
        told = next((f for f in facts if f.evidence.start > end and _told_in_full(fact, f)), None)
        return told or same_incident(fact, facts, text)

    return parted(facts, again, "the headline of {}")


def _told_in_full(headline: Fact, fact: Fact) -> bool:
    """Tell whether a fact can be what the headline speaks of: nobody named in it is another, no number differs."""
    if headline.relation != fact.relation or (headline.modality in TRUE) != (fact.modality in TRUE):
        return False
    ends = ((headline.subject, fact.subject), (headline.object, fact.object))
    content = headline.relation not in SAYS or headline.object is not None or fact.object is None
    if not content or any(a is not None and b is None for a, b in ends) or _other_office(headline, fact):
        return False
    if any(a is not None and b is not None and a.id and b.id and a.id != b.id for a, b in ends):
        return False
    numbers = [_figure(dict(f.roles).get("number")) for f in (headline, fact)]
    shared = any(a is not None and b is not None and a.id and a.id == b.id for a, b in ends)
    counted = numbers[0] is not None and numbers[0] == numbers[1]
    if not counted and any(_other_words(a, b) for a, b in ends):
        return False
    worded = any(_alike(a, b) for a, b in ends) and not any(a and b and a.id and not b.id for a, b in ends)
    return counted or (None in numbers and (shared or worded))


def _other_office(headline: Fact, fact: Fact) -> bool:
    """Tell "Former President of India dies" from "He became finance minister": another office in the body."""
    return headline.object is not None and not same_title(headline, fact)


def _other_words(left: Participant | None, right: Participant | None) -> bool:
    """Tell whether both are words of the text and have none in common."""
    if left is None or right is None or left.id or right.id:
        return False
    return not {w for w in _plain(left) if len(w) > 3} & {*_plain(right)}


def _alike(headline: Participant | None, again: Participant | None) -> bool:
    """Tell « un policier » from « un policier municipal sur le parvis »: the same noun, said in more words."""
    if headline is None or again is None or headline.id or again.id:
        return False
    mine, theirs = _plain(headline), _plain(again)
    bare = [word for word in mine if word not in _COUNTING], [word for word in theirs if word not in _COUNTING]
    same = mine[1:2] == theirs[1:2] != [] and {*mine[1:]} <= {*theirs}
    return same or (bare[0][:1] == bare[1][:1] != [] and {*bare[0]} <= {*bare[1]})


def _plain(participant: Participant) -> list[str]:
    """Return the words of a participant in the singular."""
    return [word.removesuffix("s") for word in participant.name.lower().split()]


def _figure(number: object) -> object:
    return getattr(number, "value", number)
