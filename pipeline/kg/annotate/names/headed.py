"""Parts a body from whoever heads it, where no comma stands between: « le patron de Novatel Paul Martin »."""

import re
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import first_names, lexicon, listed, person_nouns, places
from kg.model import EntityType, Span

# What often has the name of a person behind it: « le directeur du CHU Henri Mondor »
NAMED_AFTER: Final = frozenset("CHU CHT CHR CHRU CH IUT EHPAD MJC CFA ESAT IME CRS SS MS".split())
# Bodies that are called so alone: « le président du Conseil Mario Bianchi »
_ALONE: Final = frozenset("Assemblée Conseil Parlement Sénat Commission Congrès Chambre Région Métropole Parti".split())
_POST: Final = re.compile(
    r"(?P<post>(?<![\w-])[A-Za-zà-ÿ-]+(?: [a-zà-ÿ-]+){0,2})(?: de la République)? "
    r"(?:de[ \u00a0](?:la[ \u00a0]|l['’] ?)?|d['’] ?|du[ \u00a0])$"
)
# « le député du Nord Jean Dubois »: what has a place, not a body, behind it
_SEATED: Final = frozenset(
    """député députée sénateur sénatrice préfet préfète gouverneur évêque archevêque procureur procureure""".split()
)
# « le secrétaire d'État aux Relations avec le Parlement Jean Dubois »
_WITH: Final = re.compile(
    r"\b(?:[Mm]inistre|[Ss]ecrétaire)\b[^.,;:]{0,60}[Rr]elations avec (?:l[ea][ \u00a0]|l['’] ?)$"
)
_AT: Final = re.compile(r"\bchez[ \u00a0]$")
_PLAIN: Final = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)*")
_KNOWN_PLACE: Final = 1.0  # the weight in the table of places from which on a place outweighs a first name
# « la Fondation Abbé Pierre », « les Éditions Robert Laffont »: bodies that bear the name of a person
_AFTER_PERSONS: Final = frozenset(
    """fondation école maison groupe éditions prix cabinet galerie compagnie agence société banque association clinique
    espace studio studios hôtel trophée club laboratoires laboratoire librairie librairies pharmacie cercle centre villa
    parfums opération projet mission classe promotion dispositif domaine château saint sainte san santa santo""".split()
)


def headed_by(text: str, span: Span, words: list[re.Match[str]]) -> list[Candidate] | None:
    """Return the body and the person of « Vidéotron Manon Dubois » behind « la patronne de », or None."""
    names = [word.group() for word in words]
    at = next((i for i, name in enumerate(names[1:3], 1) if _called(name)), 0)
    person = names[at:]
    if not at or not 2 <= len(person) <= 3 or not all(_PLAIN.fullmatch(name) for name in person):
        return None
    if names[0] in NAMED_AFTER:
        return [Candidate(span, EntityType.ORGANIZATION, 3.0, "rule:headed", firm=True)]
    post = _post(text, span)
    named = names[0].split("-")[0] in first_names() and not (names[0] in places() or names[0] in known_by_form())
    titled = {name.lower() for name in names[:at]} <= listed("person_titles")  # « le collaborateur du Pr Paul Martin »
    if named or titled or _after_persons(names[:at]) or post is None:
        return None
    if {name.lower() for name in person} & listed("organization_words", "place_words", "event_words"):
        return None
    found = Candidate(Span(span.start + words[at].start(), span.end), EntityType.PERSON, 2.5, "rule:headed", firm=True)
    body = Span(span.start, span.start + words[at - 1].end())
    if post.endswith(("champion", "championne")) and body.of(text) == "Monde":
        return [found]  # « le champion du Monde Paul Martin »
    seated = not _SEATED.isdisjoint(post.split()) and names[0].lower() not in listed("organization_words")
    seat = body.of(text) in places() or seated
    kind = EntityType.PLACE if seat else EntityType.ORGANIZATION
    return [Candidate(body, kind, 6.0 if seat else 2.0, "rule:headed", firm=True), found]


def _called(name: str) -> bool:
    first = name.split("-", maxsplit=1)[0]
    if first.lower() in lexicon()["function_words"]:  # « la fondatrice de Check My Ads »
        return False
    return first in first_names() and places().get(name, 0.0) < _KNOWN_PLACE


def _after_persons(body: list[str]) -> bool:
    """Tell a body that bears a person's name: « le lycée Jean Moulin », « le CHU Henri Mondor »."""
    if len(body) == 1 and body[0] in _ALONE:
        return False
    heads = listed("institution_heads", "site_heads")
    return any(word in NAMED_AFTER or word.lower() in heads or word.lower() in _AFTER_PERSONS for word in body)


def _post(text: str, span: Span) -> str | None:
    """Return « patron » of « le patron de Novatel Paul Martin », "" behind « chez », None where no post stands.

    « le député communiste du Nord Jean Dubois » holds two words for people.
    """
    before = text[max(0, span.start - 100) : span.start]
    if _WITH.search(before):
        return "ministre"
    before = before[-60:]
    found = _POST.search(before)
    posts = [word.removeprefix("ex-") for word in found["post"].lower().split()] if found else []
    held = [word for word in posts if word in person_nouns()]
    return " ".join(held) if held else "" if _AT.search(before) else None
