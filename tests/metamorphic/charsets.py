"""Charsets as the web reads them (the WHATWG encoding standard), by Python's codecs."""

# Six signs of JIS have two numbers in Unicode; of EUC-JP Python takes the one and the web the other, CP932's.
WEB = {"〜": "～", "‖": "∥", "−": "－", "¢": "￠", "£": "￡", "¬": "￢"}
TO_WEB = str.maketrans(WEB)
TO_PYTHON = str.maketrans({web: sign for sign, web in WEB.items()})


def encode(text, charset):
    if charset != "euc-jp":
        return text.encode(charset)
    if any(sign in text for sign in WEB):
        raise UnicodeEncodeError("euc-jp", text, 0, 1, "a sign that the web writes by its other number")
    return text.translate(TO_PYTHON).encode("euc_jp")


def decode(source, charset):
    return source.decode("euc_jp").translate(TO_WEB) if charset == "euc-jp" else source.decode(charset)


def held(text, charset):
    """The text as the charset can hold it: signs by their other number, a geta mark for what it has not."""
    def fits(c):
        try:
            return decode(encode(c, charset), charset) == c
        except UnicodeEncodeError:
            return False

    other = WEB | {"—": "―"}
    known = {c: next((form for form in (c, other.get(c, "")) if form and fits(form)), "〓") for c in set(text)}
    return "".join(known[c] for c in text)
