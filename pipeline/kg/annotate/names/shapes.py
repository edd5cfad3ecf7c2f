"""Holds the shapes of names whose parts are common words: laws, prizes, ships, roads, clubs, state bodies."""

import re
from typing import Final

from kg.annotate.names.capital_words import PLAIN_CAPITAL, PLAIN_NAME
from kg.model import EntityType

OF: Final = r"(?:de[ \u00a0]la[ \u00a0]|de[ \u00a0]l['’] ?|du[ \u00a0]|des[ \u00a0]|de[ \u00a0]|d['’] ?)"
# « la loi immigration »: what a law is about, without a preposition
_MATTERS: Final = (
    r"(?:travail|immigration|asile(?:-|[ \u00a0]et[ \u00a0])immigration|asile|séparatisme|sécurité[ \u00a0]globale"
    r"|anticasseurs"
    r"|anti-casseurs|renseignement|logement|climat|santé|handicap|littoral|montagne|narcotrafic|avenir|programmation"
    r"|fin[ \u00a0]de[ \u00a0]vie|plein[ \u00a0]emploi|agriculture|antiterroriste|anti-terroriste|séparatismes)"
)
_LAW = re.compile(
    r"(?<![\w-])(?:projet de loi|proposition de loi|loi|décret(?: présidentiel)?)[ \u00a0]"
    rf"(?:{PLAIN_NAME}(?:[ \u00a0]\d{{1,2}})?|\d[\d-]*|{_MATTERS})(?![\w-])"
    r"|(?<![\w-])article[ \u00a0]\d+(?:-\d+)?(?=[ \u00a0]de[ \u00a0]la[ \u00a0]Constitution)"
)
_GENRE: Final = (
    r"(?:premier[ \u00a0]roman|nouvelle|biographie|poésie|roman|essai|livre[ \u00a0]audio|documentaire|jeunesse)"
)
_PRIZE = re.compile(
    r"(?<![\w-])(?<!bas )(?<!petits )(?<!faible )(?:(?i:prix)|médaille|trophée)[ \u00a0]"
    rf"{OF}?(?:L[ae]s?[ \u00a0]|L['’])?{PLAIN_CAPITAL}(?:-{PLAIN_CAPITAL})*"
    rf"(?:[ \u00a0]{OF}(?:paix|littérature|physique|chimie|médecine|économie|lecteurs|lycéens|public|jury|{_GENRE}))?"
)
# « le Goncourt des lycéens », « le Goncourt du premier roman 2015 »
_OF_BOOKS = re.compile(
    r"(?<![\w-])(?<!prix )(?<!Prix )(?<!Jules )(?<!Edmond )(?<!académie )(?<!Académie )"
    r"(?:Goncourt|Renaudot|Femina|Médicis|Interallié|Pulitzer|Booker)(?![\w-]|[ \u00a0][A-Z])"
    rf"(?:[ \u00a0]{OF}(?:[Ll]ycéens|{_GENRE}))?(?:[ \u00a0](?:19|20)\d\d)?(?![\w-])"
)
# « le Grand prix du roman de l'Académie française »
_GRAND_PRIX = re.compile(
    rf"(?<![\w-])(?i:grand[ \u00a0]prix)[ \u00a0]{OF}(?:roman|littérature|jury|livre|public|poésie|architecture)"
    rf"(?:[ \u00a0]{OF}{PLAIN_NAME}(?:[ \u00a0]française)?)?(?![\w-])"
)
# « le Nobel de la paix », « le César du meilleur premier film »
_NAMED_PRIZE = re.compile(
    r"(?<![\w-])(?<!prix )(?<!Prix )(?:Nobel|Césars?|Oscars?|Molières?|Grammys?|Emmys?|Goyas?|Victoires?)[ \u00a0]"
    r"(?:de[ \u00a0](?:la[ \u00a0](?:paix|musique)|littérature|physique|chimie|médecine)|d['’](?:économie|honneur)"
    r"|(?:du[ \u00a0]meilleur|de[ \u00a0]la[ \u00a0]meilleure)(?:[ \u00a0](?:jeune|premi(?:er|ère)|second))?"
    r"[ \u00a0][a-zé-]+(?:[ \u00a0](?:original|étranger|adapté|masculin|féminin)e?)?)(?![\w-])"
)
VOTE: Final = "(?i:législatives?|municipales?|régionales?|européennes?|présidentielles?|sénatoriales?|départementales?)"
VOTES: Final = "(?i:législatives|municipales|régionales|européennes|présidentielles?|sénatoriales|départementales)"
_MONTH: Final = "(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
# "the 2014 independence referendum", "the 2026 World Cup"
_DATED = re.compile(
    r"\b(?:19|20)\d\d[ \u00a0](?:[A-Z.]{2,4}[ \u00a0])?"
    r"(?:(?!(?:the|and|of|in|to|for|with|before|after|when|a|but|as|on)\b)[a-zA-Z]+[ \u00a0]){0,4}?"
    r"(?:elections?|referendum|World Cup|Olympics|Paralympics|Olympic Games|Games|coup|uprising"
    r"|Grand Prix|Super Bowl)\b"
    r"|\b(?:G7|G8|G20|NATO|EU|APEC|ASEAN|AU|UN|OPEC|BRICS|Arab League) summit\b"
)
# "the Ake Arts and Book Festival", "the Motor and Trade Show"
_TWO_ARTS = re.compile(
    r"(?<![\w-])(?!The )(?:[A-Z][\w-]+ ){0,3}(?:Arts?|Books?|Film|Music|Food|Wine|Beer|Science|Jazz|Poetry|Dance|Comedy"
    r"|Theatre|Literature|Design|Fashion|Motor|Home|Garden|Television|Craft|Tech|Trade|Health|Energy|Ideas) (?:and|&) "
    r"[A-Z][\w-]+ (?:[A-Z][\w-]+ ){0,2}?(?:Festival|Fair|Show|Expo|Forum|Summit|Conference|Awards)(?![\w-])"
)
_RESCUE = re.compile(rf"(?<![\w-])(?!The ){PLAIN_NAME} Fire and Rescue(?: Service| Department)?(?![\w-])")
_BATTLE = re.compile(
    rf"(?<![\w-])(?:Battle|Siege) of (?:the )?{PLAIN_NAME}|(?<=the )War (?:in|on) {PLAIN_NAME}"
    r"|(?<=\b[Tt]he )Boxing Day tsunami\b"
)
# "the IAAF World Championships in Athletics"
_IN_SPORT = re.compile(
    rf"(?<![\w-])(?!The ){PLAIN_NAME} (?:Championships?|Cup) in "
    r"(?:Athletics|Swimming|Judo|Boxing|Fencing|Cycling|Rowing)\b"
)
# "Malaysia Airlines Flight 17", "flight MH370": where the code names the airline its name stands alone
_FLIGHT = re.compile(
    r"(?<![\w-])(?!(?:On|In|The|Aboard|When|After|From|With|For|Of|As|If|That|An?|Both|Like|While|Before|Since|And)\b)"
    rf"(?:{PLAIN_CAPITAL}[ \u00a0]){{1,3}}(?i:flight)[ \u00a0]\d{{1,4}}(?![\w-])"
    r"|(?<![\w-])[Ff]light[ \u00a0][A-Z\d]{2}[ -]?\d{1,4}(?![\w-])"
)
# "Tehrik-i-Taliban Pakistan", "Jamaat-ul-Ahrar"
_MILITANTS = re.compile(
    r"(?<![\w-])(?:Tehri[kq]|Tehreek|Jamaat|Jama['’]at|Lashkar|Jaish|Harkat|Hizb|Jundu?|Sipah|Ansar|Hara[kq]at|Abu|Jemaah)"
    r"-(?:[a-z]{1,3}-)?[A-Z][a-z]+(?:[ \u00a0](?:Pakistan|Islam|Bangladesh))?(?![\w-])"
    r"|(?<![\w-])[Aa]l[- ]Qaeda in (?:the )?(?:Islamic Maghreb|Arabian Peninsula|Iraq|Mesopotamia)(?![\w-])"
)
_PRIMARY = re.compile(
    rf"(?<![\w-])primaires?(?:[ \u00a0]présidentielles?)?[ \u00a0](?:socialistes?|{OF}(?:droite|[Gg]auche|centre)"
    r"(?:[ \u00a0]et[ \u00a0]du[ \u00a0]centre)?)(?![\w-])"
    # « les législatives de juin 2017 », not « l'Union européenne en 2013 »
    rf"|(?<![\w-])(?:(?i:élections?[ \u00a0]){VOTE}|{VOTES})"
    r"(?:[ \u00a0][a-zà-ÿ-]+(?:ain|ais|ien|que|and|ois|ol)e?s?)?[ \u00a0]"
    rf"(?:de[ \u00a0]|d['’] ?)?(?:{_MONTH}[ \u00a0])?(?:19|20)\d\d\b"
)
_AMENDMENT = re.compile(
    r"\b(?:Premier|Deuxième|Second|Cinquième|Quatorzième)[ \u00a0]amendement\b"
    r"|\b(?:First|Second|Fourth|Fifth|Fourteenth)[ \u00a0]Amendment\b"
)
_FAMILY = re.compile(
    rf"\bfamille[ \u00a0]{PLAIN_NAME}|(?<![\w-])(?!(?:The|His|Her|Their|Our|My|Your|This|That|Whose|Both|Another|Each"
    rf"|Every|One|A|An)[ \u00a0]){PLAIN_NAME}[ \u00a0]family\b"
)
# « les frères Dalton », « l'avocat des époux Moreau »; not « les frères Paul et Jean Dalton »
_KIN = re.compile(
    r"\b(?:frères|sœurs|soeurs|époux|parents|conjoints|jumeaux|jumelles|cousins|clan)[ \u00a0]"
    rf"{PLAIN_CAPITAL}(?![\w-])(?![ \u00a0][A-ZÀ-Þ])"
    rf"(?!(?:,[ \u00a0]{PLAIN_CAPITAL})*[ \u00a0]et[ \u00a0]{PLAIN_CAPITAL}[ \u00a0][A-ZÀ-Þ])"
)
# "HMS Montrose" Commanding Officer Jane Miller
_SHIP_WORD: Final = rf"(?!(?:Command|Capt|Chief|Officer|Lieut|Lt|Director|Master|Company|Ltd)[a-z]*\b){PLAIN_CAPITAL}"
_SHIP_NAME: Final = rf"{_SHIP_WORD}(?:[ \u00a0]{_SHIP_WORD})*"
_SHIP = re.compile(
    r"(?<![\w-])(?:MV|M/[VLT]|MS|MT|SS|HMS|USS|USNS|USCGC|RMS|RFA|FV|RRS|RV|INS|HMCS|NCSM|HMAS|HMNZS|JS|JDS|TCG|BRP|KRI|KD|PNS|BNS"
    rf"|SLNS|ROKS|HNLMS|HDMS|ESPS|SAS|ARA|BAP)[ \u00a0]{_SHIP_NAME}(?:[ \u00a0]\d{{1,2}}(?![\w.,:%-]))?"
)
# "the UK warship Monmouth", "the ferry Princess Ashika", "the space probe Dawn"
_CRAFT_EN = re.compile(
    "|".join(
        rf"(?<=\b{noun.replace('_', ' ')} )"
        for noun in """ship warship flagship tanker ferry trawler frigate destroyer submarine yacht freighter vessel
        aircraft_carrier cruiser corvette tugboat icebreaker battleship steamer trimaran catamaran schooner space_probe
        spacecraft space_shuttle spaceship cutter""".split()
    ).join(("(?:", rf"){_SHIP_NAME}(?![\w-])"))
)
# "Tribhuvan airport", "Manouba women's prison"; not "a Victorian library"
_SITE = re.compile(
    rf"(?<![\w-])(?!(?:The|A|An|This|That|His|Her|Its|Their|Our|My|Another|Both|Each|One|In|At|Near|When|As)[ \u00a0])"
    rf"{PLAIN_NAME}(?<!ian)(?<!ish)[ \u00a0]"
    r"(?:(?:men|women)['’]s[ \u00a0]|international[ \u00a0]|military[ \u00a0])?"
    r"(?:airport|airfield|airbase|air[ \u00a0]base|prison|jail|library|cathedral|mosque|dam|stadium|racecourse)\b"
)
_ROAD = re.compile(
    r"(?<![\w-])(?:[ADEMN]\d{1,4}|R[ND][ \u00a0]?\d{1,4}"
    r"|(?:NH|SH|I|US)-\d{1,3}|NH[ \u00a0]\d{1,3}|route[ \u00a0](?:nationale|départementale)[ \u00a0]\d+)(?![\w-])"
)
# Bodies of which a state has one, written small.
_STATE_BODY = re.compile(
    r"(?<![\w-])(?:police[ \u00a0](?:fédérale|judiciaire|nationale)|(?:gendarmerie|assemblée)[ \u00a0]nationale"
    r"|administration[ \u00a0]fiscale|conseil[ \u00a0](?:constitutionnel|d['’][EÉ]tat)"
    r"|cour[ \u00a0](?:de[ \u00a0]cassation|des[ \u00a0]comptes|pénale[ \u00a0]internationale)"
    r"|parquet[ \u00a0](?:national[ \u00a0])?(?:financier|anti-?terroriste|fédéral)|garde[ \u00a0]républicaine"
    r"|académie[ \u00a0](?:des[ \u00a0](?:sciences|beaux-arts|technologies)|de[ \u00a0]médecine|française)"
    r"|ministère[ \u00a0]public)(?![\w-]|[ \u00a0][a-z]+(?:aise?|i?enne?|aine?|ien)\b)"
)
# « le Bayard d'or », « un Ours d'argent »
_METAL = re.compile(r"(?<![\w-])(?!Médaille|Âge)[A-ZÀ-Þ][a-zà-ÿ]+[ \u00a0]d['’](?:or|argent|honneur)\b")
# "the Golden Bear", "Best Supporting Actress"
_AWARD = re.compile(
    r"(?<![\w-])(?:(?:Golden|Silver|Bronze|Crystal)[ \u00a0](?:Bear|Lion|Leopard|Globe|Palm|Shell|Pyramid|Peacock|Hugo"
    r"|Spike|Boot|Ball|Glove|Lotus|Horse|Alexander|Dove)|[A-Z][a-z]+[ \u00a0]d['’]Or"
    r"|Best[ \u00a0](?:(?:New|Supporting|Original|Adapted|Foreign|International|Animated|Male|Female|Leading|Live"
    r"|Visual|Short|Debut|Language|Feature|Documentary)[ \u00a0]){0,3}(?:Actor|Actress|Director|Picture|Film|Feature"
    r"|Screenplay|Newcomer|Artist|Album|Song|Documentary|Cinematography|Performance|Score|Soundtrack|Play|Musical|Short)"
    r"(?:[ \u00a0](?:Award|Prize))?"
    r"|(?:(?:National|Presidential|Congressional) )?(?:Medal|Order|Legion) of [A-Z][a-z]+(?:(?: and| of) [A-Z][a-z]+)?"
    r"|(?<=\bthe )(?:[A-Z][\w’'-]+ ){1,3}(?:Prize|Medal)(?! [A-Z]| of | for ))(?![\w-])"  # "the Forward Prize"
)
_STATES = re.compile(r"(?<![\w-])Group of (?:Seven|Eight|Twenty|7|8|20|77)(?![\w-])(?! (?:men|women|people|friends))")
# "the Trump administration"
_NATIONAL_EN = re.compile(
    r"(?<![\w-])(?:(?:South|North)[ \u00a0]|[A-Z]\w+[ \u00a0](?=County|City|District|Provincial|Town))?"
    r"(?!The|This|That|His|Her|Its|Their|Our|Another|Both|Each)[A-Z][a-z]+[ \u00a0]administration\b"
)
_ADMINISTRATION = re.compile(rf"(?<![\w-])administration[ \u00a0]{PLAIN_CAPITAL}(?![\w-])")
# « le FC Arzon », « l'US Lorgues »
_CLUB = re.compile(rf"(?<![\w-])(?:FC|AS|US|RC|SC|OGC|EA|SO|AJ|CS|JS|AC|CF|SK|FK)[ \u00a0](?!Open){PLAIN_NAME}")
# "UK Athletics", "England Hockey": the body that governs a sport, though the country is a name of its own
_GOVERNS = re.compile(
    r"(?<![\w-])(?:UK|US|USA|U\.S\.|GB|England|Britain|Scotland|Wales|Ireland|Canada|Australia|India|Kenya|Netball"
    r"|British|Scottish|Welsh|Team|Swim|Sport)[ \u00a0](?:Athletics|Soccer|Hockey|Swimming|Cycling|Rugby|Cricket"
    r"|Gymnastics|Rowing|Sailing|Basketball|Triathlon|Netball|Judo|Boxing|Fencing|Canoeing|Curling|Figure Skating"
    r"|Rail|Steel|Post|Biobank|Anti-Doping|GB|USA|England|Wales|Ireland|Australia)(?![\w-]|[ \u00a0][A-Z])"
)
# "the 5th U.S. Circuit Court of Appeals", "the 101st Airborne Division": a number is part of the name
_NUMBERED = re.compile(
    r"(?<![\w-])(?:\d{1,3}(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh)"
    r"[ \u00a0](?:(?:U\.S\. |US )?Circuit(?: Court(?: of Appeals?)?)?"
    r"|(?:[A-Z]\w+[ \u00a0]){0,2}(?:Legion|Battalion|Brigade|Regiment|Infantry|Division|Squadron|Corps|Fleet|Army))"
    r"(?![\w-])"
)
_BILL = re.compile(
    r"(?<![\w-])(?:(?:Senate|House|Assembly)[ \u00a0])?(?:Bill|Proposition|Measure|Amendment|Initiative|Resolution)"
    r"[ \u00a0](?:[A-Z]{1,2}-?)?\d{1,4}(?![\w-])"
)
_NOBLE = re.compile(
    r"(?<![\w-])(?:Duke|Duchess|Earl|Marquess|Countess|Prince|Princess|Archduke)"
    r" of (?!Persia|Tides)[A-Z][a-z]+"
)
# "U.Khurelsukh", "K.R.Narayanan": initials without a blank behind them, as Mongolia and India write them
_INITIALLED = re.compile(r"(?<![\w.@-])(?!U\.[SKN]\.)(?:[A-Z]\.){1,3}[A-Z][a-z]{3,}(?: [A-Z][a-z]{2,})?(?![\w@-])")
_FACTION = re.compile(r"(?<![\w-])[A-Z]{2,4}\([A-Z]{1,2}\)(?![\w(])")  # "JD(S)", "CPI(M)"
_PARTNERS = re.compile(
    rf"(?<![\w-])(?:{PLAIN_CAPITAL}[ \u00a0])?{PLAIN_CAPITAL}[ \u00a0]&[ \u00a0]{PLAIN_CAPITAL}(?![\w-]|[ \u00a0][A-Z])"
)
_MISSION = re.compile(
    rf"(?<![\w-])(?i:mission)(?:[ \u00a0][a-zé]+){{0,3}}[ \u00a0](?:de[ \u00a0]l['’] ?|des[ \u00a0])"
    r"(?:ONU|Nations[ \u00a0][Uu]nies|Union[ \u00a0](?:africaine|européenne))"
    rf"(?:[ \u00a0][a-z]+){{0,4}}[ \u00a0](?:en|à|au|aux)[ \u00a0](?:la[ \u00a0])?{PLAIN_NAME}"
)
_MEMBERS = re.compile(
    rf"(?<![\w-])(?i:association|syndicat|amicale|collectif|fédération)[ \u00a0](?:des[ \u00a0]|d['’])[a-zé]{{4,}}"
    rf"[ \u00a0](?:de[ \u00a0](?:la[ \u00a0]|l['’] ?)?|du[ \u00a0]|d['’] ?){PLAIN_NAME}"
)

# « le 2e régiment étranger du génie », « le 3e bataillon du Royal 22e Régiment »
_UNIT = re.compile(
    r"(?<![\w-])\d{1,3} ?(?:er|re|e|ème)[ \u00a0](?:régiment|bataillon|brigade|escadron|escadre|légion)"
    r"(?:[ \u00a0](?:étrang|blind|mécanis|aéro|parachut|motoris)[a-zé]+)?"
    rf"(?:[ \u00a0]{OF}(?!l[ae]s?\b)(?:{PLAIN_NAME}|[a-zé]{{4,}}(?:[ \u00a0]de[ \u00a0]marine)?))?(?![\w-])"
)
# « la septième circonscription des Yvelines »
_DISTRICT = re.compile(
    r"(?<![\w-])(?:\d{1,2} ?(?:ère|re|er|e|ème|nde?)|[a-zé]+ième|première|seconde|premier)[ \u00a0]"
    rf"circonscription[ \u00a0]{OF}{PLAIN_NAME}"
)
# « Oddo et Cie », « Valmer et Fils »
_AND_SONS = re.compile(rf"(?<![\w-]){PLAIN_NAME}[ \u00a0]et[ \u00a0](?:Cie|Compagnie|Fils|Associés|Frères)(?![\w-])")
# « le groupe Avril »: no month has a capital in French
_MONTHLY = re.compile(
    r"(?=[ADFJLMNOS])"  # asked first: it is told faster than what stands before
    r"(?:(?<=groupe )|(?<=société )|(?<=entreprise )|(?<=marque )|(?<=maison )|(?<=enseigne )|(?<=fondation ))"
    r"(?:Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre|Dimanche|Lundi|Noël)"
    r"(?![\w-]|[ \u00a0][A-Z\d])"
)
# « le yacht Reine d'Azur », « le patrouilleur de haute mer Commandant Rival », « la fusée Ariane 6 »
# « un ATR 42-500 », « un Boeing 737-800 »: no score
_VARIANT = re.compile(
    r"(?<![\w-])(?:ATR|Boeing|Airbus|Antonov|Embraer|Dash)[ \u00a0-][A-Z]?-?\d{2,3}-\d{2,3}[A-Z]{0,2}\b"
)
_CRAFT = re.compile(
    r"(?=[A-ZÀ-ÖØ-ÞŒ])"
    r"(?:(?<=yacht )|(?<=navire )|(?<=cargo )|(?<=voilier )|(?<=ferry )|(?<=paquebot )|(?<=chalutier )|(?<=pétrolier )"
    r"|(?<=porte-conteneurs )|(?<=remorqueur )|(?<=patrouilleur )|(?<=patrouilleur de haute mer )|(?<=frégate )"
    r"|(?<=sous-marin )|(?<=vraquier )|(?<=caboteur )|(?<=méthanier )|(?<=corvette )|(?<=satellite )|(?<=sonde )"
    r"|(?<=fusée )|(?<=télescope )|(?<=trimaran )|(?<=catamaran )|(?<=goélette )|(?<=porte-avions )|(?<=brise-glace ))"
    rf"{PLAIN_NAME}(?:[ \u00a0](?:d[eu]s?[ \u00a0]|d['’]){PLAIN_CAPITAL})?(?:[ \u00a0]\d{{1,2}})?(?![\w-])"
)
# « M. de Villepin », « le général de Gaulle »: behind a title the particle belongs to the name
_NOBLE_FR = re.compile(
    r"(?=d[e'’])"
    r"(?:(?<=\bM\.[ \u00a0])|(?<=\bMme[ \u00a0])|(?<=\bMlle[ \u00a0])|(?<=\bMgr[ \u00a0])|(?<=\b[Ll]e général[ \u00a0])"
    r"|(?<=\bdu général[ \u00a0])|(?<=\bau général[ \u00a0])|(?<=maréchal[ \u00a0])|(?<=amiral[ \u00a0]))"
    rf"(?:de[ \u00a0](?:La[ \u00a0])?|d['’]){PLAIN_CAPITAL}(?![\w-])(?!['’])"
)
_HOTEL = re.compile(rf"(?<![\w-])hôtel[ \u00a0]{PLAIN_NAME}")
# « la médaille de la sécurité intérieure »
_MEDAL = re.compile(
    r"(?<![\w-])médaille[ \u00a0](?:militaire|de[ \u00a0](?:la[ \u00a0]|l['’])[a-zé]{4,}"
    r"(?:[ \u00a0](?:intérieure|nationale|civile|publique|française))?)(?![\w-])"
)
# "The Rob and Sid Show", "Leeds in the Morning"
_SHOW = re.compile(
    rf"(?:\bThe )?{PLAIN_CAPITAL} (?:and|&) {PLAIN_CAPITAL} (?:Show|Podcast)(?![\w-])"
    r"|(?<![\w-])(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Early|Late|Later|Here|There)[A-Z]\w+ in the "
    r"(?:Morning|Afternoon|Evening)(?![\w-])"
)
# "Baylor Moss and White Medical Center"
_CLINIC = re.compile(
    r"(?<![\w-])(?!The )(?:[A-Z]\w+ ){1,3}(?:and|&) [A-Z]\w+ "
    r"(?:Memorial |Regional |University )?Medical Cent(?:er|re)(?![\w-])"
    r"|(?<![\w-])(?!The )(?:[A-Z][\w.’'-]+ ){1,4}(?:Baptist|Methodist|Lutheran|Presbyterian|Episcopal) Church(?!\w)"
)


def shapes(language: str) -> tuple[tuple[re.Pattern[str], EntityType], ...]:
    """Return the shapes of a language with the kinds of what they name."""
    common: tuple[tuple[re.Pattern[str], EntityType], ...] = (
        (_AMENDMENT, EntityType.WORK),
        (_FAMILY, EntityType.GROUP),
        (_SHIP, EntityType.WORK),
        (_ROAD, EntityType.PLACE),
        (_PARTNERS, EntityType.ORGANIZATION),
    )
    bodies = (_STATE_BODY, _ADMINISTRATION, _CLUB, _MISSION, _MEMBERS)
    if language == "fr":
        common = (*common, *((body, EntityType.ORGANIZATION) for body in bodies))
        return (
            *common,
            (_KIN, EntityType.GROUP),
            (_METAL, EntityType.WORK),
            (_MEDAL, EntityType.WORK),
            (_UNIT, EntityType.ORGANIZATION),
            (_AND_SONS, EntityType.ORGANIZATION),
            (_MONTHLY, EntityType.ORGANIZATION),
            (_CRAFT, EntityType.WORK),
            (_VARIANT, EntityType.WORK),
            (_DISTRICT, EntityType.PLACE),
            (_HOTEL, EntityType.PLACE),
            (_NOBLE_FR, EntityType.PERSON),
            (_PRIMARY, EntityType.EVENT),
            (_LAW, EntityType.WORK),
            (_PRIZE, EntityType.WORK),
            (_NAMED_PRIZE, EntityType.WORK),
            (_OF_BOOKS, EntityType.WORK),
            (_GRAND_PRIX, EntityType.WORK),
        )
    return (
        *common,
        (_SITE, EntityType.PLACE),
        (_CRAFT_EN, EntityType.WORK),
        (_RESCUE, EntityType.ORGANIZATION),
        (_BATTLE, EntityType.EVENT),
        (_TWO_ARTS, EntityType.EVENT),
        (_FLIGHT, EntityType.WORK),
        (_IN_SPORT, EntityType.EVENT),
        (_MILITANTS, EntityType.ORGANIZATION),
        (_GOVERNS, EntityType.ORGANIZATION),
        (_NUMBERED, EntityType.ORGANIZATION),
        (_BILL, EntityType.WORK),
        (_NOBLE, EntityType.PERSON),
        (_DATED, EntityType.EVENT),
        (_INITIALLED, EntityType.PERSON),
        (_FACTION, EntityType.ORGANIZATION),
        (_NATIONAL_EN, EntityType.ORGANIZATION),
        (_AWARD, EntityType.WORK),
        (_SHOW, EntityType.WORK),
        (_CLINIC, EntityType.ORGANIZATION),
        (_STATES, EntityType.ORGANIZATION),
    )
