"""The tables in the C library."""

from tables import BY, LINES, ROOT


def swift():
    lines = "\n".join("        " + line for line in LINES)
    return f"""extension Tables {{
    /// {BY}
    static let text = \"\"\"
{lines}
        \"\"\"
}}
"""


def files():
    yield ROOT / "Sources/PGWC/Tables+text.swift", swift()
