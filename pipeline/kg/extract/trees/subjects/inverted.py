"""Gives French verbs the subjects that stand behind them (« …, explique-t-elle », « …, estime pour sa part Dubois »).

The parser cuts « explique-t-elle » into three words and calls the last two by many names. Here the pronoun becomes the
subject of the verb, without its hyphen, and a quotation before the verb its content.
"""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar.voice import AVOIR
from kg.extract.trees.mend import mended
from kg.extract.trees.sayings.listeners import behind_listeners
from kg.lexicon.tables import fold, lexicon
from kg.model import Span
from kg.model.annotation import Annotation, Sentence, Token

_PRONOUN: Final = re.compile(r"-(?:il|elle|ils|elles|on)")
_JOINT: Final = ("-t", "t", "-t-")
# « pour sa part », « de son côté », « à son tour »: they stand between a verb of saying and who speaks.
_ASIDE: Final = (("pour", "part"), ("de", "côté"), ("à", "tour"))
_BE: Final = ("est", "sont", "était", "étaient", "fut")  # « s'est-elle félicitée »
_HAVE: Final = ("a", "ont", "avait", "avaient")
_ODD: Final = ("appos", "obj", "nmod", "xcomp")
_OWN: Final = ("sa", "son", "leur")
_SELF: Final = ("se", "s'")


def turn_inverted(annotation: Annotation) -> Annotation:
    """Return the annotation with the subjects behind their verbs in their function."""
    if annotation.document.language != "fr":
        return annotation
    saying = load_frames("fr").clause_verbs["saying"]
    made = []
    for sentence in annotation.sentences:
        turned = sentence
        for pronoun in sentence.tokens:
            if pronoun.lower.startswith("-") and _PRONOUN.fullmatch(pronoun.lower):
                turned = _with_pronoun(turned, pronoun.index)
        turned = mended(turned, {**_datives(turned), **_behind_where(turned)})
        turned = mended(turned, behind_listeners(annotation, turned, saying))
        turned = mended(turned, {**_behind_reflexives(turned), **_behind_papers(turned, saying), **_after_all(turned)})
        made.append(_with_speaker(turned, saying))
    return replace(annotation, sentences=tuple(made))


def _datives(sentence: Sentence) -> dict[int, Token]:
    """Return « lui » of « un homme lui a tiré dessus » as the dative that it is right before a verb, no subject."""
    moved: dict[int, Token] = {}
    for pronoun, after in pairwise(sentence.tokens):
        clitic = pronoun.lower in ("lui", "leur") and pronoun.pos == "PRON" and pronoun.dep.startswith("nsubj")
        verb = after.pos in ("VERB", "AUX") and after.index in (pronoun.head, pronoun.head - 1)
        if clitic and verb and pronoun.index > 0:  # « Lui a refusé » is emphatic
            moved[pronoun.index] = replace(pronoun, dep="iobj")
    return moved


def _behind_where(sentence: Sentence) -> dict[int, Token]:
    """Return the bare noun behind the verb of « où résidait le coureur X », « où est né X » as its subject."""
    moved: dict[int, Token] = {}
    if "où" not in sentence.words:
        return moved
    for where in sentence.tokens:
        verb = sentence.head(where) if where.lower == "où" else None
        if verb is None or verb.pos != "VERB" or verb.index < where.index:
            continue
        between = sentence.tokens[where.index + 1 : verb.index]
        finite = "VerbForm=Fin" in verb.morph or any(sentence.children(verb, "aux"))
        if any(t.pos in ("NOUN", "PROPN", "PRON") and not t.dep.startswith("expl") for t in between) or not finite:
            continue
        behind = [t for t in sentence.children(verb, *_ODD, "obl:mod") if t.index > verb.index]
        bare = [
            t for t in behind if t.pos in ("NOUN", "PROPN") and not any(sentence.children(t, "case")) and not _times(t)
        ]
        if bare and not any(sentence.children(verb, "nsubj", "csubj", "expl:subj")):
            dep = "nsubj:pass" if any(sentence.children(verb, "aux:pass")) else "nsubj"
            moved[bare[0].index] = replace(bare[0], dep=dep)
    return moved


def _behind_reflexives(sentence: Sentence) -> dict[int, Token]:
    """Return the object behind a pronominal verb that has no subject as that: « Samedi se tenait la finale de X »."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_SELF):
        return moved
    for verb in sentence.tokens:
        if verb.pos != "VERB" or not any(t.lower in _SELF for t in sentence.children(verb, "expl")):
            continue
        if not any("VerbForm=Fin" in t.morph for t in (verb, *sentence.children(verb, "aux"))):
            continue
        own = [t for t in sentence.children(verb, "nsubj", "csubj", "expl:subj") if fold(t.lower) not in _calendar()]
        things = [t for t in sentence.children(verb, "obj") if t.index > verb.index and t.pos in ("NOUN", "PROPN")]
        if things and not own and not _named_before(sentence, verb) and verb.dep in ("ROOT", "conj"):
            moved[things[0].index] = replace(things[0], dep="nsubj")
            for day in sentence.children(verb, "nsubj"):
                moved[day.index] = replace(day, dep="obl:mod")
    return moved


def _behind_papers(sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    """Return who speaks in « …, a indiqué lundi dans un communiqué le ministère »: a bare phrase behind the paper."""
    moved: dict[int, Token] = {}
    for speaker in sentence.tokens:
        paper = sentence.head(speaker) if speaker.dep in ("nmod", "appos") else None
        if paper is None or paper.index >= speaker.index:
            continue
        bare = sentence.tokens[speaker.index - 1].dep == "det" and not any(sentence.children(speaker, "case"))
        verb = sentence.head(paper)
        if not bare or verb is None or not paper.dep.startswith("obl") or verb.index > paper.index:
            continue
        own = [t for t in sentence.children(verb, "nsubj", "csubj", "expl:subj") if not _times(t)]
        parted = sentence.tokens[paper.index + 1].text == ","
        helped = any(sentence.children(verb, "aux")) or "VerbForm=Fin" in verb.morph
        free = helped and not own and not parted and verb.dep != "conj"
        if verb.lower in saying and free and not _times(speaker):
            moved[speaker.index] = replace(speaker, head=verb.index, dep="nsubj")
    return moved


def _after_all(sentence: Sentence) -> dict[int, Token]:
    """Return A of « Ont également participé à la réunion A et B » as the subject: the verb begins the sentence."""
    helper, *others = sentence.tokens
    verb = sentence.head(helper) if helper.dep.startswith("aux") else None
    been = next((t for t in others[:1] if t.lower == "été" and helper.lower in _HAVE), None)
    if verb is None or any(sentence.children(verb, "csubj", "expl:subj")):
        return {}
    if any(sentence.children(verb, "nsubj")):
        return _participle(verb, been) if been is not None and been.head == verb.index else {}
    names = [t for t in sentence.tokens[verb.index + 1 :] if t.name is not None and t.dep in _ODD]
    bare = [t for t in names if not any(sentence.children(t, "case")) and sentence.tokens[t.index - 1].text != ","]
    dep = "nsubj:pass" if been is not None else "nsubj"
    return {bare[0].index: replace(bare[0], head=verb.index, dep=dep)} if bare and verb.pos == "VERB" else {}


def _participle(noun: Token, been: Token) -> dict[int, Token]:
    """Return « élus » of « Ont été élus A et B », which the parser takes for a noun, as a verb in the passive."""
    if noun.pos != "NOUN":
        return {}
    verb = replace(noun, pos="VERB", morph="Tense=Past|VerbForm=Part|Voice=Pass")
    return {verb.index: verb, been.index: replace(been, dep="aux:pass")}


def _times(token: Token) -> bool:
    return fold(token.lower) in _calendar() or token.lower in ("veille", "lendemain")


def _named_before(sentence: Sentence, verb: Token) -> bool:
    """Tell « Paul Martin s'est offert une médaille »: a bare noun before the verb is its subject."""
    before = [t for t in sentence.children(verb) if t.index < verb.index and t.pos in ("NOUN", "PROPN")]
    return any(fold(t.lower) not in _calendar() and not any(sentence.children(t, "case")) for t in before)


def _calendar() -> frozenset[str]:
    return lexicon()["calendar"]


def _with_pronoun(sentence: Sentence, at: int) -> Sentence:
    """Return the sentence with the pronoun at an index as the subject of the verb before it."""
    tokens = sentence.tokens
    joint = tokens[at - 1] if at > 1 and tokens[at - 1].lower in _JOINT else None
    before = at - 2 if joint is not None else at - 1
    if before < 0 or tokens[before].name is not None or tokens[before].quote is not None:
        return sentence
    finite = tokens[before]
    reflexive = tokens[before - 1] if before > 0 and tokens[before - 1].lower == "s'" and finite.lower in _BE else None
    participle = _participle_after(sentence, at) if finite.lower in AVOIR or reflexive is not None else None
    main = participle or finite
    small = {at: _pronoun(tokens[at], main)}
    if joint is not None:
        small[joint.index] = replace(joint, head=main.index, dep="punct", pos="PUNCT")
    if participle is not None:
        small[finite.index] = replace(finite, head=main.index, dep="aux:tense", pos="AUX")
    if participle is not None and reflexive is not None:
        small[reflexive.index] = replace(reflexive, head=main.index, dep="expl:comp")
    verb = _on_top(sentence, main, set(small))
    if participle is None:  # « dit-il » is no participle
        verb = replace(verb, morph="Mood=Ind|VerbForm=Fin")
    return mended(sentence, {**_below(sentence, verb, set(small)), **small, main.index: verb})


def _pronoun(token: Token, verb: Token) -> Token:
    text = token.text.removeprefix("-")
    span = Span(token.span.end - len(text), token.span.end)
    return replace(token, text=text, span=span, pos="PRON", head=verb.index, dep="nsubj")


def _below(sentence: Sentence, verb: Token, small: set[int]) -> dict[int, Token]:
    """Return what hung from the small words, the former root and the quotation, hung from the verb."""
    moved: dict[int, Token] = {}
    for token in sentence.tokens:
        root = verb.dep == "ROOT" and token.head == token.index
        said = token.head == verb.index and token.quote is not None
        if token.index != verb.index and token.index not in small and (token.head in small or root or said):
            dep = "ccomp" if token.quote is not None else "parataxis" if root else token.dep
            moved[token.index] = replace(token, head=verb.index, dep=dep)
    return moved


def _participle_after(sentence: Sentence, at: int) -> Token | None:
    """Return the participle of « a-t-il ajouté », « a-t-elle ensuite ajouté »."""
    for token in sentence.tokens[at + 1 : at + 4]:
        if token.pos in ("VERB", "ADJ", "NOUN") and token.name is None and token.quote is None:
            return token
        if token.pos != "ADV":
            return None
    return None


def _on_top(sentence: Sentence, main: Token, small: set[int]) -> Token:
    """Return the verb hung from the first word above it that is neither small nor a quotation; else as the root."""
    seen = {main.index, *small}
    above = sentence.tokens[main.head]
    while above.index in seen or above.quote is not None:
        if above.head in seen or above.head == above.index:
            return replace(main, head=main.index, dep="ROOT", pos="VERB")
        seen.add(above.index)
        above = sentence.tokens[above.head]
    dep = main.dep if main.head == above.index else "parataxis"
    return replace(main, head=above.index, dep=dep, pos="VERB")


def _with_speaker(sentence: Sentence, saying: frozenset[str]) -> Sentence:
    """Return the sentence with the name after « estime pour sa part » as the subject of the verb."""
    for verb in sentence.tokens[:-4]:
        if verb.lower not in saying:
            continue
        preposition, own, noun = sentence.tokens[verb.index + 1 : verb.index + 4]
        aside = (preposition.lower, noun.lower) in _ASIDE and own.lower in _OWN
        if not aside or _has_subject(sentence, verb):
            continue
        speaker = _nominal(sentence, noun.index + 1)
        if speaker is not None and not any(sentence.children(speaker, "case")):
            moved = {speaker.index: replace(speaker, head=verb.index, dep="nsubj")}
            for token in sentence.children(verb, "nsubj"):
                if token.quote is not None:
                    moved[token.index] = replace(token, dep="ccomp")
            return mended(sentence, moved)
    return sentence


def _has_subject(sentence: Sentence, verb: Token) -> bool:
    """Tell « Dubois fustige pour sa part la réforme », where the subject stands before the verb."""
    return any(t.index < verb.index and t.quote is None for t in sentence.children(verb, "nsubj"))


def _nominal(sentence: Sentence, at: int) -> Token | None:
    for token in sentence.tokens[at : at + 3]:
        if token.name is not None or token.pos == "NOUN":
            return token
        if token.pos not in ("DET", "ADJ"):
            return None
    return None
