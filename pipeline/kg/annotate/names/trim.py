"""Cuts from a candidate what is no part of a name: articles, titles, weekdays, closing punctuation."""

import re
from typing import Final

from kg.annotate.names.behind_opening import behind_opening
from kg.annotate.names.breaks import (
    after_letter,
    after_people,
    before_break,
    before_closing,
    before_joint,
    before_seat,
)
from kg.annotate.names.capital_words import CIVIL_STOP
from kg.annotate.names.common import called
from kg.annotate.names.last_words import ADDRESSED, INITIALS, TOKEN, without_clitic, without_last
from kg.annotate.names.looks import believer
from kg.annotate.names.ministries import in_charge_of
from kg.annotate.names.no_names import BOARD, HEADING, HEADLINE
from kg.annotate.names.party_ends import without_body
from kg.annotate.names.posts_behind import is_first_name, without_post
from kg.annotate.names.rows import KINDS
from kg.annotate.names.signs import without_signs
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import two_peoples
from kg.lexicon.tables import PLACE_WEIGHT, demonyms, first_names, fold, lexicon, places
from kg.model import EntityType, Span

_EDGE: Final = " \u00a0\u202f\n\t,;:!?()[]«»\"“”'’*…–—-/"
_ELISION = re.compile(r"(?:[ldLDjsnmtc]|[JSNMTC](?=['’][a-zà-ÿ])|[Qq]u|[Ll]orsqu|[Pp]uisqu)['’](?=\w)")
_RANKED: Final = re.compile(r"[a-z][ \u00a0][IVX]\.$")
_NEXT: Final = re.compile(
    r"\s+(?:Ils?|Elles?|L[ae]s?|Ce(?:t|tte|s)?|Une?|Des|En|À|Son|Sa|Ses|S?he|The|They|His|Her|In)\b|\s*\Z|\n"
)
_ABBREVIATED = re.compile(r"(?:\b[A-ZÀ-Þ]|Inc|Corp|Ltd|Jr|Sr|Co|St|S\.A)\.$")
_OWN: Final = ("'s", "’s")
_POSSESSIVE = re.compile(r"['’]s$")
# "the San Francisco-based firm", "the Oakland-born author": the place is the name.
_JOINED: Final = (
    r"-(?:based|headquartered|born|led|backed|owned|style|area|controlled|held|bound|run|made|built|listed|related|linked"
    r"|affiliated|aligned|wide|themed|sponsored|funded|dominated|administered|occupied|branded|inspired|trained|winning|nominated|shortlisted)"
)
_HYPHENED = re.compile(rf"{_JOINED}$")
_HOME = re.compile(rf"(?:(?:[Tt]he|[Aa]n?|[A-ZÀ-Þ][\w.]*)[ \u00a0]){{0,3}}?[A-ZÀ-Þ][\w.]*{_JOINED}[ \u00a0](?=\S)")
# « Victoire de la Nouvelle-Zélande », « Nomination de Jean Dubois »: what happens opens a headline, and is no name.
_HAPPENS = re.compile(
    r"(?:Victoire|Défaite|Succès|Triomphe|Démission|Nomination|Élection|Réélection|Visite|Mort|Décès|Arrestation"
    r"|Condamnation|Qualification|Élimination|Disparition|Limogeage|Retour|Départ|Arrivée|Meurtre|Assassinat"
    r"|Funérailles|Obsèques|Enlèvement|Interpellation|Inculpation|Éviction|Mise en examen|Garde à vue)s?"
    r" (?:de |du |des |d['’])(?:la |l['’])?"
)
# « le chef d'État haïtien », « cet État des Caraïbes »: words for somebody or a country, no name
_HEAD_OF_STATE = re.compile(r"[EÉ]tat[ \u00a0](?:de |des |du |d['’])?(?:[a-zà-ÿ]|Caraïbes)")
_HEADED = re.compile(
    r"(?:\b(?:[Cc]hefs?|coups?|[Ss]ecrétaires?|[Mm]inistres?) d['’] ?|\b[Cc]hef(?:fe)?s? de l['’]|\b[Cc]et |\b[Uu]n )$"
)
# « Soutenir François Fillon »: what a slogan or a title wants done is no part of who it is done to.
_URGED = re.compile(
    r"(?:Soutenir|Aider|Défendre|Sauver|Libérer|Comprendre|Oublier|Réélire|Élire|Battre|Arrêter|Retrouver|Rencontrer"
    r"|Connaître|Tuer|Suivre|Protéger|Remercier|Chercher|Choisir|Combattre|Accueillir|Écouter|Relire|Revoir|Juger"
    r"|Rejoindre|Financer|Contrer|Stopper|Remplacer|Convaincre|Dénoncer|Interdire|Boycotter|Réformer|Quitter"
    r"|Reconstruire|Repenser|Raconter)[ \u00a0](?=[A-ZÀ-Þ])"
)
_ORDINAL: Final = re.compile(r"[IVXL]+ ?(?:er?|ème|e siècle)|\d[\dAB]\d?")  # « entre les X e et XIX e arrondissements »
_NUMBER = re.compile(r"\d[\d.,]*(?:er?|re|ère|e|ème|th|st|nd|rd|h|%)?")
# « l'État du Rajasthan », « la République de Tchétchénie »: the place is called by the rest
_LAND_OF = re.compile(
    r"(?:[EÉ]tats?|[Rr]épublique|[Ss]tate)[ \u00a0](?:de[ \u00a0](?:la[ \u00a0]|l['’])?|d['’]|du[ \u00a0]|of[ \u00a0])"
)
_PROSECUTOR: Final = re.compile(r"\b(?:[Pp]rocureure?|[Ss]ubstitut|[Pp]arquet)e?(?: [a-zé]+)? de la $")  # of a town
_GLUED: Final = re.compile(rf"{CIVIL_STOP}(?=[A-ZÀ-Þ][a-zà-ÿ])")
# « la victoire de De Gendt », "with Ma Ying-jeou"
_JOINING: Final = frozenset("van von der den ten ter zu".split())  # no « de »: « Noël de Berlin »
_OF_NAMES: Final = frozenset("La Le Les L' El Los The De Du Des He Ma So Son You People".split())
_OPENING: Final = ("«", "“", "‘", '"')
_CLOSING: Final = ("»", "”", "’", '"')
_GOES_ON: Final = re.compile(
    r"(?:(?<![\w-])[a-zà-ÿ][\w-]*|\b(?:M|MM|Mr|Mme|Mlle|Dr|Mgr)\.?|(?P<loose>[a-zà-ÿ][ \u00a0]?,|\())[ \u00a0]$"
)
_ARTICLE: Final = re.compile(r"(?:The|Le|La|Les|A|An|Un|Une)[ \u00a0](?=\S)|L['’](?=\w)")
_ROYAL: Final = frozenset("king queen prince princess president emperor roi reine sir lord lady".split())
_OF_DAYS: Final = frozenset("in of on since until from last next this early late mid en fin début depuis le".split())
_SMALL_FIRST: Final = re.compile(r"al-|[a-z]{1,2}[A-Z][a-z]")  # "al-Sisi", "uMngeni"
_EX: Final = re.compile(r"Ex-(?=[A-ZÀ-Þ][\w.]*(?: [A-Z]\w+)?(?! [A-Z]|\w))")  # "Ex-BBC man Jane Miller"
_HONOUR: Final = re.compile(  # the honours that peoples of Asia and Africa put before names
    r"(?:(?:Tan|Puan) Sri|(?:Datuk|Dato['’]?|Datin)(?: Seri| Sri)?|Shri|Smt|Alhaj[ia]|Hajia|Engr|Barr|Adv|Comrade|Ustaz"
    r"|(?:Right |Rt\.? |The )?Hono(?:u?rable|ble)|(?:Right|Most|Very) Reverend"
    r"|Crown(?= Prince)|Lt|Maj|Brig|H\.? ?E|His Excellency|Her Excellency|(?<=Rest in )Peace"
    r"|(?<=harg[ée] d['’])Affaires)\.? (?=[A-Z][a-z])"
)
_SAID: Final = re.compile(  # "Said Weber: “We shall see.”", where no first name is meant
    r"(?:(?<![^\n])|(?<=[.!?”\"] ))(?:Said|Says|Added|Adds|Asked|Wrote|Replied) "
    r"(?=[A-Z][^.:\n]{2,80}: ?[\"“'‘])(?![^:\n]*\b(?:said|says|told|asked|added|wrote|tweeted|replied|posted)\b)"
    r"|(?:(?<![^\n])|(?<=[.!?”\"] ))(?:Says|Adds|Writes|Recalls|Explains|Asks|Observes|Continues|Notes) (?=[A-Z])"
)
# « Seul Paul Martin a … », "Had Novatel bought …, it would": what opens a sentence with a capital and is no name
_LED: Final = re.compile(
    r"(?:(?<![^\n])|(?<=[.!?”\"»:] ))(?:Seule?s?|Même|Had|Should|Did|Does|Could|Would)[ \u00a0](?=[A-ZÀ-Þ][\w.'’-])"
)
# Ranks and posts that are also names' own first words: "Major Oak", "Marshal Foch", "Director X"
_DOUBTFUL: Final = frozenset(
    """major marshal director engineer advocate commissioner analyst headteacher farmer teacher trainer skipper rapper
    broadcaster neighbour survivor libertarian conservative independent""".split()
)
_MEMBERS: Final = frozenset("MP MEP MSP TD MLA".split())
# « a déclaré à l'AFP Karim Belaïd »: the agency is told, the name is who speaks
_AGENCY: Final = re.compile(
    r"(?:(?<=l['’])|(?<=à )|(?<=presse )|(?<=[bn]ique )|(?<=aise ))"
    r"(?:AFP|AP|APS|PA|ATS|RFI|DPA|EFE|Reuters|Xinhua) (?=[A-ZÀ-Þ](?:[\w'’-]+|\.?) [A-ZÀ-Þ])"
)
_PASSING: Final = frozenset("retired veteran ousted disgraced longtime embattled".split())
_NETS: Final = ("internet", "web")  # common words but in "Internet Archive"
_MANNED: Final = re.compile(r"(?:[Tt]en|[Nn]ine|[Ee]ight|\d+)-(?:man|woman|strong|times?)")  # "Ten-man Linfold City"


def behind_home(text: str, span: Span) -> Span:
    """Return the body of "London-based Institute for Fiscal Studies", "Ex-BBC man": where it sits is no part of it."""
    home = _HOME.match(text, span.start, span.end) or _EX.match(text, span.start, span.end)
    home = home or _SAID.match(text, span.start)  # "Said Leeds coach Jane Miller: “…”"
    return Span(home.end(), span.end) if home and home.end() < span.end else span


def trim(text: str, span: Span) -> Span | None:
    """Return the part of the span that is a name, or None when nothing is left."""
    span = without_signs(text, span)
    headline = HEADLINE.search(span.of(text))
    span = without_post(text, Span(span.start, span.start + headline.start()) if headline else span)
    span = without_clitic(text, without_body(text, span))
    span = before_seat(text, after_people(text, after_letter(text, span)))
    happens = _HAPPENS.match(text, span.start) or _urged(text, span) or BOARD.match(text, span.start)
    if (happens and span.end <= happens.end()) or _ORDINAL.fullmatch(span.of(text)):
        return None
    said = _SAID.match(text, span.start) or _LED.match(text, span.start)
    span = Span(said.end(), span.end) if said and said.end() < span.end else span
    honour = _HONOUR.match(text, span.start, span.end) or _AGENCY.match(text, span.start, span.end)
    opening = happens or honour
    span = Span(opening.end(), span.end) if opening else span
    span = behind_opening(text, span)
    span = _with_article(text, _bare(text, before_break(text, before_joint(text, before_closing(text, span)))))
    while span.start < span.end and not _kept_whole(span.of(text)):
        shorter = _bare(text, _without_first(text, span))
        if shorter == span:
            shorter = _bare(text, without_last(text, span))
        if shorter == span:
            break
        span = shorter
    if span.start >= span.end or not any(char.isalnum() for char in span.of(text)) or _in_office(text, span):
        return None
    return span


def _urged(text: str, span: Span) -> re.Match[str] | None:
    """Return the infinitive that opens a slogan in a candidate, also behind its quotation mark."""
    start = span.start
    while start < span.end and text[start] in _EDGE:
        start += 1
    return _URGED.match(text, start)


def _in_office(text: str, span: Span) -> bool:
    """Tell « État haïtien » of « le chef d'État haïtien », and a minister's field."""
    before = max(0, span.start - 16)
    head = _HEAD_OF_STATE.match(span.of(text)) and _HEADED.search(text, before, span.start)
    return bool(head) or in_charge_of(text, span)


def _with_article(text: str, span: Span) -> Span:
    """Return the span with a capital article before it in the middle of a sentence (« à La Havane »)."""
    for article in ("La ", "Le ", "Les ", "L'", "L’"):
        start = span.start - len(article)
        if (
            start > 0
            and text[start : span.start] == article
            and span.of(text) not in demonyms()
            and _mid_sentence(text, start)
        ):
            return Span(start, span.end)
    return span


def _kept_whole(name: str) -> bool:
    return name in known_by_form() or name in places()


def _bare(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    piece = text[start:end]
    if (
        (piece.endswith(".") and not _ABBREVIATED.search(piece))
        or re.fullmatch(r"[A-ZÀ-Þ]\.", piece)
        or (_RANKED.search(piece) and _NEXT.match(text, end))  # « le roi Harald V. Il »
    ):
        end -= 1
    possessive = _POSSESSIVE.search(text[start:end]) or _HYPHENED.search(text[start:end])
    last = text[start:end].rpartition(" ")[2]
    if possessive and last in known_by_form():
        return Span(start, end)
    if text[end : end + 2] in _OWN and last + text[end : end + 2] in known_by_form():
        return Span(start, end + 2)  # « RM Sotheby's »
    return Span(start, end - len(possessive.group()) if possessive else end)


def _without_first(text: str, span: Span) -> Span:
    """Drop a first word that is an elided article, a function word, a title or in lower case."""
    head = HEADING.match(text, span.start, span.end) or _GLUED.match(text, span.start) or _land_of(text, span)
    if head:
        return Span(head.end(), span.end)
    if _title_with_article(text, span):
        return span  # « L'Aube », "The Tenant of Room 9"
    elision = _ELISION.match(text, span.start, span.end)
    if elision and not (elision.group()[0] in "LD" and _mid_sentence(text, span.start)):  # "said D'Souza"
        return Span(elision.end(), span.end)
    words = list(TOKEN.finditer(text, span.start, span.end))
    if not words:
        return span
    first = words[0].group().lower().replace("’", "'")
    lists = lexicon()
    alone = len(words) == 1
    article = words[0].group() in _OF_NAMES and not alone
    common = first in lists["function_words"] and (alone or first not in _NETS)
    prefixed = first.startswith("ex-") and first.removeprefix("ex-") in lists["person_titles"]
    prefixed = prefixed or first in ("co-leader", "co-chair", "co-chairman", "co-founder", "co-president")
    formerly = first in _PASSING or prefixed
    titled = not is_first_name(words) and (
        formerly
        or (first in KINDS and not alone)
        or first.rstrip(".") + "." in lists["person_titles"]
        or first in lists["person_titles"]
        or (not alone and (_titled_for_once(text, words) or believer(text, words)))
    )
    if len(words) > 1 and f"{words[0].group()} {words[1].group()}" in places():
        return span  # "Des Moines Ledger"
    drop = (
        (first == "son" and not alone and words[1].group().lower() in lists["common_acronyms"])  # « Son PDG »
        or (common and not (article and _mid_sentence(text, span.start)))
        or (fold(first) in lists["calendar"] and not _called_so(text, words))
        or (first in ("con", "ch", "chief") and text[max(0, span.start - 4) : span.start] in ("Det ", "DET "))
        or (two_peoples(first) and not alone)
        or (titled and not alone and not _of_body(words[-1].group()) and not _royal_site(words))
        or (words[0].group() == "ONG" and not alone)
        or (
            words[0].group()[0].islower()
            and words[0].group() not in ("al-", "de")
            and not _SMALL_FIRST.match(words[0].group())
        )
        or ((_NUMBER.fullmatch(first) or _MANNED.fullmatch(first)) is not None and not alone)
    )
    if not drop:
        return span
    return Span(words[1].start() if len(words) > 1 else span.end, span.end)


def _land_of(text: str, span: Span) -> re.Match[str] | None:
    """Return « l'État du » of « l'État du Rajasthan »."""
    land = _LAND_OF.match(text, span.start, span.end)
    if land and _PROSECUTOR.search(text, max(0, span.start - 40), span.start):
        return land
    return land if land and _region(text[land.end() : span.end], republic="publique" in land.group()) else None


def _titled_for_once(text: str, words: list[re.Match[str]]) -> bool:
    """Tell a rank before a first name, "Major Ali Haddad", and initials of an office before a name: "IGP Addo".

    The text then has the name elsewhere, behind a first name or a title.
    """
    first = words[0].group()
    if first.lower() in _DOUBTFUL:
        return words[1].group() in first_names()
    if len(words) > 2 and (words[1].group() in _MEMBERS or called(first, words[1].group())):  # "Green MEP Eva Horn"
        return True
    if not INITIALS.fullmatch(first) or first in known_by_form() or _of_body(words[-1].group()):
        return False
    name = re.escape(text[words[1].start() : words[-1].end()])
    rows = re.findall(rf"((?:\b[A-Z][\w.-]+ ){{1,3}}){name}\b", text)
    return any(word in first_names() or ADDRESSED.match(f"{word} ") for row in rows for word in row.split())


def _called_so(text: str, words: list[re.Match[str]]) -> bool:
    """Tell a first name that is also a month, « Jan Kolar », "April Jones": no preposition or digit beside it."""
    before = re.search(r"(\w+)\W?$", text[max(0, words[0].start() - 12) : words[0].start()])
    dated = before is not None and (before[1].lower() in _OF_DAYS or before[1].isdigit())
    last, two = words[-1].group(), len(words) == 2 or (len(words) == 3 and words[1].group() in _OF_NAMES)
    inner = {word.group() for word in words[1:-1]}
    if inner and inner <= _JOINING:
        return words[0].group() in first_names()  # "Jan van der Berg", whatever stands beside it
    plain = two and last.istitle() and last not in places()  # « Noël Le Gall »
    return words[0].group() in first_names() and plain and not dated


def _title_with_article(text: str, span: Span) -> bool:
    """Tell a name that fills its quotation marks and begins with an article, which is part of it."""
    before = text[max(0, span.start - 2) : span.start].rstrip(" \u00a0")[-1:]
    after = text[span.end : span.end + 3].lstrip(" \u00a0,.")[:1]
    return before in _OPENING and after in _CLOSING and _ARTICLE.match(text, span.start, span.end) is not None


def _region(name: str, *, republic: bool) -> bool:
    known = known_by_form().get(name)
    if name not in places():
        return known is not None and known.type is EntityType.PLACE
    return not (republic and places()[name] >= PLACE_WEIGHT["country"])


def _of_body(word: str) -> bool:
    """Tell the last word of a body's name: the title before is part of it ("Justice Department")."""
    lists = lexicon()
    return word.lower() in lists["organization_words"] | lists["event_words"] and word[:1].isupper()


def _royal_site(words: list[re.Match[str]]) -> bool:
    """Tell a site named after somebody with his title: "King Baudouin Stadium", "Princess Charlotte Bridge"."""
    title, last = words[0].group().lower(), words[-1].group()
    if title in _ROYAL and len(words) > 1 and re.search(r"\b[Tt]he $", words[0].string[: words[0].start()][-4:]):
        return True  # "the Lady Isla": people with such titles have no article
    return len(words) > 2 and title in _ROYAL and last.lower() in lexicon()["place_words"] and last[:1].isupper()


def _mid_sentence(text: str, start: int) -> bool:
    """Tell whether no sentence begins there, so that an article is of the name: « à La Havane », « M. Le Roux »."""
    found = _GOES_ON.search(text[max(0, start - 15) : start])
    return found is not None and not (found["loose"] and text.startswith("The ", start))
