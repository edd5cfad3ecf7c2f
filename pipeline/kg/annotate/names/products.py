"""Tells what a maker calls its product: « son nouveau téléphone, l'Aura 5, », « une bière, la Pêchette »."""

import re
from typing import Final

from kg.lexicon.known import known_by_form
from kg.lexicon.tables import first_names, lexicon, places
from kg.lexicon.whole_words import stands
from kg.model import Span

_WORD: Final = r"(?!(?:son|sa|ses|leurs?|une?)[ \u00a0])(?:[a-zà-öø-ÿ][\w-]*|SUV)"
_NEW: Final = frozenset("premier première nouveau nouvelle dernier dernière prochain prochaine".split())
# a determiner, one adjective or two, the noun, what describes it, a comma and the article of the name
_APPOSED: Final = re.compile(
    r"(?:(?P<front>(?:^|[.!?»\"][ \u00a0])[A-ZÀ][a-zà-ÿ]*[ \u00a0])"
    r"|(?P<of>\b(?:de[ \u00a0]|d['’]|par[ \u00a0]|pour[ \u00a0])))?"
    r"\b(?P<det>(?:[Ss]on|[Ss]a|[Ll]eur|[Nn]otre|[Uu]ne?|[Ll][ae])[ \u00a0]|[Ll]['’])"
    rf"(?P<words>{_WORD}(?:[ \u00a0](?:d['’])?{_WORD}){{0,6}}),[ \u00a0](?:l['’]|l[ae][ \u00a0])?$"
)
_CODE: Final = re.compile(r"(?<![\w-])(?:[B-EH-LO-Z]|[A-Z]{2,4})\d{1,3}(?![\w-])")
_CODED: Final = re.compile(rf"(?:[A-Z]{{2,5}} )*{_CODE.pattern}")
_END: Final = re.compile(r"[,.;:)!?»]|$|[ \u00a0](?:et|\d)")
_SMALL: Final = frozenset("de du des à au aux en sans avec pour par dans sur qui que dont où est a et ou".split())
_FAR: Final = 90
# « une Bentley Corniche », « la nouvelle Ford Mustang »: makers of which some are first names as well
MAKERS: Final = frozenset(
    """Alfa Alpine Aston Audi Bentley BMW Bugatti Buick Cadillac Chevrolet Chrysler Citroën Citroen Dacia Ducati
    Ferrari Fiat Ford Honda Hyundai Jaguar Kawasaki Kia Lamborghini Lancia Lexus Lotus Maserati Mazda Mercedes
    Mini Nissan Opel Peugeot Pontiac Porsche Renault Rolls-Royce Skoda Smart Subaru Suzuki Tesla Toyota
    Volkswagen Volvo Yamaha""".split()
)
_SECOND: Final = ("Martin ", "Romeo ", "Benz ")  # « une Alfa Romeo Giulia »
_BODIES: Final = frozenset(
    """Motor Motors Company Group Groupe Benz Romeo Martin Racing Foundation Fondation Finance Bank Team Arena
    Park Trucks Europe France Italie Mulliner Sport Sports Classic Technologies Energy Mobility""".split()
)
# "which makes Sunny Jim crackers and Ridge Top chips": what stands before goods that somebody makes is their brand
_MAKES: Final = re.compile(
    r"\b(?:ma(?:kes?|de|king)|makers? of|produc(?:es?|ed|ing|ers? of)|sells?|sold|selling|owners? of|owns?|brands?)\b"
    r"(?! (?:of|by|for|with|him|her|them|us|it)\b)[^.;:()\n]{0,80}$"
)
_WARES: Final = re.compile(
    r" (?:[a-z]+ )?(?:crackers|chips|crisps|cookies|biscuits|cereals?|soups?|sauces?|ketchup|mayonnaise|mustard|candy"
    r"|candies|chocolates?|sweets|gum|snacks|yogh?urts?|cheeses?|beers?|lagers?|ciders?|whiske?y|vodka|gin|rum|sodas?"
    r"|coffee|teas?|soaps?|shampoos?|detergents?|toothpaste|razors|diapers|nappies|sneakers|trainers|jeans|handbags"
    r"|watches|headphones|smartphones|tablets|laptops|consoles|tyres|tires|cigarettes|painkillers)\b"
)
_A: Final = re.compile(
    r"(?:^|[\s'’])(?:[ld]['’]|(?:une?|la|cette|sa|leur|les|des|deux|(?:nouvelle|vieille|ancienne|petite|grosse|future|superbe)"
    r"|(?:modèle|prototype|concept(?:-car)?|coupé|cabriolet|berline|roadster|SUV|citadine|supercar|sportive)s?)"
    r"[ \u00a0])$",
    re.IGNORECASE,
)


def product(text: str, span: Span) -> bool:
    """Tell whether the noun that a name is apposed to stands for something made.

    « Dans son dernier film, Dubois, 70 ans, raconte … » tells of the maker, « l'auteur d'un roman, Dubois, » too.
    """
    before = text[max(0, span.start - _FAR) : span.start].rpartition("\n")[2]
    found = _APPOSED.search(before)
    name = span.of(text)
    if found is None or found["front"] or _END.match(text, span.end) is None or name in places() or _somebody(name):
        return False
    noun, described = _noun(found["words"].replace("\u00a0", " ").split())
    determiner = found["det"].lower().rstrip()
    owned = determiner in ("son", "sa", "leur", "notre")
    new = owned or determiner.startswith("un") or bool(_NEW & set(described))
    return bool(noun) and new and (owned or found["of"] is None)


def model(text: str, span: Span) -> bool:
    """Tell « une Bentley Corniche », a maker's name and that of the model behind « une »: no person is told so.

    « BMW M2 », and « le Q3 » in a text about cars: letters with a number are no person's.
    """
    maker, _, rest = span.of(text).partition(" ")
    if maker not in MAKERS:
        return _CODED.fullmatch(span.of(text)) is not None and any(stands(text, one) for one in MAKERS)
    coded = _CODE.search(rest) is not None and maker not in first_names()
    if not coded and (rest in first_names() or _A.search(text, max(0, span.start - 12), span.start) is None):
        return False
    called = rest.split(" ", 1)[1] if rest.startswith(_SECOND) else rest
    return bool(called) and called.split(" ", 1)[0] not in _BODIES


def ware(text: str, span: Span) -> bool:
    """Tell an English brand before the goods that a firm makes: "which makes Sunny Jim crackers"."""
    if _WARES.match(text, span.end) is None or span.of(text) in known_by_form():
        return False
    return _MAKES.search(text, max(0, span.start - _FAR), span.start) is not None


def _somebody(name: str) -> bool:
    return name.split(maxsplit=1)[0] in first_names()


def _noun(words: list[str]) -> tuple[str, list[str]]:
    """Return the head of the phrase, a noun listed before any preposition, and the words before it."""
    goods = lexicon()["beside:Work"]
    plain = next((n for n, word in enumerate(words) if word in _SMALL or word.startswith(("d'", "d’"))), len(words))
    heads = [n for n in range(plain) if words[n].lower() in goods]
    return (words[heads[0]].lower(), words[: heads[0]]) if heads else ("", [])
