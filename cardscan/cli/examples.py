"""Examples at the end of a command's help."""


def examples(*lines: str) -> str:
    """An epilog that shows command lines, each on a line of its own.

    Args:
        *lines: The command lines, as a user would type them.
    """
    # The lone backspace keeps the paragraph's line breaks.
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))
