"""Finds the further places of a name that one place of the document shows to be a name."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kg.annotate.names.capital_words import begins_sentence
from kg.annotate.names.houses import own_kinds
from kg.annotate.names.last_words import SURNAMES
from kg.lexicon.tables import first_names, lexicon, places
from kg.lexicon.whole_words import stands, whole_words
from kg.model import EntityType, Span
from kg.model.annotation import Name

# What a family name that opens a sentence is told from a common word by: "Girinath also said".
_ACTS: Final = re.compile(
    r"(?:['’]s)? (?:(?:also|then|later|never|now|[a-z]{3,}ly) )?(?:also|said|says|told|has|had|was|is|will|would|did"
    r"|then|later|went|gave|took|made|found|came|won|lost|led|left|held|knew|thought|began|became|ran|saw|met|kept|wrote|spoke|died"
    r"|struck|[a-z]{3,}ed|a|avait|aura|est|était|sera|ne|doit|devait|pourrait)\b"
)

_APART: Final = re.compile(r", (?:\d{2},|who(?:se)?\b|an? (?:former|\d{2}-year-old)\b)")  # "Slot, 45, replaced him"
_OWNS: Final = re.compile(r"(?<=s)['’]s (?=[a-z])")  # "Cummings's death"


def spread(text: str, names: list[Name], paragraphs: tuple[Span, ...]) -> list[Name]:
    """Add the places where a name found elsewhere stands unnoticed."""
    names = own_kinds(text, names)
    taken = sorted(name.span for name in names)
    by_form = {name.form: name for name in sorted(names) if len(name.form) > 2 or name.form.isupper()}
    families = {form: name for form, name in _families(names).items() if form not in by_form}
    by_form |= families
    sides = {form: name for form, name in _sides(names).items() if form not in by_form}
    by_form |= sides
    if not by_form:
        return names
    added = list(names)
    starts = {span.start for span in taken}
    covered = _covered(taken)
    for span in _places(text, by_form):
        if span.start in starts or any(at in covered for at in (span.start, span.end - 1)):
            continue
        form = span.of(text)
        doubtful = form in families and not any(shape.match(text, span.end) for shape in (_ACTS, _OWNS, _APART))
        doubtful = doubtful or (form in sides and text[max(0, span.start - 4) : span.start] not in ("The ", "the "))
        if _common_word(text, span, paragraphs) or doubtful:
            continue
        added.append(Name(span, form, by_form[form].type, "rule:same-name"))
    return added


def _places(text: str, forms: Iterable[str]) -> Iterator[Span]:
    """Yield where the forms stand, the longest of those that begin together, none inside another."""
    whole = (
        Span(start, start + len(form))
        for form in forms
        if form != "X"
        for start in whole_words(text, form, before="@#-", after="-")
    )
    end = 0
    for span in sorted(whole, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end


def _families(names: list[Name]) -> dict[str, Name]:
    """Return the family names of the persons named in full, with the full name."""
    people = [name for name in sorted(names) if name.type is EntityType.PERSON and " " in name.form]
    lists = lexicon()
    listed = lists["function_words"] | lists["common_capitals"] | lists["person_titles"] | lists["calendar"]
    plain = ((name.form.rsplit(" ", 1)[1], name) for name in people)
    spelt = ((last, name) for last, name in plain if last.replace("-", "").isalpha())  # "Abdel Fattah el-Sisi"
    found = {last: name for last, name in spelt if len(last) > 3 and last.lower() not in listed - SURNAMES}
    # "Shi Yinhong", where the family name comes first
    first = ((name.form.partition(" ")[0], name) for name in people)
    return {
        family: name
        for family, name in first
        if family not in first_names() and family.isalpha() and family.istitle() and family.lower() not in listed
    } | found


def _sides(names: list[Name]) -> dict[str, Name]:
    """Return "Steelers" of the Pittsburgh Steelers: sides of American sport go by their last word."""
    bodies = (name for name in sorted(names) if name.type is EntityType.ORGANIZATION and " " in name.form)
    parts = ((*name.form.rpartition(" ")[::2], name) for name in bodies)
    listed = lexicon()["organization_words"]
    return {
        last: name
        for town, last, name in parts
        if town in places() and last.istitle() and last.endswith("s") and last.lower() not in listed
    }


def _covered(spans: list[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def _common_word(text: str, span: Span, paragraphs: tuple[Span, ...]) -> bool:
    """Tell whether a single word that begins a sentence also stands in the text in lower case."""
    word = span.of(text)
    if " " in word:
        return False
    start = next((p.start for p in paragraphs if p.start <= span.start < p.end), 0)
    return begins_sentence(text, span.start, start) and stands(text, word.lower(), beside="-/")
