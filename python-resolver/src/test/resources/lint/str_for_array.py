from plpython import plfunction


@plfunction
def literal(words: list[str]) -> list[str]:
    return "none" if not words else f"{words}"


@plfunction
def joined(words: list[str]) -> list[str]:
    text = ""
    for word in words:
        text += word
    if text:
        return text
    return ", ".join(words)


@plfunction
def fine(words: list[str]) -> list[str]:
    return ", ".join(words).split(", ")


@plfunction
def text(words: list[str]) -> str:
    return ", ".join(words)
