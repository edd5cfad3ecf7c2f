"""Says what is seen of an entity that a word may stand for: where it was last, how it agrees, what it is called."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extract.coreference.behind import office
from kg.extract.coreference.clauses import own_subject, who_says_so
from kg.extract.coreference.preferences import key_of, leanings
from kg.extract.coreference.ranking.clues import clues, described
from kg.extract.coreference.ranking.name_words import akin, in_name
from kg.extract.coreference.ranking.sorts import OPEN, SAID, called, standing
from kg.extract.coreference.ranking.sought import Anaphor, weight
from kg.extract.coreference.salience import Salience, Seen, Stranger
from kg.extract.reading import Reading
from kg.lexicon.closed import DEMONSTRATIVES
from kg.lexicon.tables import COUNTRY, fold, places
from kg.model import EntityType
from kg.model.annotation import Token

COUNTRIES: Final = frozenset("pays nation royaume country nation kingdom".split())
TOWNS: Final = frozenset("ville commune cité localité village capitale city town village capital".split())
ASKED: Final = {
    "country": COUNTRIES,
    "town": TOWNS,
    "region": frozenset(
        "région province département territoire district archipel île region county island territory".split()
    ),
    "building": frozenset("bâtiment stade établissement building facility venue stadium".split()),
}
CLAUSES: Final = frozenset("comme ainsi as".split())  # « comme le montre … »
POSSESSED: Final = frozenset("son sa ses leur leurs his her its their notre nos our".split())


@dataclass(frozen=True, slots=True)
class Scene:
    """Hold what all candidates share: the word, what was spoken of, the weights, who owns the clause."""

    sought: Anaphor
    salience: Salience
    among: tuple[str, ...]
    scores: dict[str, float]
    owner: str | None
    sayer: str | None
    leads: frozenset[str]  # subjects of the main clause of this sentence and of the one before
    leaning: dict[str, str]  # how likely the verb or noun goes with each class of things


def scene(reading: Reading, sought: Anaphor, salience: Salience, among: list[str]) -> Scene:
    """Return what is looked at once for all candidates."""
    window = 60 if sought.noun else 6
    scores = {**salience.scores(window), **salience.stranger_scores(window)}
    owner = own_subject(reading, sought.sentence, sought.token, salience.at)
    sayer = who_says_so(reading, sought.sentence, sought.token, salience.at)
    leads = frozenset(seen.entity for seen in [*salience.newest(1), *salience.nameless(1)] if seen.main)
    key = key_of(sought.sentence, sought.token) if reading.language == "fr" and not sought.noun else None
    leaning = leanings().get(key or "", {})
    spoken = {i: scores.get(i, 0.0) for i in among}
    return Scene(sought, salience, tuple(among), spoken, owner, sayer, leads, leaning)


def features(reading: Reading, seen: Scene, identifier: str) -> Iterator[str]:
    """Yield the features of one entity."""
    form = seen.sought.form
    last = seen.salience.latest(identifier)
    wide = "noun" if seen.sought.noun else "pronoun"
    yield from _place(seen, identifier, last, form.partition("_")[0], wide)  # roles and « l'homme » alike
    stranger = seen.salience.strangers.get(identifier)
    kind = _type(reading, identifier) if stranger is None else "somebody" if stranger.person else "something"
    yield f"{form} {reading.language}: {kind}"
    yield f"{wide}: {kind}"
    gender = reading.genders.get(identifier, "") if stranger is None else stranger.gender
    yield f"{wide}: {'' if stranger is None else 'stranger, '}{_agreement(seen.sought, gender)}"
    if stranger is None and seen.sought.plural and kind != "Person":
        yield f"many: {'spoken of as many' if kind == 'Group' or identifier in reading.many else 'spoken of as one'}"
    yield from _clause(seen, identifier, form, wide)
    if wide == "pronoun":
        yield from clues(reading, seen.sought, seen.salience, last)
    if form.endswith("own") and identifier in reading.possessors.get(_thing(seen), ()):
        yield "own: said to own it"
    if seen.leaning:
        yield f"{form.split()[-1]}: goes with it {seen.leaning[_class(kind)]}"
    if seen.sought.noun:
        yield from _description(reading, seen, identifier, form) if stranger is None else _again(seen, stranger)


def _again(seen: Scene, stranger: Stranger) -> Iterator[str]:
    """Yield whether a description says a stranger's noun again."""
    said = "said again" if stranger.noun == seen.sought.token.lower else "said otherwise"
    yield f"{seen.sought.form}: stranger {said}"
    yield f"noun: stranger {said} with {_determiner(seen)}"


def _thing(seen: Scene) -> str:
    """Return the noun that the word depends on."""
    head = seen.sought.sentence.head(seen.sought.token)
    return head.lower if head is not None else ""


def _clause(seen: Scene, identifier: str, form: str, wide: str) -> Iterator[str]:
    """Yield what the clauses around say: whose it is, who says so, who leads them."""
    if seen.owner == identifier:
        yield f"{wide}: subject of its clause"
        yield f"{form}: subject of its clause"
    if seen.sayer == identifier:
        yield "says so"
    if identifier in seen.leads:
        yield f"{form if wide == 'pronoun' else wide}: leads"


def called_alone(reading: Reading, seen: Scene) -> str | None:
    """Return the only one whom the text calls by a bare noun: « le juge Martin … Le juge », « un homme … L'homme »."""
    if not seen.sought.noun or _completed(seen) or _determiner(seen) == "own":
        return None
    named = office(seen.sought.sentence, seen.sought.token)
    holders = [i for i in seen.among if named in reading.roles.get(i, ())]
    if not holders and seen.sought.form == "the person_descriptive":
        strangers = seen.salience.strangers
        holders = [i for i in seen.among if i in strangers and strangers[i].noun == seen.sought.token.lower]
    return holders[0] if len(holders) == 1 else None


def _class(kind: str) -> str:
    """Return the class of things that preferences are counted for."""
    classes = {"Person": "person", "somebody": "person", "Group": "person", "Organization": "body", "Place": "place"}
    return classes.get(kind, "thing")


def _type(reading: Reading, identifier: str) -> str:
    """Return the type; an account, which is rare, is spoken of as a body is."""
    kind = reading.entities[identifier].type
    return (EntityType.ORGANIZATION if kind is EntityType.ONLINE_ACCOUNT else kind).value


def _place(seen: Scene, identifier: str, last: Seen | None, form: str, wide: str) -> Iterator[str]:
    if last is None:
        yield f"{wide}: later"
        return
    distance = min(seen.salience.now - last.sentence, 6)
    role = _role(last.dep)
    yield f"{form}: distance {distance}"
    yield f"{wide}: distance {distance} {role}"
    yield f"{form}: last {role}"
    yield f"{wide}: rank {_rank(seen, identifier)}"
    yield f"{form}: share {_share(seen, identifier)}"
    yield f"{wide}: order {min(seen.among.index(identifier), 4)}"
    yield f"{form}: {'the last' if seen.among[0] == identifier else 'not the last'}"
    yield f"{wide}: mentions {_bucket(seen.salience.count(identifier))}"
    if seen.salience.topic == identifier:
        yield f"{wide}: topic"
    if _role(seen.sought.token.dep) == role:
        yield f"{wide}: same function"
    if last.plural:
        yield f"{wide}: one of several"
    yield f"{wide}: paragraph {min(seen.sought.sentence.paragraph - last.paragraph, 2)}"


def _rank(seen: Scene, identifier: str) -> int:
    return min(sum(score > seen.scores[identifier] for score in seen.scores.values()), 4)


def _share(seen: Scene, identifier: str) -> int:
    return int(5 * seen.scores[identifier] / max(sum(seen.scores.values()), 1e-9))


def _bucket(count: int) -> str:
    return str(count) if count < 3 else "3-5" if count < 6 else "6+"


def _role(dep: str) -> str:
    name = dep.partition(":")[0]
    return name if name in ("nsubj", "obj", "appos", "nmod") else "root" if dep == "ROOT" else "other"


def _agreement(sought: Anaphor, gender: str) -> str:
    if not sought.gender:
        return "no gender asked"
    if not gender:
        return "gender unknown"
    return "gender agrees" if gender == sought.gender else "gender clashes"


def _description(reading: Reading, seen: Scene, identifier: str, form: str) -> Iterator[str]:
    yield from _called(reading, seen, identifier, form)
    stands = {i: standing(reading, seen.sought, i) for i in seen.among if i not in seen.salience.strangers}
    apart = (
        form == "the place" or reading.entities[identifier].type is EntityType.PERSON
    )  # a town may be « Ville-d'Avray »
    if SAID in stands.values() and stands[identifier] != SAID and not apart:
        yield f"{form}: another is said so"
    if stands[identifier] == OPEN:
        yield "noun: by its type alone"
        yield f"{form}: by its type alone"
        yield f"by its type alone: {_determiner(seen)} {'complement' if _completed(seen) else 'bare'}"
    yield f"noun, {_type(reading, identifier)}: {described(reading, seen.sought, identifier)}"
    yield f"{form}: {_kind(reading, seen, identifier)}"
    yield f"{form}: {'complement' if _completed(seen) else 'bare'} {_complement(reading, seen, identifier)}"
    if seen.owner == identifier and _determiner(seen) == "own":
        yield "noun: own of its owner"
    named = [i for i in seen.among if i not in seen.salience.strangers]
    same = [i for i in named if reading.entities[i].type is reading.entities[identifier].type]
    yield f"{form}: {'only one' if len(same) == 1 else 'one of few' if len(same) < 4 else 'one of many'}"


def _called(reading: Reading, seen: Scene, identifier: str, form: str) -> Iterator[str]:
    """Yield whether the text or the entity's name calls it by the noun."""
    token = seen.sought.token
    named = [i for i in seen.among if i not in seen.salience.strangers]
    holders = [i for i in named if office(seen.sought.sentence, token) in reading.roles.get(i, ())]
    if identifier in holders:
        alone = "alone" if len(holders) == 1 else "as others are"
        yield f"noun: called so {alone}"
        yield f"noun: called so {alone} {'complement' if _completed(seen) else 'bare'} {_determiner(seen)}"
        yield f"{form}: called so"
    elif called(reading, token, identifier):
        yield "noun: nearly called so"
    elif holders:
        yield f"{form}: another is called so"
    elif reading.roles.get(identifier):
        yield f"{form}: called otherwise"
    if in_name(reading, token, identifier):
        yield "noun: in its name"
        yield f"{form}: in its name"
    elif akin(reading, token, identifier):
        yield "noun: its name is akin"
        yield f"{form}: its name is akin"


def _kind(reading: Reading, seen: Scene, identifier: str) -> str:
    """Return how the class of the noun suits what kind the entity is known to be."""
    entity, known = reading.entities[identifier], reading.kinds.get(identifier)
    if entity.type is EntityType.PLACE:
        word = seen.sought.token.lower
        asked = next((name for name, words in ASKED.items() if word in words), "other")
        placed = reading.placed.get(identifier, "no country").replace("land", "region")
        country = "country" if places().get(entity.name, 0.0) >= COUNTRY else placed
        return f"{country} as {asked}"
    if known is None:
        return "of no known kind"
    return "of that kind" if seen.sought.kind is not None and known == seen.sought.kind.name else f"is a {known}"


def _completed(seen: Scene) -> bool:
    return any(seen.sought.sentence.children(seen.sought.token, "nmod", "appos", "acl", "compound"))


def _complement(reading: Reading, seen: Scene, identifier: str) -> str:
    """Return whether what completes the noun belongs to the entity: its name holds it."""
    names = [t for t in _below(seen, seen.sought.token) if t.name is not None]
    if not names:
        return "without a name"
    words = set(fold(reading.entities[identifier].name).split())
    held = [t for t in names if words & set(fold(reading.annotation.names[t.name or 0].form).split())]
    return "its name" if held else "another name"


def _below(seen: Scene, token: Token) -> list[Token]:
    return [t for c in seen.sought.sentence.children(token, "nmod") for t in [c, *_below(seen, c)]]


def _determiner(seen: Scene) -> str:
    words = {c.lower for c in seen.sought.sentence.children(seen.sought.token, "det", "nmod:poss")}
    return "this" if words & DEMONSTRATIVES else "own" if words & POSSESSED else "the"


def nobody(reading: Reading, seen: Scene) -> Iterator[str]:
    """Yield the features of standing for nobody that the text names."""
    form = seen.sought.form
    yield f"{form} {reading.language}: nobody"
    yield f"{form}: nobody of {min(len(seen.among), 4)}"
    if not seen.sought.noun:
        best = max(seen.scores.values(), default=0.0)
        yield f"{form}: nobody, best {min(int(best * 2), 6)}"
        before = seen.sought.sentence.tokens[seen.sought.token.index - 1 : seen.sought.token.index]
        if before and before[0].lower in CLAUSES:
            yield "nobody: a clause is meant"
        return
    named = [i for i in seen.among if i not in seen.salience.strangers]
    some = any(called(reading, seen.sought.token, i) for i in named)
    yield f"{form}: nobody, {'some' if some else 'none'} called so"
    heavy = weight(seen.sought.sentence, seen.sought.token)
    yield f"{form}: nobody, weight {heavy}"
    role = "subject" if seen.sought.token.dep.startswith("nsubj") else "no subject"
    yield f"noun: nobody, {role} {heavy}"
    yield f"noun: nobody {_determiner(seen)} {'complement' if _completed(seen) else 'bare'}"
