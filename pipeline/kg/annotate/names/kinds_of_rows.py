"""Reads from the words around a French row of names what all of them are: « ses enseignes, A, B et C ».

The plural noun before the row says it of each, whatever its complements and whatever each name has of its own (« A en
2014, B et C en 2016 »); so does what only firms do together: « A, B et C appartiennent au même groupe ».
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from kg.annotate.names.firms import COMPETES
from kg.annotate.names.sport import sporting
from kg.lexicon.tables import first_names, fold, lexicon, person_nouns, places
from kg.model import EntityType, Span

_OWN: Final = r"(?:[ \u00a0]?\([^()\n]{1,30}\)|[ \u00a0](?:en|fin|début)[ \u00a0](?:[a-zéû]{3,9}[ \u00a0])?\d{4})?"
_ARTICLE: Final = r"(?:l[ae][ \u00a0]|les[ \u00a0]|l['’])?"
_JOINT: Final = re.compile(
    rf"{_OWN}(?: ?, (?:puis |et )?| (?:et|ou|puis|ainsi que|ou encore) )(?:surtout |enfin |aussi |de |d['’])?{_ARTICLE}"
)
_REACH: Final = 150  # characters before a row that may say what it holds
_DETERMINER: Final = (
    r"\b(?:[Ss]es|[Ll]eurs|[Ll]es|[Dd]es|[Dd]e|[Dd]['’]|[Nn]os|[Aa]ux|[Cc]es|[Pp]lusieurs|[Qq]uelques|[Dd]eux|[Tt]rois"
    r"|[Qq]uatre|[Cc]inq|[Ss]ix|[Ss]ept|[Hh]uit|[Nn]euf|[Dd]ix|\d{1,2}|[Cc]ertaine?s|[Dd]iverse?s|[Nn]ombreu(?:x|ses))"
)
_WORD: Final = r"(?:[a-zà-ÿœ][\w-]+|\d{4}\b)"
_OF: Final = (
    r"(?:(?:de|du|des|en|à|pour)[ \u00a0](?:la[ \u00a0]|l['’])?|d['’]"
    r"|et[ \u00a0](?:de[ \u00a0]|d['’]|ses[ \u00a0]|leurs[ \u00a0])?)?"
)
_OF_BODY: Final = r"(?:[ \u00a0](?:du[ \u00a0]groupe[ \u00a0]|d['’]|(?:de|en|au|aux)[ \u00a0])[A-Z][\w-]+)?"
_LEADING: Final = (
    r"(?: ?,)?[ \u00a0](?:dont|notamment|comme|tel(?:le)?s que|parmi lesquel(?:le)?s|à savoir|soit)[ \u00a0]"
    r"(?:notamment[ \u00a0])?"
    r"| ?[:,][ \u00a0]"
)
_UNSEEN: Final = r"(?:[A-ZÀ-Þ][\w’'-]+(?:[ \u00a0][A-ZÀ-Þ][\w’'-]+)?, )?"  # « : Président, Bridel et Lactel »
_LEAD: Final = re.compile(
    rf"{_DETERMINER}(?:[ \u00a0]|(?<=['’]))(?P<words>{_WORD}(?:[ \u00a0]{_OF}{_WORD}){{0,6}}{_OF_BODY})"
    rf"(?P<joint>{_LEADING}){_UNSEEN}{_ARTICLE}$"
)
# « a racheté plusieurs marques. Parmi elles, A, B et C »
_AMONG: Final = re.compile(
    rf"{_DETERMINER}[ \u00a0](?P<words>{_WORD}(?:[ \u00a0]{_OF}{_WORD}){{0,6}})[^.:;()\n]{{0,60}}[.:;][ \u00a0]"
    r"(?:[Pp]armi (?:elles|eux|celles-ci|ceux-ci)|[Ii]l s['’]agit d[e'’] ?)"
    r"(?:,? (?:on (?:trouve|compte|cite)|figurent))?"
    rf"(?: ?[:,])? ?(?:notamment )?{_ARTICLE}$"
)
_PLURAL: Final = re.compile(r"start-up\b|[a-zà-ÿœ][\w-]+[sx]\b")
_OPENS: Final = re.compile(
    r"\b(?:Selon|D['’]après|Avec|Pour|Dans|Après|Avant|Chez|Parmi|Sur|Sans|Outre|Comme|Malgré|Depuis|Devant|Contre"
    r"|Face à|Grâce à|Suivant|Concernant|Lors|En|Par|Entre)[ \u00a0](?:[a-zà-ÿ]+[ \u00a0]){0,2}$"
)
_HOLDS: Final = re.compile(
    r"\b(?:branche|division|pôle|filiale|[Gg]roupe|holding|département|empire|portefeuille|conglomérat|entité)s?\b"
    r"[^.;:()\n]{0,60}[ \u00a0](?:regroup|réuni|compren|rassembl|coiff|chapeaut|inclu|englob|compt"
    r"|(?P<owning>détien|possèd))[a-z]+"
    rf"(?:[ \u00a0](?:notamment|aussi|également|entre autres|désormais))?[ \u00a0]{_ARTICLE}$"
)
_BUYS: Final = re.compile(
    rf"\b(?:[Rr]achats?|[Aa]cquisitions?|[Ff]usions?) (?:[a-zé]+ )?(?:successi(?:fs|ves) )?(?:de |d['’]){_ARTICLE}$|"
    r"\b(?:rach[eè]t\w+|acqui\w+|aval\w+|absorb\w+|s['’](?:offrir|offre|est offert|étai\w+ offert)|main basse sur"
    r"|main sur|grappin sur)"
    rf"(?:[ \u00a0](?:successivement|notamment|aussi|également|déjà|ensuite|coup sur coup))?[ \u00a0]{_ARTICLE}$"
)
_TOGETHER: Final = re.compile(
    r"[ \u00a0](?:appartiennent|appartenaient)[ \u00a0](?:désormais |toutes? |tous )?(?:au|à|aux)\b[^.,;\n]{0,30}\b"
    r"(?:groupe|géant|fonds|holding|conglomérat|constructeur|numéro|distributeur|propriétaire|actionnaire)"
    r"|[ \u00a0](?:sont|étaient)[ \u00a0](?:toute?s |désormais )?(?:la propriété|(?:contrôlé|possédé)e?s par\b"
    r"|détenue?s (?:à (?:\d|parts|hauteur)|par (?:l[ae]s? |l['’]|des? |une? )?(?:groupe|fonds|holding|famille|géant)))"
    r"|[ \u00a0]se (?:disputent|partagent) (?:le|ce|un) (?:marché|secteur|gâteau)"
    r"|[ \u00a0](?:comptent|figurent) parmi (?:les|ses) (?:[a-zé]+ )?(?:concurrents|fabricants|groupes|entreprises)"
    r"|[ \u00a0]se livrent (?:à )?une guerre des prix|[ \u00a0]fusionn(?:ent|eront|aient)\b"
    r"|[ \u00a0](?:ont|vont|veulent|souhaitent|envisagent de) (?:[a-zé]+ )?"
    r"(?:leur (?:fusion|rapprochement)|fusionn(?:é|er))\b"
)
_OWNS: Final = re.compile(
    r"\b(?:(?:détien|déten|possèd|posséd)[a-zé]+(?: (?:aussi|également|notamment|déjà|entre autres))? "
    rf"|(?:co)?propriétaires? (?:(?:de|du|des) |d['’])|maison[- ]mère (?:de |d['’])){_ARTICLE}$"
)
_BARE: Final = re.compile(
    rf"{_DETERMINER} (?P<words>[a-zà-ÿ-]{{3,}}s(?: (?:de |d['’])[a-zà-ÿ-]{{3,}}| [a-zà-ÿ-]{{3,}}s)?) $"
)
_RIVALS: Final = re.compile(
    r"\b(?:rivaux|concurrents)[ \u00a0](?:(?:de[ \u00a0]|d['’])?[a-zà-ÿ-]{5,}s?[ \u00a0])?"
    r"(?:(?:de|comme)[ \u00a0]|d['’])?$"
)
_SITES: Final = frozenset(
    """site centre bureau antenne succursale agence hôpital clinique restaurant hypermarché galerie studio club usine
    équipe magasin""".split()
)
_DEALS: Final = ("acquisition", "rachat", "emplette", "participation")
_NEAR: Final = 40  # code points
_SURE: Final = 6.0
_LIKELY: Final = 2.5


def votes_of_kinds(
    text: str, spans: list[Span], kinds: Mapping[str, EntityType | None]
) -> Iterator[tuple[str, EntityType, float]]:
    """Yield for each folded form of a row of names, of spans in order, the kind that the words around it tell."""
    for row in _rows(text, spans):
        weight = max(_bodies(text, row, kinds), _rivals(text, row, kinds), _owned(text, row, kinds))
        if _of_somebody(text, row, spans, kinds):
            yield from ((fold(span.of(text)), EntityType.PERSON, _SURE) for span in row)
        elif weight:
            yield from ((fold(span.of(text)), EntityType.ORGANIZATION, weight) for span in row)


def _rows(text: str, spans: list[Span]) -> Iterator[list[Span]]:
    row = spans[:1]
    for span in [*spans[1:], None]:
        if span is not None and span.start - row[-1].end < 50 and _JOINT.fullmatch(text, row[-1].end, span.start):
            row.append(span)
            continue
        if len(row) > 1:
            yield row
        row = [span] if span is not None else []


def _of_somebody(text: str, row: list[Span], spans: list[Span], kinds: Mapping[str, EntityType | None]) -> bool:
    """Tell « Hamon et ses concurrents Valls et Peillon »: rivals of somebody are people."""
    before = spans[max(0, spans.index(row[0]) - 1)]
    between = text[before.end : row[0].start] if before.end < row[0].start else ""
    rivals = any(word in between for word in ("rivaux", "concurrents"))
    return rivals and len(between) < _NEAR and kinds.get(fold(before.of(text))) is EntityType.PERSON


def _people(text: str, row: list[Span], kinds: Mapping[str, EntityType | None]) -> bool:
    """Tell a row with a first name in which nothing is known for a body: « Kim et Kanye »."""
    told = {kinds.get(fold(span.of(text))) for span in row}
    called = any(span.of(text).partition(" ")[0] in first_names() for span in row)
    return called and EntityType.PERSON in told and EntityType.ORGANIZATION not in told


def _bodies(text: str, row: list[Span], kinds: Mapping[str, EntityType | None]) -> float:
    """Return how surely the names of a row are those of bodies."""
    if all(span.of(text) in places() for span in row):
        return 0.0
    start = max(0, row[0].start - _REACH)
    before = text[start : row[0].start].rpartition("\n")[2]
    holds = _HOLDS.search(before)
    if holds is not None and holds["owning"]:
        return _SURE  # a group owns no people
    bought = len(row) > 2 and _closed(text, row) and _BUYS.search(before)
    if bought or holds or _TOGETHER.match(text, row[-1].end):
        return 0.0 if _people(text, row, kinds) else _LIKELY
    found = _LEAD.search(before) or _AMONG.search(before) or _BARE.search(before)
    if found is None:
        return 0.0
    plain = found.re is _LEAD and found["joint"].strip() == ","
    if plain and (_OPENS.search(before[: found.start()]) or not _closed(text, row)):
        return 0.0  # « Selon ses filiales, Paul Martin et Anne Dubois ont … »
    said = (_said(noun, text) for noun in _PLURAL.findall(found["words"]))
    return next((weight for weight in said if weight is not None), 0.0)


def _rivals(text: str, row: list[Span], kinds: Mapping[str, EntityType | None]) -> float:
    """Return the weight for « ses rivaux A, B et C » where one is known for a body and none bears a full name."""
    before = text[max(0, row[0].start - _REACH) : row[0].start]
    told = [kinds.get(fold(span.of(text))) for span in row]
    full = any(kind is EntityType.PERSON and " " in span.of(text) for kind, span in zip(told, row, strict=True))
    if full or sporting(text) or not _closed(text, row):
        return 0.0
    rivals = EntityType.ORGANIZATION in told and _RIVALS.search(before)
    return _LIKELY if rivals or COMPETES.search(before) else 0.0


def _owned(text: str, row: list[Span], kinds: Mapping[str, EntityType | None]) -> float:
    """Return the weight for « détient A, B et C », « propriétaire de A et B » where one is known for a body."""
    known = EntityType.ORGANIZATION in {kinds.get(fold(span.of(text))) for span in row}
    owned = _OWNS.search(text, max(0, row[0].start - _REACH), row[0].start) if _closed(text, row) else None
    held = owned is not None and owned.group().startswith(("détien", "déten"))  # people are held, too
    places_only = all(span.of(text) in places() for span in row)
    return _SURE if owned is not None and not places_only and (known or not held) else 0.0


def _closed(text: str, row: list[Span]) -> bool:
    """Tell a row whose last name stands behind « et »."""
    return " et " in text[row[-2].end : row[-1].start]


def _said(noun: str, text: str) -> float | None:
    """Return how surely a plural noun says that the names behind it are those of bodies; None where it says nothing."""
    one = noun.removesuffix("s")
    listed = lexicon()["before:Organization"]
    people = one in person_nouns()
    if one in {"concurrent", "rivaux", *_DEALS}:
        return 0.0 if sporting(text) else _SURE
    if one in _SITES:
        return None  # « deux sites : Lyon et Nantes »
    if one in listed or noun in listed:
        return _LIKELY if people else _SURE
    return 0.0 if people else None
