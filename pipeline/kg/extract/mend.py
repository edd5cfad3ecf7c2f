"""Changes tokens of a sentence's tree: what every stage that mends the parser's trees ends with."""

from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token, make_sentence


def mended(sentence: Sentence, moved: dict[int, Token]) -> Sentence:
    """Return the sentence with the tokens at these indices replaced; itself where there are none."""
    if not moved:
        return sentence
    tokens = tuple(moved.get(token.index, token) for token in sentence.tokens)
    return make_sentence(sentence.index, sentence.span, tokens, sentence.paragraph, sentence.inside)


def is_person(annotation: Annotation, token: Token) -> bool:
    """Tell whether a token is a person's name."""
    return token.name is not None and annotation.names[token.name].type is EntityType.PERSON


def noun_before(sentence: Sentence, token: Token) -> Token | None:
    """Return the word right before a token, or the noun that one or two adjectives there describe."""
    for before in reversed(sentence.tokens[max(0, token.index - 3) : token.index]):
        if before.pos != "ADJ":
            return before
    return None
