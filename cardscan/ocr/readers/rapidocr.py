"""The default reader: RapidOCR with the PP-OCRv6 models that lie inside its wheel."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from cardscan import geometry
from cardscan.errors import MissingExtraError
from cardscan.ocr.record import WordBox
from cardscan.ocr.warp import strip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cardscan.geometry import Point, Quad
    from cardscan.ocr.reader import Pixels

DETECTION_SIDE_PX = 960
"""Longest side on which text is looked for; 960 reads as much as 2000 at a quarter of the time."""

UPRIGHT_TEXT_RATIO = 1.5
"""A piece of text that is this much taller than wide is read from top to bottom (the models' own rule)."""

MODELS = {"Det": "PP-OCRv6_det_small.onnx", "Rec": "PP-OCRv6_rec_small.onnx"}


class RapidOcrReader:
    """Reads Latin script, Japanese and Chinese with RapidOCR on ONNX Runtime.

    Text is recognised one piece at a time at its own width: batches are padded
    to their widest line, which costs a fifth of the time for nothing.
    """

    name = "rapidocr"
    knows_doubt = True

    @cached_property
    def _engine(self) -> Any:
        # From 1.29 on ONNX Runtime reports to its maker, and keeps an id of the device in the
        # user's cache folder, unless this is said before it loads (its Privacy.md).
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        import rapidocr  # noqa: PLC0415 - heavy, and loads the models

        models = Path(rapidocr.__file__).parent / "models"
        for model in MODELS.values():
            # Named by path and checked, so that RapidOCR never tries to download one.
            if not (models / model).is_file():
                raise MissingExtraError(
                    f"RapidOCR's model {model}", "pip install --force-reinstall 'rapidocr>=3.10'"
                )
        return rapidocr.RapidOCR(
            params={
                **{f"{part}.model_path": str(models / model) for part, model in MODELS.items()},
                "Global.use_cls": False,
                "Global.use_preprocess_img": False,
                "Global.use_vertical_padding": False,
                "Global.log_level": "critical",
                "Det.limit_type": "max",
                "Det.limit_side_len": DETECTION_SIDE_PX,
                "Rec.rec_batch_num": 1,
                "Rec.rec_img_shape": [3, 48, 48],
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                # Memory is kept from run to run: 15 % less time for 100 MB, and no growth with the photos.
                "EngineConfig.onnxruntime.enable_cpu_mem_arena": True,
            }
        )

    def find_text(self, pixels: Pixels) -> tuple[Quad, ...]:
        """Where text stands; see ``Reader``."""
        found = self._engine(pixels, use_det=True, use_cls=False, use_rec=False)
        if found.boxes is None:
            return ()
        return tuple(_quad(box) for box in found.boxes)

    def read(self, pixels: Pixels, texts: Sequence[Quad] | None = None) -> tuple[WordBox, ...]:
        """The words in an upright picture; see ``Reader``."""
        found = self.find_text(pixels) if texts is None else texts
        return tuple(
            word for piece, quad in enumerate(found) for word in self._read_piece(pixels, quad, piece)
        )

    def read_lines(self, strips: Sequence[Pixels]) -> tuple[tuple[str, float], ...]:
        """The text of strips of one line each; see ``Reader``."""
        return tuple((text, confidence) for text, confidence, _ in map(self._recognise, strips))

    def _read_piece(self, pixels: Pixels, quad: Quad, piece: int) -> Iterator[WordBox]:
        width, height = geometry.size(quad)
        if height >= UPRIGHT_TEXT_RATIO * width:
            quad = geometry.turned(quad, 1)
        text, _, places = self._recognise(strip(pixels, quad))
        start = 0
        for word in text.split():
            inside = places[start : start + len(word)]
            start += len(word)
            yield WordBox(
                text=word,
                quad=_part(quad, inside[0][0], inside[-1][1]),
                confidence=float(np.mean([belief for _, _, belief in inside])),
                piece=piece,
            )

    def _recognise(self, line: Pixels) -> tuple[str, float, list[tuple[float, float, float]]]:
        """Text, belief, and of each visible character: left and right edge (0 to 1) and belief."""
        read = self._engine(line, use_det=False, use_cls=False, use_rec=True, return_word_box=True)
        text, info = read.txts[0], read.word_results[0]
        if not text.strip() or not info.words:
            return "", 0.0, []
        return text, float(read.scores[0]), _places(text, info)


def _places(text: str, info: Any) -> list[tuple[float, float, float]]:
    columns = [column for word in info.word_cols for column in word]
    beliefs = [belief for char, belief in zip(text, info.confs, strict=True) if not char.isspace()]
    centers = [(column + 0.5) / info.line_txt_len for column in columns]
    half = 0.5 * (np.median(np.diff(centers)) if len(centers) > 1 else 1.0)
    return [
        (max(0.0, x - half), min(1.0, x + half), belief) for x, belief in zip(centers, beliefs, strict=True)
    ]


def _quad(box: Any) -> Quad:
    a, b, c, d = ((float(x), float(y)) for x, y in box)
    return a, b, c, d


def _part(quad: Quad, left: float, right: float) -> Quad:
    """The stretch of a quad between two shares of its width."""
    a, b, c, d = quad
    return _between(a, b, left), _between(a, b, right), _between(d, c, right), _between(d, c, left)


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
