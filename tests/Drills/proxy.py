"""Two hosts behind a real nginx, spoken to as browsers speak to it."""
import base64
import html
import http.client
import json
import os
import re
import shutil
import subprocess
import tempfile
import urllib.parse

from ground import Host, Mail, Postgres, free_port, make_workflows, say

NAME = "procedures.example.org"
PEOPLE = "Basic " + base64.b64encode(b"clara:cedar").decode()
TOKEN = re.compile(r'name="token" value="([^"]+)"')


class Nginx:
    def __init__(self, hosts):
        self.folder, self.port = tempfile.mkdtemp(prefix="procedures-drill-nginx-"), free_port()
        os.chmod(self.folder, 0o755)
        self.secret = os.urandom(16).hex()
        with open(os.path.join(os.path.dirname(__file__), "proxy.conf"), encoding="utf-8") as sample:
            text = sample.read()
        for word, value in {"FOLDER": self.folder, "FIRST": hosts[0].port, "SECOND": hosts[1].port, "PORT": self.port,
                            "PUBLIC": f"{NAME}:{self.port}", "NAME": NAME,
                            "SECRET": self.secret}.items():
            text = re.sub(rf"\b{word}\b", str(value), text)
        with open(os.path.join(self.folder, "people"), "w", encoding="utf-8") as people:
            people.write("clara:{PLAIN}cedar\n")
        config = os.path.join(self.folder, "nginx.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write(text)
        self.process = subprocess.Popen(["nginx", "-c", config, "-g", "daemon off;"])

    def ask(self, method, path, body=None, headers=None, signed_in=True):
        """As a browser: the name of the site in Host, cookies by hand. Returns status, headers, text."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        given = {"Host": f"{NAME}:{self.port}", **({"Authorization": PEOPLE} if signed_in and path[:6] != "/elsa/" else {}), **(headers or {})}
        connection.request(method, path, body, given)
        answer = connection.getresponse()
        upgraded = answer.status == 101
        text = "" if upgraded else answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, answer.headers, text

    def end(self):
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.folder)


def stand(root, program):
    if not shutil.which("nginx"):
        return ["nginx is missing: apt-get install nginx-light"]
    postgres, mail, workflows = Postgres().start(), Mail(), make_workflows(root)
    postgres.ask("CREATE DATABASE procedures", "postgres")
    hosts = [Host(program, workflows, mail, postgres.address) for _ in range(2)]
    nginx = None
    try:
        for host in hosts:
            host.start()
        nginx = Nginx(hosts)
        wait = 100
        while wait and not answers(nginx):
            wait -= 1
        found = []
        for told, check in CHECKS:
            problem = check(nginx)
            say(f"{told}: {problem or 'yes'}")
            if problem:
                found.append(f"{told}: {problem}")
        hosts[0].kill()
        problem = lives(nginx)
        say(f"one host dies, people go on: {problem or 'yes'}")
        return found + ([problem] if problem else [])
    finally:
        if nginx:
            nginx.end()
        for host in hosts:
            host.end()
        mail.end()
        postgres.end()
        shutil.rmtree(workflows)


def answers(nginx):
    try:
        return nginx.ask("GET", "/health/live")[0] == 200
    except OSError:
        import time
        time.sleep(0.1)
        return False


def own(nginx):
    return {"Origin": f"http://{NAME}:{nginx.port}", "Sec-Fetch-Site": "same-origin"}


def studio(nginx):
    """What Studio sends: its window's name where a password would stand, and the cookie that a page has given."""
    return {**own(nginx), "Authorization": "Bearer window-a", "Cookie": f"procedures_door={nginx.secret}"}


def nobody_enters(nginx):
    status = nginx.ask("GET", "/en/procedures", signed_in=False)[0]
    return "" if status == 401 else f"{status} without a name and a password"


def pages_come(nginx):
    for path in ("/en/procedures", "/fr/tasks", "/en/letters", "/en/definitions", "/pages.css", "/studio/"):
        status = nginx.ask("GET", path)[0]
        if status != 200:
            return f"{path} answers {status}"
    status, headers, _ = nginx.ask("GET", "/procedures")
    place = headers["Location"] or ""
    return "" if status == 302 and place.startswith("/en/") else f"/procedures leads to {place}"


def both_serve(nginx):
    served = {nginx.ask("GET", "/en/tasks")[1]["X-Served-By"] for _ in range(10)}
    return "" if len(served) == 2 else f"only {served}"


def forms_travel(nginx):
    """A form opened on one host and sent to the other one."""
    for number in range(20):
        status, headers, page = nginx.ask("GET", "/en/contacts/contact")
        token, cookie = TOKEN.search(page), "; ".join(c.split(";")[0] for c in headers.get_all("Set-Cookie") or [])
        if not token:
            return f"no form: {status}"
        form = urllib.parse.urlencode({
            "token": html.unescape(token.group(1)), "act": "save", "f.body": "CDH", "f.name": f"Ada {number}",
            "f.address": f"ada{number}@example.org", "f.language": "en"})
        sent, answer, text = nginx.ask("POST", "/en/contacts/contact", form, {
            "Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie, **own(nginx)})
        # 422: the fields are wrong, but the token was taken.
        if sent not in (302, 422):
            return f"{sent} from {answer['X-Served-By']} for a form of {headers['X-Served-By']}"
        if answer["X-Served-By"] != headers["X-Served-By"]:
            return ""
    return "the proxy sent every form to the host that had shown it"


def studio_saves(nginx):
    path = "/elsa/api/workflow-definitions/by-definition-id/rush?versionOptions=Latest"
    if nginx.ask("GET", path, headers={**studio(nginx), "Cookie": ""})[0] != 401:
        return "without the cookie of a page Studio's addresses are open"
    status, _, text = nginx.ask("GET", path, headers=studio(nginx))
    if status != 200:
        return f"reading answers {status}"
    model = json.loads(text)
    body = json.dumps({"model": model, "publish": False})
    status = nginx.ask("POST", "/elsa/api/workflow-definitions", body, {"Content-Type": "application/json", **studio(nginx)})[0]
    return "" if status == 200 else f"saving answers {status}"


def others_do_not(nginx):
    """Another site makes a browser that is signed in send something."""
    body, kind = "{}", {"Content-Type": "application/json"}
    path = "/elsa/api/workflow-definitions/rush/dispatch"
    by_origin = nginx.ask("POST", path, body, {**kind, **studio(nginx), "Origin": "http://evil.example"})[0]
    by_site = nginx.ask("POST", path, body, {**kind, **studio(nginx), "Sec-Fetch-Site": "cross-site"})[0]
    return "" if by_origin == by_site == 403 else f"{by_origin} by Origin, {by_site} by Sec-Fetch-Site"


def hub_stays(nginx):
    """Negotiate, then connect: ten times, each at the host that negotiated."""
    for _ in range(10):
        status, headers, text = nginx.ask("POST", "/elsa/hubs/workflow-instance/negotiate?negotiateVersion=1", "", studio(nginx))
        if status != 200:
            return f"negotiate answers {status}"
        token = urllib.parse.quote(json.loads(text)["connectionToken"])
        upgraded, after, _ = nginx.ask("GET", f"/elsa/hubs/workflow-instance?id={token}", headers={
            "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(), **studio(nginx)})
        if upgraded != 101:
            return f"the WebSocket answers {upgraded}"
        if after["X-Served-By"] not in (None, headers["X-Served-By"]):
            return "another host than the one that negotiated"
    return ""


def lives(nginx):
    answers_of = [nginx.ask("GET", "/en/tasks")[0] for _ in range(10)]
    return "" if set(answers_of) == {200} else f"answers {answers_of}"


CHECKS = [
    ("who does not sign in stays outside", nobody_enters),
    ("pages, Studio and redirections come through", pages_come),
    ("both hosts serve", both_serve),
    ("a form of one host is taken by the other", forms_travel),
    ("Studio saves under the public name", studio_saves),
    ("another site cannot make a browser act", others_do_not),
    ("Studio's live picture negotiates and connects at one host", hub_stays),
]
