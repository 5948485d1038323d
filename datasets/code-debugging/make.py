# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Writes the frozen draw of the code-debugging suite.

    python3 make.py DATA_FOLDER SOURCE_FOLDER

The first folder gets a file of JSON lines for each group and draw.json with the seed, the digests
and the counts; the second gets the same lines as Swift, to be built into the program.
"""
import hashlib
import importlib
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.dont_write_bytecode = True

from engine import catalogue  # noqa: E402
from engine.draw import Draw  # noqa: E402

SEED = 2406
GROUPS = ["algorithms", "classes", "dates", "numeric", "pipelines", "strange_sort_list", "strings",
          "structures"]
HEADER = "// optobench: a harness that measures generative optimizers\n" \
    "// SPDX-License-Identifier: Apache-2.0\n" \
    "// swift-format-ignore-file\n" \
    "// Written by datasets/code-debugging/make.py: change the programs there and run it.\n\n"


def lines_of(group, draw):
    catalogue.PROGRAMS.clear()
    importlib.import_module(f"programs.{group}")
    for program in catalogue.PROGRAMS:
        program.group = group
    records = [draw.record(program) for program in catalogue.PROGRAMS]
    return [json.dumps(record, ensure_ascii=True) for record in records]


def swift(group, lines):
    name = "".join(part.capitalize() for part in group.split("_"))
    name = name[0].lower() + name[1:]
    content = "\n".join("    " + line for line in lines)
    return f'{HEADER}extension FrozenDraw {{\n  /// The programs of the group {group}.\n' \
        f'  static let {name} = ##"""\n{content}\n    """##\n}}\n'


def main(data, sources):
    draw, digests, count = Draw(SEED), {}, 0
    for group in GROUPS:
        lines = lines_of(group, draw)
        text = "".join(line + "\n" for line in lines)
        count += len(lines)
        digests[group] = hashlib.sha256(text.encode()).hexdigest()
        (data / f"{group}.jsonl").write_text(text)
        name = "".join(part.capitalize() for part in group.split("_"))
        (sources / f"FrozenDraw+{name}.swift").write_text(swift(group, lines))
    summary = {
        "seed": SEED, "programs": count, "faults": draw.used, "looked_at": draw.looked_at,
        "discarded_undetected": draw.undetected, "discarded_unsuited": draw.unsuited,
        "sha256": digests}
    (data / "draw.json").write_text(json.dumps(summary, indent=2) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
