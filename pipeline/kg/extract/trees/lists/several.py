"""Puts the names of several people in apposition to the plural office before their comma.

« Les ministres des Affaires étrangères de la Russie et de la Turquie, Jean Dubois et Paul Martin, se sont … » ·
"The foreign ministers of Norway and Denmark, Jane Miller and John Smith, met …".
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from kg.extract.coreference.nouns import names_place
from kg.extract.grammar.coordination import conjuncts
from kg.extract.trees.apposition.callings import calls_person, fills_itself
from kg.extract.trees.mend import is_person, is_place, mend_each
from kg.lexicon.peoples import countries, country_adjective
from kg.lexicon.tables import COUNTRY, places
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_NEAR: Final = 3  # a title right before its name, or with a comma between them
_REACH: Final = 16  # tokens of a noun phrase before its comma
_AND: Final = ("et", "and")
_LANDS_TOO: Final = frozenset("Britain England Scotland Wales UK US U.S. America".split())  # beside the table's names
_LISTED: Final = frozenset((EntityType.ORGANIZATION, EntityType.PERSON))


def put_several(annotation: Annotation) -> Annotation:
    """Return the annotation with such lists of names below the noun that tells what they are."""

    def listed(sentence: Sentence) -> dict[int, Token]:
        found = _listed(annotation, sentence) | _second_titles(annotation, sentence)
        return found | _respective(annotation, sentence)

    in_turn, places = partial(_in_turn, annotation), partial(_places, annotation)
    return mend_each(annotation, listed, partial(_apposed_alike, annotation), _behind_title, in_turn, places)


def _places(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return A of « deux villes assiégées par les rebelles, A et B » beside the towns: no people are called so."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens[3:]:
        people = sentence.head(name) if name.dep in ("appos", "conj") and is_place(annotation, name) else None
        if people is None or people.index > name.index or names_place(people, "fr"):
            continue
        if not any(is_place(annotation, t) for t in sentence.children(name, "conj")):
            continue
        body = people.name is None or not is_place(annotation, people)
        at = sentence.head(people) if sentence.tokens[name.index - 1].text == "," and body else None
        while at is not None and at.head != at.index and not (at.plural and names_place(at, "fr")):
            at = sentence.head(at)
        if at is not None and at.plural and names_place(at, "fr") and at.index < people.index:
            moved[name.index] = replace(name, head=at.index, dep="appos")
    return moved


def _in_turn(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « le préfet » of « par le maire, A, le préfet, B, et C » as joined to the maire, B beside it."""
    moved: dict[int, Token] = {}
    for comma in sentence.tokens[1:-1]:
        title, name = sentence.tokens[comma.index - 1], sentence.tokens[comma.index + 1]
        if comma.text != "," or not is_person(annotation, name):
            continue
        while title.name is not None or title.dep == "nmod":
            if title.head >= title.index:
                break
            title = sentence.tokens[title.head]
        described = sentence.head(title)
        before = described is not None and described.index < title.index and described.dep in ("appos", "conj")
        first = sentence.head(described) if described is not None and before else None
        if first is None or first.pos != "NOUN" or not _titled(sentence, title):
            continue
        after = sentence.tokens[min(name.index + 1, len(sentence.tokens) - 1)]
        joined = [t for one in (title, described, name) if one is not None for t in sentence.children(one, "conj")]
        joined += [sentence.tokens[after.head]] if after.dep == "cc" else []
        moved |= {t.index: replace(t, head=first.index) for t in joined}
        moved[title.index] = replace(title, head=first.index, dep="conj")
        moved[name.index] = replace(name, head=title.index, dep="appos")
    return moved


def _titled(sentence: Sentence, title: Token) -> bool:
    """Tell « , le préfet du Rhône, » before a name: an office with its article behind a comma."""
    articles = [*sentence.children(title, "det")]
    before = sentence.tokens[articles[0].index - 1] if articles and articles[0].index else None
    office = title.pos == "NOUN" and title.dep == "appos" and calls_person(title.lower, "fr")
    return office and before is not None and before.text == ","


def _apposed_alike(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the second of "financed by Novatel, the World Bank and Boeing" as joined to the first, not its name.

    So of "Japan, the Philippines and the United States": no country is another one.

    Its own title may have swallowed the rest of the list: "Actor A, novelist B and the director C".
    """
    moved: dict[int, Token] = {}
    for second in sentence.tokens:
        first = sentence.head(second) if second.dep == "appos" and second.name is not None else None
        if first is None or first.name is None or second.name is None or first.index > second.index:
            continue
        kinds = {annotation.names[name].type for name in (first.name, second.name)}
        more = any(any(sentence.children(t, "cc")) for t in conjuncts(sentence, second))
        last = _joined_to_title(sentence, second)
        alike = len(kinds) == 1 and kinds <= _LISTED
        lands = all(_land(annotation.names[n].form) for n in (first.name, second.name))
        if more and (alike or lands) and (last or any(sentence.children(second, "conj"))):
            moved[second.index] = replace(second, head=first.index, dep="conj")
            moved |= {t.index: replace(t, head=second.index) for t in last}
    return moved


def _land(name: str) -> bool:
    return places().get(name, 0.0) >= COUNTRY or name in _LANDS_TOO


def _joined_to_title(sentence: Sentence, name: Token) -> list[Token]:
    """Return what is joined to the title before a name: the director of "novelist B and the director C"."""
    titles = (t for t in sentence.children(name, "appos", "compound") if t.index < name.index and t.pos == "NOUN")
    return [t for title in titles for t in sentence.children(title, "conj") if t.index > name.index]


def _listed(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for comma in sentence.tokens[1:-3]:
        if comma.text != ",":
            continue
        names = list(_names(annotation, sentence, comma.index + 1))
        noun = _plural_before(annotation, sentence, comma.index) if len(names) > 1 else None
        if noun is not None and not _act(sentence, noun, names[-1]):
            moved |= _below(sentence, noun, names)
    return moved


def _respective(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the titles of « A et B, respectivement maire de Lyon et préfet du Rhône », each beside its own name."""
    moved: dict[int, Token] = {}
    if "respectivement" not in sentence.words:
        return moved
    for each in sentence.tokens[3:-1]:
        if each.lower != "respectivement" or sentence.tokens[each.index - 1].text != ",":
            continue
        verb = next((t.index for t in sentence.tokens[each.index :] if t.pos in ("VERB", "AUX")), len(sentence.tokens))
        after = sentence.tokens[each.index : verb]
        titles = [t for t in after if t.pos == "NOUN" and calls_person(t.lower, "fr") and t.dep in ("appos", "conj")]
        last = sentence.tokens[each.index - 2]
        first = sentence.head(last) if last.dep == "conj" else None
        names = [t for t in conjuncts(sentence, first or last) if t.index < each.index and is_person(annotation, t)]
        if len(names) == len(titles) > 1:
            pairs = zip(titles, names, strict=True)
            moved |= {title.index: replace(title, head=name.index, dep="appos") for title, name in pairs}
    return moved


def _act(sentence: Sentence, noun: Token, last: Token) -> bool:
    """Tell "According to officials, Miller and Carter agreed": behind a circumstance the names are the subjects."""
    after = sentence.tokens[last.index + 1 : last.index + 2]
    return any(sentence.children(noun, "case")) and any("VerbForm=Fin" in t.morph for t in after)


def _second_titles(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the second titles of « Jean Dubois, PDG et actionnaire de Novatel », joined to the first one.

    So of a firm: « Novatel, maison mère de X et propriétaire de Y ».
    """
    language = annotation.document.language
    moved: dict[int, Token] = {}
    for joint in sentence.tokens[2:-1]:
        if joint.lower not in _AND:
            continue
        second = next((t for t in sentence.tokens[joint.index + 1 : joint.index + 4] if t.pos == "NOUN"), None)
        name = sentence.head(second) if second is not None and second.dep == "conj" else None
        if second is None or name is None or name.name is None:
            continue
        first = [t for t in sentence.children(name, "appos") if t.index < joint.index and t.pos == "NOUN"]
        plain = first and not any(t.text == "," for t in sentence.tokens[first[-1].index : second.index])
        kind = annotation.names[name.name].type
        person = kind is EntityType.PERSON
        calls = calls_person(second.lower, language) if person else fills_itself(second.lower, language, kind)
        if plain and calls:
            moved[second.index] = replace(second, head=first[-1].index)
    return moved


def _names(annotation: Annotation, sentence: Sentence, at: int) -> Iterator[Token]:
    """Yield the persons of « A, B et C » from an index on, if such a list stands there."""
    found: list[Token] = []
    if [t.lower for t in sentence.tokens[at : at + 2]] == ["à", "savoir"]:
        at += 2
    while (name := _person_at(annotation, sentence, at)) is not None:
        found.append(name)
        joint = sentence.tokens[name.index + 1] if name.index + 1 < len(sentence.tokens) else None
        if joint is None or joint.lower not in {*_AND, ","}:
            return
        at = joint.index + 1
        if joint.lower in _AND:
            last = _person_at(annotation, sentence, at)
            yield from (*found, last) if last is not None else ()
            return


def _person_at(annotation: Annotation, sentence: Sentence, at: int) -> Token | None:
    """Return the person named at an index, also behind « le Suisse »."""
    first = next(iter(sentence.tokens[at : at + 1]), None)
    if first is not None and first.lower in ("le", "la", "l'"):
        people = sentence.tokens[at + 1 : at + 2]
        at += 2 if people and people[0].lower in countries("fr") else 0
    name = next(iter(sentence.tokens[at : at + 1]), None)
    return name if name is not None and is_person(annotation, name) else None


def _plural_before(annotation: Annotation, sentence: Sentence, comma: int) -> Token | None:
    """Return the plural noun for people whose phrase, with a complement, ends at a comma and names nobody."""
    for token in reversed(sentence.tokens[max(0, comma - _REACH) : comma]):
        if _people(annotation, sentence, token):
            return token
        ends = token.pos in ("VERB", "AUX", "PRON", "SCONJ") or token.text in (",", ":", ";")
        if ends or is_person(annotation, token):
            return None
        people = token.pos == "NOUN" and token.name is None and calls_person(token.lower, annotation.document.language)
        if people and token.plural:
            return token if any(sentence.children(token, "nmod", "compound", "amod", "nmod:poss")) else None
    return None


def _people(annotation: Annotation, sentence: Sentence, token: Token) -> bool:
    """Tell « deux Français » of « deux Français, A et B, ont été arrêtés »."""
    group = token.name is not None and annotation.names[token.name].type is EntityType.GROUP
    counted = any(sentence.children(token, "nummod"))
    return group and counted and annotation.document.language == "fr" and country_adjective(token.lower) is not None


def _below(sentence: Sentence, noun: Token, names: list[Token]) -> dict[int, Token]:
    """Return the first name beside the noun and the others joined to it; the noun takes the first one's place."""
    first, *others = names
    above = sentence.head(noun)
    if above is not None and above.pos == "NUM":
        return _some_of(sentence, above, noun, names) if above.dep.startswith(("nsubj", "obj")) else {}
    moved = {first.index: replace(first, head=noun.index, dep="appos")}
    moved |= {other.index: replace(other, head=first.index, dep="conj") for other in others}
    if any(token is noun for token in sentence.subtree(first)) or first.dep.startswith("nsubj"):
        inside = {t.index for t in sentence.subtree(noun)}
        if first.head in inside or first.head == first.index:
            return moved if noun.head not in moved else {}
        moved[noun.index] = replace(noun, head=first.head, dep=first.dep)
    return moved


def _some_of(sentence: Sentence, number: Token, noun: Token, names: list[Token]) -> dict[int, Token]:
    """Return "two of his deputies, A and B" as two deputies with these names."""
    first, *others = names
    moved = {t.index: replace(t, head=number.index, dep="fixed") for t in sentence.children(noun, "case")}
    moved[number.index] = replace(number, head=noun.index, dep="nummod")
    moved[noun.index] = replace(noun, head=number.head, dep=number.dep)
    moved |= {t.index: replace(t, head=noun.index) for t in sentence.children(number) if t.index > noun.index}
    moved[first.index] = replace(first, head=noun.index, dep="appos")
    return moved | {other.index: replace(other, head=first.index, dep="conj") for other in others}


def _behind_title(sentence: Sentence) -> dict[int, Token]:
    """Return the second of "the station Novatel and its owner, Orbis" as joined to the station."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens:
        name = sentence.head(second) if second.dep == "conj" else None
        title = sentence.head(name) if name is not None and name.dep == "appos" and name.name is not None else None
        if name is None or title is None or title.pos != "NOUN" or title.plural or title.index > name.index:
            continue
        if title.name is None and second.index > name.index and name.index - title.index < _NEAR:
            moved[second.index] = replace(second, head=title.index)
            for joint in sentence.children(name, "cc"):
                moved[joint.index] = replace(joint, head=title.index)
    return moved
