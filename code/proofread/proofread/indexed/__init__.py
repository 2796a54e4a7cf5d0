"""Reader 3: proofs for every size, in index notation with symbols for the sizes.

`search` finds a chain of steps from one side of an equation to the other; `checker`,
which shares no code with it, accepts the chain or refuses it.  Terms and rules are
written down in `docs/indexed.md`.
"""
