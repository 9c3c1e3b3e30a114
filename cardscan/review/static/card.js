// The keys of the page of a card, and what can be done with its picture.  Without it, the page works by its form.
"use strict";

document.documentElement.classList.add("js");

const form = document.getElementById("contact");
const doubts = [...document.querySelectorAll(".field.doubt")];
const told = document.getElementById("told");
let current = null; // the field that readings and lines go to

const inputOf = (field) => field.querySelector("input");
const isTyping = (target) => target.matches("input:not([type=radio]):not([type=checkbox]), textarea, select");
const press = (id) => document.getElementById(id)?.click();

function choose(field, { type = false } = {}) {
  if (!field) return;
  mark(field);
  if (type) {
    inputOf(field).focus();
    inputOf(field).select();
  } else {
    field.focus({ preventScroll: true });
    field.scrollIntoView({ block: "nearest" });
  }
}

function mark(field) {
  current = field;
  for (const box of document.querySelectorAll("#boxes polygon")) {
    box.classList.toggle("now", box.dataset.column === field.dataset.column);
  }
}

function put(field, text) {
  if (!field) return;
  inputOf(field).value = text;
  for (const button of field.querySelectorAll(".choice")) {
    button.setAttribute("aria-pressed", String(button.dataset.text === text));
  }
}

function following(field) {
  return doubts[doubts.indexOf(field) + 1];
}

// What was typed and not kept is taken back before what was kept.
function takeBack() {
  if (form && isChanged()) {
    form.reset();
    told.textContent = "";
    return;
  }
  document.getElementById("undo")?.requestSubmit();
}

function isChanged() {
  return [...form.elements].some((one) => (one.type === "radio" ? one.checked !== one.defaultChecked
    : one.matches("input") && one.value !== one.defaultValue));
}

function grade(letter) {
  form.querySelector(`[name=priority][value=${letter}]`).click();
  told.textContent = `${told.dataset.priority} ${letter}`;
}

// Tab goes from one doubt to the next, and from the last one to the button; while one types, as in any page.
function tab(event) {
  const here = event.target.closest?.(".field.doubt");
  if (!here || event.shiftKey) return;
  const next = following(here);
  if (next) choose(next);
  else if (event.target === here) form.querySelector("button.main").focus();
  else return;
  event.preventDefault();
}

// What stood there before; a second time, the field is left.
function escape(event) {
  const field = event.target.closest?.(".field");
  if (field) {
    const input = inputOf(field);
    if (input.value !== input.dataset.original) put(field, input.dataset.original);
  }
  if (!isTyping(event.target)) return;
  event.preventDefault();
  if (field) choose(field);
  else event.target.blur();
}

const KEYS = {
  j: () => press("next"),
  k: () => press("previous"),
  x: () => press("remove"),
  m: () => press("twin"),
  o: () => press("photo"),
  e: () => choose(current ?? document.querySelector(".field"), { type: true }),
  n: () => document.getElementById("note").focus(),
  d: () => document.getElementById("due").focus(),
  a: () => grade("A"),
  b: () => grade("B"),
  c: () => grade("C"),
  "?": () => {
    const keys = document.querySelector(".keys");
    keys.open = !keys.open;
    keys.scrollIntoView({ block: "end" });
  },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Tab") return tab(event);
  if (event.key === "Escape") return escape(event);
  if (isTyping(event.target) || event.repeat) return; // a key that is held must not settle one card after another
  if (event.key.toLowerCase() === "z") {
    event.preventDefault();
    takeBack();
    return;
  }
  if (!form) return;
  if (event.key === "Enter") {
    if (event.target.closest("button, a, summary")) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("button.main"));
  } else if (/^[1-9]$/.test(event.key)) {
    const choice = current?.querySelectorAll(".choice")[Number(event.key) - 1];
    if (choice) put(current, choice.dataset.text);
  } else if (KEYS[event.key.toLowerCase()]) {
    event.preventDefault();
    KEYS[event.key.toLowerCase()]();
  }
});

for (const field of document.querySelectorAll(".field")) {
  field.tabIndex = -1;
  field.addEventListener("focusin", () => mark(field));
  inputOf(field).addEventListener("input", () => inputOf(field).removeAttribute("aria-invalid"));
  for (const button of field.querySelectorAll(".choice")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      put(field, button.dataset.text);
      choose(field);
    });
  }
}

for (const field of doubts) {
  field.tabIndex = 0;
  field.setAttribute("role", "group");
  field.setAttribute("aria-labelledby", field.querySelector("label").id);
  const why = field.querySelector(".why");
  if (why) field.setAttribute("aria-describedby", why.id);
}

for (const line of document.querySelectorAll("button.line")) {
  line.addEventListener("click", () => put(current, line.dataset.text));
}
for (const field of doubts) {
  for (const box of document.querySelectorAll(`#boxes [data-column="${field.dataset.column}"]`)) box.classList.add("doubt");
}

// The whole photo takes the card's place, and gives it back.
const photo = document.getElementById("photo");
photo?.addEventListener("click", (event) => {
  event.preventDefault();
  const picture = document.getElementById("card");
  const whole = document.getElementById("stage").classList.toggle("whole");
  picture.dataset.card ??= picture.src;
  picture.dataset.alt ??= picture.alt;
  picture.src = whole ? photo.href : picture.dataset.card;
  picture.alt = whole ? photo.textContent.trim() : picture.dataset.alt;
});

// A second click does not send a card again, which would find that somebody, the first, has changed it.
let isSent = false;
form?.addEventListener("submit", (event) => {
  if (isSent) event.preventDefault();
  isSent = true;
});
window.addEventListener("pageshow", () => { isSent = false; });

// A click on a line takes it; a box that is drawn is read again.
const stage = document.getElementById("stage");
if (stage && document.getElementById("boxes")) {
  const boxes = document.getElementById("boxes");
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  drawn.classList.add("drawn");
  const SMALLEST = 1; // hundredths of the card: less is a click
  let from = null;

  const place = (event) => {
    const edges = stage.getBoundingClientRect();
    const share = (value, start, size) => Math.min(100, Math.max(0, (100 * (value - start)) / size));
    return { x: share(event.clientX, edges.left, edges.width), y: share(event.clientY, edges.top, edges.height) };
  };
  const between = (one, other) => ({
    left: Math.min(one.x, other.x), top: Math.min(one.y, other.y),
    right: Math.max(one.x, other.x), bottom: Math.max(one.y, other.y),
  });

  stage.addEventListener("pointerdown", (event) => {
    if (event.button || event.pointerType === "touch" || stage.classList.contains("whole")) return;
    event.preventDefault();
    from = place(event);
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", (event) => {
    if (!from) return;
    const box = between(from, place(event));
    stage.classList.add("drawing");
    boxes.append(drawn);
    for (const [name, value] of [["x", box.left], ["y", box.top], ["width", box.right - box.left], ["height", box.bottom - box.top]]) {
      drawn.setAttribute(name, `${value}%`);
    }
  });
  const end = async (event) => {
    if (!from) return;
    const box = between(from, place(event));
    from = null;
    stage.classList.remove("drawing");
    drawn.remove();
    if (box.right - box.left < SMALLEST || box.bottom - box.top < SMALLEST) {
      const line = document.elementsFromPoint(event.clientX, event.clientY).find((one) => one.dataset?.text);
      if (line) put(current, line.dataset.text);
      return;
    }
    await readAgain(box);
  };
  stage.addEventListener("pointerup", end);
  stage.addEventListener("pointercancel", () => { from = null; drawn.remove(); });
  stage.addEventListener("click", (event) => { // touch: no box is drawn, as that scrolls
    const line = event.target.closest("[data-text]");
    if (event.pointerType === "touch" && line) put(current, line.dataset.text);
  });
}

async function readAgain(box) {
  const field = current;
  told.textContent = told.dataset.reading;
  try {
    const answer = await fetch(`${location.pathname}/read`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(box),
    });
    const { text } = answer.ok ? await answer.json() : { text: "" };
    told.textContent = text || told.dataset.nothing;
    if (text) put(field, text);
  } catch { // the server was stopped
    told.textContent = told.dataset.nothing;
  }
}

const wrong = document.querySelector("[aria-invalid]")?.closest(".field");
if (wrong) choose(wrong, { type: true });
else choose(doubts[0] ?? document.querySelector(".field"));
