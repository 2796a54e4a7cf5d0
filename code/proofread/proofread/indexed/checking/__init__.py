"""The parts of the checker: it shares no code with the search."""
