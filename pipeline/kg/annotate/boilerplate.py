"""Tells the lines of a page that are no part of its article: pointers to other articles, credits, appeals."""

import re
from typing import Final

from kg.model import Discarded, Span

_CUE = re.compile(
    r"\s*(?:sur le même sujet|[àa] lire aussi|(?:lire|voir) (?:aussi|également)|read (?:also|more)"
    r"|related(?: articles| stories| news)?:|see also|story continue[sd] below"
    r"|continue reading|publicité\s*$|advertisement\s*$|(?:crédits?|photos?|image)\s*[:©]"
    r"|photo credit|©|copyright\b|suivez-nous|abonnez-vous|inscrivez-vous|recevez\b"
    r"|(?:nous|ce site|notre site)(?: et nos partenaires)? utilis(?:e|ons) des (?:cookies|traceurs)"
    r"|en poursuivant votre navigation|accepter (?:et (?:fermer|continuer)|tout\s*$|les cookies)|tous droits réservés"
    r"|(?:we|this (?:web)?site)(?: and our partners)? uses? cookies|by continuing to (?:use|browse) (?:this|our) "
    r"|accept (?:all )?cookies|all rights reserved"
    r"|partage[rz] (?:sur|cet)|share (?:on|this)|subscribe\b|follow us|sign up for|page actualisée)",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"\s*(?:sur le même sujet|à lire aussi|a lire aussi|lire|voir|read|related|see also)", re.IGNORECASE
)
_SHARING = re.compile(r"\s*(?:partage[rz]|share)\b.*:\s*$", re.IGNORECASE)  # the names of networks follow, one a line
_ITEM = re.compile(r"\s*[\w.!+-]+(?: [\w.!+-]+)? ?,?\s*$")
# "This report by The Canadian Press was first published Jan. 21, 2026."
_AGENCY = re.compile(
    r"\s*(?:This (?:report|story|article)|Cet article|Ce texte) .{0,60}"
    r"(?:was (?:first |originally )?published|a été publié)"
)
# « Par Anne Dubois, correspondante à Lyon »: whoever wrote the article, on a line of their own.
_BYLINE = re.compile(r"\s*(?:Par|By|PAR|BY) [A-ZÀ-Þ][\w.'’-]+ (?:[a-z]{1,3} )?[A-ZÀ-Þ][^.!?:»\"”]{1,80}\s*$")
_CREDIT = re.compile(r"(?:\b(?:Image|Photo|Photograph|Crédits?)(?: by)? ?: ?[A-ZÀ-Þ][\w.' -]{2,40}\.?|©.{2,40})\s*$")
_SHORT: Final = 400  # code points; a longer line that ends so is an article's
_WORDS: Final = 3  # of a caption that says something
_ENDED = re.compile(r"[.!?…»\"”–:]\s*$")


def boilerplate(text: str, paragraphs: tuple[Span, ...]) -> frozenset[int]:
    """Return the indices of such paragraphs: lines with a cue, and the bare headlines that follow a pointer."""
    found: set[int] = set()
    listing = sharing = False
    for index, paragraph in enumerate(paragraphs):
        line = paragraph.of(text)
        if _aside(line) or _credited(line):
            found.add(index)
            listing = _POINTER.match(line) is not None
            sharing = _SHARING.match(line) is not None
        elif (listing and not _ENDED.search(line)) or (sharing and _ITEM.match(line)):
            found.add(index)
        else:
            listing = sharing = False
    return frozenset(found)


def _aside(line: str) -> bool:
    return any(pattern.match(line) for pattern in (_CUE, _AGENCY, _BYLINE))


def _credited(line: str) -> re.Match[str] | None:
    return _CREDIT.search(line) if len(line) < _SHORT else None


def captions(text: str, paragraphs: tuple[Span, ...], indices: frozenset[int]) -> tuple[Span, ...]:
    """Return the captions among such paragraphs, without their credits: no facts, but names of the article."""
    found: list[Span] = []
    for index in sorted(indices):
        line = paragraphs[index].of(text)
        credit = None if _aside(line) else _credited(line)
        if credit is not None and len(line[: credit.start()].split()) >= _WORDS:
            found.append(Span(paragraphs[index].start, paragraphs[index].start + credit.start()))
    return tuple(found)


def left_out(paragraphs: tuple[Span, ...], indices: frozenset[int]) -> tuple[Discarded, ...]:
    """Return what is left out, for the list of discarded things."""
    return tuple(Discarded("paragraph", "no part of the article", paragraphs[index]) for index in sorted(indices))
