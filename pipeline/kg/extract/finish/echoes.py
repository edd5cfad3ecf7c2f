"""Finds what is told twice in other words: a saying with its quotation, a headline with its article."""

from dataclasses import replace
from typing import Final

from kg.extract.finish.left_out import left_out, parted
from kg.extract.finish.titles_told import same_title
from kg.model import Discarded, Fact, Modality, Participant, Span

TRUE: Final = (Modality.ASSERTED, Modality.REPORTED)
SAYS: Final = frozenset({"stated", "announced", "denied"})
# What a headline leaves out before a noun, in the singular of `_plain`.
_COUNTING: Final = frozenset(
    """the a an some several many most all both few various his her it their this that these those two three four five
    six seven eight nine ten dozen hundred thousand of least at more than over about""".split()
)


# What a quotation mentions as known to all, beside what its speaker says of it.
TIES: Final = frozenset(
    """parentOf spouseOf relativeOf citizenOf bornIn partOf basedIn memberOf founderOf opponentOf alliedWith
    candidateFor acquired merged""".split()
)


def without_spoken(
    facts: list[Fact], quoted: frozenset[Span], events: frozenset[str]
) -> tuple[list[Fact], list[Discarded]]:
    """Leave out what only the sentences of a quotation tell: it is what is said, and the saying is the fact.

    Ties that it mentions in passing stand, quotations in it, what it asks or supposes, and what befell others: "he was
    sacked by Novatel".
    """

    def spoken(fact: Fact) -> bool:
        ends = {p.id for p in (fact.subject, fact.object) if p is not None and p.id}
        others = fact.relation in events and len(ends) > 1 and _end(fact.attributed_to) not in ends
        told = fact.relation in TIES or fact.quote is not None or fact.modality is Modality.HYPOTHETICAL or others
        return fact.sentence in quoted and not told

    kept = [fact for fact in facts if not spoken(fact)]
    return kept, [left_out(fact, "told only in what somebody says") for fact in facts if spoken(fact)]


def with_quotations(facts: list[Fact]) -> tuple[list[Fact], list[Discarded]]:
    """Give a saying the quotation that its content holds, instead of telling both: « a dit qu'il "perdait tout" »."""
    made: dict[str, Fact] = {}
    told: dict[str, Discarded] = {}
    sayings = [f for f in facts if f.quote is None and f.object is not None and f.object.id is None]
    for quoted in facts:
        if quoted.quote is None or quoted.relation != "stated" or quoted.object is not None:
            continue
        whole = next((f for f in sayings if f.id not in made and _holds(f, quoted)), None)
        if whole is not None:
            made[whole.id] = replace(whole, quote=quoted.quote)
            told[quoted.id] = left_out(quoted, f"the quotation stands in {whole.id}")
    return [made.get(f.id, f) for f in facts if f.id not in told], list(told.values())


def _holds(saying: Fact, quoted: Fact) -> bool:
    same = saying.subject is not None and _end(saying.subject) == _end(quoted.subject)
    within = saying.object is not None and (quoted.quote or "") in saying.object.name
    return same and within and saying.evidence.overlaps(quoted.evidence)


def without_nested(facts: list[Fact]) -> tuple[list[Fact], list[Discarded]]:
    """Leave out what somebody says within what he says: "said he believes the plan will fail" is one saying."""
    sayings = [f for f in facts if f.relation == "stated" and f.object is not None and f.object.span is not None]

    def outer(fact: Fact) -> Fact | None:
        if fact.quote is not None or not any(f is fact for f in sayings):
            return None
        return next((f for f in sayings if f is not fact and _within(fact, f)), None) or _spoken(fact, facts)

    return parted(facts, outer, "part of what {} says")


def _within(inner: Fact, outer: Fact) -> bool:
    span = outer.object.span if outer.object is not None else None
    same = inner.subject is not None and outer.subject is not None and _end(inner.subject) == _end(outer.subject)
    return same and span is not None and span.contains(inner.trigger)


def _spoken(fact: Fact, facts: list[Fact]) -> Fact | None:
    """Return the quotation in which somebody tells what he himself says: « je note que la justice est lente »."""
    said = (f for f in facts if f.quote is not None and _end(f.subject) == _end(fact.subject))
    return next((f for f in said if f.evidence.contains(fact.evidence) and f is not fact), None)


def without_headlines(facts: list[Fact], text: str) -> tuple[list[Fact], list[Discarded]]:
    """Leave out what the headline tells where the article tells it again, of the same and in full."""
    end = text.find("\n")
    if end < 0 or text[:end].rstrip().endswith((".", "!", "?", ":")):
        return facts, []

    def again(fact: Fact) -> Fact | None:
        later = (f for f in facts if f.evidence.start > end and _told_in_full(fact, f))
        return next(later, None) if fact.evidence.end <= end else None

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


def _end(participant: Participant | None) -> str | None:
    return None if participant is None else participant.id or participant.name
