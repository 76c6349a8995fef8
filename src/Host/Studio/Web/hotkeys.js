// Studio would inject an inline script for this, which the content policy blocks. Ctrl+S saves, Ctrl+Shift+S saves as.
window.editorHotkeys = (() => {
  let listener = null;
  function dispose() {
    if (listener) document.removeEventListener("keydown", listener);
    listener = null;
  }
  function register(editor) {
    dispose();
    listener = event => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      if (window.procedures.drawing.refuse()) return;
      editor.invokeMethodAsync(event.shiftKey ? "OnHotKeysCtrlShiftS" : "OnHotKeysCtrlS");
    };
    document.addEventListener("keydown", listener);
  }
  return { register, dispose };
})();
