"""Inflects the English words of the frames."""

from typing import Final

IRREGULAR: Final = {
    "overcome": "overcomes overcame overcoming",
    "outdo": "outdoes outdid outdone outdoing",
    "break": "breaks broke broken breaking",
    "sink": "sinks sank sunk sinking",
    "bleed": "bleeds bled bleeding",
    "freeze": "freezes froze frozen freezing",
    "blow": "blows blew blown blowing",
    "slay": "slays slew slain slaying",
    "hang": "hangs hung hanged hanging",
    "show": "shows showed shown showing",
    "sweep": "sweeps swept sweeping",
    "quip": "quips quipped quipping",
    "feed": "feeds fed feeding",
    "shake": "shakes shook shaken shaking",
    "tear": "tears tore torn tearing",
    "stick": "sticks stuck sticking",
    "bite": "bites bit bitten biting",
    "ride": "rides rode ridden riding",
    "overrun": "overruns overran overrunning",
    "burst": "bursts bursting",
    "light": "lights lit lighting",
    "be": "is are was were been being am 's 're",
    "have": "has had having 've",
    "do": "does did done doing",
    "say": "says said saying",
    "tell": "tells told telling",
    "buy": "buys bought buying",
    "win": "wins won winning",
    "beat": "beats beaten beating",
    "become": "becomes became becoming",
    "begin": "begins began begun beginning",
    "bring": "brings brought bringing",
    "build": "builds built building",
    "catch": "catches caught catching",
    "choose": "chooses chose chosen choosing",
    "come": "comes came coming",
    "cut": "cuts cutting",
    "shed": "sheds shedding",
    "swing": "swings swung swinging",
    "fall": "falls fell fallen falling",
    "feel": "feels felt feeling",
    "fight": "fights fought fighting",
    "find": "finds found finding",
    "fly": "flies flew flown flying",
    "forbid": "forbids forbade forbidden forbidding",
    "found": "founds founded founding",
    "get": "gets got gotten getting",
    "give": "gives gave given giving",
    "go": "goes went gone going",
    "hear": "hears heard hearing",
    "hit": "hits hitting",
    "hold": "holds held holding",
    "hurt": "hurts hurting",
    "keep": "keeps kept keeping",
    "know": "knows knew known knowing",
    "lead": "leads led leading",
    "leave": "leaves left leaving",
    "lay": "lays laid laying",
    "lose": "loses lost losing",
    "make": "makes made making",
    "mean": "means meant meaning",
    "meet": "meets met meeting",
    "pay": "pays paid paying",
    "put": "puts putting",
    "quit": "quits quitting",
    "read": "reads reading",
    "run": "runs ran running",
    "see": "sees saw seen seeing",
    "seek": "seeks sought seeking",
    "sell": "sells sold selling",
    "send": "sends sent sending",
    "set": "sets setting",
    "shoot": "shoots shot shooting",
    "sing": "sings sang sung singing",
    "sit": "sits sat sitting",
    "speak": "speaks spoke spoken speaking",
    "spend": "spends spent spending",
    "stand": "stands stood standing",
    "steal": "steals stole stolen stealing",
    "strike": "strikes struck stricken striking",
    "sue": "sues sued suing",
    "swear": "swears swore sworn swearing",
    "take": "takes took taken taking",
    "teach": "teaches taught teaching",
    "think": "thinks thought thinking",
    "throw": "throws threw thrown throwing",
    "undergo": "undergoes underwent undergone undergoing",
    "understand": "understands understood understanding",
    "wed": "weds wedding",
    "write": "writes wrote written writing",
    "withdraw": "withdraws withdrew withdrawn withdrawing",
    "overthrow": "overthrows overthrew overthrown",
    "die": "dies died dying",
    "bear": "bears bore born borne bearing",
    "step": "steps stepped stepping",
    "drop": "drops dropped dropping",
    "ban": "bans banned banning",
    "plan": "plans planned planning",
    "stab": "stabs stabbed stabbing",
    "rob": "robs robbed robbing",
    "commit": "commits committed committing",
    "admit": "admits admitted admitting",
    "acquit": "acquits acquitted acquitting",
    "refer": "refers referred referring",
    "permit": "permits permitted permitting",
    "submit": "submits submitted submitting",
    "ship": "ships shipped shipping",
    "slam": "slams slammed slamming",
    "snub": "snubs snubbed",
    "veto": "vetoes vetoed vetoing",
    "tap": "taps tapped tapping",
    "defer": "defers deferred deferring",
    "rebel": "rebels rebelled",
    "woman": "women",
    "man": "men",
    "person": "people",
    "child": "children",
    "wife": "wives",
    "spokesman": "spokesmen",
    "bid": "bids bidding",
    "oversee": "oversees oversaw overseen",
    "rise": "rises rose risen",
    "wear": "wears wore worn",
    "draw": "draws drew drawn",
    "grow": "grows grew grown growing",
    "grant": "grants granted granting",
    "let": "lets letting",
    "stop": "stops stopped stopping",
}
VOWELS: Final = "aeiou"


def verb_forms(verb: str) -> set[str]:
    """Return the inflected forms of an English verb, in lower case."""
    if verb in IRREGULAR:
        return {verb, *IRREGULAR[verb].split()}
    if verb.endswith("e"):
        return {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    forms = {verb, plural, verb + "ed", verb + "ing"}
    if len(verb) > 2 and verb[-1] in "bdglmnprt" and verb[-2] in VOWELS and verb[-3] not in VOWELS:
        forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return forms


def noun_forms(noun: str) -> set[str]:
    """Return singular and plural of an English noun."""
    if noun in IRREGULAR:
        return {noun, *IRREGULAR[noun].split()}
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return {noun, noun[:-1] + "ies"}
    return {noun, noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")}
