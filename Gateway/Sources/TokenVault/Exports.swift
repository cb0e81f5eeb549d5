// Whoever keeps cards knows whose they are, and what may stand in their texts.
@_exported public import Texts
