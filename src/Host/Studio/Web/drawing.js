// Until the drawing stands, Studio's buttons above it lead into an error, and a save would find nothing to read. They are
// answered here instead: nothing is saved, and the header says why.
window.procedures.drawing = (() => {
  const stage = document.getElementById("own-stage");
  const notice = document.getElementById("own-notice");
  const mark = "data-drawing";
  const { words } = window.procedures;
  let watch = null;

  // Is kept when something of that kind stands inside the element.
  function appeared(element, selector) {
    return new Promise(done => {
      const look = () => {
        if (!element.querySelector(selector)) return;
        watch.disconnect();
        done();
      };
      const watch = new MutationObserver(look);
      watch.observe(element, { childList: true, subtree: true });
      look();
    });
  }

  function isAwaited() { return stage.hasAttribute(mark); }

  function stands(count) {
    return stage.querySelector(".x6-graph-svg") && (count === 0 || stage.querySelector(".x6-node"));
  }

  function end() {
    watch?.disconnect();
    watch = null;
    stage.removeAttribute(mark);
    if (notice.textContent === words.drawing) notice.textContent = "";
  }

  // Only a flowchart is drawn by this designer: other roots need not be waited for.
  function expect(definition) {
    end();
    if (definition?.root?.type !== "Elsa.Flowchart") return;
    const count = definition.root.activities?.length ?? 0;
    stage.setAttribute(mark, "");
    watch = new MutationObserver(() => { if (stands(count)) end(); });
    watch.observe(stage, { childList: true, subtree: true });
  }

  // True when something was asked of the drawing too early.
  function refuse() {
    if (isAwaited()) notice.textContent = words.drawing;
    return isAwaited();
  }

  window.addEventListener("click", event => {
    if (!event.target.closest?.(".mud-toolbar button") || !refuse()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  return { expect, end, refuse, appeared };
})();
