"""Gives French subjects back to the main verb where what stands between two commas swallowed both.

« Yoon Tae-min, qui avait raté la primaire de 2015, succède à Shin Eun-ji » · « Dubois, élue en 2012, rejoint … » ·
« Vince, un rhinocéros de quatre ans, a été abattu »: the parser puts the verb between the commas, or the name, on top,
or takes the object for the subject. « X, qui …, VERB » has one reading only, and so has « X, PARTICIPLE …, VERB ».
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.coreference.nouns import speaks
from kg.extract.grammar.voice import AVOIR, ETRE
from kg.extract.trees.mend import mended, two_subjects
from kg.model.annotation import Annotation, Sentence, Token

_CLITICS: Final = frozenset("ne n' se s' y en lui leur le la les l' l’ n’ s’".split())
_HELD: Final = frozenset("que qu' qu’ si quand lorsque lorsqu' comme dont où car et ou mais puis".split())
_TOO: Final = ("lui", "elle", "eux", "elles")  # « X, elle aussi ministre, … »
_JOINED: Final = ("conj", "nmod", "obl", "obl:mod", "appos")
_REACH: Final = 40  # tokens: the longest relative clause


def give_back_subjects(annotation: Annotation) -> Annotation:
    """Return the annotation with such verbs on top, above the subject, the relative clause below it; French only."""
    if annotation.document.language != "fr":
        return annotation
    made = (
        mended(
            sentence,
            {
                **_joined(sentence),
                **_joined_phrases(sentence),
                **_listed(sentence),
                **_reasons(sentence),
                **_while(sentence),
            },
        )
        for sentence in annotation.sentences
    )
    return replace(annotation, sentences=tuple(_mend(sentence) for sentence in made))


def _reasons(sentence: Sentence) -> dict[int, Token]:
    """Return « Deux hommes accusés de vol pour avoir fui ont été condamnés » with the men as who was condemned."""
    moved: dict[int, Token] = {}
    for infinitive in sentence.tokens:
        guilty = sentence.head(infinitive) if infinitive.dep == "conj" and infinitive.pos == "VERB" else None
        if guilty is not None and guilty.dep == "xcomp":
            if guilty.lower.startswith("coupable"):  # « a été reconnu coupable et condamné à … »
                moved[infinitive.index] = replace(infinitive, head=guilty.head)
            continue
        if infinitive.pos != "VERB" or not infinitive.dep.startswith("nsubj"):
            continue
        words = (infinitive, *sentence.children(infinitive, "aux"))
        mark = next((t for word in words for t in sentence.children(word, "mark") if t.pos == "ADP"), None)
        subject = sentence.child(infinitive, "nsubj")
        if mark is None or subject is None:
            continue
        if subject.index < mark.index and infinitive.head > infinitive.index:
            moved[subject.index] = replace(subject, head=infinitive.head, dep=infinitive.dep)
            moved[infinitive.index] = replace(infinitive, head=subject.index, dep="acl")
    return moved


def _while(sentence: Sentence) -> dict[int, Token]:
    """Return « Le car qui s'est renversé, faisant un mort, a été saisi » with the car as what was seized."""
    moved: dict[int, Token] = {}
    for participle in sentence.tokens[2:]:
        verb = sentence.head(participle) if participle.dep == "advcl" and participle.lower.endswith("ant") else None
        subject = sentence.child(participle, "nsubj") if verb is not None else None
        if verb is None or subject is None or not subject.index < participle.index < verb.index:
            continue
        apart = sentence.tokens[participle.index - 1].text == ","
        if apart and not any(sentence.children(verb, "nsubj", "expl")):
            passive = any(child.dep == "aux:pass" for child in sentence.children(verb))
            moved[subject.index] = replace(subject, head=verb.index, dep="nsubj:pass" if passive else "nsubj")
    return moved


def _joined(sentence: Sentence) -> dict[int, Token]:
    """Return Y of « X a démissionné et Y lui a succédé » as the subject of the verb behind it, joined to the first."""
    moved: dict[int, Token] = {}
    for joint, name in pairwise(sentence.tokens[:-1]):
        if joint.pos != "CCONJ" or name.name is None or name.dep not in _JOINED:
            continue
        verb = _finite_at(sentence, name.index + 1)
        first = sentence.head(verb) if verb is not None else None
        if verb is None or first is None or any(sentence.children(verb, "nsubj", "mark", "cc")):
            continue
        inside = first.pos == "VERB" and any(t is name for t in sentence.subtree(first))
        if not inside or verb.index in (first.index, name.index) or first.index > name.index:
            continue
        passive = any(child.dep == "aux:pass" for child in sentence.children(verb))
        moved[name.index] = replace(name, head=verb.index, dep="nsubj:pass" if passive else "nsubj")
        moved[verb.index] = replace(verb, dep="conj")
        moved[joint.index] = replace(joint, head=verb.index)
    return moved


def _joined_phrases(sentence: Sentence) -> dict[int, Token]:
    """Return « la ministre » of « X a critiqué ce choix et la ministre Anne Dubois, a demandé … » as who demands."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens[1:-2]:
        joint = sentence.child(noun, "cc") if noun.dep == "conj" and noun.pos == "NOUN" else None
        if joint is None or joint.lower != "et" or any(sentence.children(noun, "case")):
            continue
        end = max(t.index for t in sentence.subtree(noun)) + 1
        verb = _finite_at(sentence, end + (sentence.tokens[min(end, len(sentence.tokens) - 1)].text == ","))
        first = sentence.head(verb) if verb is not None else None
        if verb is None or first is None or verb.dep not in ("parataxis", "conj") or first.index > joint.index:
            continue
        if first.pos != "VERB" or any(sentence.children(verb, "nsubj", "mark", "cc")):
            continue
        passive = any(child.dep == "aux:pass" for child in sentence.children(verb))
        moved[noun.index] = replace(noun, head=verb.index, dep="nsubj:pass" if passive else "nsubj")
        moved[verb.index] = replace(verb, head=first.index, dep="conj")
        moved[joint.index] = replace(joint, head=verb.index)
    return moved


def _counted_people(sentence: Sentence, noun: Token) -> bool:
    """Tell « Quatre skieurs » of « Quatre skieurs et un guide sont morts », which the parser has for the root."""
    return noun.pos == "NOUN" and speaks(noun, "fr") and any(sentence.children(noun, "nummod"))


def _listed(sentence: Sentence) -> dict[int, Token]:
    """Return A and C of « A, B et C ont rompu … » as its subjects, where the parser joins the verb and C to A."""
    first = next(sentence.roots(), None)
    if first is None or not (first.name is not None or _counted_people(sentence, first)):
        return {}
    for verb in sentence.children(first, "conj"):
        last = next((t for t in sentence.children(verb, "nsubj") if first.index < t.index < verb.index), None)
        joint = next((t for t in sentence.children(verb, "cc")), None)
        alike = last is not None and ((last.name is None) == (first.name is None))
        if verb.pos != "VERB" or last is None or not alike or joint is None or joint.index > last.index:
            continue
        if last.index - joint.index > 2 or not any(sentence.children(first, "conj")):
            continue
        return two_subjects(verb, first, last, joint)
    return {}


def _mend(sentence: Sentence) -> Sentence:
    comma = next((t for t in sentence.tokens[1:-3] if t.text == ","), None)
    if comma is None:
        return sentence
    name = sentence.tokens[comma.index - 1]
    opens = all(t.pos not in ("VERB", "AUX", "PUNCT", "SCONJ") for t in sentence.tokens[: comma.index])
    inner = _inner(sentence, comma) if opens and name.name is not None else None
    main = _main(sentence, comma, inner[0]) if inner is not None else None
    if inner is None or main is None:
        return sentence
    subject = _top(sentence, name)
    whole = main.head == main.index == subject.head and subject.dep.startswith("nsubj")
    if whole or any(sentence.children(subject, "case", "cc")):  # « A et B, …, VERB »: two subjects
        return sentence
    return mended(sentence, _moves(sentence, subject, inner, main))


def _inner(sentence: Sentence, comma: Token) -> tuple[Token, str] | None:
    """Return the head of what stands between the commas, and its function below the subject."""
    first = sentence.tokens[comma.index + 1]
    if first.lower == "qui":
        verb = _finite_at(sentence, comma.index + 2)
        return (verb, "acl:relcl") if verb is not None else None
    for token in sentence.tokens[first.index : first.index + 4]:
        if token.pos in ("VERB", "ADJ", "AUX") and "VerbForm=Part" in token.morph and token.name is None:
            above = sentence.tokens[token.head]  # « ayant été élu »
            return (above if token.dep.startswith("aux") and above.index > token.index else token), "acl"
        if token.pos == "NOUN" and token.quote is None:
            return (token, "appos") if not any(sentence.children(token, "case", "cop")) else None
        if token.pos not in ("ADV", "DET", "ADJ") and token.lower not in _TOO:
            break
    adjective = next((t for t in sentence.tokens[first.index : first.index + 2] if t.pos == "ADJ"), None)
    return (adjective, "acl") if adjective is not None else None  # « X, présent à Moscou, a … »


def _moves(sentence: Sentence, subject: Token, inner: tuple[Token, str], main: Token) -> dict[int, Token]:
    """Return the main verb on top, the subject and the former top below it, what was between below the subject."""
    moved = {
        t.index: replace(t, head=main.index, dep="punct" if t.pos == "PUNCT" else "parataxis")
        for t in sentence.tokens
        if t.head == t.index
    }
    passive = any(c.dep == "aux:pass" for c in sentence.children(main))
    for after in sentence.children(main, "nsubj"):
        if after.pos != "PRON" and after.index != subject.index:
            moved[after.index] = replace(
                after,
                dep="obj" if after.index > main.index else "appos",
                head=(main if after.index > main.index else subject).index,
            )
    moved[main.index] = replace(main, head=main.index, dep="ROOT")
    moved[subject.index] = replace(subject, head=main.index, dep="nsubj:pass" if passive else "nsubj")
    between, function = inner
    moved[between.index] = replace(between, head=subject.index, dep=function)
    return moved


def _top(sentence: Sentence, name: Token) -> Token:
    """Return the noun that the name stands beside: « la sénatrice Anne Dubois », else the name."""
    head = sentence.head(name)
    bare = name.dep.startswith(("appos", "flat", "nmod")) and not any(sentence.children(name, "case"))
    beside = bare and head is not None and head.index < name.index
    return head if beside and head is not None and head.pos in ("NOUN", "PROPN") else name


def _finite_at(sentence: Sentence, start: int) -> Token | None:
    """Return the verb of the clause whose finite form stands at an index, after clitics and adverbs."""
    for token in sentence.tokens[start : start + 4]:
        if token.lower in _CLITICS or (token.pos == "ADV" and token.index > start):
            continue
        auxiliary = token.lower in AVOIR or token.lower in ETRE
        if not auxiliary and (token.pos != "VERB" or "VerbForm=Fin" not in token.morph):
            return None
        above = sentence.tokens[token.head]
        return above if auxiliary and token.dep.startswith(("aux", "cop")) and above.index > token.index else token
    return None


def _main(sentence: Sentence, opening: Token, inner: Token) -> Token | None:
    """Return the first finite verb right after a comma behind what comes between, without a subject of its own."""
    for comma in sentence.tokens[inner.index + 1 : opening.index + _REACH]:
        if comma.text in (";", ":"):
            return None
        if comma.text != "," or comma.index + 1 >= len(sentence.tokens):
            continue
        verb = None if sentence.tokens[comma.index + 1].lower in _HELD else _finite_at(sentence, comma.index + 1)
        own = (
            [] if verb is None else [t for t in sentence.children(verb, "nsubj") if comma.index < t.index < verb.index]
        )
        if verb is not None and verb.index != inner.index and not own:
            return verb
    return None
