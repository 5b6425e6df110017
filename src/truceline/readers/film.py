"""What a film, a recording or a picture holds, and stills of it: PyAV at work in a process of its own, within limits.

Run as ``film.py facts|stills`` it reads one request (JSON) on standard input and answers with one JSON object. A decoder reads
what strangers made, in C: should it crash, hang or want the machine's whole memory, this process ends and the caller says so
(``media.py``). It knows nothing of the rest of Truceline, and so starts at once. The demuxer is named by the caller: no playlist
can send FFmpeg to another file or address.
"""

import base64
import json
import resource
import sys
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

MEMORY = 4_000_000_000
SECONDS = 120
"""Bytes of address space and seconds of a processor that a file may cost."""

MOSAIC = 10
"""Squares along the longer side of a still in which no person is to be known. A face is told from a dozen or more across it."""

WIDEST = 1280
"""Pixels along the longer side of a still as filmed."""

FRAMES = 2000
"""How many frames are looked at to come from a key frame to the moment asked for."""


def facts(path: str, demuxer: str) -> dict[str, Any]:
    """Duration, streams, dimensions, and what the container says of itself."""
    import av

    with av.open(path, format=demuxer, metadata_errors="replace") as container:
        length = container.duration
        told: list[tuple[str, str]] = [("container", container.format.long_name)]
        for stream in container.streams:
            told.append((f"{stream.type} {stream.index}", ", ".join(_stream(stream))))
        said = dict(_claims("", container.metadata))
        for stream in container.streams:
            said |= dict(_claims(f"{stream.type} {stream.index} ", stream.metadata))
        kinds = sorted({stream.type for stream in container.streams})
        return {"duration": length // 1000 if length else None, "facts": told, "claims": sorted(said.items()), "streams": kinds}


def stills(path: str, demuxer: str, moments: list[int], plain: bool) -> dict[str, Any]:
    """One JPEG (base64) for each moment in milliseconds; None where no picture could be decoded there."""
    import av

    found: dict[str, str | None] = {}
    for moment in moments:
        try:
            with av.open(path, format=demuxer, metadata_errors="replace") as container:
                frame = _frame(container, moment)
                found[str(moment)] = base64.b64encode(_jpeg(frame, plain)).decode("ascii") if frame is not None else None
        except (OSError, ValueError, EOFError):  # what is broken at one moment may be whole at another
            found[str(moment)] = None
    return {"stills": found}


def _stream(stream: Any) -> Iterator[str]:
    known = stream.codec_context
    yield known.name if known is not None else "codec not known"
    if stream.type == "video":
        yield f"{known.width} x {known.height} pixels"
        if stream.average_rate:
            yield f"{float(stream.average_rate):.4g} frames a second"
    elif stream.type == "audio":
        yield f"{known.sample_rate} Hz"
        yield f"{known.channels} channel" + ("" if known.channels == 1 else "s")


def _claims(where: str, said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What anyone could have written into the file; cut short, without control characters."""
    for name, value in sorted(said.items())[:40]:
        yield where + _plain(name, 60), _plain(value, 300)


def _plain(text: str, most: int) -> str:
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)[:most]


def _frame(container: Any, moment: int) -> Any:
    """The first frame at the moment or after it; the last one before it where the film ends there."""
    if not container.streams.video:
        return None
    container.seek(moment * 1000)  # microseconds; to the key frame before it
    last = None
    for number, frame in enumerate(_decoded(container)):
        last = frame
        if frame.time is None or round(frame.time * 1000) >= moment or number >= FRAMES:
            break
    return last


def _decoded(container: Any) -> Iterator[Any]:
    """The frames from here on, without those that are broken: film of a camera in the field often is, in places."""
    for packet in container.demux(container.streams.video[0]):
        try:
            frames = packet.decode()
        except (OSError, ValueError, EOFError):
            continue
        yield from frames


def _jpeg(frame: Any, plain: bool) -> bytes:
    """As filmed, or as a mosaic too coarse for a face. Made anew: nothing that the file says of itself goes along."""
    import av

    most = WIDEST if plain else MOSAIC
    scale = min(Fraction(most, max(frame.width, frame.height)), Fraction(1))
    width, height = (max(2, round(side * scale / 2) * 2) for side in (frame.width, frame.height))
    codec: Any = av.CodecContext.create("mjpeg", "w")
    codec.width, codec.height, codec.pix_fmt, codec.time_base = width, height, "yuvj420p", Fraction(1, 25)
    small = frame.reformat(width=width, height=height, format="yuvj420p", interpolation="AREA")
    small.pts = 0
    return b"".join(bytes(packet) for packet in [*codec.encode(small), *codec.encode(None)])


def main() -> int:
    """Answers one request."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        import av
    except ImportError:
        print(json.dumps({"missing": True}))
        return 0
    av.logging.set_level(None)
    asked = json.load(sys.stdin)
    try:
        found = facts(**asked) if sys.argv[1] == "facts" else stills(**asked)
    except (OSError, ValueError, EOFError, MemoryError) as error:  # FFmpeg's errors are among these
        found = {"error": _plain(str(error).split(": '")[0], 200)}
    print(json.dumps(found | {"read_by": f"PyAV {av.__version__}"}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
