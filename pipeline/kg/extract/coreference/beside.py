"""Says who a common noun is by the name beside or behind it: « le groupe Novatel », « X, maire de A et chef de B »."""

from collections.abc import Iterator
from typing import Final

from kg.extract.coreference.bare_titles import titled_before
from kg.extract.coreference.behind import name_behind, note_description
from kg.extract.coreference.identified import identified
from kg.extract.coreference.names_another import names_another
from kg.extract.coreference.nobody import of_umbrella
from kg.extract.coreference.nouns import (
    DOERS,
    KIN,
    PRAISED,
    PRAISING,
    PREFIX,
    NounClass,
    may_name_body,
    may_name_person,
    names_person,
    noun_classes,
)
from kg.extract.coreference.products import product
from kg.extract.coreference.ranking.sizes import lies_in
from kg.extract.grammar.climbing import equated
from kg.extract.grammar.coordination import conjuncts
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import POSSESSIVES, REGION_KINDS
from kg.lexicon.peoples import countries, townspeople
from kg.lexicon.tables import lexicon
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# English nouns for what people and bodies can both be.
EITHER: Final = frozenset(
    """rival rivals competitor competitors partner partners supplier suppliers opponent opponents ally allies sponsor
    owner owners customer customers neighbour neighbours neighbor neighbors challenger challengers""".split()
)
MARKS: Final = ('"', "«", "“", "'", "‘")
PAGES: Final = frozenset("chaîne page profil fil channel page profile feed".split())
_LEADING: Final = frozenset("leader allié alliée adversaire rival rivale concurrent concurrente partenaire".split())
# What a person may be as well as a firm: « son concurrent, Novatel »
_BY_OWNING: Final = frozenset(
    "actionnaire propriétaire repreneur acquéreur acheteur investisseur concurrent concurrente rival rivale".split()
)


def by_name(reading: Reading, sentence: Sentence, token: Token, kind: NounClass | None) -> tuple[Reference, ...]:
    """Return whom a name beside or behind the noun says it is."""
    if token.lower == "direction":
        return ()  # « la direction du quotidien La Voix du Nord » has no name of its own
    counsel = _counsel(reading, sentence, token)
    if counsel is not None:
        return (counsel,)
    earlier = titled_before(reading, sentence, token)
    apposed = _apposed_to(reading, sentence, token, kind) if earlier is not None else None
    if apposed is not None:
        return (apposed,)
    if earlier is not None and earlier.name is not None:
        note_description(reading, sentence, token, reading.names[earlier.name])
        return (Reference(reading.names[earlier.name], "nominal", "title without an article", earlier.span),)
    beside = _name_beside(reading, sentence, token, kind)
    if beside is not None:
        return (beside, *_joined_names(reading, sentence, token, beside))
    several = _apposed_to_several(reading, sentence, token, kind) if token.plural else ()
    if several:
        return several
    behind = _apposed_to(reading, sentence, token, kind) or name_behind(reading, sentence, token)
    behind = behind or identified(reading, sentence, token) or _named_with_second(reading, sentence, token)
    behind = behind or _quoted(reading, sentence, token, kind) or product(reading, sentence, token, kind)
    return (behind,) if behind is not None else _joined_title(reading, sentence, token)


def _counsel(reading: Reading, sentence: Sentence, token: Token) -> Reference | None:
    """Return the lawyer of « son conseil, Me Paul Martin »."""
    comma, title, name = [*sentence.tokens[token.index + 1 : token.index + 4], None, None, None][:3]
    if token.lower != "conseil" or comma is None or title is None or name is None or name.name is None:
        return None
    who = reading.names.get(name.name)
    if comma.text != "," or title.text not in ("Me", "Maître") or who is None:
        return None
    note_description(reading, sentence, token, who)
    return Reference(who, "nominal", "name beside the noun", name.span, name.span)


def _quoted(reading: Reading, sentence: Sentence, token: Token, kind: NounClass | None) -> Reference | None:
    """Return what is named between marks right behind a noun, whatever the tree: « L'application "Voisins" »."""
    mark, name = [*sentence.tokens[token.index + 1 : token.index + 3], None, None][:2]
    if kind is None or mark is None or name is None or mark.text not in MARKS or name.name is None:
        return None
    identifier = reading.names.get(name.name)
    if identifier is None or token.plural or not _fits(reading.entities[identifier].type, kind, reading, token):
        return None
    _learn(reading, sentence, identifier, token, kind)
    return Reference(identifier, "nominal", "name beside the noun", name.span)


def _apposed_to(reading: Reading, sentence: Sentence, token: Token, kind: NounClass | None) -> Reference | None:
    """Return the entity of the name that a noun is in apposition to: « Jean Dubois, le Premier ministre danois, »."""
    name = sentence.head(token)
    identifier = reading.names.get(name.name) if name is not None and name.name is not None else None
    if name is None or identifier is None or token.dep != "appos" or preposition(sentence, token):
        return None
    if any(_owned(sentence, t) for t in sentence.children(token, "conj")) and _owned(sentence, token):
        return None  # « Barack Obama, sa femme et ses filles »
    one = reading.entities[identifier].type is EntityType.PERSON and not any(sentence.children(name, "conj"))
    if one and token.plural and name.dep != "conj":
        return None  # « le Premier ministre, Paul Dubois, plusieurs ministres »
    if name.index > token.index or not _fits(reading.entities[identifier].type, kind, reading, token):
        return None
    _learn(reading, sentence, identifier, token, kind)
    return Reference(identifier, "nominal", "apposition to the name", name.span, name.span)


def _apposed_to_several(
    reading: Reading, sentence: Sentence, token: Token, kind: NounClass | None
) -> tuple[Reference, ...]:
    """Return both of « Anne Dubois et Claire Moreau, les avocates de X, »."""
    last = sentence.head(token) if token.dep == "appos" else None
    first = sentence.head(last) if last is not None and last.dep == "conj" else last
    names = [t for t in conjuncts(sentence, first) if t.index < token.index] if first is not None else []
    found = [(reading.names.get(t.name), t.span) for t in names if t.name is not None]
    if len(found) < 2 or len(found) != len(names) or preposition(sentence, token):
        return ()
    known = [
        (who, span)
        for who, span in found
        if who is not None and _fits(reading.entities[who].type, kind, reading, token)
    ]
    return tuple(Reference(who, "nominal", "apposition to the name", span, span) for who, span in known)


def _owned(sentence: Sentence, noun: Token) -> bool:
    return any(c.lower in POSSESSIVES for c in sentence.children(noun, "det"))


def _named_with_second(reading: Reading, sentence: Sentence, token: Token) -> Reference | None:
    """Return Dubois of « le leader du classement et champion en titre, Jean Dubois »: one person with two titles."""
    if token.plural or not names_person(token.lower, reading.language):
        return None
    for second in sentence.children(token, "conj"):
        bare = second.pos == "NOUN" and not any(sentence.children(second, "det", "case", "nmod:poss"))
        kin = token.lower in KIN and second.lower in KIN  # "her husband and son Paul" are two
        if bare and not kin and names_person(second.lower, reading.language):
            return _name_beside(reading, sentence, second, noun_classes(reading.language).get(second.lower))
    return None


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
        if child.name is None or preposition(sentence, child) or _works_there(reading, sentence, token, child):
            continue
        if child.dep.startswith(("obl", "dep", "conj", "nmod", "compound")) and child.span.start - token.span.end > 25:
            continue
        ahead = child.dep == "compound" and child.index < token.index
        ahead = ahead and (names_person(token.lower, reading.language) or _called_behind(sentence, token))
        ahead = ahead or lies_in(reading, token, child)
        if ahead or _added(sentence, child) or _held(sentence, token, child) or of_umbrella(sentence, token, child):
            continue  # "a Carter aide" is not Carter, "the Caribbean nation" not the Caribbean
        identifier = reading.names.get(child.name)
        doer = names_person(token.lower, reading.language) or token.lower.endswith(DOERS)  # « un secouriste du SNSM »
        abbreviated = sentence.tokens[child.index - 1].text == "(" and sentence.tokens[child.index - 2].name is not None
        bracketed = (abbreviated and (token.dep == "appos" or doer)) or (
            kind is not None and kind.name == "place" and _in_brackets(sentence, token, child)
        )
        page = token.lower in PAGES and reading.kinds.get(identifier or "") == "platform"  # « la chaîne YouTube de X »
        if (
            identifier is None or bracketed or page or _of_many(reading, sentence, token, child)
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


def _works_there(reading: Reading, sentence: Sentence, noun: Token, body: Token) -> bool:
    """Tell « le consultant RMC, Paul Martin »: the body stands bare behind the noun, and somebody behind that.

    Of a party it is somebody at any rate: « la maire LR de Nice », « le chef de file des députés PS ».
    """
    known = reading.names.get(body.name) if body.name is not None and body.index > noun.index else None
    firm = known is not None and reading.entities[known].type is EntityType.ORGANIZATION
    if not firm or not names_person(PREFIX.sub("", noun.lower), reading.language):
        return False
    if reading.language == "fr" and reading.kinds.get(known or "") == "party" and noun.lower not in _LEADING:
        return True
    if body.index > noun.index + 1:
        return False
    behind = (t for t in sentence.children(noun, "appos", "flat") if t.index > body.index and t.name is not None)
    found = (reading.names.get(t.name) for t in behind if t.name is not None)
    return any(i is not None and reading.entities[i].type is EntityType.PERSON for i in found)


def _of_many(reading: Reading, sentence: Sentence, token: Token, name: Token) -> bool:
    """Tell « aux salariés de Novatel, Paul Martin »: several are not the one who is named behind a comma."""
    if names_another(reading, sentence, token, name):
        return True
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
