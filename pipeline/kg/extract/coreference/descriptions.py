"""Resolves common nouns: a name beside one says who it is, else « la société », « le milliardaire » look back."""

from collections.abc import Iterator
from typing import Final

from kg.extract.coreference import accounts
from kg.extract.coreference.again import described_again
from kg.extract.coreference.ahead import named_ahead, named_later, opening
from kg.extract.coreference.behind import ABSTRACT, name_behind, note_description, note_people
from kg.extract.coreference.by_deed import by_deed
from kg.extract.coreference.capitals import capital
from kg.extract.coreference.clauses import same_clause
from kg.extract.coreference.fighters import fighters
from kg.extract.coreference.identified import identified
from kg.extract.coreference.nobody import (
    introduced,
    of_all,
    of_umbrella,
    society,
    to_be_chosen,
    to_come,
)
from kg.extract.coreference.nouns import (
    DOERS,
    PRAISED,
    PRAISING,
    NounClass,
    may_name_body,
    may_name_person,
    names_person,
    noun_classes,
)
from kg.extract.coreference.others import somebody_else
from kg.extract.coreference.periphrases import by_periphrasis
from kg.extract.coreference.ranking import UNIONS, Anaphor, Judge, anaphor, candidates
from kg.extract.coreference.ranking.sorts import is_public
from kg.extract.coreference.rivals import of_rival
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.settled import place_of_name
from kg.extract.coreference.sole import brought_in, just_founded, one_of_lands, only_of_sort
from kg.extract.coreference.spoken_of import speaking_of_itself, told_by_itself
from kg.extract.coreference.strangers import EMPTY, of_scientists
from kg.extract.coreference.told_apart import told_apart
from kg.extract.grammar.climbing import equated
from kg.extract.grammar.coordination import conjuncts
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import DEMONSTRATIVES, INDEFINITE_ARTICLES, REGION_KINDS
from kg.lexicon.peoples import countries, townspeople
from kg.lexicon.tables import lexicon
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

DEFINITE: Final = frozenset(
    """du au le la les l' ce cet cette ces son sa ses leur leurs the this that these his her its their notre nos
    our""".split()
)
# English nouns for what people and bodies can both be.
EITHER: Final = frozenset(
    """rival rivals competitor competitors partner partners supplier suppliers opponent opponents ally allies sponsor
    owner owners customer customers neighbour neighbours neighbor neighbors challenger challengers""".split()
)
OWN: Final = ("propre", "own")
# What a person may be as well as a firm: « son concurrent, Novatel »
_BY_OWNING: Final = frozenset(
    "actionnaire propriétaire repreneur acquéreur acheteur investisseur concurrent concurrente rival rivale".split()
)
_MASS: Final = frozenset("air power energy health press post".split())  # "from the air" is of no airline
_CRAFT: Final = frozenset("station sonde fusée capsule navette télescope satellite".split())
HEADED: Final = (EntityType.ORGANIZATION, EntityType.PLACE, EntityType.EVENT)


def describe(
    reading: Reading, sentence: Sentence, token: Token, salience: Salience, judge: Judge
) -> tuple[Reference, ...]:
    """Resolve a common noun: a name beside it says who it is; else a definite one looks back."""
    kind = noun_classes(reading.language).get(token.lower)
    if kind is not None and kind.name == "account":
        return accounts.resolve_account(reading, sentence, token, salience)
    named = _by_name(reading, sentence, token, kind) or place_of_name(reading, sentence, token)
    named = named or fighters(reading, sentence, token, salience)
    named = named or by_periphrasis(reading, sentence, token, salience)
    if named or token.lower in EMPTY or of_all(sentence, token) or society(sentence, token):
        return named
    determiners = {child.lower.replace("’", "'") for child in sentence.children(token, "det", "nmod:poss", "case")}
    if kind is not None and kind.name == "person_role" and determiners & INDEFINITE_ARTICLES:
        return named_later(reading, sentence, token) or opening(reading, sentence, token, salience)
    own = any(child.lower in OWN for child in sentence.children(token, "amod"))  # « sa propre société » is another one
    own = own or (kind is not None and kind.type is EntityType.ORGANIZATION and to_come(sentence, token))
    own = own or (names_person(token.lower, reading.language) and introduced(sentence, token))
    own = own or to_be_chosen(sentence, token)
    own = own or (reading.language == "en" and of_scientists(token, salience))
    another = own or any(sentence.children(token, "nummod")) or told_apart(reading, sentence, token)
    if not determiners & DEFINITE or token.plural or another:
        return ()
    if kind is not None and kind.type is EntityType.PLACE and _of_place(reading, sentence, token):
        return ()
    if kind is not None and kind.type is EntityType.ORGANIZATION and _of_others(sentence, token):
        return ()
    known = capital(reading, sentence, token, salience) or described_again(reading, sentence, token, salience)
    known = known or _by_its_head(reading, sentence, token, salience) or of_rival(reading, sentence, token, salience)
    known = known or by_deed(reading, sentence, token, salience)
    known = known or just_founded(reading, sentence, token, salience)
    known = known or only_of_sort(reading, sentence, token, salience)
    ahead = known or named_ahead(reading, sentence, token, salience)
    found = ahead or told_by_itself(reading, sentence, token) or _look_back(reading, sentence, token, salience, judge)
    found = found or speaking_of_itself(reading, sentence, token)
    return note_people(reading, sentence, token, () if _said_of_another(reading, sentence, token, found) else found)


def _said_of_another(reading: Reading, sentence: Sentence, token: Token, found: tuple[Reference, ...]) -> bool:
    """Tell "Mubarak was the president of Egypt": no other president than the subject."""
    subjects = [t for t in sentence.children(token, "nsubj") if t.index < token.index and t.name is not None]
    who = {r.entity for t in subjects for r in reading.referents(sentence, t)}
    person = any(reading.entities[i].type is EntityType.PERSON for i in who)
    return person and any(sentence.children(token, "cop")) and not {r.entity for r in found} & who


def _by_name(reading: Reading, sentence: Sentence, token: Token, kind: NounClass | None) -> tuple[Reference, ...]:
    """Return whom a name beside or behind the noun says it is."""
    beside = _name_beside(reading, sentence, token, kind)
    if beside is not None:
        return (beside, *_joined_names(reading, sentence, token, beside))
    behind = _apposed_to(reading, sentence, token, kind) or name_behind(reading, sentence, token)
    behind = behind or identified(reading, sentence, token)
    return (behind,) if behind is not None else _joined_title(reading, sentence, token)


def _look_back(
    reading: Reading, sentence: Sentence, token: Token, salience: Salience, judge: Judge
) -> tuple[Reference, ...]:
    """Resolve « la société », « la plateforme », « le milliardaire » to the likeliest of those spoken of."""
    sought = anaphor(reading, sentence, token)
    found = judge(reading, sought, salience) or _only_union(reading, sought, salience)
    if found is None or found in salience.strangers or brought_in(reading, token, salience, found):
        return ()
    if somebody_else(reading, sentence, token, salience, found) or one_of_lands(reading, token, salience, found):
        return ()
    return (Reference(found, "nominal", f"likeliest entity for « {token.text} »", salience.last(found)),)


def _only_union(reading: Reading, sought: Anaphor, salience: Salience) -> str | None:
    """Return the only body without a known kind that was spoken of, for « le groupe », « le collectif »."""
    if sought.token.lower not in UNIONS:
        return None
    among = [i for i in candidates(reading, sought, salience) if i not in salience.strangers and i not in reading.kinds]
    recent = [i for i in among if not is_public(reading.entities[i].name)]
    return recent[0] if len(recent) == 1 else None


def _apposed_to(reading: Reading, sentence: Sentence, token: Token, kind: NounClass | None) -> Reference | None:
    """Return the entity of the name that a noun is in apposition to: « Jean Dubois, le Premier ministre danois, »."""
    name = sentence.head(token)
    identifier = reading.names.get(name.name) if name is not None and name.name is not None else None
    if name is None or identifier is None or token.dep != "appos" or preposition(sentence, token):
        return None
    if name.index > token.index or not _fits(reading.entities[identifier].type, kind, reading, token):
        return None
    _learn(reading, sentence, identifier, token, kind)
    return Reference(identifier, "nominal", "apposition to the name", name.span, name.span)


def _by_its_head(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Resolve « le rectorat » to « rectorat de Grenoble »: the last entity whose name has the noun as its head."""
    if any(sentence.children(token, "nmod", "appos", "amod", "compound")) or token.lower in _MASS:
        return ()
    if token.lower.endswith(ABSTRACT) and token.lower not in noun_classes(reading.language):
        return ()  # « la citoyenneté » is no « Citoyenneté Canada »
    at = 0 if reading.language == "fr" else -1
    headed = (*HEADED, EntityType.WORK) if token.lower in _CRAFT else HEADED
    heads = {e.id: e.name.partition(" of ")[0].split()[at] for e in reading.of_type(*headed) if " " in e.name}
    named = [one for one, head in heads.items() if head.lower() == token.lower]  # "the city": City of Leeds
    recent = [seen.entity for seen in salience.recent(10) if seen.entity in named]
    if not recent or same_clause(reading, sentence, token, recent[0]):
        return ()
    return (Reference(recent[0], "nominal", "its name begins with the noun", salience.last(recent[0])),)


def _joined_title(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Resolve a second title of one person: « le parolier et acteur Jean Dubois », « X, maire de A et chef de B »."""
    first = sentence.head(token)
    if token.dep != "conj" or first is None or not may_name_person(token.lower, reading.language) or token.plural:
        return ()
    if first.name is not None or any(sentence.children(token, "det", "case", "nmod:poss")):
        return ()  # « le maire et le préfet » are two
    holder = first
    found = reading.referents(sentence, first)
    above = sentence.head(first)
    if not found and first.dep == "appos" and above is not None:
        holder, found = above, reading.referents(sentence, above)
    return tuple(
        Reference(r.entity, "nominal", "a second title of the same person", r.span or r.antecedent or holder.span)
        for r in found
        if reading.entities[r.entity].type is EntityType.PERSON
    )


def _name_beside(reading: Reading, sentence: Sentence, token: Token, kind: NounClass | None) -> Reference | None:
    """Return the entity of a name in apposition: « le groupe Novatel », « la ministre, Anne Dubois »."""
    for child in _beside(sentence, token):
        if child.name is None or preposition(sentence, child):
            continue
        if child.dep.startswith(("obl", "dep", "conj", "nmod", "compound")) and child.span.start - token.span.end > 25:
            continue
        ahead = child.dep == "compound" and child.index < token.index
        ahead = ahead and (names_person(token.lower, reading.language) or _called_behind(sentence, token))
        if ahead or _added(sentence, child) or _held(sentence, token, child) or of_umbrella(sentence, token, child):
            continue  # "a Carter aide" is not Carter, "the US capital city of Washington" not the US
        identifier = reading.names.get(child.name)
        abbreviated = sentence.tokens[child.index - 1].text == "(" and sentence.tokens[child.index - 2].name is not None
        bracketed = (abbreviated and token.dep == "appos") or (
            kind is not None and kind.name == "place" and _in_brackets(sentence, token, child)
        )
        if (
            identifier is None or bracketed or _of_many(reading, sentence, token, child)
        ):  # « la commune de Lyon (Rhône) », « X, branche du Parti vert (PV) »
            continue
        entity = reading.entities[identifier]
        # "existing backers Google and Airbus"; « délégué CGT » is no body
        apposed = child.dep == "appos" and reading.language == "en" and entity.type is EntityType.ORGANIZATION
        body = apposed and kind is None and may_name_body(token.lower, reading.language)
        adjacent = apposed and child.index == token.index + 1 and kind is None  # "battery maker Novatel"
        if body or adjacent or (apposed and token.lower in EITHER) or _fits(entity.type, kind, reading, token):
            _learn(reading, sentence, identifier, token, kind)
            return Reference(identifier, "nominal", "name beside the noun", child.span)
    return None


def _of_many(reading: Reading, sentence: Sentence, token: Token, name: Token) -> bool:
    """Tell « aux salariés de Novatel, Paul Martin »: several are not the one who is named behind a comma."""
    several = any(sentence.children(name, "conj")) or name.dep == "conj"
    apart = sentence.tokens[name.index - 1].text == "," and any(sentence.children(token, "nmod"))
    person = reading.entities[reading.names[name.name or 0]].type is EntityType.PERSON
    return token.plural and apart and person and not several


def _in_brackets(sentence: Sentence, token: Token, name: Token) -> bool:
    """Tell whether a bracket opens between a noun and a name and does not close there."""
    between = [t.text for t in sentence.tokens[token.index : name.index]]
    return "(" in between and ")" not in between


def _called_behind(sentence: Sentence, token: Token) -> bool:
    """Tell a noun whose name stands behind "of": "the US capital city of Washington"."""
    of = (t for t in sentence.children(token, "nmod") if t.index > token.index and t.name is not None)
    return any(preposition(sentence, t) == "of" for t in of)


def _added(sentence: Sentence, name: Token) -> bool:
    """Tell a name that "and" joins to a noun: somebody else, "a party official and Jane Miller"."""
    joints = any(sentence.children(name, "cc")) or sentence.tokens[name.index - 1].lower in ("and", "or", "&")
    return name.dep == "conj" and joints


def _held(sentence: Sentence, noun: Token, name: Token) -> bool:
    """Tell the land behind a region: "in Helmand province, southern Afghanistan" the province is Helmand."""
    own = any(t.name is not None and t.index == noun.index - 1 for t in sentence.children(noun, "compound"))
    return (
        own and noun.lower in REGION_KINDS and name.index > noun.index and sentence.tokens[noun.index + 1].text == ","
    )


def _joined_names(reading: Reading, sentence: Sentence, token: Token, first: Reference) -> Iterator[Reference]:
    """Yield the further names beside a plural: "two former engineers, Mart Kask and Liis Org"."""
    names = [child for child in sentence.children(token, "appos", "flat") if child.span == first.antecedent]
    if not names or not token.plural:
        return
    for other in conjuncts(sentence, names[0]):
        identifier = reading.names.get(other.name) if other.name is not None else None
        same = identifier is not None and reading.entities[identifier].type is reading.entities[first.entity].type
        if identifier is not None and same and identifier != first.entity:
            yield Reference(identifier, "nominal", "name beside the noun", other.span, other.span)


def _beside(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """Yield what may name a noun, also where a noun stands between: « son fils, le cinéaste Jean Dubois »."""
    said = equated(sentence, noun)
    if said is not None:
        yield said
    for child in sentence.children(noun, "appos", "flat"):
        yield child
        if child.name is None and child.dep == "appos":
            yield from sentence.children(child, "appos")
    yield from sentence.children(noun, "nmod", "obl", "dep", "compound", "conj")


def _learn(reading: Reading, sentence: Sentence, identifier: str, token: Token, kind: NounClass | None) -> None:
    """Note what the text calls an entity, so that « le quotidien » later finds « le quotidien The Independent »."""
    note_description(reading, sentence, token, identifier)
    if kind is not None and kind.type is EntityType.ORGANIZATION is reading.entities[identifier].type:
        reading.kinds.setdefault(identifier, kind.name)


def _fits(kind: EntityType, noun: NounClass | None, reading: Reading, token: Token) -> bool:
    if reading.language == "fr" and token.lower in _BY_OWNING and kind in (EntityType.PERSON, EntityType.ORGANIZATION):
        return True
    if noun is None:
        titled = token.lower in lexicon()["person_titles"] or may_name_person(token.lower, reading.language)
        doer = reading.language == "fr" and (token.lower.endswith((*DOERS, *PRAISING)) or token.lower in PRAISED)
        kinds = doer or token.lower.endswith("ier") or token.lower in lexicon()["before:Organization"]
        folk = token.lower in countries("fr") or token.lower in townspeople()
        firm = reading.language == "fr" and (kinds or folk)
        return (kind is EntityType.PERSON and (titled or doer)) or (kind is EntityType.ORGANIZATION and firm)
    if noun.type is EntityType.PLACE:
        return kind is EntityType.PLACE
    return noun.type is kind


def _of_place(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « la région de Knik », « la capitale de l'Ukraine » from « cet État d'Inde », which was spoken of before."""
    if any(c.lower in DEMONSTRATIVES for c in sentence.children(token, "det")):
        return False
    names = [c for c in sentence.children(token, "nmod") if c.name is not None and c.name in reading.names]
    return any(reading.entities[reading.names[c.name or 0]].type is EntityType.PLACE for c in names)


def _of_others(sentence: Sentence, token: Token) -> bool:
    """Tell « l'association des joueurs de tennis »: a body that its members name, none that was spoken of."""
    below = (c for c in sentence.children(token, "nmod") if c.name is None and c.plural)
    return any(case.lower == "des" for c in below for case in sentence.children(c, "case"))
