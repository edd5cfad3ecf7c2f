"""Says whose words a message holds: "sent a letter asking for help" and "received a letter asking for help".

English only. Whoever issues a message says what stands in it; whoever receives, shows or hands over one does not.
"""

from dataclasses import replace
from typing import Final

from kg.extract.attribution.papers import WORDS_OF
from kg.extract.coreference.nouns import names_speaker
from kg.extract.grammar.climbing import verb_above
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_MESSAGES: Final = frozenset(
    """letter letters email emails e-mail e-mails message messages statement statements comment comments post tweet note
    notice certificate circular memo memorandum petition appeal report text call order directive notification warrant
    communique communiqué video press-release release advisory alert""".split()
)
_TELLING: Final = frozenset("saying adding arguing claiming insisting stating citing accusing urging warning".split())
_ISSUING: Final = frozenset(
    """send sends sent sending issue issues issued issuing post posts posted posting write writes wrote written writing
    publish publishes published publishing release releases released releasing file files filed filing make makes made
    making leave leaves left leaving deliver delivers delivered tweet tweeted upload uploaded circulate circulated
    submit submitted record recorded pen penned dispatch dispatched""".split()
)


def put_messages(annotation: Annotation) -> Annotation:
    """Return the annotation with such participles hung from who says it, or from the message."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, _participles)


def _participles(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for word in sentence.tokens:
        head = sentence.head(word)
        if head is None or "VerbForm=Part" not in word.morph or not word.lower.endswith("ing"):
            continue
        above = sentence.head(head)
        if word.dep == "acl" and word.lower in _TELLING and _mute(sentence, head):
            verb = verb_above(sentence, head)
            moved |= {} if verb is None else {word.index: replace(word, head=verb.index, dep="advcl")}
        elif word.dep == "acl" and head.lower in _MESSAGES and head.dep == "obj" and above is not None:
            if above.lower in _ISSUING:
                moved[word.index] = replace(word, head=above.index, dep="advcl")
        elif word.dep == "advcl" and head.lower not in _ISSUING and (message := _message(sentence, head, word)):
            moved[word.index] = replace(word, head=message.index, dep="acl")
    return moved


def _mute(sentence: Sentence, noun: Token) -> bool:
    """Tell a thing that says nothing itself, as an object: "dismissed the threat saying that …"."""
    thing = noun.pos == "NOUN" and noun.lower not in WORDS_OF | _MESSAGES and not names_speaker(noun.lower, "en")
    return thing and noun.dep in ("obj", "obl:mod", "nmod") and not any(sentence.children(noun, "nummod"))


def _message(sentence: Sentence, verb: Token, participle: Token) -> Token | None:
    """Return the message that stands as object between a verb and a participle, without a comma."""
    objects = [t for t in sentence.children(verb, "obj") if verb.index < t.index < participle.index]
    aside = _comma_between(sentence, verb, participle)
    return objects[0] if objects and objects[0].lower in _MESSAGES and not aside else None


def _comma_between(sentence: Sentence, verb: Token, participle: Token) -> bool:
    """Tell whether a comma parts the two, but for those in brackets: "(June 13, 10:16 am)"."""
    depth = 0
    for token in sentence.tokens[verb.index : participle.index]:
        depth += (token.text == "(") - (token.text == ")")
        if token.text == "," and depth == 0:
            return True
    return False
