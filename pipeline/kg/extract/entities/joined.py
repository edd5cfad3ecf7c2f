"""Joins the names that a text gives for one another: « le CCDH » and its long name, « X, de son vrai nom Y »."""

import re
from typing import TYPE_CHECKING, Final

from kg.extract.entities.keys import name_key
from kg.lexicon.initials import SMALL, spells
from kg.lexicon.peoples import parties
from kg.lexicon.tables import fold
from kg.model import EntityType

if TYPE_CHECKING:
    from kg.extract.entities.cluster import Cluster

_LETTERS: Final = re.compile(r"[A-ZÀ-Þ]{2,8}(?:-[A-ZÀ-Þ]{2,8})?|[A-ZÀ-Þ][a-zà-ÿ]{3,7}")
_SITED: Final = (EntityType.PLACE, EntityType.WORK, EntityType.ORGANIZATION)
# heads of sites that also go by the bare name; a lake or a station may share a town's
_NAMED_AFTER: Final = frozenset(
    """archipel ile iles mer massif desert peninsule col pont puy pic shuttle groupe grupo mv ms mt ss hms uss usns rms
    rfa hmas hmcs hmnzs ins js tcg""".split()
)
_PROPER: Final = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.WORK)
_CALLED: Final = re.compile(
    r"[ \u00a0]?[,(]?[ \u00a0](?:de son (?:vrai|véritable) nom|de son nom (?:complet|de (?:naissance|scène|guerre))"
    r"|alias|née?|dite|(?<=,[ \u00a0])dit|a\.k\.a\.|(?:plus )?connue? sous le nom d(?:e[ \u00a0]|['’])|formerly called"
    r"|(?:better|formerly|previously|then|now|also)[ \u00a0]known as|born"
    r"|whose real name (?:is|was))"
    r"[ \u00a0]?"
)
# « Ademo, Tarik Andrieu de son vrai nom, »
_TRULY: Final = re.compile(r"[ \u00a0]de son (?:vrai|véritable) nom\b")


def join_partisans(groups: "dict[str, Cluster]") -> None:
    """Join "Libertarian" before a post to the party of that word, where the text names it."""
    for word, party in parties("en").items():
        short, full = groups.get(fold(word)), groups.get(name_key(party, EntityType.ORGANIZATION))
        if short is not None and full is not None and short is not full and short.type is not EntityType.PERSON:
            full.names.extend(groups.pop(fold(word)).names)


def join_acronyms(groups: "dict[str, Cluster]", text: str) -> None:
    """Join « (CCDH) » to the long name before it, and an acronym to the only name with those initials."""
    for key in [key for key, group in groups.items() if group.type is not EntityType.PERSON]:
        group = groups.get(key)
        if group is None or not _LETTERS.fullmatch(group.names[0].form):
            continue
        acronym = fold(group.names[0].form)
        others = [other for other in groups if other != key and groups[other].type is not EntityType.PERSON]
        if not group.names[0].form.isupper() and group.type is not EntityType.ORGANIZATION:
            _join_blend(groups, key, text)
            continue
        written = group.names[0].form.isupper()  # « (Arcom) » must stand in brackets
        longer = [other for other in others if written and _spells(acronym, groups[other])]
        near = [other for other in longer if _in_brackets(groups[other], group, text)]
        near = near or [other for other in others if _ticker(acronym, groups[other], group, text)]
        # « le Centre national des ouragans (NHC) »: the acronym of the name in the body's own language.
        beside = [other for other in others if _translated(groups[other], group, text)]
        chosen = near or longer or beside
        own = near or not key.startswith("kb:") or (longer and _letter_by_letter(group, groups[longer[0]]))
        if len(chosen) == 1 and own:
            groups[chosen[0]].names.extend(groups.pop(key).names)
        elif len(chosen) == 1 and chosen == beside and len(chosen[0].split()) > 2:
            group.names.extend(groups.pop(chosen[0]).names)


def _letter_by_letter(short: "Cluster", long: "Cluster") -> bool:
    """Tell "Child Support Agency" beside "CSA", which other texts have for another body that this one never names."""
    letters = short.names[0].form
    alone = all(form == letters for form in short.forms) and long.type is short.type and not long.key.startswith("kb:")
    return alone and len(letters) > 2 and any("".join(re.findall(r"\b[A-Z]", form)) == letters for form in long.forms)


def _join_blend(groups: "dict[str, Cluster]", key: str, text: str) -> None:
    """Join « (Pades) » to the Parti des démocrates pour l'espoir before it: beginnings of its words, no town."""
    bodies = (other for other, group in groups.items() if group.type is EntityType.ORGANIZATION)
    near = [other for other in bodies if other != key and _in_brackets(groups[other], groups[key], text)]
    if len(near) == 1 and any(_blends(key, fold(form).split()) for form in groups[near[0]].forms):
        groups[near[0]].names.extend(groups.pop(key).names)


def _blends(blend: str, words: list[str]) -> bool:
    """Tell whether a word is made of beginnings of others in their order.

    >>> _blends("coped", ["coalition", "pour", "le", "progres", "et", "la", "democratie"])
    True
    """
    if not blend:
        return True
    for at, word in enumerate(words):
        for size in range(1, min(len(word), len(blend)) + 1):
            if word[:size] == blend[:size] and _blends(blend[size:], words[at + 1 :]):
                return True
    return False


def _translated(long: "Cluster", short: "Cluster", text: str) -> bool:
    """Tell the name of several words that an acronym stands in brackets behind, or that explains it in brackets."""
    if long.type is not short.type or " " not in long.key or long.key.startswith("kb:"):
        return False
    return _in_brackets(long, short, text) or _in_brackets(short, long, text)


def _ticker(letters: str, long: "Cluster", short: "Cluster", text: str) -> bool:
    """Tell "Orica (ORI)": letters in brackets that stand in this order in a firm's one word, from the first."""
    word = fold(long.names[0].form)
    if long.type is not EntityType.ORGANIZATION or short.type is not long.type or word[:1] != letters[:1]:
        return False
    left = iter(word)
    return " " not in word and all(letter in left for letter in letters) and _in_brackets(long, short, text)


def _spells(acronym: str, group: "Cluster") -> bool:
    if group.type is EntityType.PERSON:
        return False
    return any(spells(acronym, re.findall(r"\w+", fold(form).replace("'s ", " "))) for form in group.forms)


def _in_brackets(long: "Cluster", short: "Cluster", text: str) -> bool:
    starts = {name.span.start for name in short.names}
    gaps = (text[name.span.end : start] for name in long.names for start in starts if 0 < start - name.span.end < 5)
    return any(gap.strip() in ("(", "[", "(l'", "(the", "(le", "(la") for gap in gaps)


def join_called(groups: "dict[str, Cluster]", text: str) -> None:
    """Join « Marco Bellini » to « Paul Martin, de son vrai nom Marco Bellini », "Tweep" to "X, then known as Tweep"."""
    proper = [key for key, group in groups.items() if group.type in _PROPER and not key.startswith("kb:")]
    starts = {name.span.start: key for key in proper for name in groups[key].names}
    ends = {name.span.end: key for key in proper for name in groups[key].names}
    for key in [key for key, group in groups.items() if group.type in _PROPER]:
        for name in list(groups[key].names) if key in groups else ():
            found = _CALLED.match(text, name.span.end)
            other = starts.get(found.end()) if found else None
            if _TRULY.match(text, name.span.end) and text[: name.span.start].endswith((", ", " (")):
                other = ends.get(len(text[: name.span.start - 1].rstrip(" ,(")))
            if other in (None, key) or other not in groups or groups[other].type is not groups[key].type:
                continue
            groups[key].also.update(groups[other].forms)
            groups[key].names.extend(groups.pop(other).names)


def join_sites(groups: "dict[str, Cluster]") -> None:
    """Join « les Marigoles » to « l'archipel des Marigoles », "Atlantis" to "Space Shuttle Atlantis"."""
    for full in [key for key, group in groups.items() if group.type in _SITED]:
        head, _, rest = full.removeprefix("space ").replace("m v ", "mv ").partition(" ")
        while rest.partition(" ")[0] in SMALL and " " in rest:
            rest = rest.partition(" ")[2]
        bare = groups.get(rest)
        if head in _NAMED_AFTER and bare is not None and bare.type is groups[full].type:
            groups[full].names.extend(groups.pop(rest).names)
