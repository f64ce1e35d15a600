"""A list of blocks in, HTML out: as one would write it by hand, or as editors and templates leave it.

`Writer(None)` writes plain markup. `Writer(random)` also does what is found in pages and changes nothing that is read:
emphasis, comments and <wbr> that cut words and numbers in two, links around phrases, references for characters, line
ends for spaces, end tags left out, sections around blocks.
"""
import html
import re

INLINE = re.compile(r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
  | (?P<code>`+)(?P<coded>.+?)(?<!`)(?P=code)(?!`)
  | !\[(?P<alt>[^\]]*)\]\((?P<picture>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)
  | \[\[(?P<wiki>[^\[\]]+)\]\]
  | \[(?P<linked>(?:!\[[^\]]*\]\([^)]*\)|[^\[\]])*)\](?:\((?P<to>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)
                                                   |\[(?P<by>[^\]]+)\])
  | <(?P<auto>https?://[^<>\s]+)>
  | (?P<tag></?[a-zA-Z][^<>]*>|<!--.*?-->)
  | (?P<reference>&(?:[a-zA-Z][a-zA-Z0-9]*|\#\d+|\#[xX][0-9a-fA-F]+);)
  | (?P<strong>\*\*\*|\*\*|__)(?=\S)(?P<heavy>.+?)(?<=[^\s\\])(?P=strong)
  | (?<![\w*])(?P<em>[*_])(?=[^\s*_])(?P<light>[^*_\n]*?)(?<=[^\s\\])(?P=em)(?![\w*])
  | (?P<address>https?://[!-~]+?(?=[.,;:!?)'*]*(?:[\s<>"`{}|\\^\[\]]|[^!-~]|$)))
""", re.X)
NAMED = {"¥": "yen", "€": "euro", "£": "pound", "–": "ndash", "—": "mdash", "’": "rsquo", "“": "ldquo", "”": "rdquo",
         "×": "times", "°": "deg", "²": "sup2", "±": "plusmn", "µ": "micro", "・": "#12539"}
WORD = re.compile(r"[A-Za-z0-9]+(?:[.,][0-9]+)*|[ァ-ヶー]+|[一-龠々]+|[ぁ-ん]+|\s+|.", re.S)
PHRASE = re.compile(r"(?:[^、。「」;:]|[;:](?!\s))+|[、。「」;:]")  # "Paris, Texas" and "the U.S. court" are one


class Writer:
    def __init__(self, random=None, links=None):
        self.random = random
        self.links = links or {}
        self.in_link = False
        self.may_link = True  # one link of noise in a block without any: what is links and little else is furniture

    def chance(self, share):
        return self.random is not None and self.random.random() < share

    # Characters and words

    def character(self, c):
        if c in "&<>":
            return html.escape(c)
        if c in NAMED and self.chance(0.5):
            return f"&{NAMED[c]};"
        if not c.isspace() and self.chance(0.02):
            return self.random.choice([f"&#{ord(c)};", f"&#x{ord(c):x};", f"&#X{ord(c):04X};"])
        return c

    def escaped(self, text):
        return "".join(map(self.character, text))

    def split(self, word):
        """The word with markup inside."""
        pick = self.random
        at = pick.randrange(1, len(word))
        before, behind = self.escaped(word[:at]), self.escaped(word[at:])
        if re.fullmatch("[一-龠]+", word) and self.chance(0.2):
            return f"<ruby>{before}<rp>（</rp><rt>よみ</rt><rp>）</rp>{behind}<rt>かた</rt></ruby>"
        return pick.choice([
            lambda: f"<b>{before}</b>{behind}",
            lambda: f"{before}<em>{behind}</em>",
            lambda: f"<span class=\"t t2\">{before}</span><span style='color:#c00'>{behind}</span>",
            lambda: f"{before}<!-- 12 GB -->{behind}",
            lambda: f"{before}<wbr>{behind}",
            lambda: f"{before}<FONT COLOR=red>{behind}</FONT>",
            lambda: f"<i><u>{before}</u>{behind}</i>",
        ])()

    def words(self, text):
        """A stretch of text without markup; where noise is wanted some of its phrases are links."""
        if self.random is None:
            return html.escape(text, quote=False)
        out = []
        for piece in PHRASE.findall(text):
            if 8 < len(piece) <= 60 and self.may_link and not self.in_link and self.chance(0.1):
                self.may_link = False
                out.append(f'<a href="https://example.com/2024/h200-5-billion?n=7&amp;m=1">{self.phrase(piece)}</a>')
            else:
                out.append(self.phrase(piece))
        return "".join(out)

    def phrase(self, text):
        out, words = [], WORD.findall(text)
        for word, before, behind in zip(words, [""] + words, words[1:] + [""]):
            if word.isspace():
                # Between two Japanese words a line end of the source is read as nothing, as those who wrap them mean it.
                latin = (before + behind).isascii() and before and behind
                out.append("\n      " if word == " " and latin and self.chance(0.1) else word)
            elif len(word) > 1 and self.chance(0.12):
                out.append(self.split(word))
            else:
                out.append(self.escaped(word))
        return "".join(out)

    # Inline markup

    def inline(self, text):
        out, at = [], 0
        for found in INLINE.finditer(text):
            out.append(self.words(text[at:found.start()]))
            out.append(self.marked(found))
            at = found.end()
        return "".join(out) + self.words(text[at:])

    def marked(self, found):
        part = found.groupdict()
        if part["escaped"]:
            return self.words(part["escaped"])
        if part["coded"]:
            return f"<code>{html.escape(part['coded'].strip(), quote=False)}</code>"
        if part["picture"] is not None:
            return f'<img src="{html.escape(part["picture"])}" alt="{html.escape(part["alt"])}">'
        if part["wiki"]:
            return f'<a href="/wiki/{html.escape(part["wiki"])}">{self.words(part["wiki"].split("|")[-1])}</a>'
        if part["linked"] is not None:
            to = part["to"] if part["to"] is not None else self.links.get(part["by"].lower())
            if to is None:
                return "[" + self.inline(part["linked"]) + "][" + self.words(part["by"]) + "]"
            self.in_link = True
            text = self.inline(part["linked"])
            self.in_link = False
            return f'<a href="{html.escape(to)}">{text}</a>'
        if part["tag"] or part["reference"]:
            return found.group()
        if part["strong"]:
            return f"<strong>{self.inline(part['heavy'])}</strong>"
        if part["em"]:
            return f"<em>{self.inline(part['light'])}</em>"
        address = html.escape(part["auto"] or part["address"])
        return f'<a href="{address}">{address}</a>' if not self.in_link and self.chance(0.5) else address

    # Blocks

    def end(self, tag):
        """An end tag that HTML lets one leave out."""
        return "" if self.chance(0.3) else f"</{tag}>"

    def paragraph(self, lines):
        return "<br>\n".join(self.inline(line) for line in lines)

    def block(self, block):
        kind = block[0]
        self.may_link = re.search(r"\]\(|\]\[", str(block)) is None
        if kind == "h":
            return f"<h{block[1]}>{self.inline(block[2])}</h{block[1]}>"
        if kind == "p":
            return f"<p>{self.paragraph(block[1])}" + self.end("p")
        if kind == "list":
            items = "\n".join(f"<li>{self.item(item)}" + self.end("li") for item in block[2])
            return f"<{block[1]}>\n{items}\n</{block[1]}>"
        if kind == "table":
            return self.table(block[1], block[2])
        if kind == "quote":
            return f"<blockquote>\n{self.blocks(block[1])}\n</blockquote>"
        if kind == "pre":
            return f"<pre><code>{html.escape(block[1], quote=False)}</code></pre>"
        return block[1] if kind == "html" else "<hr>"

    def item(self, blocks):
        """Of a list item the first paragraph stands without tags, as editors write it."""
        if blocks and blocks[0][0] == "p" and not self.chance(0.2):
            rest = self.blocks(blocks[1:])
            return self.paragraph(blocks[0][1]) + ("\n" + rest if rest else "")
        return self.blocks(blocks)

    def table(self, head, rows):
        def row(cells, tag):
            return "<tr>" + "".join(f"<{tag}>{self.inline(cell)}" + self.end(tag) for cell in cells) + self.end("tr")

        body = "\n".join(row(cells, "td") for cells in rows)
        if self.chance(0.5):
            return f"<TABLE border=1>\n{row(head, 'th')}\n{body}\n</TABLE>"
        return f"<table>\n<thead>{row(head, 'th')}</thead>\n<tbody>\n{body}\n</tbody>\n</table>"

    def plain(self, blocks):
        """Paragraphs of a text without markup: its signs stand for themselves."""
        return "\n".join(f"<p>{'<br>'.join(self.words(line) for line in block[1])}</p>" for block in blocks)

    def blocks(self, blocks):
        out = []
        for block in blocks:
            written = self.block(block)
            if block[0] in ("p", "table") and self.chance(0.15):
                written = f'<div class="block"><section>\n{written}\n</section></div>'
            out.append(written)
        return "\n".join(out)


FURNITURE_ABOVE = """\
<header class="site-header"><a href="/">Kumano Weekly</a></header>
<nav><ul><li><a href="/a">Hitachi earns $5 billion</a></li><li><a href="/b">Ericsson</a></li>
<li><a href="/c">Qualcomm ships 7,000 chips</a></li></ul></nav>
"""
FURNITURE_BELOW = """\
<aside class="related"><h3>Read on</h3><ul><li><a href="/d">Cisco buys 300 racks</a></li><li><a href="/e">Nokia</a></li>
<li><a href="/f">Infineon: 42 MW</a></li></ul></aside>
<footer><p>Kumano Weekly is a service of Hitachi. 1,200 readers.</p></footer>
"""


def page(title, published, body):
    """A web page around the article, with what else stands on such pages."""
    date = f'<meta property="article:published_time" content="{html.escape(published)}">\n' if published else ""
    return (f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{html.escape(title)}</title>\n{date}'
            '<style>p { width: 80% }</style><script>var price = "Sony pays $9 billion";</script></head>\n'
            f"<body>\n{FURNITURE_ABOVE}<main><article>\n{body}\n</article></main>\n{FURNITURE_BELOW}</body></html>\n")
