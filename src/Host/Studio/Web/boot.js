// Starts the runtime and says how far it is.
(async () => {
  const { words, open, drawing } = window.procedures;
  const splash = document.getElementById("own-splash");
  const text = document.getElementById("own-splash-text");
  const progress = document.getElementById("own-progress");
  text.textContent = words.loading;
  let asked = 0;
  let loaded = 0;
  function count(done) {
    if (done) loaded++; else asked++;
    progress.value = Math.min(95, 95 * loaded / Math.max(asked, 1));
    if (asked > 0 && loaded === asked) text.textContent = words.starting;
  }
  function load(type, name, uri, integrity) {
    if (type === "dotnetjs") return uri;
    count(false);
    const answer = fetch(uri, { integrity, cache: "default", credentials: "same-origin" });
    answer.then(() => count(true), () => {});
    return answer;
  }
  try {
    await Blazor.start({ loadBootResource: load });
    await open();
    const stage = document.getElementById("own-stage");
    if (stage.firstElementChild) await drawing.appeared(stage.firstElementChild, "*");
    splash.hidden = true;
  } catch (problem) {
    console.error(problem);
    text.textContent = words.failed;
  }
})();
