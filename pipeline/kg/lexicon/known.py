"""Knows entities that the world's news names without saying what they are, and finds them in a text."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.lexicon.tables import load_yaml
from kg.model import EntityType
from kg.resources import ontology

_HEADING: Final = re.compile(r"\[(\w+)(?: (\w+))?\]$")
_FIRST: Final = re.compile(r"(?<![\w@#-])\w+")
# « le conseil constitutionnel », « la cour pénale internationale »: some papers write the heads of bodies small
_SMALL_TOO: Final = re.compile(
    r"(?:Cour|Conseil|Comité|Commission|Assemblée|Organisation|Observatoire|Union|Agence"
    r"|Parlement|Tribunal|Fédération|Parti|Front|Mouvement) (?!scientifique|populaire)[a-zà-ÿ]{3}"
)
# « Amazon.com »; not « dit Le Parisien.Le jeune homme », where a paragraph's end was lost
_GOES_ON: Final = re.compile(r"[\w$-]|\.(?![A-ZÀ-Þ][a-zà-ÿ]*[ '’])\w")


@dataclass(frozen=True, slots=True)
class Known:
    """Hold a known entity: `context` are the words one of which must stand in the text for a name of `only`."""

    key: str
    name: str
    aliases: tuple[str, ...]
    type: EntityType
    kind: str | None
    wikidata: str | None
    only: frozenset[str]
    context: tuple[str, ...]


@cache
def known_entities() -> tuple[Known, ...]:
    """Return the entities of `known.yaml`, `world.yaml` and `bodies.txt`; a name goes to who comes first."""
    found: list[Known] = []
    for name in ("known.yaml", "world.yaml"):
        raw = load_yaml("gazetteer", name)
        assert isinstance(raw, list)
        found.extend(map(_known, raw))
    taken = {form for known in found for form in (known.name, *known.aliases)}
    for known in _bodies():
        if known.name not in taken:
            taken.update((known.name, *known.aliases))
            found.append(known)
    return tuple(found)


def _bodies() -> Iterator[Known]:
    """Yield the entities of `bodies.txt`: below a heading « [Type kind] » names that « ; » parts, « = » other names."""
    kind, sort = EntityType.ORGANIZATION, None
    lines = ontology().joinpath("gazetteer", "bodies.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        heading = _HEADING.match(line)
        if heading:
            kind, sort = EntityType(heading[1]), heading[2]
        elif not line.startswith("#"):
            for entry in filter(None, line.split(" ; ")):
                yield _body(entry, kind, sort)


def _body(entry: str, kind: EntityType, sort: str | None) -> Known:
    names, _, context = entry.partition(" @ ")
    forms = tuple(names.split(" = "))
    only = frozenset(forms) if context else frozenset()
    words = tuple(context.split(", ")) if context else ()
    key = f"{kind.value}-{forms[0]}".lower().replace(" ", "-")
    return Known(key, forms[0], forms[1:], kind, sort, None, only, words)


def _known(item: dict[str, object]) -> Known:
    def strings(name: str) -> tuple[str, ...]:
        value = item.get(name, ())
        return tuple(map(str, value)) if isinstance(value, (list, tuple)) else ()

    wikidata, kind = item.get("wd"), item.get("kind")
    return Known(
        key=str(item["key"]),
        name=str(item["name"]),
        aliases=strings("aliases"),
        type=EntityType(str(item["type"])),
        kind=str(kind) if kind else None,
        wikidata=str(wikidata) if wikidata else None,
        only=frozenset(strings("only")),
        context=strings("context"),
    )


@cache
def known_by_form() -> dict[str, Known]:
    """Return the known entity of each name, as written, with either apostrophe, and bodies also written small."""
    forms = [(form, known) for known in known_entities() for form in (known.name, *known.aliases)]
    small = [(form[0].lower() + form[1:], known) for form, known in forms if _SMALL_TOO.match(form)]
    return {written: known for form, known in (*small, *forms) for written in (form, form.replace("'", "’"))}


@cache
def known_by_key() -> dict[str, Known]:
    """Return the known entity of each key."""
    return {known.key: known for known in known_entities()}


@cache
def papers() -> dict[str, Known]:
    """Return the media whose name begins with an article, by the rest of it: one writes « au Monde », « du Figaro »."""
    found = {}
    for form, known in known_by_form().items():
        article, _, rest = form.partition(" ")
        if known.kind == "media" and article in ("Le", "Les") and rest:
            found[rest] = known
    return found


def contracted(form: str) -> Known | None:
    """Return the paper that a form without article can only mean: it is no place, no first name and no common word."""
    return papers().get(form)


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """Return the names by their first word, the longest first."""
    table: dict[str, list[str]] = defaultdict(list)
    for form in known_by_form():
        first = _FIRST.match(form)
        if first:
            table[first.group()].append(form)
    return {word: tuple(sorted(forms, key=lambda form: (-len(form), form))) for word, forms in table.items()}


def find_known(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a known name stands as a whole word, and the name; the longest of those that begin at one place."""
    table, end = _by_first_word(), 0
    for match in _FIRST.finditer(text):
        start = match.start()
        if start < end:
            continue
        for form in table.get(match.group(), ()):
            if text.startswith(form, start) and not _GOES_ON.match(text, start + len(form)):
                yield start, form
                end = start + len(form)
                break
