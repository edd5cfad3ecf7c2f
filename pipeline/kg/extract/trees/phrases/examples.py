"""Hangs the examples of a group from its noun, right behind it or where something stands between them.

« cinq personnes, dont Paul Martin, ont … » · « Plusieurs pays ont signé l'accord, dont la France et l'Italie » · "Three
people were arrested in Lyon, including Jane Miller": parsers make a relative clause of what « dont » leads in, and hang
the others from the verb or from the noun before the comma.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from kg.extract.coreference.nouns import noun_classes
from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.mend import mend_each
from kg.lexicon.tables import person_nouns
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_LEADS: Final = {
    "fr": (("dont",), ("parmi", "lesquels"), ("parmi", "lesquelles"), ("notamment",), ("à", "savoir")),
    "en": (("including",), ("among", "them"), ("notably",)),
}
_SIMILAR: Final = ("comme", "tels", "telles")
_LOOSE: Final = ("obl:mod", "obl:arg", "nmod", "advcl", "obl")
_BESIDE_NAMES: Final = ("DET", "ADJ", "NOUN", "NUM")
_NOMINAL: Final = ("NOUN", "PROPN")
_COUNTING: Final = frozenset("compte comptait comprend comprenait comporte comportait réunit contient".split())
_QUANTITIES: Final = frozenset("des plusieurs certains certaines quelques".split())
_MANY: Final = frozenset(
    """des plusieurs certains certaines quelques nombreux nombreuses divers diverses différents différentes several many
    some various numerous dozens scores hundreds""".split()
)
_PEOPLE: Final = frozenset("people celebrities dignitaries personnalités morts blessés tués invités dead".split())


def put_examples(annotation: Annotation) -> Annotation:
    """Return the annotation with such examples below the noun of their group."""
    near = (_among_them, _like) if annotation.document.language == "fr" else ()
    return mend_each(annotation, *near, partial(_far_off, annotation))


def _like(sentence: Sentence) -> dict[int, Token]:
    """Return A of « plusieurs maisons comme A et B », « les géants du secteur tels que A » below the plural noun.

    Parsers hang it from the verb, or from the noun within the group's.
    """
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_SIMILAR):
        return moved
    for lead in sentence.tokens[2:-1]:
        first = sentence.head(lead) if lead.lower in _SIMILAR and lead.dep == "case" else None
        if first is None or first.name is None or first.index < lead.index or first.dep not in _LOOSE:
            continue
        start = lead.index - 1 if sentence.tokens[lead.index - 1].text == "," else lead.index
        group = _plural_before(sentence, start)
        if group is not None and group.index != first.head:
            said = sentence.children(sentence.tokens[first.head], "acl")  # « de coureurs comme A et B ayant gagné »
            moved |= {t.index: replace(t, head=group.index) for t in said if t.index > first.index}
            moved[first.index] = replace(first, head=group.index, dep="nmod")
    return moved


def _plural_before(sentence: Sentence, end: int) -> Token | None:
    """Return the plural noun whose phrase ends at an index: « les géants » of « les géants du numérique »."""
    for token in reversed(sentence.tokens[max(0, end - 6) : end]):
        if token.pos in ("VERB", "AUX", "PUNCT", "PRON", "CCONJ"):
            return None
        if token.pos == "NOUN" and token.name is None and token.plural:
            return token
    return None


def _far_off(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return examples that something parts from their group."""
    moved: dict[int, Token] = {}
    for lead in _leads(annotation.document.language, sentence):
        first = _first_name(sentence, lead[-1])
        group = _group(annotation, sentence, lead[0], first) if first is not None else None
        if first is None or group is None or first.head == group.index:
            continue
        above = sentence.head(first)  # « dont la députée Anne Dubois et le sénateur Paul Martin »: the title is joined
        titled = above is not None and lead[-1].index < above.index < first.index
        top = above if above is not None and titled else first
        moved[top.index] = replace(top, head=group.index, dep="nmod")
        moved[lead[0].index] = replace(lead[0], head=top.index, dep="case", pos="ADP")
        moved |= {t.index: replace(t, head=lead[0].index, dep="fixed") for t in lead[1:]}
    return moved


def _leads(language: str, sentence: Sentence) -> Iterator[tuple[Token, ...]]:
    """Yield the words that lead examples in behind a comma."""
    for words in _LEADS.get(language, ()):
        if not sentence.words.issuperset(words):
            continue
        for at in range(2, len(sentence.tokens) - len(words)):
            lead = sentence.tokens[at : at + len(words)]
            if tuple(t.lower for t in lead) == words and sentence.tokens[at - 1].text in (",", "("):
                yield lead


def _first_name(sentence: Sentence, lead: Token) -> Token | None:
    """Return the first name behind a lead that no clause follows: examples end the sentence, or stand in brackets."""
    behind = sentence.tokens[lead.index + 1 :]
    first = next((t for t in behind if t.pos not in _BESIDE_NAMES or t.name is not None), None)
    if first is None or first.name is None:
        return None
    end = next((t.index for t in behind if t.text in (")", ";", ".")), len(sentence.tokens))
    verb = next((t for t in sentence.tokens[first.index + 1 : end] if t.pos in ("VERB", "AUX")), None)
    closed = verb is not None and lead.lower == "them" and sentence.tokens[verb.index - 1].text == ","
    return first if verb is None or closed else None  # "artists, among them Miller and Hill, signed"


def _group(annotation: Annotation, sentence: Sentence, lead: Token, first: Token) -> Token | None:
    """Return the nearest plural noun before the comma that says of what kind the examples are."""
    for noun in reversed(sentence.tokens[: lead.index - 1]):
        if noun.pos == "NOUN" and noun.name is None and _some(sentence, noun):
            return noun if _of_kind(annotation, noun, first) else None
    return None


def _some(sentence: Sentence, noun: Token) -> bool:
    """Tell a noun of which some are meant: counted, or of a number that is left open (« pays » is one and many)."""
    own = sentence.children(noun, "det", "nummod", "amod", "nmod", "obl")
    many = any(t.lower in _MANY or t.dep == "nummod" for t in own)
    return many or (noun.plural and not any(sentence.children(noun, "det")))


def _of_kind(annotation: Annotation, noun: Token, first: Token) -> bool:
    """Tell whether a noun can name what the first example is."""
    assert first.name is not None
    kind = annotation.names[first.name].type
    known = noun_classes(annotation.document.language).get(noun.lower)
    people = any(one in person_nouns() or one in _PEOPLE for one in (noun.lower, noun.lower.removesuffix("s")))
    return (known is not None and known.type is kind) or (people and kind is EntityType.PERSON)


def _among_them(sentence: Sentence) -> dict[int, Token]:
    """Return who is named behind « , dont » without a verb, as an example of the people before it."""
    moved: dict[int, Token] = {}
    for which in sentence.tokens[2:-1]:
        named = sentence.head(which)
        start = _opens(sentence, which)
        if start is None or named is None or named.pos not in _NOMINAL or named.index < which.index:
            continue
        group = _group_before(sentence, start - 1 if sentence.tokens[start - 1].text == "," else start)
        near = all(t.pos in ("DET", "ADJ", "NUM", "ADV") for t in sentence.tokens[which.index + 1 : named.index])
        after = sentence.tokens[named.index + 1 : named.index + 2]
        clause = any(sentence.children(named, "cop", "nsubj")) or any(t.pos in ("VERB", "AUX", "PRON") for t in after)
        if group is not None and near and not clause and group.index != named.index:
            group = _on_list(sentence, group) or group
            moved |= _as_joint(sentence, which, named)
            moved[named.index] = replace(named, head=group.index, dep="nmod")
            moved |= {t.index: replace(t, head=group.index) for t in _besides(sentence, group, named)}
    return moved


def _opens(sentence: Sentence, which: Token) -> int | None:
    """Return where « dont », « parmi lesquels » begins."""
    if which.lower == "dont":
        return which.index
    among = which.lower in ("lesquels", "lesquelles") and sentence.tokens[which.index - 1].lower == "parmi"
    return which.index - 1 if among else None


def _as_joint(sentence: Sentence, which: Token, named: Token) -> dict[int, Token]:
    """Return « dont », « parmi lesquels » as what joins a name."""
    among = sentence.child(which, "case")
    if among is None:
        return {which.index: replace(which, dep="case", pos="ADP")}
    return {
        among.index: replace(among, head=named.index, dep="case"),
        which.index: replace(which, head=among.index, dep="fixed"),
    }


def _on_list(sentence: Sentence, names: Token) -> Token | None:
    """Return « candidats » for « noms » in « la liste des candidats compte neuf noms, dont A »."""
    verb = sentence.head(names) if names.dep == "obj" else None
    lists = sentence.children(verb, "nsubj") if verb is not None and verb.lower in _COUNTING else ()
    listed = (t for one in lists if one.lower == "liste" for t in sentence.children(one, "nmod"))
    return next((t for t in listed if t.plural and t.name is None), None)


def _besides(sentence: Sentence, group: Token, named: Token) -> list[Token]:
    """Return « et de 73 blessés » of « de 18 morts, dont A, et de 73 blessés »: joined to the people, not to A.

    It has their preposition, or counts others behind the comma that ends the example.
    """
    joint, found = preposition(sentence, group), []
    for more in sentence.children(named, "conj"):
        cc = sentence.child(more, "cc")
        ended = cc is not None and sentence.tokens[cc.index - 1].text == ","
        if (joint and preposition(sentence, more) == joint) or (ended and any(sentence.children(more, "nummod"))):
            found.append(more)
    return found


def _group_before(sentence: Sentence, end: int) -> Token | None:
    """Return the plural noun of some number whose phrase ends at an index."""
    for token in reversed(sentence.tokens[max(0, end - 5) : end]):
        if token.pos in ("VERB", "AUX", "PUNCT", "PRON"):
            return None
        if token.pos == "NOUN" and token.name is None and token.plural:
            some = any(c.lower in _QUANTITIES for c in sentence.children(token, "det"))
            return token if some or any(sentence.children(token, "nummod")) else None
    return None
