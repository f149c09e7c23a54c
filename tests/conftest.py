"""What all tests share: how far chance goes."""

import os

from hypothesis import settings

# On a build machine the same commit gives the same result; everywhere else chance looks further.
settings.register_profile("build", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("build")
