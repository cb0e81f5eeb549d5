"""The README's picture: requests a second as bars, in the colours of a light or a dark page."""

import html

WIDTH, NAMES, ROW, BAR = 720, 230, 26, 16
STYLE = """text { font: 13px system-ui, sans-serif; fill: #1f2328 } .name { text-anchor: end } .note { fill: #59636e }
.bar { fill: #afb8c1 } .ours { fill: #1a7f37 }
@media (prefers-color-scheme: dark) { text { fill: #f0f6fc } .note { fill: #9198a1 } .bar { fill: #656c76 } .ours { fill: #3fb950 } }"""


def bars(title, rows):
    """An SVG of rows (name, rate, whether it is the gateway's), the fastest first; each bar's length is its rate."""
    rows = sorted(rows, key=lambda row: -row[1])
    room = WIDTH - NAMES - 90
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{ROW * len(rows) + 40}" role="img" aria-label="{html.escape(title)}">',
        f"<style>{STYLE}</style>",
        f'<text class="note" x="{NAMES}" y="18">{html.escape(title)}</text>',
    ]
    for index, (name, rate, is_ours) in enumerate(rows):
        top = 30 + ROW * index
        length = max(1, room * rate / rows[0][1])
        parts += [
            f'<text class="name" x="{NAMES - 8}" y="{top + 13}">{html.escape(name)}</text>',
            f'<rect class="bar{" ours" if is_ours else ""}" x="{NAMES}" y="{top}" width="{length:.1f}" height="{BAR}" rx="2"/>',
            f'<text x="{NAMES + length + 6:.1f}" y="{top + 13}">{rate:,.0f}</text>',
        ]
    return "\n".join(parts + ["</svg>"]) + "\n"
