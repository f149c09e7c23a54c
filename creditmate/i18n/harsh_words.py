"""Words that sound harsh to a customer, by language; one that ends in ``*`` begins words.

From the list of what is never written (paper.md, 8.5) and what does the same in other languages.
Where a language has no list of its own, those of English are looked for: they are borrowed often.
"""

from collections.abc import Mapping

_HARSH: Mapping[str, tuple[str, ...]] = {
    "en": (
        "fail to", "fails to", "failed to", "failure to", "failing to", "demand*", "immediate*",
        "legal action", "legal steps", "court action", "to court", "lawyer*", "solicitor*",
        "regret to note", "force*", "despite", "ignor*", "debt*", "credit rating", "blacklist*",
        "insist*", "must pay", "refus*", "excuses", "warn*", "threat*", "consequence*", "overdue",
        "delinquent", "default*", "stop supply", "stop supplies", "unacceptable", "broken promise*",
        "final notice", "final demand", "enforce*", "penalt*", "your fault", "blame*",
        "sue", "sues", "sued", "suing", "lawsuit*", "or else", "bailiff*", "sheriff*",
        "proceedings", "prosecut*", "cut off", "cut you off", "last chance", "last warning",
        "collection agenc*", "collectors", "repossess*", "embarrass*", "ashamed", "shameful*",
        "disgrac*", "dishonest*", "liar*", "lied", "lying to", "a lie", "told lies", "your lies",
        "cheat*", "fraud*", "police", "broke your", "broken your", "because you", "pay now",
        "pay up", "our money", "money back", "never pay*", "never paid", "not paid", "haven't paid",
        "haven’t paid", "non-payment", "finally pay*", "at last pay*", "avoid court", "a court",
        "the court", "in court", "wrong with you", "you people", "bad payer*", "late payer*",
        "you owe", "owe us", "owes us", "owed to us", "our goods", "goods back", "bankrupt*",
        "insolven*", "mess",
    ),
    "de": (
        "mahn*", "forder*", "sofort*", "unverzüglich", "gericht*", "anwalt*", "rechtliche schritte",
        "zwing*", "gezwungen", "trotz", "ignorier*", "schuldner*", "inkasso", "verzug", "säumig*",
        "bestehen darauf", "weiger*", "ausrede*", "warn*", "droh*", "konsequenz*", "letztmals",
        "vollstreck*", "strafe*", "versäum*", "bonität", "unannehmbar", "klage", "klagen", "klagt",
        "verklag*", "pfänd*", "letzte chance", "andernfalls", "sonst werden wir", "unehrlich*",
        "lügner*", "lügen", "betrug*", "betrüg*", "polizei", "peinlich*", "unser geld",
        "nie zahlen", "nie bezahlen", "nicht gezahlt", "nicht bezahlt", "schulden", "schuldig",
        "schuldet", "unsere ware*", "insolven*", "pleite*", "bankrott*",
    ),
    "fr": (
        "exiger", "exigeons", "immédiat*", "mise en demeure", "poursuites", "tribunal", "avocat*",
        "huissier*", "contraint*", "malgré", "ignor*", "débiteur*", "recouvrement", "impayé*",
        "défaut de", "refus*", "menac*", "conséquence*", "dernier rappel", "pénalité*",
        "inacceptable*", "manquement*", "porter plainte", "portons plainte", "plainte contre",
        "saisie", "assigner", "dernière chance", "malhonnête*", "menteur*", "mensonge*", "escroc*",
        "fraude*", "la police", "honte*", "notre argent", "jamais payé*", "ne payez jamais",
        "nous devez", "vous devez", "nos marchandises", "faillite*", "insolva*",
    ),
    "es": (
        "exigi*", "inmediat*", "acciones legales", "tribunal*", "abogad*", "obligad*", "a pesar de",
        "ignor*", "deudor*", "moros*", "impago*", "se niega*", "excusas", "amenaz*",
        "consecuencia*", "último aviso", "penaliza*", "inaceptable", "incumpl*", "demandar*",
        "demandamos", "una demanda", "demanda judicial", "denunci*", "embargo", "embargar*",
        "de lo contrario", "última oportunidad", "deshonest*", "mentiros*", "mentira*", "estafa*",
        "fraude*", "policía", "vergüenza*", "nuestro dinero", "nunca paga*", "nos debe*",
        "nuestra mercancía", "bancarrota", "quiebra", "insolven*",
    ),
    "it": (
        "esigere", "esigiamo", "immediat*", "azioni legali", "tribunale", "avvocat*", "costrett*",
        "nonostante", "ignor*", "debitor*", "recupero crediti", "insolut*", "moros*", "rifiut*",
        "scuse", "minacc*", "conseguenz*", "ultimo avviso", "penal*",
        "inaccettabil*", "inadempien*", "denunc*", "pignora*", "ufficiale giudiziario",
        "fare causa", "farvi causa", "ultima possibilità", "disonest*", "bugiard*", "bugie",
        "truff*", "frod*", "polizia", "vergogn*", "i nostri soldi", "non pagate mai", "mai pagato",
        "ci dovete", "ci deve", "la nostra merce", "fallimento", "fallit*", "bancarotta",
    ),
    "nl": (
        "eis*", "onmiddellijk", "rechtszaak", "rechtbank", "advocaat", "gedwongen", "ondanks",
        "negeer*", "negere*", "debiteur*", "incasso*", "wanbetal*", "achterstallig*", "weiger*",
        "smoes*", "dreig*", "consequentie*", "laatste aanmaning", "boete*", "onaanvaardbaar",
        "aanklag*", "aanklacht*", "aanmaning*", "deurwaarder*", "beslaglegging", "dagvaard*",
        "anders zullen wij", "laatste kans", "oneerlijk*", "leugen*", "oplicht*", "fraude*",
        "politie", "beschaam*", "ons geld", "nooit betaal*", "niet betaald", "schuld*",
        "verschuldigd*", "onze goederen", "failliet*", "faillissement",
    ),
}  # fmt: skip


_OURS = ("to", "we", "our", "us", "i")
"""The first begins a sentence that the agenda goes on with: "We should like to ..."."""


def harsh_words(locale: str) -> tuple[str, ...]:
    """Return what sounds harsh in the language of a locale."""
    return _HARSH.get(locale.partition("_")[0].lower(), _HARSH["en"])


def our_words(locale: str) -> tuple[str, ...]:
    """Return the words of which a wish of ours has one; none where nobody listed them."""
    return _OURS if locale.partition("_")[0].lower() == "en" else ()
