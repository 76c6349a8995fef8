"""Three hosts of one release under load; each is stopped and comes back as the next release."""
import collections
import shutil
import time

from clerks import Clerks
from ground import Host, Mail, Postgres, make_workflows, say
import promises

# A migration that only adds: what the next release may do while hosts of this one still work.
ADDS = """
ALTER TABLE procedures ADD COLUMN drill_a text; ALTER TABLE tasks ADD COLUMN drill_b integer NOT NULL DEFAULT 0;
ALTER TABLE letters ADD COLUMN drill_c text; ALTER TABLE timers ADD COLUMN drill_d text;
ALTER TABLE waits ADD COLUMN drill_e text; ALTER TABLE journal ADD COLUMN drill_f text;
ALTER TABLE inbox ADD COLUMN drill_g text; ALTER TABLE states ADD COLUMN drill_h text;
CREATE TABLE drill (id text PRIMARY KEY); CREATE INDEX drill_kind ON procedures (drill_a);
"""


def add(postgres):
    """As the program does it: one transaction, and once more when it has met the hosts' locks crosswise."""
    for attempt in range(1, 11):
        try:
            postgres.ask(ADDS)
            return say(f"  done at attempt {attempt}")
        except RuntimeError as problem:
            if attempt == 10 or "deadlock" not in str(problem):
                raise


def reasons(log):
    """What was logged as failed, each with the first line of its exception."""
    lines = log.split("\n")
    return [f"{line.strip()}: {lines[at + 1].strip()[:150]}" for at, line in enumerate(lines[:-1]) if line.rstrip().endswith("failed")]


def roll(root, old, new, seconds):
    postgres, mail, workflows = Postgres().start(), Mail(), make_workflows(root)
    postgres.ask("CREATE DATABASE procedures", "postgres")
    hosts = [Host(old, workflows, mail, postgres.address) for _ in range(3)]
    clerks = None
    try:
        for host in hosts:
            host.start()
        clerks = Clerks(hosts).start()
        say("three hosts of the old release under load")
        time.sleep(seconds)
        say("a migration that only adds, while they work")
        add(postgres)
        time.sleep(seconds)
        for number, host in enumerate(hosts, 1):
            host.stop()
            host.program = new
            host.start()
            say(f"host {number} came back as the new release; {len(clerks.opened)} opened, {len(clerks.completed)} completed, "
                f"{clerks.unanswered} unanswered")
            time.sleep(seconds)
        clerks.close_the_door()
        found = promises.settle(postgres)
        clerks.go_home()
        found += promises.broken(postgres, clerks, mail)
        failures = [reason for host in hosts for reason in reasons(host.words())]
        say(f"{len(clerks.opened)} procedures, {len(clerks.completed)} tasks, {sum(mail.letters.values())} letters, "
            f"{clerks.unanswered} requests unanswered, {len(failures)} failures in the logs")
        for reason, times in collections.Counter(failures).most_common(6):
            say(f"  log, {times} times: {reason}")
        for host in hosts:
            host.stop()
        status, words = hosts[0].order("verify", "--database", postgres.address)
        say(words.strip())
        return found + (["verify found breaches"] if status else [])
    finally:
        if clerks:
            clerks.go_home()
        for host in hosts:
            host.end()
        mail.end()
        postgres.end()
        shutil.rmtree(workflows)
