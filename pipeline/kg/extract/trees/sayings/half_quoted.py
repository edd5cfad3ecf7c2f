"""Puts who says it behind a clause that a quotation holds but for its subject: « A "trahit les siens", accusent B ».

Parsers take A for whoever accuses, and B for whom A accuses: a comma stands between no subject and its verb.
"""

from dataclasses import replace
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_OPENING: Final = ("«", '"', "“")
_CLOSING: Final = ("»", '"', "”")
_LEAST: Final = 4  # tokens of a quotation with its marks: « trahit les siens »
_ENDS: Final = (".", ",", "…", "!", "?")


def put_half_quoted(annotation: Annotation) -> Annotation:
    """Return the annotation with whoever says it as the subject of the verb; French only."""
    return mend_each(annotation, _half_quoted) if annotation.document.language == "fr" else annotation


def _half_quoted(sentence: Sentence) -> dict[int, Token]:
    told = load_frames("fr").clause_verbs
    for verb in sentence.tokens[3:-1]:
        if verb.pos != "VERB" or not (verb.lower in told["quoting"] or verb.lower in told["saying"]):
            continue
        begin = min([verb.index, *(t.index for t in sentence.children(verb, "aux"))])
        subjects = [t for t in sentence.children(verb, "nsubj") if t.index < begin]
        speakers = [t for t in sentence.children(verb, "obj") if t.index > verb.index]
        if len(subjects) != 1 or len(speakers) != 1 or not _right_behind(sentence, verb, speakers[0]):
            continue
        if _quoted(sentence, subjects[0], begin):
            return {
                subjects[0].index: replace(subjects[0], dep="dislocated"),
                speakers[0].index: replace(speakers[0], dep="nsubj"),
            }
    return {}


def _quoted(sentence: Sentence, subject: Token, begin: int) -> bool:
    """Tell whether a quotation, alone or behind a colon, stands between a subject and the comma before a verb."""
    between = sentence.tokens[subject.index + 1 : begin - 1]
    if sentence.tokens[begin - 1].text != "," or not between:
        return False
    if between[0].quote is not None:
        return len(between) == 1
    if between[-1].quote is not None and len(between) > 1 and between[-2].text == ":":
        return True  # « Policier blessé : "C'est odieux", dénonce Jean Dubois », a headline
    marks = between[0].text in _OPENING and between[-1].text in _CLOSING
    return marks and len(between) > _LEAST


def _right_behind(sentence: Sentence, verb: Token, speaker: Token) -> bool:
    """Tell « accusent les syndicats. », whose object would be all that follows, up to a mark."""
    phrase = sorted(t.index for t in sentence.subtree(speaker))
    after = sentence.tokens[phrase[-1] + 1 : phrase[-1] + 2]
    return phrase[0] == verb.index + 1 and (not after or after[0].text in _ENDS)
