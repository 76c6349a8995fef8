"""Runs one drill and ends with 0 when every promise held."""
import argparse
import os
import subprocess
import sys
import tempfile

import backup
import proxy
import upgrade

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def build(commit=None):
    """The program as it would be delivered: of this folder, or of a commit. Returns its folder."""
    target = tempfile.mkdtemp(prefix="procedures-program-")
    source = ROOT
    if commit:
        source = tempfile.mkdtemp(prefix="procedures-source-")
        subprocess.run(["git", "-C", ROOT, "worktree", "add", "--detach", "-f", source, commit], check=True)
    try:
        subprocess.run(["dotnet", "publish", "src/Host", "-c", "Release", "-o", target, "-v", "q", "-nologo",
                        "-nodeReuse:false"], cwd=source, check=True)
    finally:
        if commit:
            subprocess.run(["git", "-C", ROOT, "worktree", "remove", "--force", source], check=True)
    return target


def main():
    words = argparse.ArgumentParser()
    words.add_argument("drill", choices=["backup", "sqlite", "upgrade", "proxy"])
    words.add_argument("commit", nargs="?", help="of the release before; upgrade only")
    words.add_argument("--program")
    words.add_argument("--old-program")
    words.add_argument("--seconds", type=float, default=8, help="how long each stretch under load lasts")
    given = words.parse_args()
    if given.drill == "upgrade" and not (given.commit or given.old_program):
        words.error("upgrade needs the commit of the release before")
    program = given.program or build()
    if given.drill == "backup":
        broken = backup.dump(ROOT, program, given.seconds) + backup.archive(ROOT, program, given.seconds)
    elif given.drill == "sqlite":
        broken = backup.sqlite(ROOT, program, given.seconds)
    elif given.drill == "upgrade":
        broken = upgrade.roll(ROOT, given.old_program or build(given.commit), program, given.seconds)
    else:
        broken = proxy.stand(ROOT, program)
    for line in broken:
        print("BROKEN:", line)
    print(f"{given.drill}: {'every promise held' if not broken else f'{len(broken)} broken'}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
