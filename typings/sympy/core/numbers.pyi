from typing import Any

ImaginaryUnit: Any
