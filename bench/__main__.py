"""`python -m bench [JOB …] [--postgres] [--quick] [--many]`: measures, prints one table, ends."""

import argparse
import platform
import sys
from contextlib import ExitStack
from importlib.metadata import version
from os import cpu_count, getloadavg

from bench import documents, pages, portfolio, sending, signing, starting, together, weight
from bench.figures import table
from bench.places import Place, database_server, temporary_folder

JOBS = {
    "pages": pages.measure,
    "together": together.measure,
    "portfolio": portfolio.measure,
    "documents": documents.measure,
    "weight": weight.measure,
    "sending": sending.measure,
    "signing": signing.measure,
    "demo": starting.measure,
}


def main():
    asked = arguments()
    lines = []
    with ExitStack() as stack:
        folder = stack.enter_context(temporary_folder())
        databases = stack.enter_context(database_server(folder)) if asked.postgres else ""
        heading(asked)
        for job in asked.jobs or JOBS:
            for line in of(job, folder, databases, asked):
                print(f"  {line.job}: {line.ours} ({line.ratio})", file=sys.stderr, flush=True)
                lines.append(line)
        print(table(lines))
        print(f"\nLoad of the machine at the end: {getloadavg()[0]:.1f}")
    sys.exit(any(line.met is False for line in lines))


def of(job, folder, databases, asked):
    if job in ("portfolio", "sending"):
        return JOBS[job](folder, databases, asked)
    if job == "demo":
        return starting.measure(folder, asked)
    return JOBS[job](Place(folder, job, databases), asked)


def arguments():
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("jobs", nargs="*", metavar="JOB", help=f"of: {', '.join(JOBS)}")
    parser.add_argument("--postgres", action="store_true", help="on PostgreSQL, not SQLite")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: to look, not to quote")
    parser.add_argument("--many", action="store_true", help="100,000 projects as well")
    asked = parser.parse_args()
    if unknown := set(asked.jobs) - set(JOBS):
        parser.error(f"no such job: {', '.join(sorted(unknown))}")
    return asked


def heading(asked):
    on = "PostgreSQL" if asked.postgres else "SQLite"
    packages = ", ".join(f"{name} {version(name)}" for name in ("django", "granian", "weasyprint"))
    print(f"{on}; {cpu_count()} cores; Python {platform.python_version()}; {packages}")
    print(f"Load of the machine at the start: {getloadavg()[0]:.1f}\n", flush=True)


if __name__ == "__main__":
    main()
