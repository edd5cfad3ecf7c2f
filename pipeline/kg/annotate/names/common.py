"""Tells words with a capital that name nothing where they stand: "Auditor" of "Auditor General", « Assurance : … »."""

import re
from typing import Final

from kg.annotate.names.capital_words import begins_sentence
from kg.annotate.names.holders import PORTFOLIOS
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import parties, peoples_adjectives
from kg.lexicon.tables import demonyms, family_names, first_names, fold, lexicon, person_nouns, places
from kg.lexicon.whole_words import stands
from kg.model import Span

# "Auditor General Jane Miller", "Hydro Minister Paul Stone": the first word is of the title
_OF_TITLE = re.compile(
    r"(?:Auditor|Solicitor|Surgeon|Adjutant|Inspector|Comptroller|Advocate|Postmaster)(?= General\b)"
    r"|District(?= Attorney)|Supreme(?= (?:Leader|Commander)\b)|(?:Majority|Minority)(?= (?:Leader|Whip)\b)"
    r"|(?:Presiding|Acting|Magistrate|Circuit|Resident|Investigating)(?= (?:Judge|Justice)\b)"
)
_CHARGE_AFTER = re.compile(
    r"(?:,| and| &) (?:[A-Z]\w+,? (?:and |& )?){1,4}(?:Minister|Secretary|Commissioner|Ministry)\b"
)
_GOES_ON = re.compile(r" (?!(?:was|is|has|had|said|told|will|would|also|and|did|says|who|were|are|have)\b)[a-z]")
_FIELD = re.compile(r" Minister [A-Z][a-z]+ [A-Z]")


def _of_title(text: str, span: Span) -> bool:
    """Tell "Auditor" of "Auditor General", "Hydro" of "Hydro Minister Paul Stone": words of a title, no bodies."""
    name = span.of(text)
    if " " in name or name in known_by_form() or name in places() or name in demonyms() or name in parties("en"):
        return False
    return _OF_TITLE.match(text, span.start) is not None or (
        name[1:].islower() and _FIELD.match(text, span.end) is not None
    )


def common(text: str, span: Span) -> bool:
    """Tell words that name nothing where they stand: of a title, a topic, an opening word, a department."""
    return (
        _of_title(text, span)
        or _topic(text, span)
        or _lower_elsewhere(text, span)
        or _describes(text, span)
        or _department(text, span)
        or _occupation(text, span)
        or _ruler(text, span)
        or _POST.match(span.of(text)) is not None
        or _charge(text, span)
        or _opening(text, span)
        or _verb(text, span)
        or _world(text, span)
        or _taught(text, span)
        or _partisan(span.of(text))
        or _left(span.of(text))
        or _of_kind(span.of(text))
        or _of_skin(text, span)
        or _of_faith(text, span)
        or _authority(text, span)
        or _canton(text, span)
    )


_CANTONS: Final = frozenset("AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH".split())
_TOWN_BEFORE: Final = re.compile(r"(?P<town>[A-ZÀ-Þ][\w-]+)[ \u00a0]\($")


def _canton(text: str, span: Span) -> bool:
    """Tell « VS » of « une avalanche à Verbier (VS) »: in which canton a town lies."""
    if span.of(text) not in _CANTONS or text[span.end : span.end + 1] != ")":
        return False
    before = _TOWN_BEFORE.search(text[max(0, span.start - 30) : span.start])
    return before is not None and before["town"] in places()


# « la Ville », « le Département »: the capital says that the authority is meant, of the place that the text is about
_AUTHORITIES: Final = frozenset(
    "Ville Villes Région Département Commune Municipalité Agglomération Agglo Mairie Préfecture".split()
)
_THE: Final = re.compile(r"(?:^|[\s(«])(?:[Ll]es?|[Ll]a|[Dd]u|[Aa]u|[Ll]['’]) ?$")
_GOES_ON_NAMED: Final = re.compile(
    r"[ \u00a0](?:[A-ZÉ]|d['’]|de[ \u00a0]|des[ \u00a0]|du[ \u00a0]|éternelle|sainte|lumière|rose|blanche)|-[A-Za-z]"
)


def _authority(text: str, span: Span) -> bool:
    """Tell « la Ville », « le Département », not « la Ville de Lyon », « la Région Bretagne »."""
    if span.of(text) not in _AUTHORITIES or _GOES_ON_NAMED.match(text, span.end):
        return False
    return _THE.search(text[max(0, span.start - 5) : span.start]) is not None


_RELIGIONS: Final = frozenset("Islam Judaism Christianity Hinduism Buddhism Catholicism Protestantism Sikhism".split())
_NAMED_ON: Final = re.compile(r"[ \u00a0][A-ZÀ-Þ]|[ \u00a0](?:said|says|told|added)\b|-")
_FAITHS: Final = frozenset(("Shiite", "Shi'ite", "Shia", "Sunni", "Islamist", "Salafist", "Druze"))


def _of_faith(text: str, span: Span) -> bool:
    """Tell "Shiite" of "the Shiite movement's leader", an adjective of what the noun names, and a faith by itself."""
    if span.of(text) in _RELIGIONS and not _NAMED_ON.match(text, span.end):
        return True
    return span.of(text) in _FAITHS and re.match(r" [a-z]", text[span.end : span.end + 2]) is not None


_LEFT: Final = re.compile(r"Part(?:i|ie|is|ies) (?:de |du |des |d['’])(?:la |l['’])?")
_TAUGHT: Final = re.compile(
    r"\b(?:[Pp]rofessor|[Ll]ecturer|[Rr]eader|[Cc]hair|[Dd]egree|[Dd]iploma|Ph\.?D|[BM]Sc|[BM]A|[Ff]ellow) (?:in|of) "
    r"(?:[A-Z][a-z]+ (?:[A-Z][a-z]+ )?and )?$"
)


# « le département des sciences de la Terre »: a field
_HEAVENLY: Final = ("Terre", "Univers", "Earth", "Mer")
_SCIENCE: Final = re.compile(r"\b[Ss]ciences? (?:(?:d[ue]|et) )?(?:la |l['’])?$")


_KINDS: Final = frozenset("NGO NGOs MP MPs MEP MEPs PM CEO CEOs TV GP GPs".split())
_PERSONS: Final = re.compile(
    r" (?:wom[ae]n|m[ae]n|people|person|girls?|boys?|voters?|students?|families|communit|residents?|actors?|actress"
    r"|artists?|players?|churches|lives|youths?|workers?|candidates?|Americans?|Britons?|South Africans?)\b"
)
_AT: Final = re.compile(r",? (?:at|in) (?:the )?[A-Z]")


def _of_kind(name: str) -> bool:
    """Tell "Italian NGO", "British MP": a people and a kind, which name nobody."""
    people, _, kind = name.partition(" ")
    return kind in _KINDS and people.lower() in peoples_adjectives()


def _of_skin(text: str, span: Span) -> bool:
    """Tell "Black" of "the first Black woman", which is no town."""
    return span.of(text) in ("Black", "White") and _PERSONS.match(text, span.end) is not None


def _taught(text: str, span: Span) -> bool:
    """Tell "Mathematical Modelling" of "Assistant Professor in Mathematical Modelling at King's College"."""
    if span.of(text) in _HEAVENLY and _SCIENCE.search(text[max(0, span.start - 30) : span.start]) is not None:
        return True
    taught = _TAUGHT.search(text[max(0, span.start - 60) : span.start])
    board = taught is not None and taught.group().lower() == "chair of " and not _AT.match(text, span.end)
    if taught is None or board:  # "chair of Novatel", not "chair of Statistics at Leeds University"
        return False
    words = span.of(text).split()
    named = listed_name(span.of(text)) or listed_name(words[0]) or words[0] in demonyms()
    return not named and not {word.lower() for word in words} & lexicon()["organization_words"]


def _left(name: str) -> bool:
    """Tell « Parti de Lyon, un autocar s'est retourné »: no party is named after a town."""
    left = _LEFT.match(name)
    return left is not None and name[left.end() :] in places()


_SIDES: Final = frozenset("Liberal Labor National Independent Coalition Crossbench Backbench Opposition".split())


def _partisan(name: str) -> bool:
    """Tell "Georgia Republican", "Liberal MP": where somebody is from, of which party and what he is are two names."""
    first, _, last = name.rpartition(" ")
    seated = last in ("MP", "MEP", "MSP", "MLA", "Senator") and (first in parties("en") or first in _SIDES)
    return seated or (last in ("Republican", "Democrat") and first in places())


def _charge(text: str, span: Span) -> bool:
    """Tell "Foreign Trade" of "Foreign Trade and Tourism Minister Jane Miller"."""
    return _CHARGE_AFTER.match(text, span.end) is not None and all(w in PORTFOLIOS for w in span.of(text).split())


# « Offensif, il a répondu … »: what somebody is, said before he is named
_ADJECTIVE: Final = re.compile(
    r"[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:if|ive|eux|euse|onnel|uel|onnelle|uelle|ique|ant|ante|ent|ente|é|ée|iste|able|ible)s?"
)
_SET_OFF: Final = re.compile(r",[ \u00a0](?:il|elle|ils|elles|on|le|la|les|ce|cet|cette)[ \u00a0]|,[ \u00a0]l['’]")


_ADJECTIVES: Final = re.compile(
    r"(?:Gros(?:se)?|Lourd|Triste|Drôle|Double|Joli|Belle|Vive|Forte|Dure|Rude)s?"
)  # « Gros incident »
# « Aurez-vous le courage », « Permettez-moi »: verbs
_ADDRESSES: Final = re.compile(
    r"-(?:vous|nous|moi|toi|je|tu|ils?|elles?|on|t-(?:il|elle|on)|ce|les?|la|lui|leur)(?![\w-])"
)
_IMPERATIVE: Final = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:ez|ons)-(?:vous|nous|moi|les?|la|lui|leur|en|y)")
# « la championne du Monde »: papers write the world with a capital
_WORLD: Final = re.compile(
    r"\b(?:champion(?:ne)?s?|coupe|tour|record(?:man|woman)?s?|titres?|médailles?|fin|bout|circuit|classement)"
    r"[ \u00a0](?:du|au)[ \u00a0]$",
    re.IGNORECASE,
)


def _verb(text: str, span: Span) -> bool:
    """Tell an adjective that no table has, or a verb with its pronoun, that opens a sentence."""
    name = span.of(text)
    if _IMPERATIVE.fullmatch(name):
        return True
    if " " in name or listed_name(name) or not _opens(text, span):
        return False
    described = _ADJECTIVES.fullmatch(name) is not None and text[span.end + 1 : span.end + 2].islower()
    return described or (name[1:].islower() and _ADDRESSES.match(text, span.end) is not None)


def _world(text: str, span: Span) -> bool:
    return span.of(text) == "Monde" and _WORLD.search(text[max(0, span.start - 20) : span.start]) is not None


def _opening(text: str, span: Span) -> bool:
    """Tell "Said" of "Said suspension was lifted", "Reading" of "Reading the report": no names there."""
    if _ADJECTIVE.fullmatch(text, span.start, span.end) and _SET_OFF.match(text, span.end) and _opens(text, span):
        return not listed_name(span.of(text))
    if span.of(text) not in ("Said", "Reading", "Mobile", "Nice", "Man", "Closer", "Media"):
        return False
    return _opens(text, span) and _GOES_ON.match(text, span.end) is not None


# "the Minister of Health": a post, no body
_POST: Final = re.compile(
    r"(?:Minister|Secretary|Undersecretary|Commissioner)s? (?:of|for) |(?:High Commissioner|Ambassador|Envoy)s? to "
    r"|(?:L['’])?[Oo]rganisations? (?:[Nn]on[ -][Gg]ouvernementales?|[Ii]nternationales?|[Hh]umanitaires?)$"
    r"|(?:P-?DG|DGA?|DRH|DSI)(?: [a-zà-ÿ]|$)"  # « DG délégué de Novatel »
)


_HOLDERS: Final = ("Dean", "Marshal", "Provost", "Abbot", "Bishop", "Major", "Warden", "Judge")
_OF_BODY: Final = re.compile(r" of (?:the )?[A-Z]")


def _ruler(text: str, span: Span) -> bool:
    """Tell "the Amir", "the Sultan", "Dean of the House": a title without a name."""
    if span.of(text) in _HOLDERS and _OF_BODY.match(text, span.end):
        return True
    return span.of(text) in ("Amir", "Emir", "Sultan") and text[max(0, span.start - 4) : span.start].lower() == "the "


_OF_POST: Final = re.compile(
    r"\b(?:[Pp]resident|[Dd]irector|[Hh]ead|[Mm]anager|[Oo]fficer|[Cc]hair|[Dd]ean|[Cc]hief|[Pp]rofessor"
    r"|VP|[Dd]epartment|[Ss]chool|[Cc]ollege|[Uu]nder-?[Ss]ecretary|[Ss]ecretary|[Mm]inister) (?:of|for) "
    r"(?:[A-Z][a-z]+ (?:[A-Z][a-z]+ )?and )?$"
)


def _department(text: str, span: Span) -> bool:
    """Tell "Vice President of Operations", "Director of Public Health": what the post has charge of."""
    *kinds, last = span.of(text).lower().split()
    lists = lexicon()
    charge = last in lists["departments"] and lists["department_kinds"] | lists["departments"] >= {*kinds}
    return charge and _OF_POST.search(text[max(0, span.start - 60) : span.start]) is not None


_HELD: Final = re.compile(r" (?:at|with|in|for|of) (?:the |an? )?[A-Z]")


def _occupation(text: str, span: Span) -> bool:
    """Tell "Research Scientist" of "Jane Miller, Research Scientist at the Food Institute": what somebody is."""
    first, _, last = span.of(text).rpartition(" ")
    if not first or last.lower() not in person_nouns() or last in family_names() or first.split()[0] in first_names():
        return False
    return text[max(0, span.start - 2) : span.start] == ", " and _HELD.match(text, span.end) is not None


# « Enfariné à Strasbourg, il … », « Localisé vers … », « Misogyne »: what begins a sentence and describes somebody
_PARTICIPLE: Final = re.compile(r"[A-ZÉÀ][a-zà-ÿ]{2,}(?:é|ée|és|ées|ie|is|ise|ue)")
_DERIVED: Final = re.compile(r"[a-zé](?:[st]ions?|ments?|ages?|ités?|isme|rice)$|^(?:Propre|Seul|Fidèle|Proche)s?$")
_AFTER_PARTICIPLE: Final = re.compile(
    r",|[ \u00a0](?:,|à|au|aux|par|en|dans|depuis|vers|sur|sous|comme|de|d['’]|du|des|pour|le|la"
    r"|entre|lors|avec|il|elle|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ce|dès|début|fin|après"
    r"|contre|chez|il y a)\b"
)


def _describes(text: str, span: Span) -> bool:
    name = span.of(text)
    if not _unknown_opening(text, span):
        return False
    if name.lower() in person_nouns() or (
        _DERIVED.search(name) and re.match(r"[ \u00a0][a-zà-ÿ]", text[span.end :][:2])
    ):
        return True
    return _PARTICIPLE.fullmatch(name) is not None and _AFTER_PARTICIPLE.match(text, span.end) is not None


def _topic(text: str, span: Span) -> bool:
    """Tell what a headline is about: « Assurance : Mutualis rachète … »."""
    begins = span.start == 0 or text[span.start - 1] == "\n"
    name = span.of(text)
    topic = text[span.end : span.end + 2] in (" :", "\u00a0:", ": ", ". ")
    return begins and " " not in name and topic and not listed_name(name)


def _lower_elsewhere(text: str, span: Span) -> bool:
    """Tell a common word that begins a sentence: the text has it without the capital as well."""
    name = span.of(text)
    if not _unknown_opening(text, span):
        return False
    return stands(text, name.lower(), beside="-")


def _opens(text: str, span: Span) -> bool:
    return begins_sentence(text, span.start, text.rfind("\n", 0, span.start) + 1)


def _unknown_opening(text: str, span: Span) -> bool:
    """Tell a single word that begins a sentence and that no table has."""
    name = span.of(text)
    return " " not in name and not listed_name(name) and _opens(text, span)


# what a name in the singular is followed by: "Siemens said", "Mercedes was"
_OF_ONE: Final = re.compile(r" (?:was|is|has|said|says|told|will|would|also|and [A-Z]|[a-z]+s)\b|['’]|,| [A-Z]")


def plural_opening(text: str, span: Span) -> bool:
    """Tell "Rockets" of "Rockets landed in Haifa", "Rescuers said": nowhere else has it a capital."""
    name = span.of(text)
    people = name.lower().removesuffix("s") in person_nouns()
    if not re.fullmatch(r"[A-Z][a-z]+[^siu\W]s", name) or not _unknown_opening(text, span):
        return False
    again = (m.start() for m in re.finditer(rf"\b{name}\b", text) if m.start() != span.start)
    goes_on = re.match(r" [a-z]", text[span.end : span.end + 2]) is not None
    several = people or not _OF_ONE.match(text, span.end)
    return goes_on and several and not any(text[at - 2 : at - 1].islower() for at in again)


def listed_name(name: str) -> bool:
    """Tell a name that a table has."""
    return name in known_by_form() or name in places() or name in first_names() or fold(name).title() in first_names()


def called(noun: str, given: str) -> bool:
    """Tell that a noun for people stands before a first name in a row of capitals: "Actors Ann Poe"."""
    some = noun.lower() in person_nouns() or noun.lower().removesuffix("s") in person_nouns()
    return some and given in first_names() and noun not in first_names()
