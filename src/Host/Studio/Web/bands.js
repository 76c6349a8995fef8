// Lays the bands of a definition behind its drawing: the stages from top to bottom, each with its title. They are not part
// of what Studio draws or saves; a process owner reads them, and in a stock Elsa Studio the drawing stands without them.
window.procedures.bands = (() => {
  const namespace = "http://www.w3.org/2000/svg";
  const { language } = window.procedures;
  const { appeared } = window.procedures.drawing;
  const margin = 200;

  function made(name, kind, attributes, text) {
    const element = document.createElementNS(namespace, name);
    element.setAttribute("class", kind);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text) element.textContent = text;
    return element;
  }

  function widthOf(activities) {
    const right = ({ metadata }) => (metadata?.designer?.position?.x ?? 0) + (metadata?.designer?.size?.width || 360);
    return Math.max(...activities.map(right)) + 2 * margin;
  }

  // A running procedure is drawn by the version that it was opened with.
  async function drawn({ kind }, found) {
    if (kind !== "viewer") return found;
    const address = `elsa/api/workflow-definitions/by-id/${encodeURIComponent(found.definitionVersionId)}`;
    return (await fetch(`/${address}`)).json();
  }

  async function show(element, place, found) {
    if (place.kind !== "editor" && place.kind !== "viewer") return;
    const definition = await drawn(place, found);
    const bands = definition?.customProperties?.bands;
    const activities = definition?.root?.activities ?? [];
    if (!Array.isArray(bands) || activities.length === 0) return;
    await appeared(element, ".x6-node");
    const behind = element.querySelector(".x6-graph-svg-primer");
    if (!behind || behind.childElementCount > 0) return;
    const width = widthOf(activities);
    for (const { y, height, title, titleFr, anyTime } of bands) {
      behind.append(
        made("rect", anyTime ? "own-band own-band-any" : "own-band", { x: -margin, y, width, height, rx: 12 }),
        made("text", "own-band-title", { x: 60, y: y + 28 }, language === "fr" ? titleFr ?? title : title));
    }
  }

  return { show };
})();
