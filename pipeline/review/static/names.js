// After a correction: where people taught a name twice, the page offers to use it everywhere.
"use strict";
(() => {
  const query = new URLSearchParams(location.search), place = document.querySelector(".record-head");
  if (query.get("said") !== "corrected" || !place) return;
  const say = (vi, en) => (document.body.dataset.language === "en" ? en : vi);
  fetch("/live/names").then((answer) => (answer.ok ? answer.json() : [])).then((offers) => {
    if (!offers.length) return;
    const box = document.createElement("div"), words = document.createElement("p"), link = document.createElement("a"), one = offers[0];
    box.className = "notice conflict"; box.id = "name-offer"; box.setAttribute("role", "status");
    words.textContent = say(`“${one.name}” đã được sửa thành “${one.canonical}” ở ${one.times} bản ghi. `, `“${one.name}” was corrected to “${one.canonical}” in ${one.times} records. `);
    link.href = "/names";
    link.textContent = say(`Dùng cho mọi bản ghi chưa soát (${one.open})?`, `Use it for all records not yet judged (${one.open})?`);
    words.append(link);
    box.append(words);
    place.after(box);
  }).catch(() => {});
})();
