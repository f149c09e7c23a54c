"""Choosing a version of terms."""

from collections.abc import Sequence

from creditmate.domain.terms import TermsVersion
from creditmate.i18n.agreed_words import version_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.locales import language_name
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.surroundings import Surroundings


class VersionField(Field[Choice]):
    """Versions of the library, the newest first; languages are told apart where there are some."""

    def __init__(
        self, around: Surroundings, versions: Sequence[TermsVersion], chosen: TermsVersion | None
    ) -> None:
        label = words(around.language).gettext("Which terms")
        super().__init__(around.theme, label, Choice(around.theme, ""), echoes=False)
        self.input.be_as_wide_as_its_place()
        self._versions = {version.id: version for version in versions}
        several = len({version.language for version in versions}) > 1
        for version in reversed(versions):
            said = version_words(version, around.language, around.locale)
            if several:
                said = f"{said} ({language_name(version.language)})"
            self.input.addItem(said, version.id)
        if chosen is not None:
            self.input.setCurrentIndex(self.input.findData(chosen.id))

    @property
    def version(self) -> TermsVersion:
        """What is chosen."""
        return self._versions[int(self.input.currentData())]
