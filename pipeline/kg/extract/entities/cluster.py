"""Groups a document's names into entities: known names, full and short names, acronyms, translated group names."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from kg.extract.entities.clubs import join_clubs
from kg.extract.entities.editions import join_editions
from kg.extract.entities.joined import join_acronyms, join_called, join_partisans, join_sites
from kg.extract.entities.keys import WHOSE, name_key
from kg.extract.entities.kindred import by_title, is_title, of_other_family, of_other_gender
from kg.extract.entities.misspelt import join_misspelt
from kg.extract.entities.nicknames import NICKNAMES
from kg.extract.entities.reigning import reigns
from kg.extract.entities.short_names import SENIOR, begins, inner, middle, paternal, without_sons
from kg.extract.entities.universities import join_universities
from kg.lexicon.known import known_by_key
from kg.lexicon.letters import titles_by_letters
from kg.lexicon.peoples import countries, parties
from kg.lexicon.states import written_out
from kg.lexicon.tables import fold, lexicon, load_yaml, places
from kg.model import Entity, EntityType
from kg.model.annotation import Name
from kg.model.ids import entity_id

WIKIDATA: Final = "http://www.wikidata.org/entity/"
_LEADING: Final = re.compile(r"^The (?=[A-Z][\w’'-]+ [A-Z])")  # "The Wall Street Journal"
_WITH_ARTICLE: Final = (EntityType.ORGANIZATION, EntityType.WORK, EntityType.EVENT)
_HEADLINE: Final = 160  # code points


@dataclass(slots=True)
class Cluster:
    """Hold the names that one entity goes by in a document, in order of first mention."""

    names: list[Name] = field(default_factory=list)
    type: EntityType = EntityType.OTHER
    key: str = ""
    also: set[str] = field(default_factory=set)  # forms that the text gives besides: « de son vrai nom … »

    @property
    def forms(self) -> list[str]:
        """Return the distinct forms, the most complete first; « Lannion » before « LANNION »."""
        seen = dict.fromkeys(name.form for name in self.names)
        return sorted(seen, key=lambda f: (f in self.also, -len(f.split()), -len(f), f.isupper(), f))


def cluster(names: tuple[Name, ...], text: str) -> list[Cluster]:
    """Return the clusters of the names, in order of first mention."""
    groups = _by_key(names)
    join_misspelt(groups)
    _join_short_persons(groups, text)
    _join_letters(groups, text)
    _join_nicknames(groups)
    _join_short_organizations(groups)
    join_partisans(groups)
    join_clubs(groups)
    join_editions(groups, text)
    join_sites(groups)
    join_universities(groups)
    join_acronyms(groups, text)
    join_called(groups, text)
    _join_translations(groups)
    return sorted(groups.values(), key=lambda group: min(name.span for name in group.names))


def _by_key(names: tuple[Name, ...]) -> dict[str, Cluster]:
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    groups: dict[str, Cluster] = {}
    for name in names:
        party = _party(name)
        key = party or name_key(name.form, name.type)
        group = groups.setdefault(key, Cluster(key=key))
        group.names.append(name)
        votes[key][EntityType.ORGANIZATION if party else name.type] += 1
    for key, group in groups.items():
        group.type = min(votes[key], key=lambda kind: (-votes[key][kind], kind.value))
    for key in [key for key, kinds in votes.items() if {EntityType.PERSON, EntityType.GROUP} <= kinds.keys()]:
        _part_people(groups, key)
    for key in [key for key, kinds in votes.items() if {EntityType.PERSON, EntityType.ORGANIZATION} <= kinds.keys()]:
        _part_family(groups, key)
    return groups


def _part_people(groups: dict[str, Cluster], key: str) -> None:
    """Give « les Moreau », the family, an entity of its own beside « Moreau »."""
    family = [name for name in groups[key].names if name.type is EntityType.GROUP]
    groups[f"les {key}"] = Cluster(family, EntityType.GROUP, f"les {key}")
    groups[key].names = [name for name in groups[key].names if name.type is not EntityType.GROUP]
    groups[key].type = EntityType.PERSON


def _part_family(groups: dict[str, Cluster], key: str) -> None:
    """Give the person's names to the one whom the text names in full: « Arnaud Lagardère », « le groupe Lagardère »."""
    full = [k for k, g in groups.items() if g.type is EntityType.PERSON and k.endswith(f" {key}")]
    persons = [name for name in groups[key].names if name.type is EntityType.PERSON]
    if len(full) == 1:
        groups[full[0]].names.extend(persons)
        groups[key].names = [name for name in groups[key].names if name.type is not EntityType.PERSON]
        groups[key].type = EntityType.ORGANIZATION


def _party(name: Name) -> str:
    """Return the key of the party whose people are called so: "Republicans", "a Tory"."""
    if name.type not in (EntityType.GROUP, EntityType.ORGANIZATION):
        return ""
    one = re.sub(r"ies$", "y", name.form)
    party = parties("en").get(one) or parties("en").get(one.removesuffix("s")) or ""
    return f"kb:{party}" if len(name.form) > 1 and party in known_by_key() else ""


def _join_short_persons(groups: dict[str, Cluster], text: str) -> None:
    """Join « Musk » to « Elon Musk » where only one person of the document has that name."""
    people = [key for key, group in groups.items() if group.type is EntityType.PERSON]
    for short in sorted(people, key=lambda key: -len(key.split())):
        full = [
            key
            for key in people
            if key != short
            and key in groups
            and (len(key.split()) > len(short.split()) or len(short.split()[0]) == 1 or middle(short, key))
            and (
                SENIOR.sub("", key).endswith(f" {short}")
                or begins(short, key)
                or inner(short, key)
                or paternal(short, key)
                or middle(short, key)
                or (" " not in short and key in groups and _ends_so(groups[key], short))  # "Luk", who is "John Luk"
            )
        ]
        full = without_sons(short, full, {k: g.names[0].span.start for k, g in groups.items() if g.names})
        if len(full) > 1:
            full = [key for key in full if not any(other != key and other.endswith(key) for other in full)]
            full = [key for key in full if key.endswith(f" {short}")] or full
            if len(full) > 1 and short in groups:
                _give(groups, short, by_title(text, groups[short].names, {key: groups[key].names for key in full}))
            full = _introduced(groups, short, full, text) or full
        before = _before(groups[short], text) if short in groups else []
        whole = {key: _before(groups[key], text) for key in full}
        full = [k for k in full if not (k.startswith(f"{short} ") and reigns(before, whole[k], short, k))]
        full = [k for k in full if not (of_other_family(before, short, k) or is_title(k))]
        if len(full) == 1 and short in groups:
            mentions = groups[short].names
            others = of_other_gender(text, mentions, groups[full[0]].names)
            _give(groups, short, {full[0]: [name for name in mentions if name not in others]})


def _give(groups: dict[str, Cluster], short: str, shared: dict[str, list[Name]]) -> None:
    """Give each bearer of a family name the mentions that are his, or hers."""
    for key, names in shared.items():
        groups[key].names.extend(names)
    given = {name for names in shared.values() for name in names}
    groups[short].names[:] = [name for name in groups[short].names if name not in given]
    if not groups[short].names:
        del groups[short]


def _introduced(groups: dict[str, Cluster], short: str, full: list[str], text: str) -> list[str]:
    """Return the one bearer of a family name whom the headline names, or whom alone the text named before it."""
    if short not in groups or len(full) < 2:
        return []
    first = {key: min(name.span.start for name in groups[key].names) for key in full}
    headline = text.find("\n", 0, _HEADLINE)
    titled = [key for key in full if first[key] < headline]
    bare = min((n.span.start for n in groups[short].names if n.span.start > headline), default=0)
    before = [key for key in full if first[key] < bare]
    found = titled or before
    return found if len(found) == 1 and first[found[0]] < bare else []


def _before(group: Cluster, text: str) -> list[str]:
    return [text[max(0, name.span.start - 20) : name.span.start] for name in group.names]


def _join_letters(groups: dict[str, Cluster], text: str) -> None:
    """Join "the DP" to the one Deputy President whom the text names."""
    for letters, name in titles_by_letters(text).items():
        key = fold(letters)
        full = [k for k, g in groups.items() if g.type is EntityType.PERSON and k != key and k.endswith(fold(name))]
        if key in groups and groups[key].type is EntityType.PERSON and len(full) == 1:
            groups[full[0]].names.extend(groups.pop(key).names)


def _join_nicknames(groups: dict[str, Cluster]) -> None:
    """Join "Danny" to "Daniel Moore" where the text has one person of that first name."""
    people = [key for key, group in groups.items() if group.type is EntityType.PERSON]
    for short in people:
        formal = NICKNAMES.get(short, ())
        full = [key for key in people if key in groups and " " in key and key.split()[0] in formal]
        if len(full) == 1:
            groups[full[0]].names.extend(groups.pop(short).names)


def _join_short_organizations(groups: dict[str, Cluster]) -> None:
    """Join « Novatel » to « Novatel Santé »: the beginning of one longer organisation's name and no other's."""
    for kind in (EntityType.ORGANIZATION, EntityType.EVENT):
        _join_beginnings(groups, kind)
        _join_endings(groups, kind)
    _join_heads(groups)


def _join_heads(groups: dict[str, Cluster]) -> None:
    """Join « le Conseil » to « le Conseil constitutionnel » named before it, where no other body's name begins so."""
    bodies = [key for key, group in groups.items() if group.type is EntityType.ORGANIZATION]
    for short in bodies:
        if " " in short or short.startswith("kb:") or not (_general(short) or short == "house"):
            continue
        longer = (key for key in bodies if key in groups and key != short)
        longer = (key for key in longer if not key.endswith("committee"))  # "the House" is no committee of it
        full = [key for key in longer if any(fold(form).startswith(f"{short} ") for form in groups[key].forms)]
        if len(full) == 1 and min(n.span for n in groups[full[0]].names) < min(n.span for n in groups[short].names):
            groups[full[0]].names.extend(groups.pop(short).names)


def _join_endings(groups: dict[str, Cluster], kind: EntityType) -> None:
    """Join "the Commission" to "the European Commission" named before it, where no other name ends so."""
    bodies = [key for key, group in groups.items() if group.type is kind]
    for short in sorted(bodies, key=lambda key: len(key.split())):
        storm = kind is EntityType.EVENT and " " not in short  # "Gustav", the hurricane
        if short.startswith("kb:") or not (storm or _general(short) or _many(short)):
            continue
        if any(WHOSE.match(form) for form in groups[short].forms):
            continue  # "the United States Supreme Court" is not the Wisconsin Supreme Court
        full = [key for key in bodies if key in groups and key != short and _ends_so(groups[key], short)]
        if len(full) == 1 and min(n.span for n in groups[full[0]].names) < max(n.span for n in groups[short].names):
            groups[full[0]].names.extend(groups.pop(short).names)


def _many(name: str) -> bool:
    """Tell "the Tigers" of the Liberation Tigers of the North."""
    return " " not in name and len(name) > 4 and name.endswith("s") and not name.endswith("ss")


def _general(name: str) -> bool:
    """Tell a name that says what kind of body or event it is: « Commission », "Supreme Court"."""
    return fold(name).split()[-1] in _general_words()


@cache
def _bodies_words() -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon()["organization_words"])


@cache
def _general_words() -> frozenset[str]:
    return _bodies_words() | {fold(word) for word in lexicon()["event_words"]}


def _ends_so(group: Cluster, short: str) -> bool:
    return any(fold(form).endswith(f" {short}") or f" {short} of " in fold(form) for form in group.forms)


def _join_beginnings(groups: dict[str, Cluster], kind: EntityType) -> None:
    bodies = [key for key, group in groups.items() if group.type is kind and not key.startswith("kb:")]
    for short in sorted(bodies, key=lambda key: len(key.split())):
        full = [key for key in bodies if key in groups and key.startswith(f"{short} ")]
        full = [key for key in (f"groupe {short}",) if key in groups and groups[key].type is kind] or full
        if len(full) == 1 and short in groups and (_proper(short, groups) or _side(full[0])):
            groups[full[0]].names.extend(groups.pop(short).names)


def _side(name: str) -> bool:
    """Tell "Denver Mustangs", who go by the name of their town as well."""
    return re.search(r" [a-z]{3,}s$", name) is not None and not _general(name)


def _proper(short: str, groups: dict[str, Cluster]) -> bool:
    """Tell whether a short form can stand alone for a name: no kind of body (« Université »), no place."""
    words = short.split()
    return not set(words) <= _bodies_words() and len(short) > 2 and groups[short].names[0].form not in places()


def _join_translations(groups: dict[str, Cluster]) -> None:
    """Join « Les Blancs pour Harris » to « White Dudes for Harris »: same complement, words that translate."""
    french = [key for key, group in groups.items() if " pour " in f" {key} " and group.type is EntityType.ORGANIZATION]
    for key in french:
        people, _, rest = key.partition(" pour ")
        twins = [
            other
            for other in groups
            if other.endswith(f" for {rest}") and _translates(other.partition(" for ")[0], people)
        ]
        if len(twins) == 1:
            groups[twins[0]].names.extend(groups.pop(key).names)


def _translates(english: str, french: str) -> bool:
    words = set(french.split())
    return any(words & {fold(twin) for twin in _twins().get(word, ())} for word in english.split())


@cache
def _twins() -> dict[str, tuple[str, ...]]:
    raw = load_yaml("lexicon", "groups.yaml")
    assert isinstance(raw, dict)
    return {str(word): tuple(map(str, twins)) for word, twins in raw.items()}


def _of_people(form: str) -> str:
    """Return what a body is called without the adjective of its people: "Saudi Interior Ministry", or nothing."""
    first, _, rest = form.partition(" ")
    return rest if first.lower() in countries("en") and " " in rest and _general(rest) else ""


def as_entity(group: Cluster) -> Entity:
    """Return the entity of a cluster; its id follows from type and key alone."""
    known = known_by_key().get(group.key.removeprefix("kb:")) if group.key.startswith("kb:") else None
    forms = group.forms
    translated = any(" for " in form for form in forms)  # « White Dudes for Harris », « Les Blancs pour Harris »
    latin = [form for form in forms if not translated or " pour " not in f" {form} "] or forms
    name = known.name if known is not None and known.name in forms else latin[0]
    key = group.key if known is not None else name_key(name, group.type)
    same_as = (WIKIDATA + known.wikidata,) if known is not None and known.wikidata else ()
    stem = known.name if known is not None else written_out(name) if group.type is EntityType.PLACE else name
    if known is not None and known.aliases and name in parties("en"):
        name = known.aliases[0]  # "a Republican" tells of the Republican Party
    bare = {_LEADING.sub("", WHOSE.sub("", form)) for form in forms if group.type in _WITH_ARTICLE}
    bare |= {rest for form in bare if (rest := _of_people(form))}
    aliases = tuple(sorted({*forms, *bare} - {name}))
    return Entity(entity_id(group.type.value, key, stem), group.type, name, key, aliases, same_as)
