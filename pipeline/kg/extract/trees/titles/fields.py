"""Reads English posts with their field and body: "a professor of Earth system science at Leeds University, who …".

The parser hangs the body, and the words of a long field, from whatever fits; in a row without a comma or verb the
field is the post's, the body too, and "who" is whoever holds it.
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_person
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_OF: Final = ("of", "in", "for")
_FIELD: Final = ("NOUN", "ADJ", "PROPN", "CCONJ", "DET")
_AT: Final = frozenset(("at", "for", "with"))
_LONGEST: Final = 12  # tokens of a field


def at_body(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the body of "a professor of logic and critical thought at Leeds University" below who is there.

    So too "director of safety for the city's Transit Authority"; in "Ann Hale, head and treasurer at Novatel," it is
    the last title's.
    """
    moved: dict[int, Token] = {}
    for body in sentence.tokens[4:]:
        above = sentence.head(body) if body.name is not None and body.dep.startswith(("nmod", "obl")) else None
        if above is None or above.index >= body.index:
            continue
        at = {c.lower for c in sentence.children(body, "case")}
        somebody = _field_of(annotation, sentence, body) if "at" in at else None
        if somebody is not None:
            moved |= _with_field(sentence, somebody, body)
            continue
        if is_person(annotation, above):
            somebody = _last_title(sentence, above, body) if at & _AT else None
        else:
            somebody = _beyond_field(annotation, sentence, above, body, at)
        if somebody is not None:
            moved[body.index] = replace(body, head=somebody.index)
    return moved


def _beyond_field(annotation: Annotation, sentence: Sentence, field: Token, body: Token, at: set[str]) -> Token | None:
    """Return who is in charge of a field, where the parser hung the body from that field."""
    firm = body.name is not None and annotation.names[body.name].type is EntityType.ORGANIZATION
    through = "at" in at or ("for" in at and firm)
    if not through or field.dep not in ("conj", "nmod") or field.name is not None or calls_person(field.lower, "en"):
        return None
    return post_above(sentence, field)


def _last_title(sentence: Sentence, name: Token, body: Token) -> Token | None:
    """Return the last title between the comma after a name and a body that was hung from the name."""
    between = sentence.tokens[name.index + 1 : body.index]
    if not between or between[0].text != "," or any(t.pos in ("VERB", "AUX") for t in between):
        return None
    titles = [t for t in between if t.dep in ("appos", "conj") and t.pos == "NOUN" and not t.plural]
    return titles[-1] if titles and calls_person(titles[-1].lower, "en") else None


def post_above(sentence: Sentence, body: Token) -> Token | None:
    """Return the noun for somebody in the singular that a body hangs from: "a professor of law at Harvard"."""
    at: Token | None = body
    while at is not None and at.dep.partition(":")[0] in ("nmod", "obl", "compound", "conj"):
        at = sentence.head(at)
        if at is not None and at.name is None and not at.plural and calls_person(at.lower, "en"):
            return at
    return None


def _field_of(annotation: Annotation, sentence: Sentence, body: Token) -> Token | None:
    """Return who is "at" a body, before a field that stands between: the professor of "a professor of law at X"."""
    case = next((t for t in sentence.children(body, "case") if t.lower == "at"), None)
    if case is None or body.name is None or annotation.names[body.name].type is not EntityType.ORGANIZATION:
        return None
    first = max(1, case.index - _LONGEST)
    for word in reversed(sentence.tokens[first : case.index]):
        before = sentence.tokens[word.index - 1]
        if word.lower in _OF and before.pos in ("NOUN", "PROPN") and calls_person(before.lower, "en"):
            return before if before.name is None and not before.plural and word.index + 1 < case.index else None
        if not (word.pos in _FIELD or word.lower in _OF or word.text == "&") or _somebody(annotation, word):
            return None
    return None


def _with_field(sentence: Sentence, post: Token, body: Token) -> dict[int, Token]:
    """Return the body below the post, the field's loose words too, and the clause with "who" below its holder."""
    case = sentence.children(body, "case")[0]
    moved = {body.index: replace(body, head=post.index, dep="nmod")}
    inside = sentence.tokens[post.index + 2 : case.index]
    heads = [t for t in inside if t.head == post.index]
    last = inside[-1]
    if last.pos in ("NOUN", "PROPN") and not post.index <= last.head < case.index:
        moved[last.index] = replace(last, head=post.index, dep="nmod")
        joint = any(t.pos == "CCONJ" for t in inside)
        if joint and heads:
            moved[last.index] = replace(last, head=heads[0].index, dep="conj")
        elif not joint:
            moved |= {t.index: replace(t, head=last.index, dep="compound") for t in heads}
            of = sentence.tokens[post.index + 1]
            moved[of.index] = replace(of, head=last.index, dep="case")
    holder = post.head if post.dep == "appos" else post.index
    for clause in sentence.children(body, "acl:relcl"):
        if any(t.lower == "who" for t in sentence.children(clause, "nsubj", "nsubj:pass")):
            moved[clause.index] = replace(clause, head=holder)
    return moved


def _somebody(annotation: Annotation, word: Token) -> bool:
    named = None if word.name is None else annotation.names[word.name].type
    return named in (EntityType.PERSON, EntityType.ORGANIZATION) or (named is None and calls_person(word.lower, "en"))


def named_behind(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return whoever stands behind a post between commas beside the post, with whoever is joined to him joined to it.

    "The head of the land's intelligence agency, Jane Miller, and Novatel chief John Carter met": nobody is an agency.
    """
    moved: dict[int, Token] = {}
    for name in sentence.tokens[4:-1]:
        above = sentence.head(name) if name.dep == "appos" and is_person(annotation, name) else None
        commas = (sentence.tokens[name.index - 1].text, sentence.tokens[name.index + 1].text)
        if above is None or commas != (",", ",") or above.index > name.index or above.name is not None:
            continue
        post = above if calls_person(above.lower, "en") else post_above(sentence, above)
        if post is None or not post.dep.startswith(("nsubj", "obj", "obl")) or post.plural:
            continue
        moved[name.index] = replace(name, head=post.index)
        for other in (*sentence.children(name, "conj"), *sentence.children(above, "conj")):
            if other.index > name.index:
                moved[other.index] = replace(other, head=post.index)
                joints = [*sentence.children(name, "cc"), *sentence.children(above, "cc")]
                moved |= {t.index: replace(t, head=other.index) for t in joints if name.index < t.index < other.index}
    return moved
