// Shows the place where a procedure stands, and of a definition its beginning; Studio shows the middle of the drawing.
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
    const graph = await graphOf(viewer);
    const cells = waits.map(id => graph?.getCellById(id)).filter(cell => cell);
    const cell = cells.find(c => !anyTime.includes(c.data?.type)) ?? cells[0];
    if (!cell) return;
    graph.centerCell(cell);
    hold(viewer, graph, cell, () => graph.centerCell(cell));
  }

  async function begin(editor, { root }) {
    const activities = root?.activities ?? [];
    const left = activity => activity.metadata?.designer?.position?.x ?? 0;
    const first = activities.find(activity => activity.id === root.start)
      ?? [...activities].sort((one, other) => left(one) - left(other))[0];
    if (!first) return;
    await appeared(editor, ".x6-node");
    const graph = await graphOf(editor);
    const cell = graph?.getCellById(first.id);
    // The first activity stands near the left edge, below the title of its band.
    const place = () => graph.positionPoint(leftOf(cell), 60, "65%");
    if (cell) hold(editor, graph, cell, place, 30);
  }

  function leftOf(cell) {
    const { x, y, height } = cell.getBBox();
    return { x, y: y + height / 2 };
  }

  // The same module that Studio has loaded, not a second one.
  async function graphOf(element) {
    const { graphBindings } = await import(designer);
    return Object.values(graphBindings).map(binding => binding.graph).find(g => element.contains(g.container));
  }

  // Studio centres its drawing once more when it is late. Until the reader takes over, the place stays in sight.
  function hold(element, graph, cell, place, gap = 0) {
    let left = 20;
    const timer = setInterval(() => {
      if (left-- === 0 || !element.isConnected) clearInterval(timer);
      else if (!isSeen(graph, cell, gap)) place();
    }, 300);
    for (const act of ["pointerdown", "wheel", "keydown"])
      window.addEventListener(act, () => clearInterval(timer), { once: true, capture: true });
  }

  function isSeen(graph, cell, gap) {
    const box = graph.localToClient(cell.getBBox());
    const canvas = graph.container.getBoundingClientRect();
    return box.x >= canvas.left + gap && box.x + box.width <= canvas.right
      && box.y >= canvas.top && box.y + box.height <= canvas.bottom;
  }

  return { centre, begin };
})();
