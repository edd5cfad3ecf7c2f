"""Finds the subject behind the circumstance that opens a sentence, where the parser hangs it from that.

« Dans une autre ville, des hommes ont pris … » · « Interrogé à Nice, Anne Dubois, élue en mai, a affirmé … »
"Asked about the deal, Jane Miller, who runs Novatel, said …"
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.grammar.voice import AVOIR, is_passive
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.clauses.times import timed
from kg.model.annotation import Sentence, Token

_SMALL: Final = ("ADV", "PRON", "PUNCT")


def behind_circumstances(sentence: Sentence) -> dict[int, Token]:
    """Return « des hommes » of « Dans une autre ville, des hommes ont pris … » as the subject.

    The parser hangs it from the circumstance, or from the participle, that opens the sentence.
    """
    opening = [t for t in sentence.tokens[:1] if _opens(sentence, t)]
    moved = {t.index: replace(t, dep="advcl") for t in opening}
    for verb in sentence.tokens:
        if verb.pos != "VERB" or verb.dep.partition(":")[0] not in ("ROOT", "conj", "ccomp", "parataxis"):
            continue
        own = (t for t in sentence.children(verb, "nsubj", "csubj", "expl") if not clitic(t))
        words = (verb, *sentence.children(verb, "aux", "cop"))
        if not finite(words) or any(t not in opening for t in own):
            continue
        subject = next(_fronted(sentence, verb, min(t.index for t in words)), None)
        if subject is not None and _agrees(subject, words):
            passive = "nsubj:pass" if is_passive(sentence, verb) else "nsubj"
            moved[subject.index] = replace(subject, head=verb.index, dep=passive)
    return moved


def behind_apposed(sentence: Sentence) -> dict[int, Token]:
    """Return the woman of "In Leeds, the capital of Mali, a woman was killed" as the subject, the capital as Leeds."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens[3:]:
        town = _town_before(sentence, noun) if noun.dep.startswith("nsubj") and noun.pos == "NOUN" else None
        if town is None or town.head != noun.head:
            continue
        who = next((t for t in sentence.children(noun, "appos") if t.index > noun.index), None)
        if who is None:
            continue
        new = any(c.lower in ("a", "an") or c.dep == "nummod" for c in sentence.children(who, "det", "nummod"))
        if (new or who.name is not None) and noun.head > who.index:
            moved[who.index] = replace(who, head=noun.head, dep=noun.dep)
            moved[noun.index] = replace(noun, head=town.index, dep="appos")
    return moved


def _town_before(sentence: Sentence, noun: Token) -> Token | None:
    """Return the name that a preposition and a comma lead in right before "the capital"."""
    first = min((t.index for t in sentence.children(noun, "det", "amod")), default=noun.index)
    if first < 2 or sentence.tokens[first - 1].text != ",":
        return None
    town = sentence.tokens[first - 2]
    return town if town.name is not None and any(sentence.children(town, "case")) else None


def _opens(sentence: Sentence, token: Token) -> bool:
    """Tell the participle of "Asked about it, Miller said" that the parser took for the subject of "said"."""
    participle = token.dep == "csubj" and "VerbForm=Part" in token.morph
    return participle and any(t.text == "," for t in sentence.tokens[token.index : token.head])


def _fronted(sentence: Sentence, verb: Token, start: int) -> Iterator[Token]:
    """Yield the nouns and names behind a comma, below what opens the sentence, that end right before the verb."""
    for noun in reversed(sentence.tokens[:start]):
        head = sentence.head(noun)
        if head is None or head.index in (noun.index, verb.index) or head.index > noun.index or not _bare(noun):
            continue
        below = {t.index for t in sentence.subtree(noun)}
        if verb.index in below or (noun.dep == "appos" and _of_another(sentence, head)):
            continue  # "the novelist whose books sold and were translated" · "a judge in the capital, Kigali, said"
        part = sorted(i for i in below if i < verb.index)
        part = part[1:] if len(part) > 1 and sentence.tokens[part[0]].text == "," else part
        between = sentence.tokens[part[-1] + 1 : start]
        opened = part[0] > 0 and sentence.tokens[part[0] - 1].text == "," and head.index < part[0]
        bound = any(sentence.children(noun, "case", "mark", "cc", "cop"))
        if opened and not bound and (all(t.pos in _SMALL for t in between) or _aside(between)):
            yield noun


def _of_another(sentence: Sentence, noun: Token) -> bool:
    """Tell the capital of "a judge in the capital, Kigali,": what is named beside it is no more than where he is."""
    above = sentence.head(noun)
    if above is None or above.name is not None or noun.name is not None or not noun.dep.startswith("nmod"):
        return False
    return any(sentence.children(noun, "case")) and calls_person(above.lower, "en")


def _aside(between: tuple[Token, ...]) -> bool:
    """Tell what two commas set apart and what holds no clause: « X, éliminé au deuxième tour, a affirmé … ».

    Behind a participle one may: "Miller, asked how it went, said".
    """
    kept = [t for t in between if t.pos not in ("ADV", "PRON")]
    commas = len(kept) > 1 and kept[0].text == kept[-1].text == ","
    participle = commas and "VerbForm=Part" in kept[1].morph and all(t.text != "," for t in kept[1:-1])
    return commas and (participle or not any("VerbForm=Fin" in t.morph for t in between))


def _bare(noun: Token) -> bool:
    """Tell a name or noun that can be a subject: no time, no quotation."""
    return noun.quote is None and (noun.name is not None or (noun.pos in ("NOUN", "PROPN") and not timed(noun)))


def _agrees(subject: Token, words: tuple[Token, ...]) -> bool:
    """Tell whether the number of a noun is that of its verb."""
    plural = any(w.plural and "VerbForm=Fin" in w.morph for w in words)
    return subject.name is not None or subject.plural is plural


def clitic(token: Token) -> bool:
    """Tell a pronoun that is no subject: « se », « y », « en »."""
    return token.lower in ("se", "s'", "y", "en")


def finite(words: tuple[Token, ...]) -> bool:
    """Tell whether a verb with its auxiliaries is finite."""
    return any("VerbForm=Fin" in t.morph or t.lower in AVOIR for t in words)
