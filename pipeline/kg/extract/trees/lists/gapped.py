"""Parts the second half of a gapped clause from the first: « A a demandé une enquête et B, une commission ».

The verb is said once. The parser joins B to the object, as if A had asked for B.
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.apposition.callings import calls_person
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_AGENTS: Final = (EntityType.PERSON, EntityType.ORGANIZATION)


def gapped(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return B and what belongs to it as a clause of its own."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens[3:]:
        thing = sentence.head(second) if second.dep == "conj" and second.pos in ("NOUN", "PROPN") else None
        verb = sentence.head(thing) if thing is not None and thing.dep == "obj" else None
        if verb is None or thing is None or verb.pos != "VERB" or not _acts(annotation, sentence, second):
            continue
        behind = (*sentence.children(second, "appos"), *sentence.children(thing, "appos"))
        asked = next((t for t in behind if t.index > second.index and _behind_comma(sentence, t)), None)
        if asked is None or _acts(annotation, sentence, thing) or calls_person(thing.lower, "fr"):
            continue
        moved[second.index] = replace(second, head=verb.index, dep="parataxis")
        moved[asked.index] = replace(asked, head=second.index, dep="parataxis")
    return moved


def _acts(annotation: Annotation, sentence: Sentence, token: Token) -> bool:
    """Tell the name of somebody, or a noun beside it: « le député Paul Martin »."""
    beside = (
        t for t in (token, *sentence.children(token, "appos")) if t.name is not None and t.index < token.index + 4
    )
    return any(annotation.names[t.name].type in _AGENTS for t in beside if t.name is not None)


def _behind_comma(sentence: Sentence, token: Token) -> bool:
    """Tell « , une commission » from « , un ami de X », who B is."""
    article = next(iter(sentence.children(token, "det")), None)
    thing = token.pos == "NOUN" and token.name is None and not calls_person(token.lower, "fr")
    return article is not None and thing and article.index > 0 and sentence.tokens[article.index - 1].text == ","
