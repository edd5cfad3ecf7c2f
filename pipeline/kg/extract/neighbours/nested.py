"""Finds all that lies in a place where a list or a nearer town stands between: « les îles de A et B, aux Açores »."""

import re
from typing import Final

from kg.extract.neighbours.adjacent import plain
from kg.lexicon.tables import lands, places, regions
from kg.model import EntityType
from kg.model.annotation import Name

Named = tuple[int, Name]
_BEFORE: Final = 24  # code points
_LONGEST: Final = 12  # names in a list
_OF: Final = r"(?:de la |de l'|du |des |de |d'|of the |of |to )"
# « Orvault, près de Nantes, en Loire-Atlantique »: what is near is not what is placed
_NEAR: Final = re.compile(
    r",? ?\(?(?:situé\w* )?(?:(?:tout |toute )?près|proche|non loin|aux environs|aux abords|à proximité"
    r"|sur les hauteurs"
    r"|(?:en|dans la) (?:banlieue|périphérie)|(?:au|à l') ?(?:nord|sud|est|ouest)(?:-(?:est|ouest))?"
    r"|à (?:une \w+|quelques|\d+) ?(?:de )?(?:kilomètres|km|minutes)|near|close|outside|not far from) " + _OF
)
_KINDS: Final = (
    "îles|villes|communes|quartiers|villages|localités|provinces|départements|gouvernorats|districts|municipalités"
    "|régions|comtés|cantons|vallées|islands|towns|cities|villages|districts|provinces|counties|regions"
)
_SEVERAL: Final = re.compile(rf"(?:^|[ '])(?:{_KINDS}) {_OF}$")
_MANY: Final = re.compile(rf"(?:{_KINDS}) ")
_COMMA: Final = re.compile(rf"(?:, | et | puis | and ){_OF}?")
_BETWEEN: Final = re.compile(r"(?:entre|between|de|from|vers|to) $")
_COUNTY: Final = re.compile(
    r" (?:province|département|comté|gouvernorat|district|county|governorate|État|région|wilaya) "
)
_IN_LIST: Final = re.compile(r"(?:, | et | puis |, et | ainsi que | and |, and )(?:la |le |l'|les |the )?")
_OPENED: Final = re.compile(r" ?\((?:la |le |l'|les |the )?")


def insiders(text: str, names: list[Named], index: int) -> list[Named]:
    """Return what lies in the place behind the name at an index: it, the list that it ends, or what it is near."""
    after = _between(text, names[index], names[index + 1])
    if index and "(" not in after and _NEAR.fullmatch(_between(text, names[index - 1], names[index])):
        return [names[index] if _wide(names[index - 1][1]) else names[index - 1]]
    row: list[Named] = []
    for named in reversed(names[max(0, index - _LONGEST) : index + 1]):
        if row and not _COMMA.fullmatch(_between(text, named, row[0])):
            break
        row.insert(0, named)
        if _SEVERAL.search(_ahead(text, named)) or _MANY.match(named[1].form):
            return row
    return [names[index - 1], names[index]] if index and _both(text, names, index, after) else [names[index]]


def _both(text: str, names: list[Named], index: int, after: str) -> bool:
    """Tell « Foua et Kafraya, dans la province d'Idleb », of which both lie there, from « entre Paris et Lausanne »."""
    joined = _between(text, names[index - 1], names[index]) in (" et ", " and ")
    parted = _BETWEEN.search(_ahead(text, names[index - 1]))
    small = not _wide(names[index - 1][1]) and names[index - 1][1].type is EntityType.PLACE
    county = _COUNTY.search(after) is not None or names[index + 1][1].form in regions()
    return joined and small and not parted and county


def bracketed(text: str, names: list[Named], index: int) -> list[Named]:
    """Return what a region holds by the list in brackets after it: « Normandie (Eure et Seine-Maritime) »."""
    if not _wide(names[index][1]) or not _OPENED.fullmatch(_between(text, names[index], names[index + 1])):
        return []
    row = names[index + 1 : index + 2]
    for named in names[index + 2 : index + _LONGEST]:
        if not _IN_LIST.fullmatch(_between(text, row[-1], named)):
            break
        row.append(named)
    whole = text[row[0][1].span.start : row[-1][1].span.end]
    closed = text[row[-1][1].span.end :][:2].lstrip()[:1] == ")"
    joined = re.search(r" (?:et|and) ", whole) is not None and len(row) > 1
    return row if closed and joined and all(n.type is EntityType.PLACE for _, n in row) else []


def _wide(name: Name) -> bool:
    return name.form in regions() or name.form in lands() or places().get(name.form, 0.0) > 1.0


def _between(text: str, one: Named, other: Named) -> str:
    return plain(text[one[1].span.end : other[1].span.start])


def _ahead(text: str, named: Named) -> str:
    return plain(text[max(0, named[1].span.start - _BEFORE) : named[1].span.start])
