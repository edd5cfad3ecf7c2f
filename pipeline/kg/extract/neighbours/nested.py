"""Finds all that lies in a place where a list or a nearer town stands between: « les îles de A et B, aux Açores »."""

import re
from typing import Final

from kg.extract.neighbours.adjacent import plain
from kg.lexicon.tables import lands, places, regions
from kg.model import EntityType
from kg.model.annotation import Name

Named = tuple[int, Name]
_BEFORE: Final = 40  # code points
_PAIR: Final = 2  # « Bobigny (Seine-Saint-Denis, France) »
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
_SIDES: Final = r"(?:(?:nord|sud|est|ouest|centre|north|south|east|west)(?:-\w+)? )"
_ABROAD: Final = re.compile(r"(?:^|[ (])(?:en|au|aux) $")
# « de Lyon, en France, à Rome »: the land is that of the town before it
_ITS_LAND: Final = re.compile(
    r"(?<![.!?»] )\b(?!(?:Lun|Mar|Mercre|Jeu|Vendre|Same)di|Dim)[A-ZÀ-Þ][\w'-]+, (?:en|au|aux) $"
)
# « A, B et C, trois départements du sud de la France »
_ROW_OF: Final = re.compile(rf", (?:\w+ )?(?:{_KINDS}) (?:[a-zà-ÿ]+ )?{_OF}(?:{_SIDES}{_OF})?")
# « Dans le Var, les communes de A, B et C »
_ROW_HEAD: Final = re.compile(rf", (?:dans |à |the )?(?:les |des )?(?:\w+ )?(?:{_KINDS}) (?:[a-zà-ÿ]+ )?{_OF}")
_THERE: Final = re.compile(r"(?:^|[ (])(?:en|au|aux|dans les?|dans la|dans l'|in|in the) ?$", re.IGNORECASE)
_OPENING_ROW: Final = re.compile(r" ?[,:(] ?(?:la |le |l'|les |the )?")
_COUNT: Final = r"(?:\d+|deux|trois|quatre|cinq|six|sept|huit|plusieurs|two|three|four|five|six|several)"
_KINDS_AHEAD: Final = re.compile(
    rf"(?:^| ){_COUNT} (?:{_KINDS}) (?:[a-zà-ÿ]+ )?{_OF}(?:{_SIDES}{_OF})?$", re.IGNORECASE
)
_IN_LIST: Final = re.compile(r"(?:, | et | puis |, et | ainsi que | and |, and )(?:la |le |l'|les |the )?")
_OPENED: Final = re.compile(r" ?\((?:la |le |l'|les |the )?")


def abroad(before: str) -> bool:
    """Tell a land whose town comes next, « en France, à Lyon », from « de Lyon, en France, à Rome »."""
    return _ABROAD.search(before) is not None and _ITS_LAND.search(before) is None


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
    return _together(text, names, index, after) or [names[index]]


def _together(text: str, names: list[Named], index: int, after: str) -> list[Named]:
    """Return « Foua et Kafraya, dans la province d'Idleb », all of which lie there, unlike « entre Paris et Lausanne ».

    « Le Var, le Gard et l'Hérault, trois départements de France » says so of regions too.
    """
    kinds = _ROW_OF.fullmatch(after) is not None
    if not (kinds or _COUNTY.search(after) or names[index + 1][1].form in regions()):
        return []
    row = [names[index]]
    for named in reversed(names[max(0, index - _LONGEST) : index]):
        joint = _IN_LIST.fullmatch(_between(text, named, row[0]))
        if joint is None or named[1].type is not EntityType.PLACE or (_wide(named[1]) and not kinds):
            break
        row.insert(0, named)
    last = _between(text, row[-2], row[-1]) if len(row) > 1 else ""
    return row if " et " in last or (" and " in last and not _BETWEEN.search(_ahead(text, row[0]))) else []


def below(text: str, names: list[Named], index: int) -> list[Named]:
    """Return what a place named before a row holds: « Dans le Var, les communes de A, B et C ».

    Also « trois départements du sud de la France, le Var, le Gard et l'Hérault ».
    """
    between = _between(text, names[index], names[index + 1])
    ahead = _ahead(text, names[index])
    there = _ROW_HEAD.fullmatch(between) and _THERE.search(ahead)
    if not there and not (_OPENING_ROW.fullmatch(between) and _KINDS_AHEAD.search(ahead)):
        return []
    row = names[index + 1 : index + 2]
    for named in names[index + 2 : index + _LONGEST]:
        if not (_IN_LIST.fullmatch(_between(text, row[-1], named)) or _COMMA.fullmatch(_between(text, row[-1], named))):
            break
        row.append(named)
    joined = len(row) > 1 and re.search(r" (?:et|and) ", _between(text, row[-2], row[-1])) is not None
    return row if joined and all(n.type is EntityType.PLACE for _, n in row) else []


def bracketed(text: str, names: list[Named], index: int) -> list[Named]:
    """Return what a region holds by the list in brackets after it: « Normandie (Eure et Seine-Maritime) »."""
    return row_in_brackets(text, names, index) if _wide(names[index][1]) else []


def row_in_brackets(text: str, names: list[Named], index: int) -> list[Named]:
    """Return a list of places in brackets after a name, none of which holds it: « les Aurès (Batna, Aïn, Biskra) »."""
    if not _OPENED.fullmatch(_between(text, names[index], names[index + 1])):
        return []
    row = names[index + 1 : index + 2]
    for named in names[index + 2 : index + _LONGEST]:
        if not _IN_LIST.fullmatch(_between(text, row[-1], named)):
            break
        row.append(named)
    whole = text[row[0][1].span.start : row[-1][1].span.end]
    closed = text[row[-1][1].span.end :][:2].lstrip()[:1] == ")"
    joined = len(row) > _PAIR or (len(row) > 1 and re.search(r" (?:et|and) ", whole) is not None)
    return row if closed and joined and all(n.type is EntityType.PLACE for _, n in row) else []


def _wide(name: Name) -> bool:
    return name.form in regions() or name.form in lands() or places().get(name.form, 0.0) > 1.0


def _between(text: str, one: Named, other: Named) -> str:
    return plain(text[one[1].span.end : other[1].span.start])


def _ahead(text: str, named: Named) -> str:
    return plain(text[max(0, named[1].span.start - _BEFORE) : named[1].span.start])
