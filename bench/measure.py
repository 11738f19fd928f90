"""Runs the commands of the benchmark in turn and prints what they cost; started by run.sh, which knows the paths.

Wall time runs from just before a process is started to its end; CPU time and peak memory are the operating system's own
figures for the finished process. Every figure is the median of its runs; commands that are compared run in turn, so that a
change of the machine's speed meets all of them.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

RUNS = int(os.environ.get("WARDER_BENCH_RUNS", "5"))
NULL = os.open(os.devnull, os.O_RDWR)


class Figures:
    """What several runs of one command cost."""

    def __init__(self):
        self.wall, self.cpu, self.peak, self.status = [], [], [], None

    def run(self, command):
        start = time.monotonic()
        files = [(os.POSIX_SPAWN_DUP2, NULL, fd) for fd in (0, 1, 2)]
        pid = os.posix_spawnp(command[0], command, os.environ, file_actions=files)
        _, status, usage = os.wait4(pid, 0)
        self.wall.append(time.monotonic() - start)
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.peak.append(usage.ru_maxrss / 1024)
        self.status = os.waitstatus_to_exitcode(status)

    @property
    def seconds(self):
        return statistics.median(self.wall)

    @property
    def memory(self):
        return max(self.peak)

    def row(self, name):
        cpu = statistics.median(self.cpu)
        return f"| {name} | {milliseconds(self.seconds)} | {milliseconds(cpu)} | {self.memory:.0f} MB | {len(self.wall)} |"


def milliseconds(seconds):
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:,.0f} ms"


def measure(commands, runs=RUNS, warmup=1):
    """Runs the commands in turn."""
    figures = {name: Figures() for name in commands}
    for turn in range(-warmup, runs):
        for name, command in commands.items():
            (figures[name] if turn >= 0 else Figures()).run(command)
    return figures


def table(title, figures, notes=()):
    print(f"\n### {title}\n\n| what | wall | CPU | peak memory | runs |\n|---|--:|--:|--:|--:|")
    for name, found in figures.items():
        print(found.row(name))
    for note in notes:
        print(f"\n{note}")
    sys.stdout.flush()


def check(name, found, allowed):
    if found.status not in allowed:
        sys.exit(f"{name} ended with status {found.status}")


def workflows(folder):
    return sorted(p for p in Path(folder).rglob("*") if p.suffix in (".yml", ".yaml") and p.is_file())


def against_python(warder, repository):
    script = str(Path(repository) / "scripts" / "audit_token_usage.py")
    figures = measure({
        "`warder audit`, every file anew (`--no-cache`)": [warder, "audit", "--no-cache", "--format", "json", repository],
        "`warder audit`, again": [warder, "audit", "--format", "json", repository],
        "`audit_token_usage.py`": [sys.executable, script, "--project-root", repository],
    })
    anew, again, theirs = figures.values()
    check("warder audit --no-cache", anew, (0, 1, 2))
    check("warder audit", again, (0, 1, 2))
    check("audit_token_usage.py", theirs, (0, 1))
    table("DevOnboarder, the whole repository", figures, [
        f"An audit that takes over what did not change is **{theirs.seconds / again.seconds:.1f} times** as fast, one that looks at every "
        f"file anew **{theirs.seconds / anew.seconds:.1f} times** (at least 10 wanted)."
    ])


def against_parsers(warder, bare, peer, corpus):
    files = workflows(corpus)
    size = sum(p.stat().st_size for p in files) / 1024 / 1024
    figures = measure({
        "`warder audit`, every file anew (`--no-cache`)": [warder, "audit", "--no-cache", "--format", "json", corpus],
        "`warder audit`, again": [warder, "audit", "--format", "json", corpus],
        "bare SharpYaml event parse, one thread": [bare, corpus],
        "GitHub's own parser": ["node", peer, corpus],
    })
    ours, again, events, github = figures.values()
    check("warder audit --no-cache", ours, (0, 1, 2))
    check("warder audit", again, (0, 1, 2))
    check("bare-parse", events, (0,))
    check("parse-workflows.mjs", github, (0,))
    table(f"{len(files):,} real workflow files, {size:.1f} MiB", figures, [
        f"An audit of every file anew takes **{ours.seconds / events.seconds:.2f} times** as long as the bare parse (at most 3 wanted), and is "
        f"**{github.seconds / ours.seconds:.1f} times** as fast as GitHub's parser (at least 10 wanted); one that takes over what did not "
        f"change **{github.seconds / again.seconds:.1f} times**."
    ])


def version(warder):
    figures = measure({"`warder --version`": [warder, "--version"]}, runs=RUNS * 4, warmup=2)
    check("warder --version", figures["`warder --version`"], (0,))
    table("Start", figures, ["At most 10 ms wanted."])


def scale(warder, corpus):
    files = workflows(corpus)
    figures, per_megabyte = {}, {}
    with tempfile.TemporaryDirectory(prefix="warder-bench-") as scratch:
        commands, sizes = {}, {}
        for count in (100, 1000, 10000):
            folder = Path(scratch) / str(count) / ".github" / "workflows"
            folder.mkdir(parents=True)
            size = 0
            for i in range(count):
                # evenly spread over the corpus, or the whole of it again and again
                source = files[i * len(files) // count] if count <= len(files) else files[i % len(files)]
                shutil.copyfile(source, folder / f"w{i:05}.yml")
                size += source.stat().st_size
            name = f"{count:,} files, {size / 1024 / 1024:.1f} MiB"
            commands[name] = [warder, "audit", "--no-cache", "--format", "json", str(folder.parent.parent)]
            sizes[name] = size / 1024 / 1024
        figures = measure(commands, runs=min(RUNS, 3))
        for name, found in figures.items():
            check(name, found, (0, 1, 2))
            per_megabyte[name] = found.seconds / sizes[name]
    _, thousand, most = per_megabyte.values()
    costs = ", ".join(milliseconds(cost) for cost in per_megabyte.values())
    peak = list(figures.values())[-1].memory
    table("Growth", figures, [
        f"For each MiB: {costs}. From 1,000 to 10,000 files the cost of a MiB grows **{most / thousand:.2f} times**; "
        f"peak memory is **{peak:.0f} MB** at 10,000 (at most 150 wanted)."
    ])


def main(warder, bare, peer, corpus, repository=None):
    with tempfile.TemporaryDirectory(prefix="warder-cache-") as cache:
        os.environ["WARDER_CACHE_DIR"] = cache
        if repository is not None:
            against_python(warder, repository)
        against_parsers(warder, bare, peer, corpus)
        version(warder)
        scale(warder, corpus)


main(*sys.argv[1:])
