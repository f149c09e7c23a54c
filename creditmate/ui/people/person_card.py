"""A person: who they are, how they are reached, and what may be said to them."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.contact_form import Discuss
from creditmate.i18n import contact_words as say
from creditmate.i18n.bidi import isolated
from creditmate.i18n.catalogue import words
from creditmate.i18n.standing_words import wish_words
from creditmate.services.contacts_editing import ContactCard
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.facts import FactGrid
from creditmate.ui.kit.links import dial, write_to
from creditmate.ui.kit.portrait import PersonPortrait
from creditmate.ui.kit.tag import Tag, Tone
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type

_TONES = {Discuss.YES: Tone.POSITIVE, Discuss.NO: Tone.DANGER}


class PersonCard(QWidget):
    """Portrait, name and role; below numbers and wishes; at the foot what can be done."""

    edit_wanted = Signal()
    confirm_wanted = Signal()
    archive_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, around: Surroundings, card: ContactCard, as_at: date) -> None:
        super().__init__()
        self._around, self.card, self._as_at = around, card, as_at
        self.setAccessibleName(card.form.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addLayout(self._head())
        column.addWidget(self._reached())
        column.addLayout(self._foot())
        column.addStretch(1)

    def _head(self) -> QHBoxLayout:
        theme, form, language = self._around.theme, self.card.form, self._around.language
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        head.addWidget(PersonPortrait(theme, form.name), 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Paragraph(theme, form.name, Type.BODY_STRONG))
        if role := say.person_line(form, language):
            names.addWidget(Paragraph(theme, role, Type.SMALL, Ink.MUTED))
        head.addLayout(names, 1)
        if form.discuss in _TONES:
            tag = Tag(theme, say.discuss_words(form.discuss, language), _TONES[form.discuss])
            head.addWidget(tag, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _reached(self) -> FactGrid:
        _, theme, form = words(self._around.language).gettext, self._around.theme, self.card.form
        language, facts = self._around.language, FactGrid(self._around.theme)
        for phone, known in zip(form.phones, self.card.telephones, strict=True):
            number = Button(theme, isolated(known.shown), Kind.LINK)
            number.setAccessibleName(_("Dial {number}").format(number=known.shown))
            number.clicked.connect(partial(dial, known.e164 or phone.number))
            facts.add_link(say.phone_kind_words(phone.kind, language), number)
        for email in form.emails:
            address = Button(theme, isolated(email.address), Kind.LINK)
            address.setAccessibleName(_("Write to {address}").format(address=email.address))
            address.clicked.connect(partial(write_to, email.address))
            facts.add_link(_("E-mail"), address)
        wishes = ", ".join(wish_words(wish, language) for wish in self.card.wishes)
        facts.add_text(_("Likes"), say.channel_words(form.channel, language))
        facts.add_text(_("Wishes"), wishes)
        facts.add_text(_("Best time"), form.best_time)
        facts.add_text(_("Notes"), form.notes)
        said = say.confirmed_words(form, language, self._around.locale, self._as_at)
        facts.add_text(_("Details"), said)
        return facts

    def _foot(self) -> QHBoxLayout:
        _, name = words(self._around.language).gettext, self.card.form.name
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.l)
        deeds = (
            ((_("Take back"), _("Take {name} back"), self.restore_wanted),)
            if self.card.form.archived
            else (
                (_("Edit…"), _("Edit {name}"), self.edit_wanted),
                (_("Confirmed today"), _("Confirm {name}"), self.confirm_wanted),
                (_("Put away"), _("Put {name} away"), self.archive_wanted),
            )
        )
        for text, spoken, signal in deeds:
            link = Button(self._around.theme, text, Kind.LINK)
            link.setAccessibleName(spoken.format(name=name))
            link.clicked.connect(signal)
            foot.addWidget(link)
        foot.addStretch(1)
        return foot
