"""A second proof of equations, by the kernel of Coq: from a claim's tree to a theorem.

A claim becomes a theorem of MathComp about matrices over any commutative ring, of sizes
that are arbitrary naturals.  Nothing is shared with the other readers but the tree.
`theory/` holds the definitions that a theorem speaks by, and the tactic that proves it.
"""
