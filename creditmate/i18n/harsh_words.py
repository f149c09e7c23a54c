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
    ),
    "de": (
        "mahn*", "forder*", "sofort*", "unverzüglich", "gericht*", "anwalt*", "rechtliche schritte",
        "zwing*", "gezwungen", "trotz", "ignorier*", "schuldner*", "inkasso", "verzug", "säumig*",
        "bestehen darauf", "weiger*", "ausrede*", "warn*", "droh*", "konsequenz*", "letztmals",
        "vollstreck*", "strafe*", "versäum*", "bonität", "unannehmbar",
    ),
    "fr": (
        "exiger", "exigeons", "immédiat*", "mise en demeure", "poursuites", "tribunal", "avocat*",
        "huissier*", "contraint*", "malgré", "ignor*", "débiteur*", "recouvrement", "impayé*",
        "défaut de", "refus*", "menac*", "conséquence*", "dernier rappel", "pénalité*",
        "inacceptable*", "manquement*",
    ),
    "es": (
        "exigi*", "inmediat*", "acciones legales", "tribunal*", "abogad*", "obligad*", "a pesar de",
        "ignor*", "deudor*", "moros*", "impago*", "se niega*", "excusas", "amenaz*",
        "consecuencia*", "último aviso", "penaliza*", "inaceptable", "incumpl*",
    ),
    "it": (
        "esigere", "esigiamo", "immediat*", "azioni legali", "tribunale", "avvocat*", "costrett*",
        "nonostante", "ignor*", "debitor*", "recupero crediti", "insolut*", "moros*", "rifiut*",
        "scuse", "minacc*", "conseguenz*", "ultimo avviso", "penal*",
        "inaccettabil*", "inadempien*",
    ),
    "nl": (
        "eis*", "onmiddellijk", "rechtszaak", "rechtbank", "advocaat", "gedwongen", "ondanks",
        "negeer*", "negere*", "debiteur*", "incasso*", "wanbetal*", "achterstallig*", "weiger*",
        "smoes*", "dreig*", "consequentie*", "laatste aanmaning", "boete*", "onaanvaardbaar",
    ),
}  # fmt: skip


def harsh_words(locale: str) -> tuple[str, ...]:
    """Return what sounds harsh in the language of a locale."""
    return _HARSH.get(locale.partition("_")[0].lower(), _HARSH["en"])
