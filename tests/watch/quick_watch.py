"""The real command, but for the scan that it starts: one that only notes what it was given.

Its book is a folder: a file for each content that was read, with a line for each time.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from pathlib import Path

SECONDS = 0.03
"""That a photo takes."""


def scan(words: list[str]) -> int:
    """What ``cardscan scan FOLDER ... --json --output=FILE`` does, without reading anything."""
    options = dict(word.partition("=")[::2] for word in words[2:])
    folder, queue, kept = Path(words[1]), Path(options["--output"]), Path(os.environ["KEPT"])
    failed, rows = [], []
    for path in sorted(folder.iterdir()) if folder.is_dir() else [folder]:
        if path.suffix != ".jpg" or path.name.startswith("."):
            continue
        data = path.read_bytes()
        if data.endswith(b"crash"):
            os.abort()
        if data.endswith(b"bad"):
            failed.append({"photo": path.name, "reason": "it is damaged."})
            continue
        known = kept / hashlib.sha256(data).hexdigest()
        if not known.exists():
            time.sleep(SECONDS)
            with known.open("a") as stream:
                stream.write(f"{path.name}\n")
        rows.append(path.name)
    new = queue.with_name(f".{queue.name}.{os.getpid()}")
    new.write_text("".join(f"{row}\n" for row in rows))
    new.replace(queue)
    nothing: dict[str, list[object]] = {"joined": [], "no_card": [], "ignored": []}
    sys.stdout.write(json.dumps({"queue": str(queue), "failed": failed, **nothing}))
    return 10 if failed else 0


def main() -> None:
    if sys.argv[1] == "scan":
        raise SystemExit(scan(sys.argv[1:]))
    from cardscan.cli.app import main as cardscan  # noqa: PLC0415
    from cardscan.pipeline.scan_process import Scan  # noqa: PLC0415

    Scan.__init__.__kwdefaults__["program"] = (sys.executable, "-S", __file__)
    cardscan()


if __name__ == "__main__":
    main()
