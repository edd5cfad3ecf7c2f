"""Inflects the French words of the frames, so that no table of all French forms need be loaded.

Endings follow the three groups of French conjugation (Bescherelle); irregular verbs stand in
`ontology/lexicon/fr-verbs.yaml`.
"""

from collections.abc import Iterable, Iterator
from functools import cache

import yaml

from kg.resources import ontology

PRESENT = {
    "er": ("e", "e", "ons", "ez", "ent"),
    "ir": ("is", "it", "issons", "issez", "issent"),
    "re": ("s", "", "ons", "ez", "ent"),
}
IMPERFECT = ("ais", "ait", "ions", "iez", "aient")
FUTURE = ("ai", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient")
SUBJUNCTIVE = ("e", "es", "ent")


def verb_forms(infinitive: str) -> set[str]:
    """Return the inflected forms of a French verb, in lower case.

    >>> sorted(verb_forms("racheter"))[:2]
    ['racheta', 'rachetai']
    """
    irregular = _irregular(infinitive)
    if irregular is not None:
        return _spelt(irregular)
    if infinitive.endswith("er"):
        return _spelt(_first_group(infinitive[:-2])) | {infinitive}
    stem, group = infinitive[:-2], infinitive[-2:]
    if group not in PRESENT:
        return {infinitive}
    return _spelt(_other_group(stem, group)) | {infinitive}


def _spelt(forms: Iterable[str]) -> set[str]:
    """Return the forms in both spellings: « entraîneur », since 1990 also « entraineur »."""
    old = set(forms)
    return old | {form.replace("î", "i") for form in old}


def _irregular(infinitive: str) -> list[str] | None:
    table = _table()
    endings = [ending for ending in table if infinitive.endswith(ending)]
    if not endings:
        return None
    ending = max(endings, key=len)
    if ending in ("dire", "lire", "rire", "voir") and infinitive in _REGULAR:
        return None
    before = infinitive[: -len(ending)]
    cells = [before + cell for cell in table[ending].split() if cell != "."]
    forms = [infinitive]
    for position, cell in enumerate(table[ending].split()):
        if cell == ".":
            continue
        forms += _spread(before + cell, position)
    assert cells
    return forms


_REGULAR = frozenset({"pouvoir"})


def _spread(cell: str, position: int) -> Iterator[str]:
    stem = cell.rstrip("-")
    if position == 5:
        yield from (stem + ending for ending in IMPERFECT)
    elif position == 8:
        yield from (stem + ending for ending in FUTURE)
    elif position == 9:
        yield from (stem + ending for ending in (*SUBJUNCTIVE, "t", "ons", "ions"))
    elif position == 10:
        yield from participles(stem)
    else:
        yield stem


def participles(masculine: str) -> Iterator[str]:
    """Yield the four forms of a past participle."""
    plural = masculine if masculine[-1] in "sx" else masculine + "s"
    feminine = "due" if masculine == "dû" else masculine + "e"
    yield from (masculine, plural, feminine, feminine + "s")


def _first_group(stem: str) -> Iterator[str]:
    soft = _softened(stem)
    strong = _strengthened(stem)
    yield from (strong + ending for ending in ("e", "es", "ent"))
    yield from (soft + "ons", stem + "ez", soft + "ant")
    yield from (soft + ending for ending in ("ais", "ait", "aient", "a", "ai", "as", "âmes", "ât"))
    yield from (stem + ending for ending in ("ions", "iez", "èrent"))
    for future in {stem + "er", strong + "er"}:
        yield from (future + ending for ending in FUTURE)
    yield from participles(stem + "é")


def _softened(stem: str) -> str:
    if stem.endswith("g"):
        return stem + "e"
    return stem[:-1] + "ç" if stem.endswith("c") else stem


def _strengthened(stem: str) -> str:
    """Return the stem before a silent ending: achet- → achèt-, appel- → appell-, envoy- → envoi-."""
    if stem.endswith(("oy", "uy")):
        return stem[:-1] + "i"
    if stem.endswith(("appel", "jet", "nivel")):
        return stem + stem[-1]
    for length in (1, 2):
        vowel = len(stem) - 1 - length
        end = stem[vowel + 1 :]
        mute = vowel > 0 and stem[vowel] in "eé" and all(char not in "aeiouyéèêàâîôû" for char in end)
        if mute and (length == 1 or end in ("gn", "gu", "br", "cr", "vr", "tr", "gr", "ch", "qu")):
            return stem[:vowel] + "è" + end
    return stem


def _other_group(stem: str, group: str) -> Iterator[str]:
    inner = stem + "iss" if group == "ir" else stem
    yield from (stem + ending for ending in PRESENT[group])
    yield from (inner + ending for ending in (*IMPERFECT, *SUBJUNCTIVE, "ant"))
    future = stem + ("ir" if group == "ir" else "r")
    yield from (future + ending for ending in FUTURE)
    yield from (stem + ending for ending in ("it", "irent", "ît"))
    yield from participles(stem + ("i" if group == "ir" else "u"))


def noun_forms(noun: str) -> set[str]:
    """Return singular and plural, and the feminine of nouns for people where it is regular."""
    return _spelt((noun, *_plural(noun), *(form for f in feminines(noun) for form in (f, f + "s"))))


def _plural(noun: str) -> tuple[str, ...]:
    if noun[-1] in "sxz":
        return (noun,)
    if noun.endswith(("eau", "eu")):
        return (noun + "x",)
    return (noun[:-2] + "aux", noun + "s") if noun.endswith("al") else (noun + "s",)


def feminines(noun: str) -> tuple[str, ...]:
    """Return the regular feminine forms of a noun or adjective."""
    for ending, feminine in (
        ("teur", "trice"),
        ("eur", "euse"),
        ("en", "enne"),
        ("ier", "ière"),
        ("ion", "ionne"),
        ("er", "ère"),
        ("if", "ive"),
        ("eux", "euse"),
        ("el", "elle"),
        ("on", "onne"),
    ):
        if noun.endswith(ending) and not noun.endswith(("tion", "sion", "xion", "nion")):
            return (noun[: -len(ending)] + feminine,)
    if noun.endswith("e"):
        return ()
    return (noun + "e",)


@cache
def _table() -> dict[str, str]:
    text = ontology().joinpath("lexicon", "fr-verbs.yaml").read_text(encoding="utf-8")
    raw = yaml.safe_load(text)
    return {str(ending): str(cells) for ending, cells in raw.items()}
