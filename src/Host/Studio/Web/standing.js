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
    if (cell) graph.centerCell(cell);
  }

  return { centre };
})();
