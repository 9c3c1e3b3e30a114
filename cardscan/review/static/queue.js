// The keys of the lists: / searches, J and K go from one to the next, Enter opens, Space ticks, Z undoes.
"use strict";

document.documentElement.classList.add("js");

const rows = [...document.querySelectorAll("#rows tbody tr, .person")];
const ticks = [...document.querySelectorAll("#rows tbody input[type=checkbox]")];
const all = document.getElementById("all");
const chosen = document.getElementById("chosen");
const isTyping = (target) => target.matches("input:not([type=checkbox]), textarea, select");

function count() {
  const number = ticks.filter((tick) => tick.checked).length;
  if (chosen) chosen.textContent = number || "";
  if (all) all.checked = number > 0 && number === ticks.length;
}

function go(step) {
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[here < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, here + step))];
  next?.querySelector("th a, h2 a").focus();
}

all?.addEventListener("change", () => {
  for (const tick of ticks) tick.checked = all.checked;
  count();
});
for (const tick of ticks) tick.addEventListener("change", count);
count();

// Enter does what the field is for, never what the form's first button does.
function enter(event) {
  const { target } = event;
  const opens = target.matches("#rows tbody input[type=checkbox]");
  const button = opens ? target.closest("tr").querySelector("th a")
    : target.dataset.enter && target.form.querySelector(`button[value="${target.dataset.enter}"]`);
  if (target.matches("form[method=post] input")) event.preventDefault();
  if (target.name !== "note" || target.value.trim()) button?.click(); // an empty note says nothing
}

// A second click does not send a form again, which would find that somebody, the first, has changed it.
for (const form of document.querySelectorAll("form[method=post]")) {
  let isSent = false;
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  window.addEventListener("pageshow", () => { isSent = false; });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Enter") { enter(event); return; }
  if (event.key === "Escape" && isTyping(event.target)) event.target.blur();
  if (isTyping(event.target)) return;
  const row = rows.find((one) => one.contains(event.target));
  const keys = {
    "/": () => document.getElementById("search")?.focus(),
    j: () => go(1),
    k: () => go(-1),
    z: () => event.repeat || document.getElementById("undo")?.requestSubmit(),
    " ": row?.closest("#rows") && event.target.matches("th a") ? () => row.querySelector("input").click() : null,
  };
  const wanted = keys[event.key.toLowerCase()];
  if (!wanted) return;
  event.preventDefault();
  wanted();
});
