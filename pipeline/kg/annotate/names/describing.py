"""Shapes in which a noun says what the name behind it is: « le constructeur lyonnais Portéo », "firms like Orbis"."""

import re
from typing import Final

_QUOTED: Final = r"[ \u00a0«\"“‘'’]*$"
_WORD: Final = r"(?<![\w'’.-])([\w'’.-]+)"  # from its first letter: what holds from there need not be tried within
_SMALL: Final = r"(?<![a-zà-ÿ-])([a-zà-ÿ-]+"
BEFORE = re.compile(rf"{_WORD}{_QUOTED}")
# An adjective of French stands between: « le cargo bolivien Joudi », « la sonde spatiale Cassini ».
_DESCRIBED = re.compile(
    rf"{_WORD}[ \u00a0](?:[a-zà-öø-ÿ-]{{4,}}(?:i[fv]e?|ique|ale?|aine?|oise?|aise?|aire|eur|euse|ien|ienne)[ \u00a0])?"
    r"(?=[a-zà-öø-ÿ-]{4})[a-zà-öø-ÿ-]+(?:i?enn?e?|ai[ns]e?|oise?|ique|[ai]le|al|el|elle|i[fv]e?"
    rf"|[eé]e?|aire|aque|que|iste|eu[sx]e?|ier|ière"
    rf"|[ae]nte?|ole?|russe|turc|turque|grec|grecque|belge|suisse|tchèque)s?{_QUOTED}"
)
# « la plateforme de cryptomonnaies Zephyrix », « l'éditeur de logiciels nantais Valmer ».
_MATTER: Final = r"(?!cette|leurs?|notre|votre|plusieurs|chaque|quelques|deux|trois|quatre)[a-zà-öø-ÿ-]{4,}"
_DETERMINER: Final = (
    r"\b(?!(?:d['’])?(?:[dl]es?|la|du|aux?|une?|ce|cet|cette|ces|[mts](?:on|a|es)|leurs?|notre|nos|sur|par)[ \u00a0])"
)
_KIND: Final = rf"{_DETERMINER}([\w'’-]{{3,}})[ \u00a0](?:[a-zà-öø-ÿ-]{{4,}}[ \u00a0])?"
_WHAT: Final = (
    rf"(?:{_MATTER}(?:[ \u00a0]et[ \u00a0](?:de[ \u00a0]|d['’]){_MATTER})?"
    rf"(?:[ \u00a0](?!pour|avec|dans|chez|dont|sous|vers|entre)[a-zà-öø-ÿ-]{{4,}})?|[A-Z]{{2,4}}){_QUOTED}"
)
_OF_WHAT = re.compile(rf"{_KIND}(?:de[ \u00a0]|d['’]){_WHAT}")
_OF_THE = re.compile(rf"{_KIND}(?:de[ \u00a0]la[ \u00a0]|de[ \u00a0]l['’]|du[ \u00a0]|des[ \u00a0]|en[ \u00a0]){_WHAT}")
# « le spécialiste de la vente en ligne Zephyrix », « le fournisseur d'accès à internet Zephyrix »
_OF_FIELD = re.compile(
    rf"{_KIND}(?:de[ \u00a0](?:la[ \u00a0]|l['’])?|d['’]|du[ \u00a0]|des[ \u00a0])[a-zà-öø-ÿ-]{{4,}}[ \u00a0](?:en|à)"
    rf"[ \u00a0]{_WHAT}"
)
# « les tempêtes Kurt, Leiv et Marcel »: what the noun says holds of each.
_NAMED = r"[A-ZÀ-Þ][\w’'-]*(?:[ \u00a0][A-ZÀ-Þ][\w’'-]*){0,2}"
_LISTED = re.compile(rf"{_SMALL}s)[ \u00a0](?:{_NAMED}(?:[ \u00a0]?, |,? (?:et|ou|and|or) (?:d['’]|de )?))+$")
# "reservoirs -- Lam Takhong, Lam Sae", "companies such as Voltara and Orbis"
_SUCH = re.compile(
    r"([a-zà-ÿ-]{3,}s|PME|ETI|ONG)(?:[ \u00a0](?:de[ \u00a0]|d['’])?[\w-]{4,}){0,2}"
    r"(?: ?-- ?(?:namely )?| [–—-] (?:namely )?|: |,? (?:such as|including|like|namely|notably|tels que|telles que"
    r"|comme|dont|à savoir|à l['’]instar de) )(?:the |l[ae] |l['’]|les )?"
    rf"(?:{_NAMED}(?: \([^)\n]{{1,20}}\))?(?:[;,] |,? (?:and|or|et|ou|ou encore) )(?:the |l[ae] |les )?)*{_QUOTED}"
)
# « son équipe, Nordavia, … », "its parent company, Orbis, …"
_ITS = re.compile(
    r"\b(?:[Ss]on|[Ss]a|[Ll]eur|[Nn]otre|[Ll]['’]|[Ll]e |[Ll]a |[Uu]ne? |[Ii]ts|[Tt]heir|[Hh]is|[Hh]er"
    r"|[Aa]n?[ ]|[Aa]nother |[Tt]he |[A-Z]\w+-based )[ \u00a0]?(?:[A-Za-z-]+[ \u00a0])?"
    r"([a-zà-ÿ-]+)(?:[ \u00a0][a-zà-ÿ-]+)?,[ \u00a0]$"
)
# « l'animateur de radio Pierre Martin », « le chef du mouvement Pierre Martin »
SOMEBODY_OF = re.compile(
    r"(?<![\w-])([\w-]+)[ \u00a0](?:"
    r"(?:de[ \u00a0]|d['’])(?!l[ae]s?[ \u00a0])[a-zà-ÿ]{4,}|(?<=[^s] )(?P<body>du |de l['’]|de la )"
    r"(?:organisation|mouvement|parti|syndicat|réseau|fédération|formation))[ \u00a0](?:[a-zà-ÿ-]+[ \u00a0])?$"
)
# "the new company, to be called Kamara"; in French an adjective stands between
_CALLED = re.compile(
    rf"{_SMALL}),?(?: (?:to be|which is|that is|which will be|will be|who is))? (?:called|named|known as|dubbed"
    rf"|christened) (?:the )?{_QUOTED}"
)
# How a noun says what a name beside it is, with the weight of its word.
DESCRIBING: Final = (
    (_OF_WHAT, 1.5),
    (BEFORE, 2.2),
    (_DESCRIBED, 2.2),
    (_OF_THE, 1.5),
    (_OF_FIELD, 1.5),
    (_LISTED, 2.8),
    (_SUCH, 2.8),
    (_CALLED, 2.2),
    (_ITS, 1.8),
)
# Of these the noun is what the name beside it names.
PLAIN: Final = (_OF_WHAT, BEFORE, _DESCRIBED, _OF_THE, _OF_FIELD)
# « le responsable du programme X »: the complement may be what is named
BODIES_ONLY: Final = (_OF_THE, _OF_FIELD)
