"""Gives French verbs of saying the subject behind whom or what it is said to: « …, a lancé au quotidien Paul Martin ».

The parser takes who speaks for the name of the paper, of the listener or of the day that stands right before it.
"""

from dataclasses import replace
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.mend import is_person, mend_each
from kg.lexicon.known import contracted, known_by_form
from kg.lexicon.tables import fold, lexicon
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

# What somebody says something in: a name behind it is who says so, not its own.
_PAPERS: Final = frozenset(
    """communiqué lettre courrier courriel mail tweet message post tribune billet note texte presse vidéo""".split()
)
_DAYS: Final = ("veille", "lendemain", "surlendemain", "avant-veille")
_OF_PAPERS: Final = ("journalist", "reporter", "correspondant", "rédact", "chroniqueu", "édito", "photograph")
_PARTED: Final = 3  # words between the comma and the noun


def behind_listeners(annotation: Annotation, sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    """Return who speaks behind a verb without a subject, as that; the day that the parser took for it as a time."""
    moved: dict[int, Token] = {}
    for speaker in sentence.tokens:
        before = sentence.head(speaker)
        verb = sentence.head(before) if before is not None else None
        if before is None or verb is None or not verb.index < before.index < speaker.index:
            continue
        finite = "VerbForm=Fin" in verb.morph or any(sentence.children(verb, "aux", "aux:tense"))
        own = [t for t in sentence.children(verb, "nsubj", "csubj", "expl:subj") if t.quote is None and t is not before]
        if verb.lower not in saying or not finite or own or speaker.dep not in ("appos", "nmod", "flat:name"):
            continue
        day = before.dep.startswith("nsubj") and _times(before) and is_person(annotation, speaker)
        if day:
            moved[before.index] = replace(before, dep="obl:mod")
        if day or (before.dep.startswith("obl") and _says(annotation, sentence, before, speaker)):
            moved[speaker.index] = replace(speaker, head=verb.index, dep="nsubj")
    return moved


def put_told_papers(annotation: Annotation) -> Annotation:
    """Return the annotation with the papers that somebody tells something below the verb of saying; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, lambda sentence: _told_papers(annotation, sentence))


def _told_papers(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the AFP of « a affirmé un responsable à l'AFP »: he told it so, he does not work there."""
    moved: dict[int, Token] = {}
    saying = load_frames("fr").clause_verbs["saying"]
    for paper in sentence.tokens:
        speaker = sentence.head(paper) if paper.name is not None and paper.dep == "nmod" else None
        verb = sentence.head(speaker) if speaker is not None and speaker.dep.startswith("nsubj") else None
        if speaker is None or verb is None or not verb.index < speaker.index < paper.index or verb.lower not in saying:
            continue
        form = annotation.names[paper.name or 0].form
        known = known_by_form().get(form) or contracted(form)
        media = known is not None and known.kind == "media"
        if media and preposition(sentence, paper) == "à" and not speaker.lower.startswith(_OF_PAPERS):
            moved[paper.index] = replace(paper, head=verb.index, dep="obl:arg")
    return moved


def _says(annotation: Annotation, sentence: Sentence, before: Token, speaker: Token) -> bool:
    """Tell whether the second of two nouns or names joined behind a verb of saying is who says it.

    « a déclaré à l'AFP Anne Dubois », « a écrit sur Twitter Anne Dubois »: no channel is called so.
    """
    if any(sentence.children(speaker, "case")):
        return False
    between = sentence.tokens[before.index + 1 : speaker.index]
    if any(t.text == "," for t in between):
        return before.name is not None and _apart(annotation, sentence, before, speaker, between)
    if before.name is not None or speaker.name is None:
        return not between and is_person(annotation, speaker) and not is_person(annotation, before)
    body = annotation.names[speaker.name].type is EntityType.ORGANIZATION and before.lower in _PAPERS
    complement = any(t.head == before.index and t.lower == "presse" for t in between)
    return (is_person(annotation, speaker) and not between) or (body and (not between or complement))


def _apart(
    annotation: Annotation, sentence: Sentence, before: Token, speaker: Token, between: tuple[Token, ...]
) -> bool:
    """Tell « a témoigné au Parisien, un habitant »: behind the paper's name and a comma that has no place there."""
    paper = annotation.names[before.name or 0].type is EntityType.ORGANIZATION or before.dep == "obl:arg"
    near = between[0].text == "," and len(between) <= _PARTED
    some = any(t.lower in ("un", "une", "le", "la", "l'") for t in sentence.children(speaker, "det"))
    said = any(t.quote is not None for t in sentence.tokens[: before.index])
    return paper and near and said and (is_person(annotation, speaker) or (some and speaker.name is None))


def _times(token: Token) -> bool:
    return token.lower in _DAYS or fold(token.lower) in lexicon()["calendar"]
