"""Copy while a host works, kill, restore elsewhere, verify, start: nothing acknowledged before the copy is lost, no letter
leaves twice."""
import os
import shutil
import sqlite3
import subprocess
import tempfile
import time
from contextlib import closing

from clerks import Clerks
from ground import PROGRAMS, Host, Mail, Postgres, make_workflows, say
import promises


class Day:
    """A host under load with a mail server that is slow while the copy is made, so that letters wait in it."""

    def __init__(self, root, program, postgres=None):
        self.workflows, self.mail, self.program = make_workflows(root), Mail(), program
        self.host = Host(program, self.workflows, self.mail, postgres and postgres.address).start()
        self.clerks = Clerks([self.host]).start()
        self.hosts = [self.host]

    def work(self, seconds, slow):
        self.mail.slow = slow
        time.sleep(seconds)

    def disaster(self):
        """The host dies while it works; what clerks had been told before is what counts."""
        self.host.kill()
        self.clerks.go_home()

    def again(self, postgres=None, data=None):
        """A host on the restored database, after the command that holds the letters."""
        host = Host(self.program, self.workflows, self.mail, postgres and postgres.address, data)
        self.hosts.append(host)
        status, words = host.order("restored", f"--data={host.data}", f"--workflows={self.workflows}")
        say(words.strip())
        return host, [f"restored ended with {status}"] if status else []

    def alone(self, host):
        """The host works by itself for a while: nothing may leave that has left before."""
        before = +self.mail.letters
        host.start()
        self.work(10, slow=0)
        again = [id for id in self.mail.letters - before if before[id]]
        return [f"The letter {id} left again in silence" for id in again]

    def end(self):
        self.clerks.go_home()
        for host in self.hosts:
            host.end()
        self.mail.end()
        shutil.rmtree(self.workflows)


def dump(root, program, seconds):
    """pg_dump while the host works; what came after it is lost, and the clerks are told so by the number of entries."""
    say("pg_dump")
    first, second = Postgres().start(), Postgres().start()
    first.ask("CREATE DATABASE procedures", "postgres")
    day = Day(root, program, first)
    try:
        day.work(seconds, slow=0.5)
        known = set(day.clerks.opened)
        copy = os.path.join(second.folder, "copy.dump")
        with open(copy, "wb") as file:
            subprocess.run([os.path.join(PROGRAMS, "pg_dump"), "-h", "127.0.0.1", "-p", str(first.port), "-U", "postgres", "-Fc",
                            "procedures"], check=True, stdout=file)
        day.work(seconds, slow=0)
        day.disaster()
        first.crash()
        second.ask("CREATE DATABASE procedures", "postgres")
        second.run("pg_restore", "-h", "127.0.0.1", "-p", str(second.port), "-U", "postgres", "-d", "procedures", copy)
        return after(day, second, known)
    finally:
        day.end()
        first.end()
        second.end()


def archive(root, program, seconds):
    """A base backup and the WAL since then: with the archive complete nothing is lost at all."""
    say("base backup and WAL")
    folder = tempfile.mkdtemp(prefix="procedures-drill-wal-")
    if os.getuid() == 0:
        shutil.chown(folder, "postgres")
    first = Postgres(settings=["archive_mode=on", f"archive_command=cp %p {folder}/%f", "archive_timeout=2"]).start()
    first.ask("CREATE DATABASE procedures", "postgres")
    day, second = Day(root, program, first), None
    try:
        day.work(seconds, slow=0.1)
        place = tempfile.mkdtemp(prefix="procedures-drill-pg-")
        if os.getuid() == 0:
            shutil.chown(place, "postgres")
        first.run("pg_basebackup", "-h", "127.0.0.1", "-p", str(first.port), "-U", "postgres", "-D", os.path.join(place, "data"),
                  "-X", "none", "-c", "fast")
        day.work(seconds, slow=0.5)
        known = set(day.clerks.opened)
        last = first.ask("SELECT pg_walfile_name(pg_switch_wal())")
        wait_for(lambda: os.path.exists(os.path.join(folder, last)))
        day.work(seconds / 2, slow=0)
        day.disaster()
        first.crash()
        second = Postgres(place, [f"restore_command=cp {folder}/%f %p"])
        touch(second.data)
        second.start()
        wait_for(lambda: second.ask("SELECT pg_is_in_recovery()", "postgres") == "f")
        return after(day, second, known)
    finally:
        day.end()
        first.end()
        if second:
            second.end()
        shutil.rmtree(folder, ignore_errors=True)


def sqlite(root, program, seconds):
    """The same with SQLite's own way to copy a database that is in use, and the keys of the data folder."""
    say("SQLite, copied while the host works")
    day = Day(root, program)
    try:
        day.work(seconds, slow=0.5)
        known = set(day.clerks.opened)
        data = tempfile.mkdtemp(prefix="procedures-drill-host-")
        with closing(sqlite3.connect(os.path.join(day.host.data, "procedures.db"))) as source, \
                closing(sqlite3.connect(os.path.join(data, "procedures.db"))) as copy:
            source.backup(copy)
        shutil.copytree(os.path.join(day.host.data, "keys"), os.path.join(data, "keys"))
        day.work(seconds, slow=0)
        day.disaster()
        day.host.data = shutil.move(day.host.data, day.host.data + "-lost")
        host = Host(program, day.workflows, day.mail, data=data)
        status, words = host.order("verify", f"--data={data}")
        say(words.strip())
        found = ["verify found breaches"] if status else []
        host, more = day.again(data=data)
        with closing(sqlite3.connect(os.path.join(data, "procedures.db"))) as copy:
            there = {id for (id,) in copy.execute("SELECT id FROM procedures")}
            found += [f"{id} was opened before the copy and is not there" for id in known - there]
        more += day.alone(host)
        day.clerks = Clerks([host]).start()
        day.work(seconds, slow=0)
        day.clerks.close_the_door()
        wait_for(lambda: settled(data), 240)
        day.clerks.go_home()
        host.stop()
        with closing(sqlite3.connect(os.path.join(data, "procedures.db"))) as copy:
            (not_known,) = copy.execute("SELECT count(*) FROM letters WHERE state = 'NotKnown'").fetchone()
        tell(day, not_known)
        found += more
        status, words = host.order("verify", f"--data={data}")
        say(words.strip())
        return found + (["verify found breaches afterwards"] if status else [])
    finally:
        day.end()


def after(day, postgres, known):
    """From the restored cluster to a house that works again."""
    status, words = day.host.order("verify", "--database", postgres.address)
    say(words.strip())
    found = ["verify found breaches"] if status else []
    there = set(postgres.ask("SELECT id FROM procedures").split())
    say(f"{len(there & known)} of {len(known)} procedures that were acknowledged before the copy are there")
    found += [f"{id} was opened before the copy and is not there" for id in known - there]
    waiting = postgres.count("SELECT count(*) FROM letters WHERE state IN ('Pending', 'Sending')")
    left = sum(1 for id in postgres.ask("SELECT id FROM letters WHERE state IN ('Pending', 'Sending')").split() if day.mail.letters[id])
    say(f"{waiting} letters waited in the copy; {left} of them have left since: without “restored” they would leave again")
    host, more = day.again(postgres)
    more += day.alone(host)
    day.clerks = Clerks([host]).start()
    day.work(10, slow=0)
    day.clerks.close_the_door()
    found += more + promises.settle(postgres)
    day.clerks.go_home()
    tell(day, postgres.count("SELECT count(*) FROM letters WHERE state = 'NotKnown'"))
    host.stop()
    status, words = host.order("verify", "--database", postgres.address)
    say(words.strip())
    return found + (["verify found breaches afterwards"] if status else [])


def tell(day, not_known):
    twice = sum(1 for times in day.mail.letters.values() if times > 1)
    say(f"{sum(day.mail.letters.values())} letters arrived; {twice} of them twice, because clerks recorded again what was lost; "
        f"{not_known} are not known and wait for a clerk")


def settled(data):
    with closing(sqlite3.connect(f"file:{data}/procedures.db?mode=ro", uri=True)) as look:
        (left,) = look.execute(promises.OPEN).fetchone()
    return left == 0


def touch(folder):
    path = os.path.join(folder, "recovery.signal")
    open(path, "w", encoding="utf-8").close()
    if os.getuid() == 0:
        shutil.chown(path, "postgres")


def wait_for(holds, patience=120):
    end = time.time() + patience
    while not holds():
        if time.time() > end:
            raise RuntimeError("It did not come to that in time.")
        time.sleep(0.3)
