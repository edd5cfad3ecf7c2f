"""Mends French lists of names that parsers take apart: « à A, à B et à C », « a rencontré A, B et C »."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.grammar.prepositions import ACCORDING_FR, preposition
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.apposition.nouns import governs
from kg.extract.trees.mend import mended, subject_label
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_REACH: Final = 6  # tokens from the one name back to the other
_JOINTS: Final = ("à", "de", "avec", "contre", "par", "pour", "chez", "en", "sur", "dans")
_ODD: Final = ("obl", "nmod", "appos", "parataxis", "dep", "obj", "xcomp", "dislocated")
_TEAMS: Final = frozenset({EntityType.PLACE, EntityType.ORGANIZATION})
_AND: Final = ("et", "ou", "puis", "ainsi")
_WHICH: Final = ("qui", "lequel", "laquelle", "lesquels", "lesquelles")
_HE: Final = ("il", "elle")


def put_lists(annotation: Annotation) -> Annotation:
    """Return the annotation with the names of such lists joined to the first; French only."""
    if annotation.document.language != "fr":
        return annotation
    made = []
    for sentence in annotation.sentences:
        better = mended(
            sentence, {**_with_same(sentence), **_joined_alike(annotation, sentence), **_hung_from_source(sentence)}
        )
        better = mended(better, {**_of_both(better), **_objects(annotation, better)})
        better = mended(better, {**_bare(annotation, better), **_middles(annotation, better)})
        better = mended(better, _last(annotation, better))
        made.append(mended(better, _beside_predicates(better)))
    return replace(annotation, sentences=tuple(made))


def _with_same(sentence: Sentence) -> dict[int, Token]:
    """Return the second of « à A, à B et à C » as joined to the first: a comma and the preposition once more."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens:
        joint = preposition(sentence, name) if name.name is not None else ""
        first = _name_before_comma(sentence, name) if joint in _JOINTS else None
        if first is None or first.head == name.index:
            continue
        more = any(any(sentence.children(t, "cc")) for t in sentence.children(name, "conj"))
        same = preposition(sentence, _top(sentence, first)) == joint
        if (
            more
            and same
            and name.dep.partition(":")[0] in ("obl", "nmod", "obj")
            and not governs(sentence, name, first)
        ):
            moved[name.index] = replace(name, head=first.index, dep="conj")
    return moved


def _joined_alike(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the second name of « en Italie et en France » as joined to the first, not to their verb."""
    moved: dict[int, Token] = {}
    for first, joint in pairwise(sentence.tokens):
        at = joint.index + (2 if joint.lower == "ainsi" else 1)  # « à A ainsi qu'à B »
        case = sentence.tokens[at : at + 1] if joint.pos == "CCONJ" or joint.lower == "ainsi" else ()
        second = sentence.head(case[0]) if case and first.name is not None else None
        if second is None or second.name is None or second.dep != "conj" or second.head in (first.index, second.index):
            continue
        kinds = {annotation.names[name.name].type for name in (first, second) if name.name is not None}
        same = {preposition(sentence, name) for name in (first, second)}
        if len(kinds) == len(same) == 1 and not same & {"", "de"} and not governs(sentence, second, first):
            moved[second.index] = replace(second, head=first.index)
    return moved


def _middles(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the middle of « A (PS), B (EELV) et C », « le Mali, le Niger et le Tchad » as joined to the first of them.

    No name stands in apposition to another of its kind with the same article: that is a list.
    """
    moved: dict[int, Token] = {}
    for token in sentence.tokens[1:]:
        if token.dep != "appos" or token.name is None or not _behind_comma(sentence, token):
            continue
        above = sentence.tokens[token.head]
        beside = [t for t in sentence.children(above, "appos") if above.plural and t.index < token.index]
        first = next((t for t in (above, *beside) if _alike(annotation, sentence, t, token)), None)
        if first is None:
            continue
        more = [*sentence.children(first, "conj"), *sentence.children(token, "conj")]
        if any(t.index > token.index and _alike(annotation, sentence, first, t) for t in more):
            moved[token.index] = replace(token, head=first.index, dep="conj")
    return moved


def _behind_comma(sentence: Sentence, name: Token) -> bool:
    """Tell whether a comma stands right before a name or its article."""
    at = next((t.index for t in sentence.children(name, "det")), name.index)
    return at > 0 and sentence.tokens[at - 1].text == ","


def _alike(annotation: Annotation, sentence: Sentence, first: Token, second: Token) -> bool:
    """Tell whether two names are of one kind, both with an article or both without, and without preposition."""
    kinds = {annotation.names[t.name].type if t.name is not None else None for t in (first, second)}
    articles = {any(sentence.children(t, "det")) for t in (first, second)}
    return len(kinds) == len(articles) == 1 and None not in kinds and not any(sentence.children(second, "case"))


def _of_both(sentence: Sentence) -> dict[int, Token]:
    """Return the second of « présidente du Tchad et de l'Union africaine » as joined to the first, not to the noun."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens:
        joint = sentence.child(second, "cc") if second.dep == "conj" else None
        if joint is None or joint.lower not in _AND:
            continue
        noun, case = sentence.head(second), preposition(sentence, second)
        if case not in _JOINTS:
            continue
        whose = noun is not None and (calls_person(noun.lower, "fr") or not preposition(sentence, noun))
        if noun is None or noun.pos != "NOUN" or not whose or any(sentence.children(joint, "fixed")):
            continue
        firsts = [t for t in sentence.children(noun, "nmod") if noun.index < t.index < joint.index]
        alike = [t for t in firsts if preposition(sentence, t) == case]
        if alike and preposition(sentence, noun) != case:
            moved[second.index] = replace(second, head=alike[-1].index)
    return moved


def _objects(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the second of « devance la Française A et la Polonaise B » as joined to the first, not to the verb."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens:
        joint = sentence.child(second, "cc") if second.dep == "conj" else None
        if joint is None or joint.lower not in _AND or not _ends_list(sentence, second):
            continue
        first = _object_before(sentence, joint)
        if first is None or second.head == first.index or preposition(sentence, second):
            continue
        if not governs(sentence, sentence.tokens[second.head], first):
            continue
        kinds = [_kind(annotation, sentence, noun) for noun in (first, second)]
        if kinds[0] is not None and kinds[0] is kinds[1]:
            moved[second.index] = replace(second, head=first.index)
    return moved


def _object_before(sentence: Sentence, joint: Token) -> Token | None:
    """Return the object of a verb whose phrase ends right before « et »."""
    at = sentence.tokens[joint.index - 1] if joint.index else None
    at = sentence.tokens[at.index - 1] if at is not None and at.text == "," and at.index else at
    while at is not None and at.dep != "obj" and at.pos != "VERB":
        at = sentence.head(at)
    if at is not None and at.pos == "VERB":  # « en devançant X au millième près, et Y au centième »
        at = next((t for t in sentence.children(at, "obj") if t.index < joint.index), None)
    return at if at is not None and at.dep == "obj" and sentence.tokens[at.head].index < at.index else None


def _ends_list(sentence: Sentence, noun: Token) -> bool:
    """Tell whether nothing behind a phrase makes it the subject of a clause without verb: « et B la troisième »."""
    at = max(t.index for t in sentence.subtree(noun)) + 1
    clause = any(sentence.children(noun, "nsubj", "cop", "obj", "aux", "advcl"))
    return not clause and (at >= len(sentence.tokens) or sentence.tokens[at].pos in ("PUNCT", "ADP", "CCONJ", "PRON"))


def _kind(annotation: Annotation, sentence: Sentence, noun: Token) -> EntityType | None:
    """Return the type of the name that a noun is or that stands right behind it."""
    named = next((t for t in (noun, *sentence.children(noun, "nmod", "appos", "flat")) if t.name is not None), None)
    return annotation.names[named.name].type if named is not None and named.name is not None else None


def _bare(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return B of « a rencontré A, B et C » as joined to A: names of one kind with commas, the last behind « et »."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens:
        odd = name.name is not None and (name.dep.partition(":")[0] in _ODD or _joined_to_verb(sentence, name))
        if not odd or any(sentence.children(name, "case", "cc")) or not _goes_on(sentence, name.index + 1):
            continue
        at = name.index - 1 - any(t.index == name.index - 1 for t in sentence.children(name, "det"))
        first = sentence.tokens[at - 1] if at > 0 and sentence.tokens[at].text == "," else None
        if first is None or first.name is None or first.index < first.head or first.head == name.index:
            continue
        begun = sentence.tokens[first.head] if first.dep == "conj" else first  # one of a list may be taken for another
        kinds = {annotation.names[t.name].type for t in (first, begun) if t.name is not None}
        kinds |= _TEAMS if kinds & _TEAMS else frozenset()  # « a joué pour Reims, le Real Madrid et Lyon »
        if (
            annotation.names[name.name or 0].type in kinds
            and first.head != first.index
            and not governs(sentence, name, first)
        ):
            moved[name.index] = replace(name, head=first.index, dep="conj")
    return moved


def _joined_to_verb(sentence: Sentence, name: Token) -> bool:
    """Tell B of « travaille pour A, B et C » that the parser joins to the verb."""
    verb = sentence.head(name)
    return name.dep == "conj" and verb is not None and verb.pos == "VERB" and verb.index < name.index


def _last(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return B of « travaille pour A et B » that the parser joins to the verb, as joined to A of the same kind.

    Behind « entre » both sides belong together whatever they are.
    """
    moved: dict[int, Token] = {}
    for first, joint, name in _with_and(sentence):
        after = sentence.tokens[name.index + 1 : name.index + 2]
        alike = annotation.names[first.name or 0].type is annotation.names[name.name or 0].type
        alike = alike or preposition(sentence, first) == "entre"
        ends = bool(after) and after[0].pos in ("PUNCT", "ADP")
        if ends and alike and _joined_to_verb(sentence, name) and first.index > name.head:
            moved[name.index] = replace(name, head=first.index)
            moved[joint.index] = replace(joint, head=name.index)
    return moved


def _with_and(sentence: Sentence) -> Iterator[tuple[Token, Token, Token]]:
    """Yield « NAME et NAME », an article allowed before the second."""
    for first, joint in pairwise(sentence.tokens):
        if first.name is None or joint.pos != "CCONJ":
            continue
        names = [t for t in sentence.tokens[joint.index + 1 : joint.index + 3] if t.pos != "DET"]
        if names and names[0].name is not None:
            yield first, joint, names[0]


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Tell whether « , B et C » or « et C » stands at an index: the rest of a list of names."""
    while at + 1 < len(sentence.tokens):
        joint, after = sentence.tokens[at], sentence.tokens[at + 1]
        after = sentence.tokens[at + 2] if after.pos == "DET" and at + 2 < len(sentence.tokens) else after
        if after.name is None or joint.lower not in {*_AND, ","}:
            return False
        if joint.lower in _AND:
            return True
        at = after.index + 1
    return False


def _top(sentence: Sentence, name: Token) -> Token:
    """Return the noun before a name that has its preposition: « au capitaine Paul Martin »."""
    head = sentence.head(name)
    return head if head is not None and name.dep.startswith(("appos", "flat")) and head.index < name.index else name


def _name_before_comma(sentence: Sentence, name: Token) -> Token | None:
    """Return the name right before the comma that precedes another, with its preposition and title."""
    for token in reversed(sentence.tokens[max(0, name.index - _REACH) : name.index]):
        if token.text == ",":
            before = sentence.tokens[token.index - 1] if token.index else None
            again = sentence.tokens[token.index + 1].pos == "ADP"  # not « de A, ancien président du Tchad »
            return before if before is not None and before.name is not None and again else None
        if token.pos not in ("ADP", "DET", "ADJ", "NOUN"):
            return None
    return None


def _beside_predicates(sentence: Sentence) -> dict[int, Token]:
    """Return the names after « il est l'auteur de chansons pour A, B », which say nothing of who he is."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens:
        if noun.pos != "NOUN" or not any(sentence.children(noun, "cop")):
            continue
        subjects = [t for t in sentence.children(noun, "nsubj") if t.lower in _HE or t.name is not None]
        if subjects and subjects[0].index < noun.index:
            for name in sentence.children(noun, "appos"):
                before = sentence.tokens[name.index - 2] if name.index > noun.index + 2 else None
                listed = before is not None and before.name is not None and before.head != name.index
                if name.name is not None and before is not None and listed and not governs(sentence, name, before):
                    moved[name.index] = replace(name, head=before.index, dep="conj")
    return moved


def _hung_from_source(sentence: Sentence) -> dict[int, Token]:
    """Return the clause after « Selon le directeur, », hung from its source, as a clause of its own."""
    moved: dict[int, Token] = {}
    for source in sentence.tokens[:_REACH]:
        above = sentence.head(source) if preposition(sentence, source) in ACCORDING_FR else None
        if above is None:
            continue
        moved |= _swallowed_subject(sentence, source, above)
        for clause in sentence.children(source, "nmod", "acl", "conj", "parataxis", "appos"):
            comma = any(t.text == "," for t in sentence.tokens[source.index : clause.index])
            subjects = [t for t in sentence.children(clause, "nsubj") if t.lower not in _WHICH]
            if comma and subjects and above.index > source.index:
                moved[clause.index] = replace(clause, head=above.index, dep="parataxis")
    return moved


def _swallowed_subject(sentence: Sentence, source: Token, verb: Token) -> dict[int, Token]:
    """Return « Martin » of « Selon Dubois, la présidente du club, Martin a été arrêté » as the subject of its verb."""
    if verb.pos != "VERB" or verb.index < source.index or any(sentence.children(verb, "nsubj", "csubj")):
        return {}
    finite = min((t.index for t in (verb, *sentence.children(verb, "aux", "advmod", "obj", "expl"))), default=0)
    name = sentence.tokens[finite - 1]
    comma = sentence.tokens[name.index - 1]
    below = any(t is name for t in sentence.subtree(source)) and name is not source
    if name.name is None or comma.text != "," or not below or finite <= source.index + 2:
        return {}
    return {name.index: replace(name, head=verb.index, dep=subject_label(sentence, verb))}
