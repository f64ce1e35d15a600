"""Markdown or plain text in, a list of blocks out: what the rewritings into HTML are made from.

A reader of its own, knowing nothing of the program's: headings, paragraphs, lists, tables, quotations, code, rules and
HTML as CommonMark has them, in the measure that news uses. A block is a tuple that begins with its kind:
("h", level, text), ("p", [line...]), ("list", "ul" or "ol", [[block...]...]), ("table", [head...], [[cell...]...]),
("quote", [block...]), ("pre", text), ("html", text), ("hr",).
"""
import re

HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$")
RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
ITEM = re.compile(r"( {0,3})([-*+]|\d{1,9}[.)])([ \t]+|$)")
FENCE = re.compile(r" {0,3}(```+|~~~+)")
UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
TABLE_RULE = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
DEFINITION = re.compile(r" {0,3}\[([^\]]+)\]:[ \t]*(\S+)[ \t]*(?:\"[^\"]*\"|'[^']*'|\([^)]*\))?[ \t]*$")
HTML = re.compile(r" {0,3}</?(?:p|div|table|ul|ol|li|h[1-6]|blockquote|figure|section|article|hr|center|details)\b|"
                  r" {0,3}<!--", re.I)
COMMENT_HEADER = re.compile(r"\[#\]: \w+: [(\"].*[)\"]\s*$")


def head_end(text):
    """Where the body begins: behind front matter or a header written as Markdown comments; 0 without one."""
    start = 1 if text.startswith("\ufeff") else 0
    found = re.compile(r"---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|$)", re.S).match(text, start)
    if found and ":" in found.group():
        return found.end()
    end = start
    for line in text[start:].splitlines(keepends=True):
        if not COMMENT_HEADER.match(line):
            break
        end += len(line)
    return end if end > start else 0


def is_markdown(name, text):
    """By its name, its front matter, or structure that plain text has no use for."""
    if name.endswith(".md") or head_end(text):
        return True
    lines = text.splitlines()
    items = sum(bool(re.match(r"\s*[-*+] \S", line)) for line in lines)
    return items >= 2 or any(
        re.match(r"#{1,6} \S", line) or line.startswith("```") or re.search(r"\[[^\]]*\]\([^)]*\)|\*\*\S.*\*\*", line) or
        ("|" in line and "--" in line and TABLE_RULE.match(line)) for line in lines)


def plain_blocks(text):
    return [("p", chunk.strip().splitlines()) for chunk in re.split(r"\n[ \t]*(?:\n[ \t]*)+", text) if chunk.strip()]


def cells_of(row):
    row = row.strip()
    row = row[1:] if row.startswith("|") else row
    row = row[:-1] if row.endswith("|") and not row.endswith("\\|") else row
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row)]


class Reader:
    def __init__(self):
        self.links = {}

    def read(self, lines):
        """The blocks of `lines`."""
        blocks, at = [], 0
        while at < len(lines):
            line = lines[at]
            if not line.strip():
                at += 1
            elif FENCE.match(line):
                at = self.fenced(lines, at, blocks)
            elif HEADING.match(line):
                found = HEADING.match(line)
                blocks.append(("h", len(found.group(1)), (found.group(2) or "").strip()))
                at += 1
            elif RULE.match(line):
                blocks.append(("hr",))
                at += 1
            elif line.lstrip().startswith(">") and len(line) - len(line.lstrip()) < 4:
                at = self.quoted(lines, at, blocks)
            elif ITEM.match(line):
                at = self.listed(lines, at, blocks)
            elif at + 1 < len(lines) and "|" in line and TABLE_RULE.match(lines[at + 1]) and \
                    len(cells_of(line)) == len(cells_of(lines[at + 1])):
                at = self.table(lines, at, blocks)
            elif HTML.match(line):
                end = at
                while end < len(lines) and lines[end].strip():
                    end += 1
                blocks.append(("html", "\n".join(lines[at:end])))
                at = end
            elif DEFINITION.match(line):
                found = DEFINITION.match(line)
                self.links.setdefault(found.group(1).lower(), found.group(2))
                at += 1
            elif line.startswith("    ") or line.startswith("\t"):
                blocks.append(("p", [line.strip()]))  # news is indented by accident
                at += 1
            else:
                at = self.paragraph(lines, at, blocks)
        return blocks

    def interrupts(self, line):
        item = ITEM.match(line)
        starts_list = item and item.group(3) and line[item.end():].strip() and item.group(2) in ("-", "*", "+", "1.", "1)")
        return bool(HEADING.match(line) or RULE.match(line) or FENCE.match(line) or starts_list or HTML.match(line) or
                    line.lstrip().startswith(">"))

    def paragraph(self, lines, at, blocks):
        end = at + 1
        while end < len(lines) and lines[end].strip():
            if UNDERLINE.match(lines[end]):
                level = 1 if "=" in lines[end] else 2
                blocks.append(("h", level, " ".join(line.strip() for line in lines[at:end])))
                return end + 1
            if self.interrupts(lines[end]):
                break
            if "|" in lines[end] and end + 1 < len(lines) and TABLE_RULE.match(lines[end + 1]) and "|" in lines[end + 1]:
                break
            end += 1
        blocks.append(("p", [line.strip() for line in lines[at:end]]))
        return end

    def fenced(self, lines, at, blocks):
        mark = FENCE.match(lines[at]).group(1)
        end = at + 1
        while end < len(lines) and not lines[end].strip().startswith(mark):
            end += 1
        blocks.append(("pre", "\n".join(lines[at + 1:end])))
        return end + 1

    def quoted(self, lines, at, blocks):
        inner = []
        while at < len(lines) and lines[at].strip():
            if not lines[at].lstrip().startswith(">") and self.interrupts(lines[at]):
                break
            inner.append(re.sub(r"^ {0,3}> ?", "", lines[at]))
            at += 1
        blocks.append(("quote", self.read(inner)))
        return at

    def listed(self, lines, at, blocks):
        first = ITEM.match(lines[at])
        ordered = first.group(2)[-1] in ".)"
        items = []
        while at < len(lines):
            item = ITEM.match(lines[at])
            same = item and not RULE.match(lines[at]) and (item.group(2)[-1] == first.group(2)[-1])
            if not same:
                break
            gap = len(item.group(3))
            indent = item.end() if 1 <= gap <= 4 else item.start(3) + 1
            inner = [lines[at][indent:]]
            at += 1
            while at < len(lines):
                line = lines[at]
                if not line.strip():
                    follows = next((other for other in lines[at:] if other.strip()), "")
                    if len(follows) - len(follows.lstrip()) < indent:
                        break
                    inner.append("")
                elif len(line) - len(line.lstrip()) >= indent:
                    inner.append(line[indent:])
                else:  # at the margin: for CommonMark a paragraph of the item goes on, for its author the list is over
                    break
                at += 1
            items.append(self.read(inner))
            ahead = at
            while ahead < len(lines) and not lines[ahead].strip():
                ahead += 1
            if ahead < len(lines) and ITEM.match(lines[ahead]) and not RULE.match(lines[ahead]):
                at = ahead
        blocks.append(("list", "ol" if ordered else "ul", items))
        return at

    def table(self, lines, at, blocks):
        head = cells_of(lines[at])
        rows = []
        at += 2
        while at < len(lines) and lines[at].strip() and not self.interrupts(lines[at]):
            row = cells_of(lines[at])[:len(head)]
            rows.append(row + [""] * (len(head) - len(row)))
            at += 1
        blocks.append(("table", head, rows))
        return at


def markdown_blocks(text):
    """The blocks of a body, and the addresses that its link definitions name."""
    reader = Reader()
    lines = text.split("\n")
    for line in lines:
        if found := DEFINITION.match(line):
            reader.links.setdefault(found.group(1).lower(), found.group(2))
    return reader.read(lines), reader.links
