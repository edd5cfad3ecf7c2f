"""Joins second verbs and second subjects to the first ones, where parsers join them to a nearer word or to none."""

from dataclasses import replace

from kg.extract.grammar.coordination import NOMINAL
from kg.extract.grammar.voice import is_participle
from kg.model.annotation import Sentence, Token


def said_besides(sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    """Return the second verb of "X said that the plan is good, and expressed hope" as joined to the first."""
    moved: dict[int, Token] = {}
    if "and" not in sentence.words:
        return moved
    for verb in sentence.tokens[3:]:
        content = sentence.head(verb) if verb.dep == "conj" else None
        first = sentence.head(content) if content is not None and content.dep == "ccomp" else None
        joint = next((t for t in sentence.tokens[verb.index - 2 : verb.index] if t.lower == "and"), None)
        if content is None or first is None or joint is None:
            continue
        spoken = verb.lower in saying and first.lower in saying and "Tense=Past" in verb.morph
        comma = sentence.tokens[joint.index - 1].text == "," and first.index < content.index
        if spoken and comma and not any(sentence.children(verb, "nsubj", "aux")):
            moved[verb.index] = replace(verb, head=first.index)
            moved[joint.index] = replace(joint, head=verb.index)
    return moved


def past_joined(sentence: Sentence) -> dict[int, Token]:
    """Return the second verb of "are investigating after a blaze killed ten and injured two" as joined to the past one.

    Verbs that "and" joins have one tense.
    """
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        main = sentence.head(verb)
        bare = verb.dep == "conj" and _past(verb) and not any(sentence.children(verb, "nsubj", "aux", "nsubj:pass"))
        if main is None or not bare or main.index > verb.index:
            continue
        between = sentence.tokens[main.index + 1 : verb.index]
        clauses = _past_clauses(sentence, main, between) if _present(sentence, main) else []
        clauses = [t for t in between if t.dep == "acl:relcl"] if _opens(sentence, main) else clauses
        if clauses:
            moved[verb.index] = replace(verb, head=clauses[-1].index)
    return moved


def _past_clauses(sentence: Sentence, main: Token, between: tuple[Token, ...]) -> list[Token]:
    past = [t for t in between if t.head == main.index and _past(t)]
    return [t for t in past if t.dep in ("advcl", "ccomp") and any(sentence.children(t, "nsubj"))]


def _opens(sentence: Sentence, verb: Token) -> bool:
    """Tell "Referring to Miller, who called for it and said that …, Carter said": no past tense joins "referring"."""
    return verb.lower.endswith("ing") and verb.dep == "advcl" and not any(sentence.children(verb, "aux", "nsubj"))


def _past(verb: Token) -> bool:
    return verb.pos == "VERB" and "Tense=Past" in verb.morph and "VerbForm=Fin" in verb.morph


def _present(sentence: Sentence, verb: Token) -> bool:
    """Tell "investigates", "is investigating", "will investigate", no passive."""
    helped = {t.lower for t in sentence.children(verb, "aux", "aux:pass")}
    finite = "Tense=Pres" in verb.morph or ("VerbForm=Inf" in verb.morph and bool(helped & {"will", "would", "to"}))
    return verb.pos == "VERB" and finite and not any(sentence.children(verb, "aux:pass"))


def reduced(sentence: Sentence) -> dict[int, Token]:
    """Return the noun of "people briefed on the inquiry said" as the subject, its participle hung from it."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.dep != "nsubj" or verb.pos != "VERB" or not is_participle(verb):
            continue
        nouns = [t for t in sentence.children(verb, "nsubj") if t.index == verb.index - 1 and t.pos == "NOUN"]
        if nouns:
            moved[nouns[0].index] = replace(nouns[0], head=verb.head, dep="nsubj")
            moved[verb.index] = replace(verb, head=nouns[0].index, dep="acl")
    return moved


def second_subjects(sentence: Sentence) -> dict[int, Token]:
    """Return the second of two subjects with "and" between as a conjunct of the first: "A and 20 B were hurt"."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        own = [t for t in sentence.children(verb, "nsubj") if t.pos in NOMINAL]
        if len(own) != 2 or own[1].index > verb.index:
            continue
        first, second = own
        between = sentence.tokens[first.index + 1 : second.index]
        if any(t.dep == "cc" for t in between) and not any(t.pos in ("VERB", "AUX") for t in between):
            moved[second.index] = replace(second, head=first.index, dep="conj")
    return moved
