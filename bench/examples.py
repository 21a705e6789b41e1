"""Runs an example of a crate several times and reads the figures it prints: `name ... 12.3 ms` or `... s`."""
import argparse
import re
import subprocess

import measure

FIGURE = re.compile(r"^(?P<name>[^\d\n]+?) +(?P<value>\d+(?:\.\d+)?) (?P<unit>ms|s)\b", re.MULTILINE)


def seconds(text):
    found = [(m["name"].strip(), float(m["value"]) / (1000 if m["unit"] == "ms" else 1)) for m in FIGURE.finditer(text)]
    if not found:
        measure.stop(f"the example printed no figure:\n{text}")
    return dict(found)


def bench(title, crate, example, arguments, goal, doc):
    """`arguments`: (name, default, help) in the order the example takes them. `goal`: (figure, seconds) or None."""
    parser = argparse.ArgumentParser(description=doc)
    for name, default, text in arguments:
        parser.add_argument(f"--{name}", type=int, default=default, help=text)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    build = ["cargo", "build", "--quiet", "--release", "-p", crate, "--example", example]
    subprocess.run(build, cwd=measure.ROOT, check=True)
    binary = measure.ROOT / "target" / "release" / "examples" / example
    runs, peak = [], 0.0
    for _ in range(args.runs):
        _, used, text = measure.run([binary, *(getattr(args, name) for name, _, _ in arguments)])
        runs.append(seconds(text))
        peak = max(peak, used)
    rows = []
    for name in runs[0]:
        values = [run[name] for run in runs]
        met = ""
        if goal and goal[0] == name:
            met = f"≤ {goal[1]} s: {'met' if measure.median(values) <= goal[1] else 'missed'}"
        rows.append([name, f"{measure.median(values):.3f}", "–".join(f"{v:.3f}" for v in (min(values), max(values))), met])
    size = ", ".join(f"{getattr(args, name):,} {name}" for name, _, _ in arguments)
    measure.report(title, ["step", "median, s", "least–most", "goal"], rows, [f"{size}; {args.runs} runs; peak {peak:,.0f} MB."])
