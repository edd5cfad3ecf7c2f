"""Resolves "the 38-year-old", « l'homme de 26 ans »: who is said to be so old, else of whom the text speaks."""

import re
from typing import Final

from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_AHEAD: Final = 1.5  # how far the first must be ahead of the second in salience
_RECENT: Final = 4  # sentences


def is_aged(sentence: Sentence, token: Token) -> bool:
    """Tell "old" of "the 38-year-old" where no noun follows."""
    before = [t.lower for t in sentence.tokens[max(0, token.index - 5) : token.index]]
    if token.lower != "old" or before[-3:] not in (["-", "year", "-"], ["-", "years", "-"]) or before[0] != "the":
        return False
    after = sentence.tokens[token.index + 1 : token.index + 2]
    return not any(t.pos in ("NOUN", "PROPN", "ADJ") for t in after)


def of_age(reading: Reading, token: Token, sentence: Sentence, salience: Salience) -> tuple[Reference, ...]:
    """Return who is that old, or the person who was spoken of most of late; nobody where two come into question."""
    number = sentence.tokens[token.index - 4].text
    people = list(reading.of_type(EntityType.PERSON))
    said = [e.id for e in people if re.search(_said_of(e.name, number), reading.text)]
    scores = salience.scores(_RECENT)
    late = sorted((e.id for e in people if e.id in scores), key=lambda i: (-scores[i], i))
    young = [i for i in late if _told_ages(reading.text, reading.entities[i].name) <= {number}]
    if late and late[0] not in young:  # somebody else than the text is about: who has just been named
        last = {seen.entity for seen in salience.newest(1)}
        young = [i for i in young if i in last]
    late = young
    clear = late[:1] if len(late) < 2 or scores[late[0]] >= _AHEAD * scores[late[1]] else []
    found = said if len(said) == 1 else [] if said else clear
    return tuple(Reference(i, "nominal", "whoever is so old", salience.last(i)) for i in found)


def _said_of(name: str, number: str) -> str:
    """Return the pattern of "Miller, 38", "Miller (aged 38)", "Miller died in Lyon at the age of 38"."""
    family = re.escape(name.rsplit(maxsplit=1)[-1])
    return rf"{family}(?:,? \(?(?:aged )?|\b[^.\n]{{0,60}} at the age of ){re.escape(number)}\b"


def _told_ages(text: str, name: str) -> set[str]:
    """Return the ages that an English text gives right behind the name: "Paul Martin, 58, of Leeds"."""
    family = re.escape(name.rsplit(maxsplit=1)[-1])
    return set(re.findall(rf"\b{family}(?:, (?:aged )?| \((?:aged )?)(\d{{1,3}})(?=[,.)])", text))


def not_so_old(
    reading: Reading, sentence: Sentence, token: Token, found: tuple[Reference, ...]
) -> tuple[Reference, ...]:
    """Return whom « l'homme de 26 ans » stands for, without those of whom the text gives another age."""
    years = next((t for t in sentence.children(token, "nmod", "obl") if t.lower == "ans"), None)
    number = next((t.text for t in sentence.children(years, "nummod")), "") if years is not None else ""
    if not number.isdigit():
        return found
    return tuple(r for r in found if _ages(reading, r.entity) <= {number})


def _ages(reading: Reading, entity: str) -> set[str]:
    """Return the ages that the text gives right behind the name: « Paul Martin, 20 ans », « Paul Martin (20 ans) »."""
    name = re.escape(reading.entities[entity].name.split()[-1])
    return set(re.findall(rf"{name} ?[,(]? ?(?:âgée? de )?(\d{{1,3}}) ans\b", reading.text))
