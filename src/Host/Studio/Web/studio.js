// One page holds list, editor, running procedures and viewer: going from one to another swaps an element, so that the
// runtime is started once.
(() => {
  const base = new URL(document.baseURI);
  const stage = document.getElementById("own-stage");
  const notice = document.getElementById("own-notice");
  const { language, other, words, drawing, standing, bands, refusals } = window.procedures;
  const endpoint = `${location.origin}/elsa/api`;
  // Says which window saves: the host tells apart two saves of one window from saves of two people.
  const windowId = crypto.randomUUID();
  let shown = null;
  let touched = 0;
  for (const act of ["pointerdown", "pointerup", "keydown", "drop", "change", "focusout"])
    stage.addEventListener(act, () => { touched = Date.now(); }, true);

  function label(id, text, href) {
    const element = document.getElementById(id);
    element.textContent = text;
    if (href) element.href = href;
  }
  label("own-home", words.home, `/${language}/`);
  label("own-definitions", words.definitions);
  label("own-instances", words.instances);
  label("own-language", words.other);
  label("own-error", words.error);
  label("own-reload", words.reload);
  document.getElementById("own-language").addEventListener("click", event => {
    event.preventDefault();
    localStorage.setItem("procedures.language", other);
    location.reload();
  });

  function placeOf(path) {
    const [, area, id] = path.match(/^workflows\/(definitions|instances)(?:\/([^/]+)\/(?:edit|view))?\/?$/) ?? [];
    if (area === "instances") return id ? { kind: "viewer", id: decodeURIComponent(id) } : { kind: "instances" };
    return id ? { kind: "editor", id: decodeURIComponent(id) } : { kind: "definitions" };
  }

  const elements = {
    definitions: { name: "elsa-workflow-definition-list", calls: { editWorkflowDefinition: edit } },
    editor: { name: "elsa-workflow-definition-editor", attribute: "definition-id",
      check: id => `${endpoint}/workflow-definitions/by-definition-id/${encodeURIComponent(id)}?versionOptions=Latest` },
    instances: { name: "elsa-workflow-instance-list", calls: { viewWorkflowInstance: view } },
    viewer: { name: "elsa-workflow-instance-viewer", attribute: "instance-id", calls: { editWorkflowDefinition: edit },
      check: id => `${endpoint}/workflow-instances/${encodeURIComponent(id)}` },
  };

  function edit(id) { go(`workflows/definitions/${encodeURIComponent(id)}/edit`); }
  function view(id) { go(`workflows/instances/${encodeURIComponent(id)}/view`); }

  function go(path) {
    push(null, "", new URL(path, base).href);
    show();
  }

  async function show() {
    const place = placeOf(location.pathname.slice(base.pathname.length));
    const key = `${place.kind} ${place.id ?? ""}`;
    if (key === shown) return;
    shown = key;
    notice.textContent = "";
    mark(place);
    const { name, attribute, calls, check } = elements[place.kind];
    drawing.end();
    refusals.clear();
    const answer = check && await fetch(check(place.id));
    if (answer && !answer.ok) {
      notice.textContent = words.missing;
      stage.replaceChildren();
      return;
    }
    const found = answer && await answer.json();
    await customElements.whenDefined(name);
    await clear();
    if (shown !== key) return;
    const element = document.createElement(name);
    if (attribute) element.setAttribute(attribute, place.id);
    if (place.kind === "editor") drawing.expect(found);
    stage.replaceChildren(element);
    // Studio takes the callbacks only from a defined element.
    Object.assign(element, calls ?? {});
    if (place.kind === "viewer") standing.centre(element, found).catch(console.warn);
    if (place.kind === "editor") standing.begin(element, found).catch(console.warn);
    bands.show(element, place, found).catch(console.warn);
  }

  // Two elements at once get into each other's way, so the old one ends first. After a change the editor ends by itself
  // within a second: until then it sends what was changed last. Where nobody has touched it there is nothing to send.
  async function clear() {
    const old = [...stage.children];
    const isTouched = Date.now() - touched < 1500 || stage.contains(document.activeElement);
    stage.replaceChildren();
    for (const element of old) {
      if (isTouched && element.localName === elements.editor.name) {
        while (!element._isDisposed) await new Promise(go => setTimeout(go, 50));
      } else if (element._addRootComponentPromise) {
        clearTimeout(element._disposalTimeoutHandle);
        element._isDisposed = true;
        (await element._addRootComponentPromise).dispose();
      }
    }
    await saved();
  }

  function mark({ kind, id }) {
    const file = document.getElementById("own-file");
    file.hidden = kind !== "viewer";
    if (kind === "viewer") label("own-file", words.file, `/${language}/procedures/${encodeURIComponent(id)}`);
    const areas = { "own-definitions": ["definitions", "editor"], "own-instances": ["instances", "viewer"] };
    for (const [id, kinds] of Object.entries(areas))
      document.getElementById(id).toggleAttribute("aria-current", kinds.includes(kind));
  }

  for (const id of ["own-definitions", "own-instances"])
    document.getElementById(id).addEventListener("click", event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(event.currentTarget.getAttribute("href"));
    });

  // The editor saves half a second after a change. Leaving the page waits for that, and for the answer.
  let pending = 0;
  const ask = window.fetch.bind(window);
  window.fetch = async (...question) => {
    const isSave = (question[1]?.method ?? question[0]?.method) === "POST";
    if (isSave) pending++;
    try {
      const answer = await (isSave ? ask(...question) : asked(question));
      if (isSave && /\/workflow-definitions$/.test(answer.url)) refusals.see(answer);
      return answer;
    } finally {
      if (isSave) pending--;
    }
  };
  // Studio's runtime ends when one of its questions goes unanswered; a host that is being started again answers soon.
  async function asked(question) {
    for (let pause = 250; ; pause = Math.min(pause * 2, 4000)) {
      try {
        return await ask(...question);
      } catch (failure) {
        if (failure.name === "AbortError" || pause >= 4000) throw failure;
        await new Promise(go => setTimeout(go, pause));
      }
    }
  }
  async function saved() {
    while (pending > 0) await new Promise(go => setTimeout(go, 50));
  }
  document.getElementById("own-home").addEventListener("click", async event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !shown?.startsWith("editor")) return;
    event.preventDefault();
    const { href } = event.currentTarget;
    await new Promise(go => setTimeout(go, 700));
    await saved();
    location.href = href;
  });
  window.addEventListener("beforeunload", event => {
    if (pending > 0) event.preventDefault();
  });

  // Studio navigates by history.pushState and changes nothing on the page.
  const push = history.pushState.bind(history);
  const replace = history.replaceState.bind(history);
  history.pushState = (state, title, url) => {
    if (isLate(url)) return;
    push(state, title, url);
    show();
  };
  history.replaceState = (state, title, url) => {
    if (!isLate(url)) replace(state, title, url);
  };

  // A list writes its page into the address, and may do so after the reader has left it.
  function isLate(url) {
    const { pathname, searchParams } = new URL(url ?? "", location.href);
    return searchParams.has("page") && pathname !== location.pathname;
  }

  window.addEventListener("popstate", show);

  window.procedures.open = () => {
    const provider = document.createElement("elsa-backend-provider");
    provider.setAttribute("remote-endpoint", endpoint);
    provider.setAttribute("access-token", windowId);
    document.body.append(provider);
    return show();
  };
})();
