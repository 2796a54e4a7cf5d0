# SymPy annotates little of itself, and what it infers is narrower than what it does:
# to the type checker everything that comes from it is untyped.
from typing import Any

def __getattr__(name: str) -> Any: ...
