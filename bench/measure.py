"""What every benchmark shares: the tools it needs, timed runs, medians, a Markdown table."""
import datetime
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORK = ROOT / "target" / "bench"
QUIPU = ROOT / "target" / "release" / "quipu"


def stop(reason):
    sys.exit(f"{pathlib.Path(sys.argv[0]).name}: {reason}")


def quipu():
    if not QUIPU.exists():
        stop(f"{QUIPU.relative_to(ROOT)} is not there: build it with `cargo build --release -p quipu`")
    return QUIPU


def python():
    """The interpreter of target/bench-venv, which holds what requirements.txt pins; made when missing."""
    venv = ROOT / "target" / "bench-venv"
    inside = venv / "bin" / "python"
    pinned = (pathlib.Path(__file__).parent / "requirements.txt").read_text(encoding="utf-8")
    mark = venv / "installed.txt"
    if not mark.exists() or mark.read_text(encoding="utf-8") != pinned:
        subprocess.run([sys.executable, "-m", "venv", "--clear", venv], check=True)
        subprocess.run([inside, "-m", "pip", "install", "--quiet", "-r", pathlib.Path(__file__).parent / "requirements.txt"], check=True)
        mark.write_text(pinned, encoding="utf-8")
    return inside


def run(command):
    """Seconds, peak memory in MB, and what was printed; a failure ends the benchmark and shows why."""
    WORK.mkdir(parents=True, exist_ok=True)
    out, err = WORK / "stdout.txt", WORK / "stderr.txt"
    with open(out, "wb") as stdout, open(err, "wb") as stderr:
        start = time.monotonic()
        child = subprocess.Popen([str(part) for part in command], stdout=stdout, stderr=stderr, cwd=ROOT)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        stop(f"{' '.join(map(str, command))} ended with {child.returncode}:\n{err.read_text(errors='replace')[-2000:]}")
    return seconds, usage.ru_maxrss / 1024, out.read_text(encoding="utf-8")


def median(values):
    return statistics.median(values)


def spread(values):
    return f"{min(values):.2f}–{max(values):.2f}"


def machine():
    model = platform.processor() or platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    try:
        for line in open("/proc/cpuinfo", encoding="utf-8"):
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    except OSError:
        pass
    return f"{os.cpu_count()} cores ({model}), {memory:.0f} GB, {platform.system()}"


def commit():
    found = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    return found.stdout.strip() or "unknown"


def report(title, headers, rows, notes=()):
    command = " ".join([f"bench/{pathlib.Path(sys.argv[0]).name}", *sys.argv[1:]])
    print(f"## {title}\n")
    print(f"`{command}`, commit {commit()}, {datetime.date.today()}, {machine()}\n")
    print("| " + " | ".join(headers) + " |")
    print("|" + "---|" * len(headers))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    for note in notes:
        print(f"\n{note}")
