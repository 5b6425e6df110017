"""Writes docs/rulebooks/: one page an instrument, and their index. With --check it only says which are stale."""

import sys
from pathlib import Path

from truceline.packs.pack import load_pack
from truceline.views.rulebook_page import index, page

FOLDER = Path(__file__).parents[1] / "docs" / "rulebooks"


def pages() -> dict[str, str]:
    books = load_pack().rulebooks
    return {"README.md": index(books), **{f"{each.instrument.slug}.md": page(each) for each in books}}


def main() -> int:
    stale = [name for name, text in pages().items() if not (FOLDER / name).is_file() or (FOLDER / name).read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        print("\n".join(f"stale: docs/rulebooks/{each}" for each in stale) or "all pages are fresh")
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (FOLDER / name).write_text(pages()[name], encoding="utf-8")
    print(f"{len(stale)} pages written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
