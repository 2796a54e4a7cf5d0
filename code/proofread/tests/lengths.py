"""How much is tried: a part in every run of tests, all of it where EVERY is set."""

import os

EVERYTHING = os.environ.get("EVERY") == "1"
