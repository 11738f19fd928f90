"""Writes how many of the last days' workflow runs failed, as Markdown."""

import argparse
import datetime
import json
import os
import pathlib
import urllib.request


def runs_since(day: datetime.date) -> list[dict]:
    """Asks for the completed runs created since a day."""
    request = urllib.request.Request(
        f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}/actions/runs"
        f"?status=completed&per_page=100&created=%3E%3D{day.isoformat()}",
        headers={"Authorization": f"Bearer {os.environ['HEALTH_TOKEN']}"},
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)["workflow_runs"]


def main() -> None:
    """Reads the arguments, counts, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=7)
    parser.add_argument("--output", type=pathlib.Path, required=True)
    arguments = parser.parse_args()

    runs = runs_since(datetime.date.today() - datetime.timedelta(days=arguments.days))
    failed = sum(run["conclusion"] == "failure" for run in runs)
    arguments.output.write_text(f"# CI health\n\n{failed} of {len(runs)} runs failed.\n", encoding="utf-8")


if __name__ == "__main__":
    main()
