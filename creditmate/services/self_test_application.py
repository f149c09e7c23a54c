"""The self-test's credit application: drawn with what is known, read back as it would come back."""

from creditmate.documents.application_form import draw_application
from creditmate.domain.application_form import Item
from creditmate.exchange.application_reader import read_application
from creditmate.services.application_reading import entry_of
from creditmate.services.program import Program


def application_read_back(program: Program, code: str) -> tuple[int, dict[str, bool]]:
    """Draw a customer's form, read its fields, and look at what would come of it.

    Returns:
        The size of the form, and whether what has to be there is.
    """
    paper = program.ask(lambda: program.applications.paper(code))
    pdf = draw_application(paper).pdf
    entry = entry_of(read_application(pdf, "form.pdf"), pdf, "form.pdf")
    preview = program.ask(lambda: program.applications.preview(entry, code))
    values = preview.understood.values
    found = {item.value: values.get(item) == text for item, text in paper.given.items()}
    return len(pdf), found | {"known": not preview.new, "name": Item.LEGAL_NAME in values}
