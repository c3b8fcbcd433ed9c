// The review page works without this file; with it: keys, turning pages without losing what was typed, names while typing,
// the live reading of deadlines. Nothing is fetched but from this server.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const english = document.body.dataset.language === "en";
  const say = (vi, en) => (english ? en : vi);
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const typing = (element) => element && (element.matches("input, textarea, select") || element.isContentEditable);
  const later = (work, wait) => {
    let timer = 0;
    return (...given) => { clearTimeout(timer); timer = setTimeout(() => work(...given), wait); };
  };
  // what the server answers, null where it refuses or the page is left before its last word has come
  const asking = (address, as, options) => fetch(address, options).then((answer) => (answer.ok ? answer[as]() : null)).catch(() => null);

  // ---- the sheet of keys
  const sheet = $("#help-sheet");
  const help = (event) => { if (event) event.preventDefault(); if (sheet && !sheet.open) sheet.showModal(); };
  $$("[data-help]").forEach((link) => link.addEventListener("click", help));

  // ---- names of agencies: a combobox (ARIA 1.2); what nobody knows may be typed all the same
  let serial = 0;
  function combobox(input) {
    if (input.dataset.ready) return;
    input.dataset.ready = "1";
    const box = input.parentElement;
    const list = document.createElement("ul");
    list.className = "options"; list.id = `options-${++serial}`; list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", say("Tên cơ quan gợi ý", "Suggested names"));
    box.append(list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]])
      input.setAttribute(name, value);
    let chosen = -1, asked = 0;
    const close = () => { list.hidden = true; chosen = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
    const point = (at) => {
      const options = $$("li", list);
      chosen = (at + options.length) % options.length;
      options.forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
      input.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    };
    const take = (option) => { input.value = option.dataset.name; close(); input.dispatchEvent(new Event("change", { bubbles: true })); };
    const offer = later(async () => {
      const typed = input.value.trim(), mine = ++asked;
      if (typed.length < 2) return close();
      const names = await asking(`/live/agencies?q=${encodeURIComponent(typed.slice(0, 200))}`, "json");
      if (!names || mine !== asked || document.activeElement !== input) return;
      list.replaceChildren();
      const add = (name, text, kind) => {
        const option = document.createElement("li");
        option.textContent = text; option.dataset.name = name; option.className = kind; option.id = `${list.id}-${list.children.length}`;
        option.setAttribute("role", "option"); option.setAttribute("aria-selected", "false");
        option.addEventListener("mousedown", (event) => { event.preventDefault(); take(option); });
        list.append(option);
      };
      names.forEach((name) => add(name, name, ""));
      const picks = !input.closest(".filters") && names.length > 0;
      if (!input.closest(".filters") && !names.some((name) => name.toLowerCase() === typed.toLowerCase()))
        add(typed, say(`Thêm mới “${typed}”`, `Add “${typed}”`), "new");
      list.hidden = !list.children.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      if (picks) point(0); // Enter takes the first name that is known; a new one is chosen as such
    }, 120);
    input.addEventListener("input", offer);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      // Enter in a name saves nothing: half a name ("sở nv") would become an office that nobody knows
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !input.closest(".filters") && chosen < 0) event.preventDefault();
      if (list.hidden) return;
      if (event.key === "ArrowDown") { event.preventDefault(); point(chosen + 1); }
      else if (event.key === "ArrowUp") { event.preventDefault(); point(chosen < 0 ? -1 : chosen - 1); }
      else if (event.key === "Enter" && chosen >= 0 && !event.ctrlKey) { event.preventDefault(); event.stopPropagation(); take($$("li", list)[chosen]); }
      else if (event.key === "Escape") { event.stopPropagation(); close(); }
    });
  }
  $$("input[data-agency]").forEach(combobox);

  // ---- lists: j, k, Enter
  const rows = $$("[data-row]");
  let row = -1;
  const stand = (at) => {
    if (!rows.length) return;
    rows[row]?.classList.remove("here");
    row = Math.max(0, Math.min(rows.length - 1, at));
    rows[row].classList.add("here");
    const link = $("a", rows[row]);
    link.focus({ preventScroll: true });
    rows[row].scrollIntoView({ block: "nearest" });
  };

  // ---- the record
  const record = $("[data-record]");
  const form = $("#record-form"); // also the letterhead
  const right = $(".right");
  const snapshot = () => (form ? new URLSearchParams(new FormData(form)).toString() : "");
  let clean = snapshot();
  if (form && "unsaved" in form.dataset) clean = ""; // what was typed is not saved yet
  const dirty = () => form && snapshot() !== clean;
  const show = () => right && right.classList.toggle("dirty", dirty());
  if (form) {
    form.addEventListener("input", show);
    form.addEventListener("change", show);
    form.addEventListener("click", (event) => {
      const drop = event.target.closest("[data-drop]");
      if (!drop) return;
      const names = drop.closest(".names"), line = drop.parentElement, note = line.nextElementSibling;
      if (note && note.classList.contains("under")) note.remove();
      line.remove();
      $("input", $(".adder:last-of-type", names) || names)?.focus();
      show();
    });
    form.addEventListener("input", (event) => {
      const line = event.target.closest(".adder");
      if (!line || !event.target.value || line.nextElementSibling?.classList.contains("adder")) return;
      const fresh = line.cloneNode(true); // the next empty line is there before it is needed
      $$("input", fresh).forEach((input) => { input.value = ""; delete input.dataset.ready; ["role", "aria-controls", "aria-expanded", "aria-activedescendant"].forEach((name) => input.removeAttribute(name)); });
      $$(".options", fresh).forEach((list) => list.remove());
      $$(".reading", fresh).forEach((words) => { words.textContent = ""; });
      line.after(fresh);
      $$("input[data-agency]", fresh).forEach(combobox);
    });
    // the value of a deadline follows its words until somebody types into it: with the first letter the old value is gone,
    // so that who saves before the reading has come saves the new words with their own value
    const parts = (line) => ["deadline_text", "deadline_value", "deadline_of"].map((name) => $(`[name=${name}]`, line));
    form.addEventListener("input", (event) => {
      const line = event.target.closest?.(".deadline-row");
      if (!line) return;
      const [text, value, of] = parts(line);
      if (event.target === value) of.value = value.value ? "" : text.value;
      else if (event.target === text && (of.value || !value.value)) { value.value = ""; $(".reading", line).textContent = ""; }
    });
    form.addEventListener("input", later(async (event) => {
      const line = event.target.closest?.(".deadline-row");
      if (!line) return;
      const [text, value, of] = parts(line), words = $(".reading", line), asked = `${text.value}\n${value.value}`;
      const query = new URLSearchParams({ text: text.value, value: value.value, issued: record ? record.dataset.issued : "" });
      const read = await asking(`/live/deadline?${query}`, "json");
      if (!read || asked !== `${text.value}\n${value.value}`) return; // typed on meanwhile: the next answer counts
      words.classList.toggle("not", !read.understood);
      words.classList.toggle("doubtful", read.understood && (!read.words || read.reasons.length > 0));
      if (!text.value && !value.value) words.textContent = "";
      else if (!read.understood) words.textContent = say("Không hiểu; ví dụ: 30/6/2025, ngày 20 hàng tháng, quý III/2025", "Not understood; for example: 30/6/2025, ngày 20 hàng tháng");
      else words.textContent = [read.words ? `= ${read.words}` : say("không có ngày hay nhịp cụ thể", "no day or rhythm"), ...read.reasons.map((reason) => reason.toLowerCase())].join("; ");
      if (event.target === text && !value.value && read.words) { value.value = read.words; of.value = text.value; }
      show();
    }, 180));
    window.addEventListener("beforeunload", (event) => { if (!leaving && dirty()) event.preventDefault(); });
    show();
  }

  // ---- sending: once, and never over what was typed and not saved
  let leaving = false;
  const acts = { confirm: "right", record: "right", reject: "wrong" }, pressed = "giaoviec-pressed", aDoublePress = 300; // ms: nobody has read the next record by then
  const sending = (name) => {
    leaving = true;
    setTimeout(() => { leaving = false; }, 5000); // an answer that never came does not lock the page
    if (acts[name]) sessionStorage.setItem(pressed, `${acts[name]} ${Date.now()}`);
  };
  const hasty = (name) => {
    const [before, at] = (sessionStorage.getItem(pressed) || " 0").split(" ");
    return Boolean(acts[name]) && before === acts[name] && Math.abs(Date.now() - Number(at)) < aDoublePress;
  };
  form?.addEventListener("input", () => sessionStorage.removeItem(pressed)); // who types here has seen that the page is new
  const question = $("#unsaved");
  const saves = ["split", "merge", "add"]; // these go on with the record as it was typed; the others let it go
  const doing = {
    split: say("tách", "split"), merge: say("gộp", "merge"), add: say("thêm nhiệm vụ", "add the task"),
    reject: say("loại bỏ bản ghi", "reject the record"), undo: say("hoàn tác", "undo"), reopen: say("mở lại", "reopen"),
  };
  async function saveFirst() {
    // The record is saved as by hand, and this page takes on its new version; what hinders is shown by the server's own page.
    const answer = await asking(form.action, "text", { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const fresh = answer && $("#record-form", new DOMParser().parseFromString(answer, "text/html"));
    if (!fresh) { leaving = true; form.submit(); return false; }
    $$("[name=version]").forEach((input) => { input.value = fresh.elements.version.value; });
    form.elements.seen.value = fresh.elements.seen.value;
    clean = snapshot();
    return true;
  }
  function ask(name) {
    // "save": keep what was typed and go on; "drop": go on without it; "": stay
    question.returnValue = "";
    question.showModal();
    $(saves.includes(name) ? '[value="save"]' : '[value=""]', question).focus();
    return new Promise((done) => question.addEventListener("close", () => done(question.returnValue), { once: true }));
  }
  document.addEventListener("submit", async (event) => {
    if (event.defaultPrevented || event.target.method === "dialog") return;
    const target = event.target, name = target.id.replace("-form", "");
    if (leaving || hasty(name)) { event.preventDefault(); return; } // pressed twice: it is on its way
    if (question && target.closest(".right") && target !== form && dirty()) {
      event.preventDefault();
      const keeps = saves.includes(name);
      const does = doing[name] || say("làm tiếp", "go on");
      $('[value="save"]', question).textContent = say(`Lưu rồi ${does}`, `Save and ${does}`);
      $('[value="drop"]', question).textContent = say(`Bỏ phần chưa lưu rồi ${does}`, `Drop them and ${does}`);
      $('[value="save"]', question).hidden = !keeps;
      $('[value="drop"]', question).hidden = keeps;
      const answer = await ask(name);
      if (!answer || (answer === "save" && !(await saveFirst()))) return;
      sending(name);
      target.submit();
      return;
    }
    if (target === form || !dirty()) sending(name);
    if (target === form) keepCaret();
  });
  // after saving, the hands go on where they were: same field, same letter
  const caret = "giaoviec-caret";
  function keepCaret() {
    const field = document.activeElement;
    if (!typing(field) || field.form !== form) return;
    const at = $$(`[name="${field.name}"]`, form).indexOf(field), [start, end] = field.matches("select") ? [0, 0] : [field.selectionStart, field.selectionEnd];
    sessionStorage.setItem(caret, JSON.stringify([form.getAttribute("action").split("?")[0], field.name, at, start, end]));
  }
  const kept = JSON.parse(sessionStorage.getItem(caret) || "null");
  sessionStorage.removeItem(caret);
  if (form && kept && kept[0] === form.getAttribute("action").split("?")[0]) {
    const field = $$(`[name="${kept[1]}"]`, form)[kept[2]];
    field?.focus();
    if (field && !field.matches("select")) field.setSelectionRange(kept[3], kept[4]);
  }
  window.addEventListener("pageshow", (event) => { if (event.persisted) leaving = false; });
  $("[data-drop-mine]")?.addEventListener("click", () => { leaving = true; });

  // ---- the page on the left
  const pane = $("#pane");
  let zoom = Number(sessionStorage.getItem("zoom")) || 1;
  const applyZoom = () => {
    const figure = $(".sheet", pane || document);
    if (!figure) return;
    figure.style.width = `${zoom * 100}%`;
    const shown = $("[data-zoom-shown]");
    if (shown) shown.textContent = `${Math.round(zoom * 100)}%`;
    const image = $("img", figure);
    if (zoom * figure.parentElement.clientWidth * devicePixelRatio > 1150 && image.dataset.large && image.src.indexOf("w=1800") < 0) {
      const large = new Image();
      large.onload = () => { image.src = large.src; };
      large.src = image.dataset.large;
    }
    sessionStorage.setItem("zoom", String(zoom));
  };
  const changeZoom = (step) => {
    const box = $("[data-sheet]", pane || document), was = box && [box.scrollWidth, box.scrollHeight];
    // what stands in the middle of the frame stays there
    const middle = box && [(box.scrollLeft + box.clientWidth / 2) / was[0], (box.scrollTop + box.clientHeight / 2) / was[1]];
    zoom = step === "0" ? 1 : Math.max(0.5, Math.min(3, step === "+" ? zoom * 1.25 : zoom / 1.25));
    applyZoom();
    if (box) box.scrollTo({ left: middle[0] * box.scrollWidth - box.clientWidth / 2, top: middle[1] * box.scrollHeight - box.clientHeight / 2, behavior: "instant" });
  };
  const toPlace = () => {
    const box = $("[data-sheet]", pane || document);
    const first = $(".mark, .lines mark", box || document);
    if (!box || !first) return;
    const at = first.getBoundingClientRect(), frame = box.getBoundingClientRect();
    box.scrollTo({ top: box.scrollTop + at.top - frame.top - 90, left: Math.max(0, box.scrollLeft + at.left - frame.left - 60), behavior: "instant" });
  };
  const dress = () => {
    applyZoom();
    const image = $(".sheet img", pane);
    if (image) {
      const broken = () => { $(".sheet", pane).hidden = true; const words = $(".broken", pane); if (words) words.hidden = false; };
      image.addEventListener("error", broken);
      if (image.complete && !image.naturalWidth) broken();
    }
    toPlace();
  };
  async function turn(link) {
    const address = new URL(link.href);
    const answer = await asking(address.pathname.replace(/\/?$/, "/pane") + address.search, "text");
    if (answer === null) { location.href = link.href; return; }
    pane.innerHTML = answer; // our own template, escaped by the server
    dress();
    document.dispatchEvent(new Event("pane"));
  }
  if (pane && (record || $("[data-reader]"))) {
    pane.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-turn]");
      if (link) { event.preventDefault(); turn(link); }
      const button = event.target.closest("[data-zoom]");
      if (button) changeZoom(button.dataset.zoom);
    });
    dress();
  }
  // ---- splitting at the cursor, merging, adding a task by marking lines
  const splitter = $('[data-act="split"]');
  if (splitter) splitter.addEventListener("click", () => {
    const text = $("#text"), at = text.selectionStart, send = $("#split-form");
    if (!text.value.slice(0, at).trim() || !text.value.slice(at).trim()) {
      text.focus();
      announce(say("Đặt con trỏ vào nội dung, nơi phần sau bắt đầu, rồi bấm Tách (Esc rồi S).", "Put the cursor where the second part begins, then press Split (Esc, then S)."));
      return;
    }
    send.elements.first.value = text.value.slice(0, at).trim();
    send.elements.second.value = text.value.slice(at).trim();
    send.requestSubmit();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-confirm]");
    if (button && !window.confirm(button.dataset.confirm)) event.preventDefault();
  });
  function announce(words) {
    let place = $("#said");
    if (!place) {
      place = document.createElement("div");
      place.id = "said"; place.className = "notice bad"; place.setAttribute("role", "alert");
      $(".record-head").after(place);
    }
    place.textContent = words;
  }
  function atEnd(words) { announce(words); $("#said").className = "notice conflict"; return true; }
  const marks = { on: false, from: -1, to: -1, at: 0 };
  const lineItems = () => $$(".lines li", pane || document);
  const paint = () => {
    lineItems().forEach((line, i) => {
      line.classList.toggle("chosen", marks.on && marks.from >= 0 && i >= Math.min(marks.from, marks.to) && i <= Math.max(marks.from, marks.to));
      line.classList.toggle("cursor", marks.on && i === marks.at);
    });
    const send = $(".mark-bar [data-send]");
    if (send) send.disabled = marks.from < 0; // nothing is marked yet
  };
  const bar = () => {
    $(".mark-bar")?.remove();
    if (!marks.on) return;
    const box = document.createElement("div");
    box.className = "mark-bar"; box.setAttribute("role", "status");
    const words = document.createElement("p");
    words.textContent = say("Bấm dòng đầu, rồi Shift+bấm dòng cuối (bàn phím: ↑ ↓ đi, Shift+↓ chọn thêm, Enter thêm, Esc thôi).", "Click the first line, Shift+click the last one (keys: ↑ ↓ move, Shift+↓ extend, Enter add, Esc stop).");
    const add = document.createElement("button");
    add.className = "button primary"; add.textContent = say("Thêm nhiệm vụ từ các dòng này", "Make a task of these lines"); add.dataset.send = "1";
    const stop = document.createElement("button");
    stop.className = "button"; stop.textContent = say("Thôi", "Stop"); stop.dataset.stop = "1";
    box.append(words, add, stop);
    $("[data-sheet]", pane).before(box);
  };
  const stopMarking = () => { marks.on = false; marks.from = marks.to = -1; pane.classList.remove("marking"); bar(); paint(); };
  const sendMarks = () => {
    const lines = lineItems();
    if (marks.from < 0) return;
    const first = lines[Math.min(marks.from, marks.to)], last = lines[Math.max(marks.from, marks.to)], send = $("#add-form");
    send.elements.sheet.value = first.parentElement.dataset.page;
    send.elements.start.value = first.dataset.start; send.elements.end.value = last.dataset.end;
    send.requestSubmit();
  };
  async function startMarking() {
    if (!pane || !$("#add-form")) return;
    if (!$(".lines", pane)) { const link = $('[data-turn="view"]', pane); if (link) await turn(link); }
    if (!$(".lines", pane)) return;
    marks.on = true; marks.from = marks.to = -1;
    marks.at = Math.max(0, lineItems().findIndex((line) => $("mark", line)));
    pane.classList.add("marking");
    bar(); paint();
    $("[data-sheet]", pane).focus({ preventScroll: true });
    pane.scrollIntoView({ block: "start", behavior: "instant" }); // on a phone the page lies above the form
  }
  $$('[data-act="add"]').forEach((button) => button.addEventListener("click", startMarking));
  if (pane) {
    document.addEventListener("pane", () => { if (marks.on) { marks.from = marks.to = -1; marks.at = 0; bar(); paint(); } });
    pane.addEventListener("click", (event) => {
      if (!marks.on) return;
      if (event.target.closest("[data-send]")) { sendMarks(); return; }
      if (event.target.closest("[data-stop]")) { stopMarking(); return; }
      const line = event.target.closest(".lines li");
      if (!line) return;
      const at = lineItems().indexOf(line);
      if (event.shiftKey && marks.from >= 0) marks.to = at; else marks.from = marks.to = at;
      marks.at = at; paint();
    });
    document.addEventListener("keydown", (event) => {
      if (!marks.on || typing(event.target) || event.target.closest("button, a")) return;
      const lines = lineItems();
      if (event.key === "Escape") stopMarking();
      else if (event.key === "Enter") sendMarks();
      else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        const at = Math.max(0, Math.min(lines.length - 1, marks.at + (event.key === "ArrowDown" ? 1 : -1)));
        if (event.shiftKey) { if (marks.from < 0) marks.from = marks.at; marks.to = at; } else marks.from = marks.to = at;
        marks.at = at; paint(); lines[at].scrollIntoView({ block: "nearest" });
      } else return;
      event.preventDefault();
    });
  }
  // where the cursor is in a field, its mark on the page stands out
  const tell = (kind) => $$(".mark", pane || document).forEach((mark) => mark.classList.toggle("focus", mark.classList.contains(kind)));
  if (form) {
    form.addEventListener("focusin", (event) => {
      const group = event.target.closest("[data-names]");
      tell(group ? group.dataset.names : event.target.closest("[data-deadlines]") ? "deadline" : "-");
    });
    form.addEventListener("focusout", () => tell("-"));
  }

  // ---- keys
  const press = (name) => { const button = $(`[data-act="${name}"]`); if (button && !button.disabled) { button.click(); return true; } return false; };
  const follow = (selector) => { const link = $(selector); if (link) link.click(); return Boolean(link); };
  const fields = ["#text", "[name=lead]", "[name=coordinate]", "[name=report_to]", "[name=deadline_text]", "#product", "#note"];
  const last = "giaoviec-last";
  if (record) {
    const query = new URLSearchParams(location.search), done = [query.get("of"), query.get("from")].find((id) => id && id !== record.dataset.task);
    if (done) sessionStorage.setItem(last, done);
  }
  const keys = {
    j: () => (record ? follow('[data-walk="after"]') || atEnd(say("Đây là bản ghi cuối của danh sách này.", "This is the last record of this list.")) : (stand(row + 1), true)),
    k: () => (record ? follow('[data-walk="before"]') || atEnd(say("Đây là bản ghi đầu của danh sách này.", "This is the first record of this list.")) : (stand(row - 1), true)),
    n: () => follow('[data-turn="next"]'), p: () => follow('[data-turn="prev"]'), c: () => follow('[data-turn="view"]'),
    v: () => { toPlace(); return true; },
    x: () => press("reject"), u: () => press("undo"), s: () => press("split"), m: () => press("merge"), a: () => press("add"),
    b: () => { const id = sessionStorage.getItem(last); if (record && id) location.href = `/tasks/${id}${record.dataset.query}`; return Boolean(id); },
    q: () => { location.href = record ? $("[data-queue]").href : "/"; return true; },
    d: () => { location.href = "/documents"; return true; },
    "/": () => { const search = $("#search"); if (search) { search.focus(); search.select(); } return Boolean(search); },
    "?": () => { help(); return true; },
    "+": () => { changeZoom("+"); return true; }, "=": () => { changeZoom("+"); return true; }, "-": () => { changeZoom("-"); return true; }, 0: () => { changeZoom("0"); return true; },
  };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || $("dialog[open]")) return;
    if (event.repeat && record && (!typing(event.target) || event.ctrlKey || event.metaKey) && /^(Enter|[xusmab])$/i.test(event.key)) {
      event.preventDefault(); // a key held down judges one record, not a row of them
      return;
    }
    const target = event.target, command = event.ctrlKey || event.metaKey;
    if (command && form && (event.key === "Enter" || event.key.toLowerCase() === "s")) {
      event.preventDefault();
      if (event.key === "Enter") { if (dirty()) press("save-next"); else press("confirm"); } else press("save");
      return;
    }
    if (command || event.altKey) return;
    if (event.key === "Escape" && typing(target)) { target.blur(); return; }
    if (typing(target)) return;
    if (event.key === "Enter") {
      if (target.closest("a, button, summary, [role=button]")) return;
      if (record && !dirty() && press("confirm")) event.preventDefault();
      else if (record && dirty() && press("save-next")) event.preventDefault();
      return;
    }
    if (record && /^[1-7]$/.test(event.key)) {
      const field = $(fields[Number(event.key) - 1], form);
      if (field) { event.preventDefault(); field.focus(); field.scrollIntoView({ block: "center" }); }
      return;
    }
    const work = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (work && work()) event.preventDefault();
  });
})();
