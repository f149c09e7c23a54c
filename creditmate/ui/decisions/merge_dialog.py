"""Two customers that are one: found, looked at side by side, and made one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from creditmate.domain.changes import Done
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.merging import Conflict, Likely, MergePreview
from creditmate.domain.money import Money
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.i18n.merge_words import conflict_name, moves_words, shared_words, value_words
from creditmate.services.customers import Brief
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.facts import FactGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.queries import Latest
from creditmate.ui.search.customer_input import CustomerInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

_MOST = 4  # candidates offered
_THIS, _OTHER = "this", "other"
_KEEPS, _GIVES = "keeps", "gives"
Merged = Callable[[str, Done, str], object]
"""Given the words for the toast, the merge, and the code of the one that stays."""


class MergeDialog(EditDialog):
    """First the other one, then who stays and what is right where they differ."""

    def __init__(self, around: Surroundings, window: QWidget, brief: Brief, merged: Merged) -> None:
        _ = words(around.language).gettext
        self._brief, self._merged, self._other = brief, merged, ""
        self._preview: MergePreview | None = None
        title = _("Merge {name} with another customer").format(name=brief.customer.name)
        detail = _("Everything goes to the one that stays; the other code leads there.")
        super().__init__(around, window, title, _("Merge"), detail=detail, width=SIZES.guide)
        theme = around.theme
        self.other = Field(theme, _("The other one"), CustomerInput(around, ""))
        self._likely, self._likely_column = _block()
        self._page, self._column = _block(SPACE.m)
        self._choices: dict[str, Choice] = {}
        self.put(self.other, self._likely, self._page)
        self.body.addSpacing(SIZES.foot)  # for whoever answers to what is typed
        self.other.input.picked.connect(self._on_picked)
        self.verb.refuse(_("Choose the other one first."))
        failed = around.desk.failed.emit
        self._candidates: Latest[list[Likely]] = Latest(
            around.desk, self._show_likely, failed, self
        )
        self._people: dict[int, str] = {}
        self._previews: Latest[MergePreview] = Latest(around.desk, self._show, failed, self)
        code = brief.customer.code
        self._candidates.ask(partial(around.program.merging.candidates, code, _MOST))
        self.open_at(self.other)

    # ------------------------------------------------------------- who it may be
    def _show_likely(self, found: Sequence[Likely]) -> None:
        _ = words(self.around.language).gettext
        if not found or self._other:
            return
        theme = self.around.theme
        self._likely_column.addWidget(SectionHead(theme, _("It may be one of these")))
        for likely in found:
            mine = likely.keeper.code == self._brief.customer.code
            other = likely.giver if mine else likely.keeper
            link = Button(theme, f"{other.name}, {other.code}", Kind.LINK)
            link.clicked.connect(partial(self.other.input.choose, other.code, other.name))
            why = Paragraph(
                theme, shared_words(likely, self.around.language), Type.SMALL, Ink.MUTED
            )
            row = QHBoxLayout()
            row.setSpacing(SPACE.m)
            row.addWidget(link)
            row.addWidget(why, 1)
            self._likely_column.addLayout(row)
        self.refit()

    def _on_picked(self, code: str, _name: str) -> None:
        self._other = code
        self._likely.setVisible(not code)
        if code:
            self._ask(keeps_this=True)
        else:
            self._clear()

    def _ask(self, *, keeps_this: bool) -> None:
        mine = self._brief.customer.code
        pair = (self._other, mine) if keeps_this else (mine, self._other)
        self._previews.ask(partial(self._look, *pair))

    def _look(self, giver: str, keeper: str) -> MergePreview:
        """On the database thread: what the merge would do, and who our people are."""
        program = self.around.program
        self._people = {row.id: row.name for row in program.people.staff(with_archived=True)}
        return program.merging.preview(giver, keeper)

    # ------------------------------------------------------------- side by side
    def _show(self, preview: MergePreview) -> None:
        self._clear()
        self._preview = preview
        theme, language = self.around.theme, self.around.language
        _ = words(language).gettext
        if preview.refused is not None:
            self.refuse(UserError(Problem.MERGE_REFUSED, why=preview.refused.value))
        else:
            self.verb.allow()
        self._column.addWidget(self._who_stays(preview))
        facts = FactGrid(theme)
        facts.add_text(_("Moves"), moves_words(preview.moves, language, self.around.locale))
        facts.add_text(_("Owed"), self._owed(preview))
        self._column.addWidget(facts)
        if preview.conflicts:
            self._column.addWidget(SectionHead(theme, _("Where they differ, what is right?")))
            grid = ColumnGrid(2, gap=SPACE.l, row_gap=0)
            grid.add(*map(self._choice, preview.conflicts))
            self._column.addWidget(grid)
        self.refit()

    def _who_stays(self, preview: MergePreview) -> Segments:
        _ = words(self.around.language).gettext
        this = self._brief.customer
        other = preview.giver if preview.giver.code != this.code else preview.keeper
        stays = _("{name} stays")
        made = Segments(
            self.around.theme,
            _("Which one stays"),
            [
                SegmentText(_THIS, stays.format(name=f"{this.name} ({this.code})")),
                SegmentText(_OTHER, stays.format(name=f"{other.name} ({other.code})")),
            ],
            is_input=True,
        )
        made.choose(_THIS if preview.keeper.code == this.code else _OTHER)
        made.chosen.connect(lambda key: self._ask(keeps_this=key == _THIS))
        return made

    def _choice(self, conflict: Conflict) -> Field[Choice]:
        language, locale = self.around.language, self.around.locale
        is_who = conflict.field == "owner_id"
        field = Field(self.around.theme, conflict_name(conflict, language), _wide(self.around))
        for key, value in ((_KEEPS, conflict.keeps), (_GIVES, conflict.gives)):
            named = self._people.get(value) if isinstance(value, int) and is_who else None
            said = named or value_words(value, language, locale, self._brief.as_at)
            field.input.addItem(said, key)
        field.input.setCurrentIndex(1 if conflict.suggested else 0)
        self._choices[conflict.field] = field.input
        return field

    def _owed(self, preview: MergePreview) -> str:
        _ = words(self.around.language).gettext
        return _("{gives} and {keeps}: {together} together").format(
            gives=self._amounts(preview.gives),
            keeps=self._amounts(preview.keeps),
            together=self._amounts(preview.together),
        )

    def _amounts(self, amounts: Sequence[Money]) -> str:
        said = (money(amount, self.around.locale, symbol=True) for amount in amounts)
        return ", ".join(said) or words(self.around.language).gettext("nothing")

    def _clear(self) -> None:
        self.clear()
        self._choices = {}
        self._preview = None
        self.verb.refuse(words(self.around.language).gettext("Choose the other one first."))
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()

    # ------------------------------------------------------------- merging
    def on_verb(self) -> None:
        """Merge; the window's toast takes it back."""
        preview = self._preview
        if preview is None:
            return
        take = [name for name, made in self._choices.items() if made.currentData() == _GIVES]
        merge = self.around.program.merging.merge
        work = partial(merge, preview.giver.code, preview.keeper.code, take)
        self.submit(work, partial(self._on_merged, preview))

    def _on_merged(self, preview: MergePreview, done: Done) -> None:
        _ = words(self.around.language).gettext
        said = _("{giver} is {keeper} now.")
        told = said.format(giver=preview.giver.code, keeper=preview.keeper.name)
        self._merged(told, done, preview.keeper.code)


def _block(spacing: int = SPACE.xs) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return page, column


def _wide(around: Surroundings) -> Choice:
    made = Choice(around.theme, "")
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return made
