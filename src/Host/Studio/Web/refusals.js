// A refused save is shown by Studio for some seconds. Here it stays until something is saved or the reader closes it,
// with the way to the text that was not saved.
window.procedures.refusals = (() => {
  const bar = document.getElementById("own-refusal");
  const text = document.getElementById("own-refusal-text");
  const link = document.getElementById("own-refusal-link");
  const { words } = window.procedures;
  link.textContent = words.kept;
  document.getElementById("own-refusal-close").setAttribute("aria-label", words.close);
  document.getElementById("own-refusal-close").addEventListener("click", clear);

  function clear() { bar.hidden = true; }

  async function show(answer) {
    const { errors } = await answer.json();
    const sentences = Object.values(errors ?? {}).flat().join(" ");
    const [kept] = sentences.match(/\/elsa\/api\/refused-saves\?key=[^\s.]+/) ?? [];
    text.textContent = kept ? sentences.replace(kept, words.keptPlace) : sentences;
    link.hidden = !kept;
    if (kept) link.href = kept;
    bar.hidden = sentences.length === 0;
  }

  function see(answer) {
    if (answer.ok) clear();
    else if (answer.status === 400) show(answer.clone()).catch(() => {});
  }

  return { see, clear };
})();
