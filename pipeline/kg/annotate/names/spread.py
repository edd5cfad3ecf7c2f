"""Finds the further places of a name that one place of the document shows to be a name."""

import re
from typing import Final

from kg.annotate.names.spotter import begins_sentence
from kg.lexicon.tables import lexicon
from kg.model import EntityType, Span
from kg.model.annotation import Name

# What a family name that opens a sentence is told from a common word by: "Girinath also said".
_ACTS: Final = re.compile(r"(?:['’]s)? (?:also|said|says|told|has|had|was|is|will|would|did|then|later|[a-z]{3,}ed)\b")


def spread(text: str, names: list[Name], paragraphs: tuple[Span, ...]) -> list[Name]:
    """Add the places where a name found elsewhere stands unnoticed."""
    taken = sorted(name.span for name in names)
    by_form = {name.form: name for name in sorted(names) if len(name.form) > 2 or name.form.isupper()}
    families = {form: name for form, name in _families(names).items() if form not in by_form}
    by_form |= families
    if not by_form:
        return names
    forms = sorted((form for form in by_form if form != "X"), key=lambda form: (-len(form), form))
    if not forms:
        return names
    pattern = re.compile(r"(?<![\w@#-])(?:" + "|".join(map(re.escape, forms)) + r")(?![\w-])")
    added = list(names)
    starts = {span.start for span in taken}
    covered = _covered(taken)
    for match in pattern.finditer(text):
        if match.start() in starts or any(at in covered for at in (match.start(), match.end() - 1)):
            continue
        model = by_form[match.group()]
        if _common_word(text, match, paragraphs) or (match.group() in families and not _ACTS.match(text, match.end())):
            continue
        added.append(Name(Span(*match.span()), match.group(), model.type, "rule:same-name"))
    return added


def _families(names: list[Name]) -> dict[str, Name]:
    """Return the family names of the persons named in full, with the full name."""
    people = [name for name in sorted(names) if name.type is EntityType.PERSON and " " in name.form]
    lists = lexicon()
    listed = lists["function_words"] | lists["common_capitals"] | lists["person_titles"] | lists["calendar"]
    plain = ((name.form.rsplit(" ", 1)[1], name) for name in people)
    return {last: name for last, name in plain if len(last) > 3 and last.isalpha() and last.lower() not in listed}


def _covered(spans: list[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def _common_word(text: str, match: re.Match[str], paragraphs: tuple[Span, ...]) -> bool:
    """Tell whether a single word that begins a sentence also stands in the text in lower case."""
    word = match.group()
    if " " in word:
        return False
    start = next((p.start for p in paragraphs if p.start <= match.start() < p.end), 0)
    return (
        begins_sentence(text, match.start(), start)
        and re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) is not None
    )
