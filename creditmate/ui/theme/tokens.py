"""Every colour, length and size of type in the window; no literal stands anywhere else.

Lengths are device-independent pixels at 100 %. Knows no toolkit, so that contrast can be proved
without a display. Named tuples are made faster than dataclasses, and the window waits for them.
"""

from enum import Enum, StrEnum
from typing import NamedTuple


class Ink(StrEnum):
    """A colour to write or draw with; the value is the field of ``Colours``."""

    TEXT = "text"
    MUTED = "muted"
    FAINT = "faint"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    POSITIVE = "positive"
    WARNING = "warning"
    DANGER = "danger"


class Ground(StrEnum):
    """A colour to write on; the value is the field of ``Colours``."""

    WINDOW = "window"
    SURFACE = "surface"
    SUNKEN = "sunken"
    HOVER = "hover"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ACCENT_SOFT = "accent_soft"
    POSITIVE_SOFT = "positive_soft"
    WARNING_SOFT = "warning_soft"
    DANGER_SOFT = "danger_soft"


class Colours(NamedTuple):
    """One theme's colours as ``#RRGGBB``. ``line`` is decoration; ``edge`` bounds inputs.

    ``ramp`` colours the ageing stair, from not due to the oldest.
    """

    window: str
    surface: str
    sunken: str
    hover: str
    line: str
    edge: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    positive: str
    positive_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    ramp: tuple[str, str, str, str, str]

    def of(self, name: Ink | Ground) -> str:
        """Return the colour of a token."""
        return str(getattr(self, name.value))


LIGHT = Colours(
    window="#F2F0EB",
    surface="#FFFFFF",
    sunken="#F8F7F3",
    hover="#F5F3EE",
    line="#E5E2DA",
    edge="#8C877C",
    text="#1F2023",
    muted="#5C5A53",
    faint="#69665E",
    accent="#2A56A3",
    accent_hover="#214685",
    accent_soft="#E5EDF9",
    on_accent="#FFFFFF",
    positive="#23703F",
    positive_soft="#E4F1E7",
    warning="#855700",
    warning_soft="#FAEFD6",
    danger="#B0281F",
    danger_soft="#FBE8E5",
    ramp=("#72979A", "#C18A0C", "#B2560F", "#94272B", "#4F1130"),
)

DARK = Colours(
    window="#18191B",
    surface="#1F2023",
    sunken="#25262A",
    hover="#292A2F",
    line="#34353B",
    edge="#7C7D86",
    text="#ECEBE7",
    muted="#B0AEA7",
    faint="#A6A49D",
    accent="#8DB2F5",
    accent_hover="#A6C4FA",
    accent_soft="#293A58",
    on_accent="#0F1D36",
    positive="#7FCB97",
    positive_soft="#203529",
    warning="#E3B75C",
    warning_soft="#3A301B",
    danger="#F58D82",
    danger_soft="#432724",
    ramp=("#5A8288", "#A1802C", "#E89B45", "#FFA7A3", "#FFE0E8"),
)


class Letter(NamedTuple):
    """How a text is set: pixels, pixels of its line, weight, tracking in per cent."""

    size: int
    line: int
    weight: int
    tracking: float = 0.0


class Type(Enum):
    """The type scale: five sizes, three weights."""

    SMALL = Letter(12, 16, 400)
    SMALL_MEDIUM = Letter(12, 16, 500)
    SMALL_STRONG = Letter(12, 16, 600)
    BODY = Letter(13, 20, 400)
    BODY_MEDIUM = Letter(13, 20, 500)
    BODY_STRONG = Letter(13, 20, 600)
    HEADING_PLAIN = Letter(15, 24, 400)
    HEADING = Letter(15, 24, 600)
    TITLE = Letter(20, 28, 600, -1.0)
    DISPLAY = Letter(28, 36, 600, -2.0)


class Space(NamedTuple):
    """Distances, on a grid of 4."""

    xs: int = 4
    s: int = 8
    m: int = 12
    l: int = 16  # noqa: E741 - the name on the design's own scale
    xl: int = 24


class Radius(NamedTuple):
    """Corners: tag, event, key cap; button, field, line; card, pop-up."""

    s: int = 4
    m: int = 6
    l: int = 10  # noqa: E741 - the name on the design's own scale


class IconSize(NamedTuple):
    """Beside small text; in buttons and lines; in the sidebar; in a notice."""

    small: int = 14
    button: int = 16
    sidebar: int = 18
    notice: int = 20


class Sizes(NamedTuple):
    """Heights and widths of the window's parts."""

    sidebar: int = 208
    rail: int = 56
    nav_line: int = 32
    nav_text: int = 46
    nav_gap: int = 12
    page_head: int = 64
    filter: int = 216
    short_name: int = 104
    short_day: int = 104
    day_field: int = 136
    with_whom: int = 200
    letter_cap: int = 20
    first_width: int = 1280
    first_height: int = 800
    least_width: int = 1024
    least_height: int = 700
    rail_below: int = 1200
    status_line: int = 28
    tabs: int = 40
    work_line: int = 56
    work_side: int = 64
    icon_disc: int = 32
    table_row: int = 36
    table_head: int = 32
    dense_row: int = 32
    totals: int = 56
    foot: int = 56
    group_title: int = 28
    panel: int = 376
    panel_small: int = 328
    report_list: int = 200
    settings_form: int = 720
    trust_page: int = 800
    customer_side: int = 304
    band_full: int = 1040
    story_date: int = 72
    story_line: int = 2
    fact_label: int = 80
    safety_label: int = 120
    control: int = 32
    control_small: int = 28
    chip: int = 28
    tag: int = 20
    check: int = 16
    radio_dot: int = 6
    card: int = 74
    card_icon: int = 40
    step_disc: int = 20
    step_gap: int = 32
    welcome_side: int = 72
    welcome_top: int = 48
    welcome_low: int = 500
    welcome_column: int = 504
    welcome_picture_from: int = 1100
    welcome_card: int = 440
    mark: int = 40
    target: int = 28
    portrait: int = 28
    progress_bar: int = 96
    progress_thickness: int = 4
    dialog: int = 480
    damage_dialog: int = 560
    bug_dialog: int = 600
    empty_text: int = 376
    statement_list: int = 640
    preview_part: int = 40
    preview_head: int = 48
    preview_roomy: int = 340
    day_input: int = 164
    drawing_width: int = 168
    drawing_height: int = 96
    mood_width: int = 56
    brief_label: int = 72
    brief_day: int = 46
    mood_height: int = 20
    dot: int = 8
    selection_bar: int = 4
    focus: int = 2
    focus_gap: int = 1
    hairline: int = 1
    scroll_bar: int = 10
    scroll_handle: int = 32
    line_quantity: int = 64
    line_unit: int = 48
    line_price: int = 88
    line_discount: int = 64
    line_tax: int = 104
    line_amount: int = 88
    line_words: int = 240
    invoice_sums: int = 264
    invoice_form: int = 560
    invoice_preview: int = 280
    credit_dialog: int = 560
    interest_dialog: int = 680
    terms_editor: int = 1080
    small_balances: int = 720
    small_table: int = 292
    finder: int = 600
    finder_top: int = 64
    guide: int = 720
    guide_height: int = 560
    keys_column: int = 320
    diary_gutter: int = 56
    diary_hour: int = 56
    diary_pill: int = 22
    diary_day_off: int = 72
    diary_bar: int = 3
    diary_form: int = 520


class Stair(NamedTuple):
    """The ageing stair, small (in a row) or large (in a brief)."""

    heights: tuple[int, int, int, int, int]
    least_width: int
    gap: int = 2
    corner: int = 1


SPACE = Space()
RADIUS = Radius()
ICON = IconSize()
SIZES = Sizes()
STAIR_SMALL = Stair((4, 6, 8, 10, 12), 3)
STAIR_LARGE = Stair((8, 12, 16, 20, 24), 8)

TOAST_SECONDS = 6
"""How long a toast offers to undo."""
OFF = 0.45
"""How much is left of an icon that stands alone and cannot be pressed."""
ICON_STROKE = 1.5
"""Width of an icon's lines at the size it is drawn."""
SHADOWS = ((1, 2, 0.12), (4, 16, 0.10))
"""Of what floats: pixels down, pixels of blur, share of black."""
