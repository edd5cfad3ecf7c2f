"""Gives a trade to whom the text has not told one of: « … remercie Anne Dubois. L'actrice a … », « présidé par X. ».

The subject of the sentence before may be called otherwise; the artist or scholar is then the other person named there.
"""

from typing import Final

from kg.extract.coreference.nouns import plain
from kg.extract.coreference.ranking import anaphor, candidates
from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# Trades of whom papers write by name; « le policier », « le conducteur » are often nobody's who was named.
_TRADES: Final = frozenset(
    """acteur actrice comédien comédienne chanteur chanteuse cinéaste réalisateur réalisatrice romancier romancière
    écrivain écrivaine auteur autrice musicien musicienne pianiste violoniste rappeur rappeuse rockeur rockeuse
    crooner humoriste dramaturge essayiste plasticien plasticienne sculpteur sculptrice photographe peintre styliste
    couturier couturière documentariste danseur danseuse chorégraphe compositeur compositrice poète poétesse
    philosophe historien historienne sociologue économiste politologue physicien physicienne biologiste climatologue
    virologue épidémiologiste astrophysicien astrophysicienne mathématicien mathématicienne""".split()
)
_ARTICLES: Final = frozenset(("le", "la", "l'", "l’"))


def of_no_trade_yet(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the only person of the sentence before of whom no trade is told, for « l'actrice »."""
    if reading.language != "fr" or token.plural or plain(token.lower, "fr") not in _TRADES:
        return ()
    bare = not any(sentence.children(token, "appos", "flat", "nmod")) and f"~{token.lower}" not in salience.strangers
    if not bare or not token.dep.startswith("nsubj") or not _definite(sentence, token):
        return ()
    sought = anaphor(reading, sentence, token)
    near = {seen.entity for seen in salience.newest(1) if seen.sentence == salience.now - 1}
    among = [i for i in candidates(reading, sought, salience) if i in near and i in reading.entities]
    people = [i for i in among if reading.entities[i].type is EntityType.PERSON]
    new = [i for i in people if not any(reading.roles.get(i, ()))]
    if len(new) != 1 or {reading.genders.get(new[0], ""), sought.gender} == {"m", "f"}:
        return ()
    return (Reference(new[0], "nominal", "of whom no trade was told", salience.last(new[0])),)


def _definite(sentence: Sentence, token: Token) -> bool:
    return any(c.lower in _ARTICLES for c in sentence.children(token, "det"))
