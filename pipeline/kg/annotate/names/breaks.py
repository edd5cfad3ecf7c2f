"""Cuts a candidate where it holds more than one name: at a colon, a score, a sum of money, a stop, a closing mark."""

import re
from typing import Final

from kg.lexicon.initials import ends_in_letter
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import both_countries, countries
from kg.lexicon.tables import PLACE_WEIGHT, first_names, lexicon, places
from kg.model import EntityType, Span

_BREAK = re.compile(
    r" [:–—] |--|(?<= \d{4}) (?:et|ou|and|or) (?!d[eu]s?\b|d['’]|l[ae]s?\b|l['’]|the\b|of\b|for\b)(?=[a-zà-ÿ])"
    r"| (?!united|allied|limited|associated|retired)[a-z]{3,}ed (?=[A-Z])"  # "Mundalo implored Roots party"
    r"| (?:Heads?|Members?|Ministers?) of (?:State|Government|Parliament|Congress|Cabinet)\b"  # "EAC Heads of State"
    r"|, (?:[A-Z][a-z]+ )?(?:Founder|Director|Chair(?:man|woman)?|President|Head) of\b"  # "… of Actors, Founder of …"
    r"|[ \u00a0](?:pour (?:que\b|(?:(?:y|en|se) |s['’])?[a-zé]{3,}(?:er|ir|re)\b)"
    r"|d['’][a-zé]{3,}[^i]er\b"  # « Havas d'organiser », « Havas de détenir 12 % »
    r"|d(?:e |['’])(?!avenir|souvenir)[a-zéè]*(?:tenir|venir|mettre|prendre|quérir|vendre|duire|cevoir)\b)"
    r"|(?<=[a-zà-ÿ])[ \u00a0](?:[a-zà-ÿ]{3,}(?:eront|iront|aient|èrent)"
    r"|(?:proteste|dénonce|réclame|affirme|indique)(?:nt)?"  # « le Syndicat des pilotes proteste »
    r"|siège(?:nt)?)\b"  # « Le patron de Free siège au conseil »
    # « nomme Jean Dubois Premier ministre »
    r"|(?<=\w[a-zà-ÿ])(?<! du)(?<! de)(?<! le)(?<! au)[ \u00a0]Premi(?:er|ère)[ \u00a0]ministre\b"
    # « élu à la Chambre pour la première fois »
    r"|[ \u00a0]pour (?:près de |environ |plus de |quelque )?\d[\d,. ]* (?:milli|euros|dollars)"
    r"|[ \u00a0]pour la (?:toute )?(?:[a-zé]+i?ème|première|seconde|dernière|énième|\d+e) fois\b"
    r"|[ \u00a0](?:MM\.|Mmes?|Mlle)[ \u00a0](?=[A-ZÀ-Þ])"
    r"|(?:(?<=Facebook)|(?<=Twitter)|(?<=Instagram))[ \u00a0]M\.[ \u00a0](?=[A-ZÀ-Þ])"  # « sa page Facebook M. Dubois »
    r"|['’]s? [“\"«]"  # "Trump's “America First” policy"
    r"|[ \u00a0][A-Z]{0,3}[$£€]"  # "Mulenga US$300"
    r"|[ \u00a0]\d[\d.,]*[ \u00a0](?:[mb]|tr)illions?\b"  # "fined Novatel 2 billion euros"
    r"|[ \u00a0]\d{2,3}(?: &|-\d| for \d)"  # "Durham Foxes 301 & 54-3"
    r"|[ \u00a0]\(?\d{1,2} ?[-–] ?\d{1,2}(?![\w-])"  # « Chelsea 2-1 lundi soir »
    r"|(?<! du) (?:ce )?(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche) (?:\d{1,2}|matin|midi|soir|après-midi)(?!\w)"
)
_STOP = re.compile(
    r"(?<![\w.])(?!(?:Prof|Capt|Corp|Dept|Univ|Supt|Insp|Bros|Assn|Inst|Cmdr|Engr|Barr|Hon|Gen|Gov|Sen|Rep|Rev|Col|Sgt|Adm"
    r"|Maj|Mrs|Mme|Inc|Ltd|Messrs|Cllr|Coun|Fort|Vol|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Comm|Asst|Atty|Lieut|Brig"
    r"|Dist|Natl|Intl|Mgr|Sgts|Pvt)\b)[A-Z][a-z]{2,}(\.) (?=[A-Z][a-z])"
)
_CLUB: Final = re.compile(
    r"(?:FC|AS|RC|AC|SC|US|OGC|SM|EA|AJ|CA|Stade|Olympique|Real|Sporting|Racing) [A-ZÀ-Þ][\w'’-]+"
)
_PEOPLE: Final = re.compile(
    r"(?:l['’])?(?P<people>[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)?)[ \u00a0]"
    r"(?P<first>[A-ZÀ-Þ][a-zà-ÿ]+)(?=[ \u00a0][A-ZÀ-Þ])"
)
_SEAT_OF: Final = re.compile(
    r"\b(?:députée?|sénat(?:eur|rice)|préf(?:et|ète))[ \u00a0](?:[A-Z][\w ]{1,20}[ \u00a0]|[a-zé]+[ \u00a0])?"
    r"(?:(?:du|de la|de)[ \u00a0]|de l['’] ?)$"
)
_OF_TOWN: Final = re.compile(r"[A-ZÀ-Þ][\w-]+[ \u00a0](?:de[ \u00a0](?:la[ \u00a0])?|d['’] ?|du[ \u00a0])$")
_PARTY_SEAT: Final = re.compile(r"(?P<party>[A-Z]{2,5})[ \u00a0](?:du|des|de la|de|de l['’]) ?[A-ZÀ-Þ]")
_ELECTED: Final = re.compile(
    r"\b(?:député|sénat(?:eur|rice)|maire|élu|conseill(?:er|ère)|euro-?député)\w*[ \u00a0](?:[a-zé]+[ \u00a0])?$"
)
_LETTER: Final = re.compile(r"[A-Z]\.[ \u00a0]")
_UNCLOSED = re.compile(r" \([^)]*$")
_OWNER: Final = re.compile(
    r"(?P<party>[A-ZÀ-Þ][A-ZÀ-Þ&-]{1,6}|Ligue|Parti|Mouvement|Front|Rassemblement|Alliance|Coalition|Convergence)"
    r" d(?:e |['’])(?P<first>[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?) [A-ZÀ-Þ]"
)
_LED: Final = re.compile(
    r"(?P<party>[A-ZÀ-Þ][a-zà-ÿ]{2,}) d(?:e |['’])"
    r"(?P<first>[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?)[ \u00a0][A-ZÀ-Þ]"
)
_OF_LAND: Final = re.compile(
    r"(?P<name>(?P<called>[A-ZÀ-Þ][\w-]+)(?: [A-ZÀ-Þ][\w'’-]+)+) (?:du |de la |de l['’])(?P<land>[A-ZÀ-Þ][\w-]+)"
)
# « Anne Dubois de la Cour du Québec »: where she works
_OFFICES: Final = tuple(
    "Cour Tribunal Sûreté Chambre Conseil Service Direction Ministère Bureau Parti Syndicat Fédération Ligue".split()
)
_OF_OFFICE: Final = re.compile(
    r"(?P<name>(?P<called>[A-ZÀ-Þ][\w-]+)(?: [A-ZÀ-Þ][\w'’-]+)+) (?:du |de la )"
    rf"(?P<land>{'|'.join(_OFFICES)})\b"
)
_IN_LAND: Final = re.compile(r"(?P<land>[A-ZÀ-Þ][\w-]+) (?:de |d['’])[A-ZÀ-Þ]")
_HELD: Final = re.compile(
    r"(?P<body>(?:Parti|Front|Mouvement|Rassemblement|Union|Alliance|Ligue)(?: [a-zà-ÿ-]{4,}){1,3})"
    r" (?P<called>[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?) [A-ZÀ-Þ]"
)
_FROM_YEAR: Final = re.compile(r"[ \u00a0]de[ \u00a0](?:1[5-9]|20)\d\d$")
_TO_YEAR: Final = re.compile(r"[ \u00a0](?:à|au)[ \u00a0](?:1[5-9]|20)\d\d\b")
_GOALS: Final = re.compile(r"[ \u00a0]\d{1,2}$")
_AGAINST: Final = re.compile(r"[ \u00a0]?[-–][ \u00a0]?\d{1,2}(?![\w-])|[ \u00a0](?:(?:[mb]|tr)illions?\b|%)")
_WORDS: Final = r"[A-ZÀ-Þ][\w'’&-]*(?:[ \u00a0][A-ZÀ-Þ][\w'’&-]*)?"
_TWO: Final = re.compile(rf"(?P<first>{_WORDS})(?P<joint>, | et ){_WORDS}")
_GOES_ON: Final = re.compile(rf"(?:, {_WORDS}){{0,4}} et (?:l[ae]s? |l['’])?[A-ZÀ-Þ]")
_LISTED: Final = re.compile(rf"{_WORDS}, $")
_LEAVING: Final = re.compile(r"\b(?:leav(?:e|es|ing)|left|quit|quits|ditch(?:ed|es)?|swap(?:s|ped)?|depart(?:s|ed)?) $")

_MISSIONS: Final = frozenset("ambassade consulat représentation mission délégation".split())
_ABROAD: Final = re.compile(
    r"(?P<name>[a-zà-ÿ]+|\S+(?: \S+){1,4}) (?P<at>aux?|en|à) (?P<land>[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?)"
)
_CHARGING: Final = re.compile(
    r"\b(?:accus|soupçonn|inculp)(?:e|ent|ée?s?|er|ait|aient|ant|era|eront) (?:l[ae]s? |l['’])?(?:[a-zà-ÿ]+ )?$"
)
_CHARGED: Final = re.compile(
    r"(?P<who>(?P<head>[A-ZÀ-Þ][\w.-]+)(?: [A-ZÀ-Þ][\w.-]+)*(?P<of> d(?:e |['’])[\w' ’-]+?)?)"
    r" d(?:e |['’])(?:(?! d(?:e |['’]))[a-zà-ÿ' ’-])+"
)


def after_letter(text: str, span: Span) -> Span:
    """Return the span behind a letter that belongs to the noun before it: « la bombe H. La Corée du Sud »."""
    letter = _LETTER.match(text, span.start, span.end)
    lettered = letter is not None and ends_in_letter(text[max(0, span.start - 16) : span.start + 1])
    return Span(letter.end(), span.end) if letter is not None and lettered else span


def after_people(text: str, span: Span) -> Span:
    """Return the span behind a people's word before a full name: « [l'Italo -] Suisse Pablo Victor Dana ».

    So behind the land of a seat: « le député PS de l'Yonne Jean Dubois ».
    """
    people = _PEOPLE.match(text, span.start, span.end)
    if people is None or people["first"] not in first_names():
        return span
    before = text[max(0, people.start("people") - 48) : people.start("people")]
    # « l'Olympique de Marseille Dimitri Payet »
    town = people["people"] in places() and _OF_TOWN.search(before) is not None
    land = people["people"].lower()  # « Franco-Marocain », though « Franco » may be a first name
    known = land in countries("fr") or both_countries(land) is not None or town or _SEAT_OF.search(before) is not None
    return Span(people.start("first"), span.end) if known else span


def before_seat(text: str, span: Span) -> Span:
    """Return the party alone of « la députée UDI du Nord »: the seat is the deputy's, not the party's."""
    row = _PARTY_SEAT.match(text, span.start, span.end)
    titled = _ELECTED.search(text[max(0, span.start - 24) : span.start]) is not None
    return Span(*row.span("party")) if row is not None and titled and row["party"] in known_by_form() else span


def before_closing(text: str, span: Span) -> Span:
    """Return the span up to a quotation mark that closes what was opened before it (« Novatel » du Brésil)."""
    name = span.of(text)
    for opening, closing in ("«»", "“”"):
        at = name.find(closing)
        if at > 0 and opening not in name[:at]:
            return Span(span.start, span.start + at)
    return span


def before_joint(text: str, span: Span) -> Span:
    """Return the first of two names of a French row: « Alice, Play » before « et Eir », « Lyft et Didi » behind A."""
    two = _TWO.fullmatch(text, span.start, span.end)
    if two is None or span.of(text) in places() or span.of(text) in known_by_form():
        return span
    going_on = two["joint"] == ", " and _GOES_ON.match(text, span.end)
    last = two["joint"] == " et " and _LISTED.search(text, max(0, span.start - 40), span.start)
    return Span(*two.span("first")) if going_on or last else span


def before_break(text: str, span: Span) -> Span:
    """Return the span up to what parts two things: « Jeux olympiques : Park », « la Coupe du monde et ballon d'or »."""
    first = span.of(text).partition(", ")[0]
    if first in known_by_form():  # « Netflix, Variety »
        return Span(span.start, span.start + len(first))
    called = _body_first(first) or _called(first, text[span.start + len(first) :])
    if called:
        return Span(span.start, span.start + called)
    left = first.partition(" - ")[0]
    if left in known_by_form() or left in places() or re.search(r" - [a-zà-ÿ]", first):
        return Span(span.start, span.start + first.index(" - ")) if " - " in first else span
    if _LEAVING.search(text[max(0, span.start - 16) : span.start]) and " for " in span.of(text):
        return Span(span.start, span.start + span.of(text).index(" for "))  # "left Novatel for Zephyrix"
    charged = _charged(text, span) or _in_land(text, span)
    if charged:
        return Span(span.start, span.start + charged)
    stop = _STOP.search(span.of(text))
    if stop:
        return Span(span.start, span.start + stop.start(1))  # "Rabat. Miller"
    broken = _UNCLOSED.search(span.of(text)) or _BREAK.search(span.of(text))
    return Span(span.start, span.start + broken.start()) if broken else span


def _in_land(text: str, span: Span) -> int:
    """Return the length of what is in a land: « Paul Martin aux États-Unis », « prison au Maroc »; else 0."""
    abroad = _ABROAD.fullmatch(text, span.start, span.end) if span.of(text) not in known_by_form() else None
    seat = abroad is not None and abroad["name"].partition(" ")[0].lower() in _MISSIONS
    there = abroad is not None and not seat and _is_land(abroad["land"], town=abroad["at"] == "à")
    return abroad.end("name") - span.start if abroad is not None and there else 0


def _is_land(name: str, *, town: bool) -> bool:
    """Tell the name of a land, for « à » of a town as well."""
    known = known_by_form().get(name)
    land = known is not None and known.type is EntityType.PLACE
    return land or (name in places() if town else places().get(name, 0.0) >= PLACE_WEIGHT["country"])


def _charged(text: str, span: Span) -> int:
    """Return the length of whom « accuse Novatel de mensonge » names before the charge; else 0."""
    told = _CHARGING.search(text[max(0, span.start - 32) : span.start])
    charged = _CHARGED.fullmatch(span.of(text)) if told else None
    if charged is None:
        return 0
    body = charged["head"].lower() in lexicon()["before:Organization"]  # « la Ligue de football de fraude »
    return charged.end("who") if body is (charged["of"] is not None) else 0


def _body_first(name: str) -> int:
    """Return the length of the body before its person: « [l'attaquant du] FC Nantes Paulo Silva »; else 0."""
    words = name.split()
    for at in range(1, len(words) - 1):
        left = " ".join(words[:at])
        known = known_by_form().get(left)
        body = _CLUB.fullmatch(left) or (known is not None and known.type is EntityType.ORGANIZATION)
        if body and words[at] in first_names() and words[at + 1][:1].isupper() and words[at] not in places():
            return len(left) if name.startswith(f"{left} ") else 0
    return 0


def _called(name: str, after: str) -> int:
    """Return the length of a French name before whose it is, where somebody governs or what he is made; else 0."""
    owned = _owned(name, after)
    if owned is not None:
        return owned
    land = _OF_LAND.fullmatch(name) or _OF_OFFICE.match(name)  # « Mohamed Bazoum du Niger »
    if land and land["called"].split("-")[0] in first_names():
        wide = land["land"] in _OFFICES or places().get(land["land"], 0.0) >= PLACE_WEIGHT["country"]
        return land.end("name") if wide else 0
    inside = _IN_LAND.match(name)  # « le propriétaire en Suisse de Manor »
    if inside and places().get(inside["land"], 0.0) >= PLACE_WEIGHT["country"] and inside["land"] not in first_names():
        return inside.end("land")
    held = _HELD.match(name)  # « le président du Parti social-démocrate Jean Dubois »
    if held and held["called"].split("-")[0] in first_names():
        return held.end("body")
    ranged = _FROM_YEAR.search(name) if _TO_YEAR.match(after) else None
    if ranged:  # « président de l'Agence du livre de 2013 à 2016 »
        return ranged.start()
    score = _GOALS.search(name) if _AGAINST.match(after) else None
    if score:  # « Nantes a battu Lens 2-1 », "fined Novatel 2 billion euros"
        return score.start()
    made = name.endswith((" Premier", " Première")) and after.startswith(" ministre")
    return name.rindex(" ") if made else 0  # « nomme Jean Dubois Premier ministre »


def _owned(name: str, after: str) -> int | None:
    """Return the length of a party before its leader; 0 where he is none, None where nobody's party is told."""
    owner = _OWNER.match(name)  # « l'UNC de Vital Kamerhe »
    if owner and owner["first"] not in places():
        known = known_by_form().get(owner["party"])
        party = known is not None and known.kind == "party"
        return owner.end("party") if party or owner["first"].split("-")[0] in first_names() else 0
    led = _LED.match(name + after)  # « le Pastef d'Ousmane Sonko »
    if led and led["first"] in first_names() and not _may_be_person(led["party"]):
        return led.end("party")
    return None


def _may_be_person(word: str) -> bool:
    """Tell « Jeanne » of « Jeanne d'Arc Dubois », « Musée » and « Lyon », which no leader is named behind."""
    lists = lexicon()
    listed = lists["organization_words"] | lists["place_words"] | lists["work_words"] | lists["event_words"]
    return word in first_names() or word in places() or word.lower() in listed
