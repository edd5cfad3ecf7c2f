"""Hangs what French adds behind a clause or a number from what it is added to.

« Dubois a été arrêté, ainsi que son adjoint » · « cinq personnes, dont Paul Martin, ont … »: the parser hangs the first
from the verb and makes a relative clause, or the subject, of the second.
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_NOMINAL: Final = ("NOUN", "PROPN")
_COUNTING: Final = frozenset("compte comptait comprend comprenait comporte comportait réunit contient".split())
_LIKEWISE: Final = ("tout comme", "de même que", "aussi bien que", "au même titre que")
_QUANTITIES: Final = frozenset("des plusieurs certains certaines quelques".split())


def put_added(annotation: Annotation) -> Annotation:
    """Return the annotation with such nouns and names in their places."""
    if annotation.document.language != "fr":
        return mend_each(annotation, _along)
    return mend_each(annotation, _as_well, _likewise, _among_them)


def _as_well(sentence: Sentence) -> dict[int, Token]:
    """Return what « ainsi que » adds, joined to the object, the agent or the subject before it."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens:
        verb = sentence.head(noun)
        added = noun.pos in _NOMINAL and any(c.lower == "ainsi" for c in sentence.children(noun, "cc"))
        if not added or verb is None or verb.pos != "VERB" or verb.index > noun.index:
            continue
        first = _parallel(sentence, verb, noun)
        if first is not None:
            moved[noun.index] = replace(noun, head=first.index, dep="conj")
    return moved


def _likewise(sentence: Sentence) -> dict[int, Token]:
    """Return B of « A, tout comme B, a soutenu X », joined to A: what is told of one is told of the other."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens[3:]:
        first = sentence.head(noun)
        joints = [t for t in sentence.children(noun, "case", "advmod") if t.index < noun.index]
        whole = " ".join(t.lower for j in joints for t in (j, *sentence.children(j, "fixed")))
        apart = bool(joints) and sentence.tokens[joints[0].index - 1].text == ","
        if noun.name is None or first is None or first.pos not in _NOMINAL or not apart or whole not in _LIKEWISE:
            continue
        moved[noun.index] = replace(noun, head=first.index, dep="conj")
        moved |= {t.index: replace(t, dep="cc") for t in joints}
    return moved


def _along(sentence: Sentence) -> dict[int, Token]:
    """Return B of "A, along with B, sued X", joined to A."""
    moved: dict[int, Token] = {}
    for first, along, joint in zip(sentence.tokens, sentence.tokens[2:], sentence.tokens[3:], strict=False):
        name = sentence.head(joint)
        if along.lower not in ("along", "together") or joint.lower != "with" or name is None or name.name is None:
            continue
        if first.dep.startswith("nsubj") and sentence.tokens[along.index - 1].text == ",":
            moved[name.index] = replace(name, head=first.index, dep="conj")
            moved[along.index] = replace(along, head=name.index, dep="cc")
            moved[joint.index] = replace(joint, dep="fixed", head=along.index)
    return moved


def _parallel(sentence: Sentence, verb: Token, noun: Token) -> Token | None:
    """Return what stands before a noun in the same function."""
    joint = preposition(sentence, noun).replace("ainsi que", "").strip()
    agents = [t for t in sentence.children(verb, "obl:agent") if t.index < noun.index]
    if joint == "par":
        return agents[0] if agents else None
    if joint or any(t.index > noun.index for t in sentence.children(verb, "obj", "xcomp", "ccomp")):
        return None
    objects = [t for t in sentence.children(verb, "obj") if t.index < noun.index]
    subjects = [t for t in sentence.children(verb, "nsubj") if t.index < noun.index and t.pos in _NOMINAL]
    return next(iter(objects or subjects), None)


def _among_them(sentence: Sentence) -> dict[int, Token]:
    """Return who is named behind « , dont » without a verb, as an example of the people before it."""
    moved: dict[int, Token] = {}
    for which in sentence.tokens[2:-1]:
        named = sentence.head(which)
        start = _opens(sentence, which)
        if start is None or named is None or named.pos not in _NOMINAL or named.index < which.index:
            continue
        group = _group(sentence, start - 1 if sentence.tokens[start - 1].text == "," else start)
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
    among = next(iter(sentence.children(which, "case")), None)
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
        cc = next(iter(sentence.children(more, "cc")), None)
        ended = cc is not None and sentence.tokens[cc.index - 1].text == ","
        if (joint and preposition(sentence, more) == joint) or (ended and any(sentence.children(more, "nummod"))):
            found.append(more)
    return found


def _group(sentence: Sentence, end: int) -> Token | None:
    """Return the plural noun of some number whose phrase ends at an index."""
    for token in reversed(sentence.tokens[max(0, end - 5) : end]):
        if token.pos in ("VERB", "AUX", "PUNCT", "PRON"):
            return None
        if token.pos == "NOUN" and token.name is None and token.plural:
            some = any(c.lower in _QUANTITIES for c in sentence.children(token, "det"))
            return token if some or any(sentence.children(token, "nummod")) else None
    return None
