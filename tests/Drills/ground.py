"""What drills work with: PostgreSQL, a mail server, hosts, a folder of definitions. All of it ends with the drill."""
import collections
import email
import glob
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request

from aiosmtpd.controller import Controller

PROGRAMS = next(iter(sorted(glob.glob("/usr/lib/postgresql/*/bin"), reverse=True)), "")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def say(text):
    print(time.strftime("%H:%M:%S"), text, flush=True)


class Postgres:
    """A cluster of its own, every commit on the disk."""

    def __init__(self, folder=None, settings=()):
        self.port = free_port()
        self.folder = folder or tempfile.mkdtemp(prefix="procedures-drill-pg-")
        self.settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", f"port={self.port}", "max_connections=200",
                         *settings]
        if not folder:
            if os.getuid() == 0:
                shutil.chown(self.folder, "postgres")
            self.run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale")

    @property
    def data(self):
        return os.path.join(self.folder, "data")

    def run(self, program, *arguments, check=True):
        command = [os.path.join(PROGRAMS, program), *arguments]
        # PostgreSQL does not run as root; Debian's package brings the user postgres.
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(command, cwd="/tmp", capture_output=True, text=True)
        if check and done.returncode:
            raise RuntimeError(f"{program}: {done.stderr or done.stdout}")
        return done.stdout

    def start(self):
        options = " ".join(f"-c '{s}'" for s in self.settings)
        # A pipe that the server inherits would never close, so its words go to a file.
        command = [os.path.join(PROGRAMS, "pg_ctl"), "-D", self.data, "-w", "-t", "120", "-l", os.path.join(self.folder, "log"), "-o", options,
                   "start"]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, cwd="/tmp", check=True, stdout=subprocess.DEVNULL)
        return self

    def crash(self):
        self.run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop", check=False)

    def ask(self, sql, database="procedures"):
        return self.run("psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-AtX", "-v", "ON_ERROR_STOP=1",
                        "-d", database, "-c", sql).strip()

    def count(self, sql):
        return int(self.ask(sql))

    @property
    def address(self):
        return f"Host=127.0.0.1;Port={self.port};Username=postgres;Database=procedures"

    def end(self):
        self.crash()
        shutil.rmtree(self.folder, ignore_errors=True)


class Mail:
    """A mail server that remembers how often each letter came."""

    def __init__(self):
        self.letters = collections.Counter()
        self.slow = 0.0
        self.controller = Controller(self, hostname="127.0.0.1", port=free_port())
        self.controller.start()

    async def handle_DATA(self, server, session, envelope):
        import asyncio
        await asyncio.sleep(self.slow)
        self.letters[email.message_from_bytes(envelope.content)["Message-ID"].strip()] += 1
        return "250 OK"

    def end(self):
        self.controller.stop()


class Host:
    """The real program. It keeps its port and its data folder when another program takes its place."""

    def __init__(self, program, workflows, mail, database=None, data=None):
        self.program, self.workflows, self.mail, self.database = program, workflows, mail, database
        self.data = data or tempfile.mkdtemp(prefix="procedures-drill-host-")
        self.port = free_port()
        self.process = None
        self.log = os.path.join(self.data, "host.log")

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def environment(self):
        given = dict(os.environ, Smtp__Host="127.0.0.1", Smtp__Port=str(self.mail.controller.port), Smtp__Security="None",
                     Smtp__From="procedures@example.org")
        given.pop("PROCEDURES_DATABASE", None)
        if self.database:
            given["PROCEDURES_DATABASE"] = self.database
        return given

    def command(self, *words):
        return ["dotnet", os.path.join(self.program, "Procedures.Host.dll"), *words]

    def start(self, patience=240, extra=()):
        with open(self.log, "a", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                self.command(f"--urls={self.url}", f"--data={self.data}", f"--workflows={self.workflows}", "--samples=false",
                             *extra), env=self.environment(), cwd="/tmp", stdout=log, stderr=log)
        end = time.time() + patience
        while time.time() < end and self.process.poll() is None:
            try:
                with urllib.request.urlopen(self.url + "/health/ready", timeout=5):
                    return self
            except OSError:
                time.sleep(0.2)
        raise RuntimeError(f"The host did not become ready: {self.words()[-2000:]}")

    def order(self, *words):
        """Runs a command of the program beside this host's database; returns its status and what it printed."""
        done = subprocess.run(self.command(*words), env=self.environment(), cwd="/tmp", capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    def words(self):
        with open(self.log, encoding="utf-8") as log:
            return log.read()

    def kill(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def stop(self):
        """SIGTERM, as systemd sends it."""
        self.process.terminate()
        self.process.wait(30)
        self.process = None

    def end(self):
        self.kill()
        shutil.rmtree(self.data, ignore_errors=True)


def make_workflows(root):
    """The delivered institution with small procedures that open, ask twice, wait, start a child and write letters."""
    folder = tempfile.mkdtemp(prefix="procedures-drill-workflows-")
    delivered = os.path.join(root, "workflows")
    for part in ("bodies.json", "states.json", "contacts.json", "offices.json"):
        if os.path.exists(os.path.join(delivered, part)):
            shutil.copy(os.path.join(delivered, part), folder)
    for part in ("calendars", "letters"):
        shutil.copytree(os.path.join(delivered, part), os.path.join(folder, part))
    for file in glob.glob(os.path.join(root, "tests", "Reliability", "Kills", "Workflows", "*.json")):
        shutil.copy(file, folder)
    return folder
