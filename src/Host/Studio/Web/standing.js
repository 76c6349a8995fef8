// Brings the place where a procedure stands to the middle of its picture; Studio shows the middle of the drawing.
window.procedures.standing = (() => {
  const designer = new URL("_content/Elsa.Studio.Workflows.Designer/designer.entry.js", document.baseURI).href;
  const { appeared } = window.procedures.drawing;
  // Waits for what may happen at any time are no place where somebody must act.
  const anyTime = ["Procedures.Occurrence", "Procedures.DateMoved"];

  async function centre(viewer, { workflowState }) {
    const waits = workflowState.bookmarks.map(wait => wait.activityId);
    if (waits.length === 0) return;
    // Studio draws twice and centres each time; the marks come after that.
    await appeared(viewer, ".x6-node .mud-badge");
    // The same module that Studio has loaded, not a second one.
    const { graphBindings } = await import(designer);
    const graph = Object.values(graphBindings).map(binding => binding.graph).find(g => viewer.contains(g.container));
    const cells = waits.map(id => graph?.getCellById(id)).filter(cell => cell);
    const cell = cells.find(c => !anyTime.includes(c.data?.type)) ?? cells[0];
    if (cell) hold(viewer, graph, cell);
  }

  // Studio centres its drawing once more when it is late. Until the reader takes over, the place stays in the middle.
  function hold(viewer, graph, cell) {
    let left = 20;
    const timer = setInterval(() => {
      if (left-- === 0 || !viewer.isConnected) clearInterval(timer);
      else if (!isSeen(graph, cell)) graph.centerCell(cell);
    }, 300);
    for (const act of ["pointerdown", "wheel", "keydown"])
      window.addEventListener(act, () => clearInterval(timer), { once: true, capture: true });
    graph.centerCell(cell);
  }

  function isSeen(graph, cell) {
    const box = graph.localToClient(cell.getBBox());
    const canvas = graph.container.getBoundingClientRect();
    return box.x >= canvas.left && box.x + box.width <= canvas.right
      && box.y >= canvas.top && box.y + box.height <= canvas.bottom;
  }

  return { centre };
})();
