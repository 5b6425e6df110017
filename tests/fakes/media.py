"""Films, pictures and web archives made while testing, so that none has to be kept."""

import gzip
import json
import zipfile
from collections.abc import Mapping
from fractions import Fraction
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import av
import numpy as np

RED, BLUE = (200, 30, 30), (30, 30, 200)


def film(path: Path, *, seconds: int = 4, codec: str = "libx264", sound: bool = False, said: Mapping[str, str] | None = None) -> Path:
    """A film that is red in its first half and blue in its second, with a small bright square that stands for a face."""
    with av.open(str(path), "w") as container:
        container.metadata.update(said or {})
        stream = container.add_stream(codec, rate=10)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        tone = container.add_stream("aac" if path.suffix == ".mp4" else "libopus", rate=48000) if sound else None
        for number in range(seconds * 10):
            frame = av.VideoFrame.from_ndarray(picture(RED if number < seconds * 5 else BLUE), format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, 10)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if tone is not None:
            silence = av.AudioFrame.from_ndarray(np.zeros((1, 960), dtype=np.float32), format="fltp", layout="mono")
            silence.sample_rate, silence.pts = 48000, 0
            container.mux(tone.encode(silence))
            container.mux(tone.encode(None))
    return path


def picture(colour: tuple[int, int, int]) -> np.ndarray:
    """Pixels of one colour with a finely chequered square in the middle: detail that a mosaic must lose."""
    pixels = np.full((180, 320, 3), colour, dtype=np.uint8)
    pixels[80:100, 150:170] = ((np.indices((20, 20)).sum(axis=0) // 2 % 2) * 255)[..., None]
    return pixels


def still(path: Path, codec: str = "mjpeg") -> Path:
    """A picture file."""
    frame = av.VideoFrame.from_ndarray(picture(RED), format="rgb24").reformat(format="yuvj420p" if codec == "mjpeg" else "rgb24")
    made = av.CodecContext.create(codec, "w")
    made.width, made.height, made.pix_fmt, made.time_base = 320, 180, frame.format.name, Fraction(1, 25)
    path.write_bytes(b"".join(bytes(each) for each in [*made.encode(frame), *made.encode(None)]))
    return path


def pixels_of(jpeg: bytes) -> np.ndarray:
    with av.open(BytesIO(jpeg), format="jpeg_pipe") as container:
        return next(container.decode(video=0)).to_ndarray(format="rgb24")


def warc(pages: Mapping[str, str], *, at: str = "2024-06-18T09:00:00Z", status: str = "200 OK", kind: str = "text/html") -> bytes:
    """A WARC file of answers, each record packed by itself."""
    made = b""
    for address, html in pages.items():
        body = html.encode()
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: {at}\r\n"
            "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        made += gzip.compress(head.encode() + answer + b"\r\n\r\n")
    return made


def wacz(path: Path, pages: Mapping[str, str], *, broken: str = "", more: Mapping[str, bytes] | None = None, **told: str) -> Path:
    """A web archive of these pages; ``broken`` names the entry whose digest is to be wrong, ``more`` holds entries in no table."""
    listed = "\n".join(json.dumps({"url": each, "ts": "2024-06-18T09:00:00Z"}) for each in pages)
    entries = {"archive/data.warc.gz": warc(pages, **told), "pages/pages.jsonl": listed.encode()}
    resources = [
        {"name": name, "path": name, "hash": "sha256:" + ("0" * 64 if name == broken else sha256(body).hexdigest()), "bytes": len(body)}
        for name, body in entries.items()
    ]
    table = json.dumps({"profile": "data-package", "software": "a crawler 1.0", "resources": resources}).encode()
    own = "0" * 64 if broken == "datapackage.json" else sha256(table).hexdigest()
    digest = json.dumps({"path": "datapackage.json", "hash": f"sha256:{own}"}).encode()
    with zipfile.ZipFile(path, "w") as opened:
        for name, body in {**entries, "datapackage.json": table, "datapackage-digest.json": digest, **(more or {})}.items():
            opened.writestr(name, body)
    return path
