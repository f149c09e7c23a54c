"""Everything the window can do, for its menu and for Find or do."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from creditmate.i18n.catalogue import words
from creditmate.ui.command import Command
from creditmate.ui.look import Look
from creditmate.ui.places import numbered, place_for
from creditmate.ui.settings.sections import SECTIONS
from creditmate.ui.shell.doors import Doors
from creditmate.ui.shell.keys import WINDOW, Deed
from creditmate.ui.shell.menu_deeds import MENU_DEEDS
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.wishes import (
    BringIn,
    DoThere,
    EditCustomer,
    KeepSafe,
    OpenPlace,
    OpenSettings,
    OpenStatements,
    PlanVisit,
    PostCash,
    RecordPayment,
    SafeDeed,
    StartCall,
    Wish,
    WriteInvoice,
)

if TYPE_CHECKING:
    from creditmate.domain.found import Found
    from creditmate.services.search import Names

_MOST = 6  # deeds offered beside what was found


class Commands:
    """Makes commands; those whose place is not there are left out."""

    def __init__(
        self,
        around: Surroundings,
        doors: Doors,
        acts: Mapping[Deed, Callable[[], object]],
        look: Look,
    ) -> None:
        self._words, self._doors, self._acts, self._look = (
            words(around.language),
            doors,
            acts,
            look,
        )

    def of_window(self) -> list[Command]:
        """Return all that can be done whoever is looked at; nothing of a ledger while none is."""
        in_ledger = (
            [*self._places(), *self._of_ledger(), *self._of_menus()] if self._doors.ledger() else []
        )
        looks = [command for _, command in (*self._look.colours(), *self._look.sizes())]
        return [*in_ledger, *self.ledgers(), *looks, *self.helps(), self.leave()]

    def offer(self, typed: str, names: "Names") -> Sequence[Command]:
        """Return what can be done, given what is typed and who was found by it."""
        if not typed.strip():
            return [c for c in self.of_window() if c.keys] or self.of_window()
        answering = [command for command in self.of_window() if command.answers(typed)]
        about = self._about(names.customers[0]) if names.customers else []
        room = _MOST - min(len(answering), _MOST // 2)  # for what was asked for by its own words
        return [*about[:room], *answering][:_MOST]

    def ledgers(self) -> list[Command]:
        """Return the ways to another ledger."""
        _ = self._words.gettext
        return [
            self._deed(Deed.OPEN, _("Open a ledger…"), Glyph.FOLDER, _("file switch business")),
            Command(
                _("New ledger, or bring one in…"),
                Glyph.NEW_LEDGER,
                self._doors.welcome,
                also=_("create start sample welcome"),
            ),
            Command(
                _("Restore from a backup…"),
                Glyph.UNDO,
                self._doors.restore,
                also=_("back up copy lost damaged recover go"),
            ),
        ]

    def helps(self) -> list[Command]:
        """Return what helps."""
        _ = self._words.gettext
        about = Command(_("About CreditMate"), Glyph.INFO, self._acts[Deed.ABOUT])
        return [
            self._deed(Deed.HELP, _("Help"), Glyph.HELP, _("guide manual")),
            self._deed(Deed.KEYS, _("Keys"), Glyph.KEYS, _("keyboard shortcuts")),
            about,
        ]

    def lock(self) -> Command:
        """Return what covers the window until the password is typed."""
        _ = self._words.gettext
        also = _("away password cover screen")
        return self._deed(Deed.LOCK, _("Lock now"), Glyph.LOCK, also)

    def leave(self) -> Command:
        """Return the way out."""
        _ = self._words.gettext
        return self._deed(Deed.QUIT, _("Quit"), Glyph.CLOSE, _("exit leave close"))

    # ------------------------------------------------------------- parts
    def _places(self) -> list[Command]:
        _ = self._words.gettext
        return [
            self._wish(
                _("Go to {place}").format(place=_(place.title)),
                place.glyph,
                OpenPlace(place.key),
                keys=f"Ctrl+{number}",
            )
            for number, place in enumerate(numbered(), 1)
        ]

    def _of_ledger(self) -> list[Command]:
        _ = self._words.gettext
        wished: list[tuple[str, Glyph, Wish, str]] = [
            (_("New statement run"), Glyph.STATEMENT, OpenStatements(), _("print letters")),
            (_("New invoice"), Glyph.INVOICE, WriteInvoice(), _("write bill")),
            (
                _("New charge note"),
                Glyph.ADD,
                WriteInvoice(charge=True),
                _("write interest late payment fixed sum"),
            ),
            (_("Record a payment"), Glyph.PAYMENT, RecordPayment(), _("receipt money cash in")),
            (_("Plan a visit"), Glyph.VISIT, PlanVisit(), _("go see meet appointment travel")),
            (_("New customer"), Glyph.CUSTOMERS, EditCustomer(), _("add client account")),
            (_("Bring in invoices…"), Glyph.IMPORT, BringIn(), _("import csv file upload")),
            (_("Back up now"), Glyph.SAFE, KeepSafe(SafeDeed.BACK_UP), _("backup copy save")),
            (
                _("Try the newest backup out"),
                Glyph.SAFE,
                KeepSafe(SafeDeed.TRY_OUT),
                _("drill restore test"),
            ),
            (
                _("Check the whole ledger"),
                Glyph.CHECK,
                KeepSafe(SafeDeed.CHECK),
                _("prove verify integrity"),
            ),
        ]
        return [
            *(
                self._wish(title, glyph, wish, also=also)
                for title, glyph, wish, also in wished
                if isinstance(wish, KeepSafe) or place_for(wish) is not None
            ),
            self._wish(_("Cash posted up to…"), Glyph.BANK, PostCash(), also=_("bank date")),
            self._deed(Deed.SETTINGS, _("Settings"), Glyph.SETTINGS, _("options preferences")),
            *self._sections(),
            self._deed(
                Deed.THEY_CALLED, _("They called…"), Glyph.CALL, _("incoming phone rang note park")
            ),
            self.lock(),
            self._deed(Deed.WORKING_AS, _("Who is at work here…"), Glyph.CUSTOMERS, _("user me")),
        ]

    def _of_menus(self) -> list[Command]:
        """What is done upon what is chosen in a place; of a customer, from the list of them too."""
        _ = self._words.gettext
        found = []
        for deed in MENU_DEEDS:
            elsewhere = deed.place == "customer" != self._doors.place()
            place = "customers" if elsewhere else deed.place
            title = _(deed.title)
            wish = DoThere(place, tuple(map(_, deed.texts)), title)
            found.append(self._wish(title, deed.glyph, wish, also=_(deed.also)))
        return found

    def _sections(self) -> list[Command]:
        """The sections of the settings, each to be found by what is in it."""
        _ = self._words.gettext
        return [
            self._wish(
                _("Settings: {section}").format(section=_(section.title)),
                Glyph.SETTINGS,
                OpenSettings(section.key),
                also=_(section.also),
            )
            for section in SECTIONS
        ]

    def _about(self, found: "Found") -> list[Command]:
        """What can be done about the customer that was found first."""
        _ = self._words.gettext
        wished: list[tuple[str, Glyph, Wish]] = [
            (_("Record a call with {name}"), Glyph.CALL, StartCall(found.code)),
            (_("{name} called us"), Glyph.CALL, StartCall(found.code, incoming=True)),
            (
                _("Payment from {name}"),
                Glyph.PAYMENT,
                RecordPayment(found.code, found.customer),
            ),
            (_("Invoice for {name}"), Glyph.INVOICE, WriteInvoice(found.code)),
            (_("Statement for {name}"), Glyph.STATEMENT, OpenStatements((found.code,))),
            (_("Plan a visit to {name}"), Glyph.VISIT, PlanVisit(found.code)),
            (_("Edit {name}"), Glyph.EDIT, EditCustomer(found.code)),
        ]
        return [
            self._wish(title.format(name=found.customer), glyph, wish)
            for title, glyph, wish in wished
            if place_for(wish) is not None
        ]

    def _wish(
        self, title: str, glyph: Glyph, wish: Wish, *, keys: str = "", also: str = ""
    ) -> Command:
        return Command(title, glyph, partial(self._doors.fulfil, wish), keys, also)

    def _deed(self, deed: Deed, title: str, glyph: Glyph, also: str) -> Command:
        return Command(title, glyph, self._acts[deed], WINDOW[deed].keys[0], also)
