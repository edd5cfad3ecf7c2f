"""Changes tokens of a sentence's tree: what every stage that mends the parser's trees ends with."""

from collections.abc import Callable
from dataclasses import replace

from kg.lexicon.closed import FRENCH_POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token, make_sentence

Step = Callable[[Sentence], dict[int, Token]]


def mended(sentence: Sentence, moved: dict[int, Token]) -> Sentence:
    """Return the sentence with the tokens at these indices replaced; itself where there are none."""
    if not moved:
        return sentence
    tokens = tuple(moved.get(token.index, token) for token in sentence.tokens)
    return make_sentence(sentence.index, sentence.span, tokens, sentence.paragraph, sentence.inside)


def mend_each(annotation: Annotation, *steps: Step) -> Annotation:
    """Return the annotation with each sentence mended by the steps in turn; each reads what the last one mended."""
    made = []
    for sentence in annotation.sentences:
        for step in steps:
            moved = step(sentence)
            if moved:
                sentence = mended(sentence, moved)  # noqa: PLW2901  # each reads what the last mended
        made.append(sentence)
    return replace(annotation, sentences=tuple(made))


def two_subjects(verb: Token, first: Token, last: Token, joint: Token) -> dict[int, Token]:
    """Return a verb on top, with the first name for its subject and the last one joined to that by « et »."""
    return {
        verb.index: replace(verb, head=verb.index, dep="ROOT"),
        first.index: replace(first, head=verb.index, dep=last.dep),
        last.index: replace(last, head=first.index, dep="conj"),
        joint.index: replace(joint, head=last.index),
    }


def subject_label(sentence: Sentence, verb: Token) -> str:
    """Return how a subject hangs from a verb: of a passive, it undergoes what is done."""
    return "nsubj:pass" if any(sentence.children(verb, "aux:pass")) else "nsubj"


def is_person(annotation: Annotation, token: Token) -> bool:
    """Tell whether a token is a person's name."""
    return token.name is not None and annotation.names[token.name].type is EntityType.PERSON


def is_owned(sentence: Sentence, noun: Token) -> bool:
    """Tell « sa femme », « leurs filles »: a noun with a French possessive."""
    return any(t.lower in FRENCH_POSSESSIVES for t in sentence.children(noun, "det"))


def is_place(annotation: Annotation, token: Token) -> bool:
    """Tell whether a token is a place's name."""
    return token.name is not None and annotation.names[token.name].type is EntityType.PLACE


def noun_before(sentence: Sentence, token: Token) -> Token | None:
    """Return the word right before a token, or the noun that one or two adjectives there describe."""
    for before in reversed(sentence.tokens[max(0, token.index - 3) : token.index]):
        if before.pos != "ADJ":
            return before
    return None


def bears_name(noun: Token, name: Token) -> bool:
    """Tell « gouvernement Dubois » from « le porte-parole du gouvernement Jean Dubois »."""
    return noun.lower in ("gouvernement", "cabinet") and noun.index == name.index - 1 and " " not in name.text
