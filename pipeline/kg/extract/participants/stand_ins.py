"""Finds whom a word stands for that names nobody itself: by its examples, its predicate or its apposition."""

import re
from functools import cache
from typing import Final

from kg.extract.coreference.beside import PAGES
from kg.extract.coreference.nouns import WITH_OFFICES, noun_classes
from kg.extract.coreference.ranking.sought import RELATIVES
from kg.extract.frames.instead import BOARDS
from kg.extract.grammar.among import named_one
from kg.extract.grammar.coordination import conjuncts, named_conjuncts
from kg.extract.grammar.examples import gives_example
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.participants.named_next import named_last, named_next
from kg.extract.participants.parts_of import at, other_team, share_of, team_of
from kg.extract.participants.posts import INDEFINITE, ONE_OF, in_post, turned_into, turned_too
from kg.extract.reading import Reading, Reference
from kg.extract.trees.apposition.french_nouns import in_two_words
from kg.lexicon.closed import DEMONSTRATIVES, FRENCH_POSSESSIVES, REGION_KINDS
from kg.lexicon.tables import lexicon, load_yaml
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_NAMED: Final = tuple("nommé prénommé baptisé appelé dénommé intitulé rebaptisé named called dubbed".split())
_KNOWN: Final = ("known", "billed", "styled")  # "a tournament known as the Barcelona Open"
_SOME: Final = frozenset("plusieurs quelques certains certaines several some many two".split())
# « le milieu de terrain Paul Martin », « l'arrière droit Paul Martin »: where somebody plays
_POSITIONS: Final = frozenset("milieu milieux arrière arrières demi demis avant avants centre centres".split())
_KEPT: Final = (EntityType.ONLINE_ACCOUNT, EntityType.WORK)  # what an account may be
_NO_TRADES: Final = frozenset("galerie gendarmerie infanterie cavalerie loterie série messagerie billetterie".split())
_RUNS: Final = ("édition", "cérémonie", "edition", "passage")
BEING: Final = ("est", "était", "fut", "is", "was")
_ITSELF: Final = ("se", "s'", "s’")  # « Le nouveau ministre s'appelle désormais Paul Martin »
_NAMELESS: Final = ("ex", "numéro")  # « l'ex Front patriotique », « son numéro deux Jean Dubois »
GROUPS: Final = frozenset("investors backers lenders funders group consortium coalition syndicate".split())
_LANDS: Final = frozenset("pays état états nation nations country countries".split())
_OF_LANDS: Final = frozenset("allié voisin partenaire rival ennemi ally allie neighbour neighbor partner".split())
_OF_BOARDS: Final = frozenset("administration surveillance direction gestion".split())
_OF_ARMS: Final = ("armé", "politique", "financier", "médiatique", "militaire")
_POSSESSIVES: Final = (*FRENCH_POSSESSIVES, "his", "her", "their", "its")

# "the hepatologist Ursula Frey": nouns for people whom no list has
_DOES = re.compile(r"(?:ist|ian|eer|[^t]er|or|man|woman|ess|ant)$")


def resolve(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return whom a word stands for, also by its examples, its predicate or its apposition."""
    direct = named_last(reading, sentence, token) or reading.referents(sentence, token)
    if direct:
        return direct
    return (
        _examples(reading, sentence, token)
        or predicated(reading, sentence, token)
        or _region(reading, sentence, token)
        or _whole(reading, sentence, token)
        or team_of(reading, sentence, token)
        or _board(reading, sentence, token)
        or _called(reading, sentence, token)
        or in_post(reading, sentence, token)
        or _one_of(reading, sentence, token)
        or share_of(reading, sentence, token)
        or other_team(reading, sentence, token)
        or named_next(reading, sentence, token)
    )


def _one_of(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    name = named_one(sentence, token)
    return tuple(at(r, name) for r in reading.referents(sentence, name)) if name is not None else ()


def _region(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the region whose kind stands behind its name: "in Helmand province, southern Afghanistan"."""
    if token.lower not in REGION_KINDS or reading.language != "en":
        return ()
    named = [t for t in sentence.children(token, "compound") if t.name is not None and t.index == token.index - 1]
    found = ((r, t) for t in named for r in reading.referents(sentence, t))
    return tuple(at(r, t) for r, t in found if reading.entities[r.entity].type is EntityType.PLACE)[:1]


def _called(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return what the name beside a noun of its kind says it is: « l'aciérie Novatel », « le fonds Novatel »."""
    if token.pos != "NOUN" or token.name is not None:
        return ()
    kind = noun_classes(reading.language).get(token.lower)
    account = kind is not None and kind.name == "account"  # « le compte Twitter de X » is not Twitter
    noun = "rival" if token.lower == "rivaux" else token.lower.removesuffix("s")
    for child in sentence.children(token, "appos", "flat"):
        if child.name is None or preposition(sentence, child):
            continue
        for found in reading.referents(sentence, child):
            page = token.lower in PAGES and reading.kinds.get(found.entity) == "platform"  # « sa chaîne YouTube »
            if page or (account and reading.entities[found.entity].type not in _KEPT):
                continue
            kinds = lexicon().get(f"beside:{reading.entities[found.entity].type.value}", frozenset())
            person = reading.entities[found.entity].type is EntityType.PERSON
            behind = person and reading.language == "en" and child.index == token.index + 1
            work = reading.language == "en" and reading.entities[found.entity].type is EntityType.WORK
            if (
                work  # "her account of the voyage, “The Lantern”"
                or noun in kinds
                or token.lower in kinds
                or (behind and _DOES.search(token.lower))
                or (person and token.lower in _POSITIONS and reading.language == "fr")
                or token.lower.removeprefix("ex-") in _NAMELESS
                or (person and in_two_words(sentence, token))
                or _arm(sentence, token)
                or _trades(noun, reading.entities[found.entity].type)
                or _row_beside(reading, sentence, token, child)
            ):  # « l'ex Front patriotique »
                more = [t for t in named_conjuncts(sentence, child) if token.plural and t is not child]
                others = [at(r, t) for t in more for r in reading.referents(sentence, t)]
                return (at(found, child), *others)  # « les deux villes, A et B »
    return () if account else _said_to_be(reading, sentence, token)


def _said_to_be(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return what is named so: « un site baptisé Novatel », « deux enfants prénommés Luc et Emma »."""
    said = list(sentence.children(token, "acl"))
    named = [
        t for v in said if v.lower.startswith(_NAMED) for t in sentence.children(v) if not preposition(sentence, t)
    ]
    named += [t for v in said if v.lower in _KNOWN for t in sentence.children(v) if preposition(sentence, t) == "as"]
    named = [t for t in named if t.name is not None][:1]
    if token.plural:
        named = [other for t in named for other in named_conjuncts(sentence, t)]
    return tuple(at(r, t) for t in named for r in reading.referents(sentence, t)[:1])


def _row_beside(reading: Reading, sentence: Sentence, token: Token, first: Token) -> bool:
    """Tell « ces titres, A, B et C »: a plural noun that no list has stands for the bodies in a row beside it.

    So for people right behind it, « ses coéquipières A et B », and for lands: « ses alliés, A et B ».
    """
    row = [t for t in conjuncts(sentence, first) if t.name is not None]
    kinds = {reading.annotation.names[t.name].type for t in row if t.name is not None}
    people = kinds == {EntityType.PERSON} and first.index == token.index + 1 and reading.language == "fr"
    lands = kinds == {EntityType.PLACE} and token.lower.removesuffix("s") in _OF_LANDS
    return token.plural and len(row) > 1 and (people or lands or kinds == {EntityType.ORGANIZATION})


def _trades(noun: str, kind: EntityType) -> bool:
    """Tell « sa limonaderie Fontaine-Bleue », a firm by what it makes, from « la gendarmerie »."""
    return kind is EntityType.ORGANIZATION and noun.endswith("erie") and noun not in _NO_TRADES


def _arm(sentence: Sentence, token: Token) -> bool:
    """Tell « le bras armé du parti », which is a body, from an arm."""
    return token.lower == "bras" and any(t.lower in _OF_ARMS for t in sentence.children(token, "amod", "acl"))


def _whole(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the body that a part of it stands for: « la direction de Novatel », « le siège de Novatel »."""
    kind = noun_classes(reading.language).get(token.lower)
    place = kind is not None and kind.name == "place"  # « la ville de Lyon », "the mining town of Ouara"
    held = token.lower in _RUNS  # « la 62e édition du festival de Cannes », « le passage du typhon Haima »
    part = (is_part(token) and not _some_of_it(sentence, token)) or _body_itself(sentence, token)
    if not (part or place or held) or (place and _land_in(sentence, token)):
        return ()
    bodies = (EntityType.EVENT,) if held else WITH_OFFICES
    for child in sentence.children(token, "nmod"):
        possessive = child.dep == "nmod:poss" and not place
        joint = preposition(sentence, child)
        if joint in ("de", "of") or possessive or (joint == "from" and not place):  # "a delegation from Novatel"
            several = (
                conjuncts(sentence, child) if place and token.plural else [child]
            )  # « les villes de Lyon et Lille »
            parts = [(t, r) for t in several for r in reading.referents(sentence, t)]
            found = [at(r, t) for t, r in parts if reading.entities[r.entity].type in bodies]
            if found:
                return tuple(found)
    return ()


def _some_of_it(sentence: Sentence, noun: Token) -> bool:
    """Tell « trois dirigeants de Novatel », "several officials of Novatel": some people are not the body.

    Nor are those who are named: « les dirigeants de Novatel, Anne Dubois et Paul Martin ».
    """
    some = any(child.lower in _SOME for child in sentence.children(noun, "det", "amod"))
    named = any(child.name is not None for child in sentence.children(noun, "appos"))
    return noun.plural and (some or named or any(sentence.children(noun, "nummod")))


def _land_in(sentence: Sentence, noun: Token) -> bool:
    """Tell « cette ville du Mali », « deux pays d'Afrique » from « la ville de Lyon »: the name is of what holds it."""
    determiners = {child.lower for child in sentence.children(noun, "det")}
    several = noun.plural or not determiners.isdisjoint(INDEFINITE) or any(sentence.children(noun, "nummod"))
    some = noun.plural and any(sentence.children(noun, "nummod")) and not any(sentence.children(noun, "det"))
    return not determiners.isdisjoint(DEMONSTRATIVES) or (several and noun.lower in _LANDS) or some


def _body_itself(sentence: Sentence, token: Token) -> bool:
    """Tell « l'organisation de l'État islamique », « le groupe de l'État islamique »: the body itself."""
    articles = {child.lower for child in sentence.children(token, "det", "case")}
    return token.lower in ("organisation", "groupe") and bool(articles & {"le", "l'", "du", "au"}) and not token.plural


def _board(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the company whose board it is: « le conseil d'administration de Novatel »; no « conseil municipal »."""
    if token.lower not in BOARDS or token.name is not None:
        return ()
    below = list(sentence.children(token, "nmod"))
    below += [t for kind in below if kind.lower in _OF_BOARDS for t in sentence.children(kind, "nmod")]
    first = (t for t in below if preposition(sentence, t) == "de")
    bodies = (part for t in first for part in conjuncts(sentence, t))
    found = [at(r, t) for t in bodies for r in reading.referents(sentence, t)]
    return tuple(r for r in found if reading.entities[r.entity].type is EntityType.ORGANIZATION)


def is_part(token: Token) -> bool:
    """Tell a noun for the part of a body that acts or suffers for all of it: "officials of Novatel"."""
    return token.lower in _parts()


@cache
def _parts() -> frozenset[str]:
    raw = load_yaml("lexicon", "nominals.yaml")
    assert isinstance(raw, dict)
    return frozenset(str(raw["parts"]).split())


def _examples(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the members of « des groupes comme A, B et C »."""
    found: list[Reference] = []
    for child in (*sentence.children(token, "nmod", "obl", "appos", "dep", "advcl"), *_leaders(sentence, token)):
        if child.dep == "obl:agent" or gives_example(sentence, child):
            for part in conjuncts(sentence, child):
                found += [at(reference, part) for reference in reading.referents(sentence, part)]
    return tuple(found)


def _leaders(sentence: Sentence, token: Token) -> list[Token]:
    """Return who is named for a group: "investors led by A and B"."""
    if token.lower not in GROUPS:
        return []
    led = [child for child in sentence.children(token, "acl") if child.lower in ("led", "headed", "lead")]
    return [agent for verb in led for agent in sentence.children(verb, "obl:agent")]


def predicated(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the subject of which the noun is said: « X est un groupe qui … », « X, l'un des groupes qui … »."""
    head = sentence.head(token)
    if token.dep.partition(":")[0] in ("nmod", "obl") and head is not None and head.lower in ONE_OF:
        token, head = head, sentence.head(head)
    if token.dep.startswith("nsubj") and head is not None and any(sentence.children(head, "cop")):
        # « Les membres de la commission sont A et B »: the copula says who they are; « L'auteur est à Nice » does not.
        who = [] if preposition(sentence, head) else conjuncts(sentence, head)
        parts = [part for part in who if part.name is not None]
        return tuple(at(r, part) for part in parts for r in reading.referents(sentence, part))
    if token.dep.startswith("nsubj") and head is not None and (holder := _holder_behind(sentence, token)) is not None:
        return tuple(at(r, holder) for r in reading.referents(sentence, holder))
    post = token.pos == "NOUN" or (token.pos == "PROPN" and token.name is None)  # "and a former High Commissioner"
    if token.dep == "conj" and head is not None and post and not any(sentence.children(token, "nsubj")):
        token, head = _first_of_two(sentence, token, head)
    if any(sentence.children(token, "cop")):
        said_of = [part for s in _said_of(sentence, token) for part in conjuncts(sentence, s)]
        return tuple(at(r, s) for s in said_of for r in reading.referents(sentence, s))
    if token.dep == "appos" and head is not None:
        several = _several_of_one(sentence, token, head)
        return () if several else tuple(at(reference, head) for reference in reading.referents(sentence, head))
    holder = turned_into(reading, sentence, token, head) or turned_too(reading, sentence, token, head)
    return tuple(at(reference, holder) for reference in resolve(reading, sentence, holder)) if holder else ()


def _several_of_one(sentence: Sentence, noun: Token, name: Token) -> bool:
    """Tell "his wife, Jane, three children": so many are not the one person named before them."""
    counted = noun.plural and any(sentence.children(noun, "nummod"))
    one = name.name is not None or name.lower in RELATIVES
    return counted and one and not any(sentence.children(name, "conj"))


def _said_of(sentence: Sentence, noun: Token) -> list[Token]:
    """Return of whom a noun is said, also behind « et »: « avant d'être ministre », "is 40 and is a judge"."""
    subjects = list(sentence.children(noun, "nsubj"))
    elsewhere = noun.dep == "conj" or any(c.lower == "être" for c in sentence.children(noun, "cop"))
    return surface_subject(sentence, noun) if elsewhere and not subjects else subjects


def _first_of_two(sentence: Sentence, second: Token, first: Token) -> tuple[Token, Token | None]:
    """Return the first of two nouns that say what one is, with what it hangs from; else the second with the first.

    « est PDG de X et maire de Y » · "Jane Miller, a professor at X and director of Y,": neither comma nor « son ».
    """
    vague = any(c.lower in INDEFINITE for c in sentence.children(second, "det"))  # "is a good man and a good coach"
    if any(sentence.children(first, "cop")) and not vague:
        return first, sentence.head(first)
    beside = first.dep == "appos" and first.name is None and not (first.plural or second.plural)
    joint = next((t for t in sentence.tokens[first.index : second.index] if t.pos == "CCONJ"), None)
    whole = joint is not None and sentence.tokens[joint.index - 1].text != ","
    owned = any(c.lower in _POSSESSIVES for c in sentence.children(second, "det", "nmod:poss"))
    return (first, sentence.head(first)) if beside and whole and not owned else (second, first)


def _holder_behind(sentence: Sentence, noun: Token) -> Token | None:
    """Return the name behind « être »: « Le nouveau ministre est Paul Martin »."""
    last = max(t.index for t in sentence.subtree(noun) if t.lower not in BEING)
    behind = [t for t in sentence.tokens[last + 1 : last + 5] if t.pos != "ADV"]
    called = bool(behind) and behind[0].lower in _ITSELF
    after = behind[1:3] if called else behind[:2]
    being = ("nomme", "nommait", "appelle", "appelait") if called else BEING
    if len(after) < 2 or after[0].lower not in being or after[1].name is None:
        return None
    return after[1] if not noun.plural else None
