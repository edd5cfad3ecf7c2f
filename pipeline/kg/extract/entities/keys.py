"""Tells which forms are one name: what is left of them without legal form, article and land."""

import re
from functools import cache
from typing import Final

from kg.lexicon.known import contracted, known_by_form
from kg.lexicon.states import written_out
from kg.lexicon.tables import fold
from kg.model import EntityType

WHOSE: Final = re.compile(
    r"^(?:US|U\.S\.|UK|U\.K\.|United States|United Kingdom) (?=[A-Z][\w.]* [A-Z])"
)  # "UK Home Office"


def name_key(form: str, kind: EntityType) -> str:
    """Return what makes two forms one name: the known entity, or the folded words without legal form or article."""
    form = written_out(form) if kind is EntityType.PLACE else form
    plain = form.title() if form.isupper() and len(form) > 3 else form  # « GENEVA », no « ONU »
    spelt = form.replace(" & ", " and ").removeprefix("The ")  # "The Securities & Exchange Commission"
    known = (
        known_by_form().get(form)
        or (known_by_form().get(spelt) if kind is EntityType.ORGANIZATION and spelt.count(" ") > 1 else None)
        or known_by_form().get(plain)
        or known_by_form().get(WHOSE.sub("", form))
        or (contracted(form) if kind is EntityType.ORGANIZATION else None)
        or (known_by_form().get(f"Le {form}") if kind is EntityType.PLACE else None)  # « au Havre »
    )
    if known is not None and known.type is kind:
        return f"kb:{known.key}"
    words = re.findall(r"[\w@#]+", fold(form))
    if kind is EntityType.ORGANIZATION:
        words = _plain_body([word for word in words if word not in _legal() and word != "s"] or words)
    while len(words) > 1 and words[0] in ("le", "la", "les", "l", "the"):
        words = words[1:]
    return " ".join(words)


def _plain_body(words: list[str]) -> list[str]:
    """Return a body's words as they may stand elsewhere: "US Justice Department" is the Department of Justice.

    "New People('s) Party" has lost its "s", "School of Hygiene & Tropical Medicine" its "and".
    """
    if len(words) > 2 and words[0] in ("us", "uk"):
        words = words[1:]
    elif len(words) > 3 and words[:2] in (["u", "s"], ["united", "states"]):
        words = words[2:]
    if len(words) > 1 and words[-1] in ("department", "ministry"):
        words = [words[-1], "of", *words[:-1]]
    return [word for word in words if word != "and"] or words


@cache
def _legal() -> frozenset[str]:
    return frozenset({"sa", "sas", "sarl", "inc", "corp", "ltd", "llc", "plc", "gmbh", "ag", "nv", "bv", "spa", "co"})
