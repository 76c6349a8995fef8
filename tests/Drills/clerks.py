"""People at browsers: they open procedures and complete tasks on whichever host answers, and note what was acknowledged."""
import datetime
import html
import http.cookiejar
import itertools
import json
import re
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

TASK = re.compile(r'href="(/en/procedures/rush[^"/]*/tasks/[0-9]+)"')
TOKEN = re.compile(r'name="token" value="([^"]+)"')


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Clerks:
    def __init__(self, hosts):
        self.turn = itertools.cycle(hosts)
        self.opened, self.completed, self.unanswered, self.failed = [], [], 0, []
        self.opening, self.working = threading.Event(), threading.Event()
        self.threads = []

    def start(self):
        for act in (self.open_one, self.work_off, self.work_off):
            flag = self.opening if act == self.open_one else self.working
            flag.set()
            thread = threading.Thread(target=self.repeat, args=(act, flag), daemon=True)
            thread.start()
            self.threads.append(thread)
        return self

    def close_the_door(self):
        """Nothing new is opened; what is open is still worked off."""
        self.opening.clear()

    def go_home(self):
        self.opening.clear()
        self.working.clear()
        for thread in self.threads:
            thread.join(60)

    def repeat(self, act, flag):
        browser = urllib.request.build_opener(Stay, urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        while flag.is_set():
            try:
                act(browser)
            except urllib.error.HTTPError as problem:
                if problem.code >= 500 and problem.code != 503:
                    self.failed.append(f"{problem.url}: {problem.code}")
            except (OSError, ValueError):
                self.unanswered += 1
            time.sleep(0.1)

    def url(self, path):
        return next(self.turn).url + path

    def open_one(self, browser):
        request = urllib.request.Request(self.url("/elsa/api/workflow-definitions/rush/dispatch"), b"{}",
                                         {"Content-Type": "application/json"})
        with browser.open(request, timeout=20) as answer:
            self.opened.append(json.load(answer)["workflowInstanceId"])

    def work_off(self, browser):
        with browser.open(self.url("/en/tasks?q=Rush"), timeout=20) as answer:
            paths = sorted(set(TASK.findall(answer.read().decode())))
        for path in paths[:20]:
            with browser.open(self.url(path), timeout=20) as answer:
                token = TOKEN.search(answer.read().decode())
            if not token:
                continue
            form = urllib.parse.urlencode({
                "token": html.unescape(token.group(1)), "recorded-by": "Clara Cedar", "act": "complete",
                "f.decided-on": datetime.date.today().isoformat()})
            try:
                # Another host than the one that has shown the form may take it.
                browser.open(self.url(path), form.encode(), timeout=20)
            except urllib.error.HTTPError as answer:
                if answer.code == 302:
                    self.completed.append(path.removeprefix("/en/procedures/"))
                elif answer.code >= 500:
                    raise
