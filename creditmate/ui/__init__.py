"""The window: the only place that knows Qt."""

from creditmate.ui.unread_sources import leave_sources_unread

leave_sources_unread()  # before the first of hundreds of modules
