// A task is added by marking its lines on the picture of the page: drag over them, or walk with the arrow keys.
// Where a page has no places (Word, plain text, read before they were kept) review.js marks the lines of its text.
"use strict";
(() => {
  const english = document.body.dataset.language === "en";
  const say = (vi, en) => (english ? en : vi);
  const pane = document.querySelector("#pane"), send = document.querySelector("#add-form");
  if (!pane || !send) return;
  const state = { on: false, from: -1, to: -1, at: 0, dragging: false };
  const places = () => [...pane.querySelectorAll("[data-places] rect")];
  const chosen = () => [Math.min(state.from, state.to), Math.max(state.from, state.to)];

  function paint() {
    const [first, last] = chosen();
    places().forEach((line, i) => {
      line.classList.toggle("chosen", state.on && first >= 0 && i >= first && i <= last);
      line.classList.toggle("cursor", state.on && i === state.at);
    });
    const add = pane.querySelector(".mark-bar [data-pick-send]");
    if (add) add.disabled = first < 0;
    const count = pane.querySelector(".mark-bar [data-pick-count]");
    if (count) count.textContent = first < 0 ? say("Chưa chọn dòng nào", "No line chosen") : say(`Đã chọn ${last - first + 1} dòng`, `${last - first + 1} lines chosen`);
  }
  function bar() {
    pane.querySelector(".mark-bar")?.remove();
    if (!state.on) return;
    const box = document.createElement("div"), words = document.createElement("p"), count = document.createElement("b");
    box.className = "mark-bar";
    box.classList.add("picks"); // one height, whatever is chosen: the page must not move under the pointer
    count.setAttribute("role", "status");
    count.dataset.pickCount = "1";
    words.append(say("Kéo chuột (hoặc ngón tay) qua các dòng của nhiệm vụ. Bàn phím: ↑ ↓ đi, Shift+↓ chọn thêm, Enter thêm, Esc thôi.", "Drag over the lines of the task. Keys: ↑ ↓ move, Shift+↓ extend, Enter add, Esc stop."));
    const button = (text, kind, name) => {
      const made = document.createElement("button");
      made.type = "button"; made.className = kind; made.textContent = text; made.dataset[name] = "1";
      return made;
    };
    box.append(words,
      button(say("Thêm nhiệm vụ từ các dòng này", "Make a task of these lines"), "button primary", "pickSend"),
      button(say("Đánh dấu trên chữ", "Mark the text instead"), "button", "pickText"),
      button(say("Thôi", "Stop"), "button", "pickStop"), count);
    pane.querySelector("[data-sheet]").before(box);
  }
  function stop() { Object.assign(state, { on: false, from: -1, to: -1, dragging: false }); pane.classList.remove("picking", "marking"); bar(); paint(); }
  function start() {
    const record = pane.querySelector(".mark.task"), lines = places();
    const below = record ? lines.findIndex((line) => Number(line.getAttribute("y")) >= Number(record.getAttribute("y"))) : 0;
    Object.assign(state, { on: true, from: -1, to: -1, at: Math.max(0, below), dragging: false });
    pane.classList.add("picking", "marking"); // marking: the page takes the room on a phone
    bar(); paint();
    pane.querySelector("[data-sheet]").focus({ preventScroll: true });
    pane.scrollIntoView({ block: "start", behavior: "instant" });
  }
  function submit() {
    if (state.from < 0) state.from = state.to = state.at;
    const lines = places(), [first, last] = chosen();
    // Columns side by side are parts of one line: what is sent is the whole stretch of text between the first and the last.
    const part = lines.slice(first, last + 1);
    send.elements.sheet.value = lines[first].ownerSVGElement.dataset.page;
    send.elements.start.value = String(Math.min(...part.map((line) => Number(line.dataset.start))));
    send.elements.end.value = String(Math.max(...part.map((line) => Number(line.dataset.end))));
    send.requestSubmit();
  }
  // the line under the pointer, else the nearest one above or below it
  function lineAt(event) {
    const svg = pane.querySelector("[data-places]"), frame = svg.getBoundingClientRect(), view = svg.viewBox.baseVal;
    const x = (event.clientX - frame.left) / frame.width * view.width, y = (event.clientY - frame.top) / frame.height * view.height;
    let best = -1, least = Infinity;
    places().forEach((line, i) => {
      const box = line.getBBox();
      const away = Math.max(box.y - y, 0, y - box.y - box.height) * 3 + Math.max(box.x - x, 0, x - box.x - box.width);
      if (away < least) { least = away; best = i; }
    });
    return best;
  }
  pane.addEventListener("pointerdown", (event) => {
    if (!state.on || event.button || !event.target.closest("[data-places]")) return;
    event.preventDefault();
    const at = lineAt(event);
    if (event.shiftKey && state.from >= 0) state.to = at; else state.from = state.to = at;
    state.at = at; state.dragging = true;
    pane.querySelector("[data-places]").setPointerCapture(event.pointerId);
    paint();
  });
  pane.addEventListener("pointermove", (event) => {
    if (!state.dragging) return;
    state.to = state.at = lineAt(event);
    const box = pane.querySelector("[data-sheet]"), frame = box.getBoundingClientRect(); // at the edge the page moves along
    if (event.clientY > frame.bottom - 24) box.scrollTop += 12; else if (event.clientY < frame.top + 24) box.scrollTop -= 12;
    paint();
  });
  for (const name of ["pointerup", "pointercancel"]) pane.addEventListener(name, () => { state.dragging = false; });
  pane.addEventListener("click", (event) => {
    if (!state.on) return;
    if (event.target.closest("[data-pick-send]")) submit();
    else if (event.target.closest("[data-pick-stop]")) stop();
    else if (event.target.closest("[data-pick-text]")) { stop(); asText = true; document.querySelector('[data-act="add"]')?.click(); }
  });
  document.addEventListener("pane", () => { if (state.on) { if (places().length) start(); else stop(); } });
  document.addEventListener("keydown", (event) => {
    if (!state.on || event.target.closest("input, textarea, select, button, a")) return;
    const lines = places();
    if (event.key === "Escape") stop();
    else if (event.key === "Enter") submit();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const at = Math.max(0, Math.min(lines.length - 1, state.at + (event.key === "ArrowDown" ? 1 : -1)));
      if (event.shiftKey) { if (state.from < 0) state.from = state.at; state.to = at; } else state.from = state.to = at;
      state.at = at; paint(); lines[at].scrollIntoView({ block: "nearest" });
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  // before review.js, which marks the text: on a page with places the picture is taken
  let asText = false;
  document.addEventListener("click", (event) => {
    if (!event.target.closest('[data-act="add"]')) return;
    if (!asText && places().length) { event.stopPropagation(); event.preventDefault(); start(); }
    asText = false;
  }, true);
})();
