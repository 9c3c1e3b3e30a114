// Sends photos one by one as soon as they are taken, and asks what became of them while some are open.
"use strict";

document.documentElement.classList.add("js");

const words = document.body.dataset;
const list = document.getElementById("photos");
const told = document.getElementById("told");
const soon = 1500;
const later = 15000;
const patience = 20000;
let timer = 0;
let turn = Promise.resolve();

const item = (photo) => {
  let row = list.querySelector(`[data-number="${photo.number}"]`);
  if (!row) {
    row = document.createElement("li");
    row.dataset.number = photo.number;
    row.append(document.createElement("span"), " ", document.createElement("strong"));
    list.prepend(row);
  }
  const strong = row.querySelector("strong");
  row.querySelector("span").textContent = photo.label;
  // What has not changed is left alone, so that it is not read aloud again.
  if (strong.textContent !== photo.text) strong.textContent = photo.text;
  row.className = photo.state;
};

const show = (answer) => {
  [...answer.photos].reverse().forEach(item);
  document.getElementById("nothing").hidden = list.children.length > 0;
  const isOpen = answer.photos.some((photo) => ["waiting", "being_read"].includes(photo.state));
  clearTimeout(timer);
  timer = setTimeout(look, isOpen ? soon : later);
};

const asked = async (address, options = {}) => {
  const answer = await fetch(address, { ...options, headers: { Accept: "application/json" } });
  return answer.json();
};

const look = async () => {
  try {
    show(await asked("/state", { signal: AbortSignal.timeout?.(patience) }));
    if (told.textContent === words.lost) told.textContent = "";
  } catch {
    told.textContent = words.lost;
    timer = setTimeout(look, later);
  }
};

const send = async (name, files) => {
  let last = words.sent;
  for (const [place, file] of files.entries()) {
    told.textContent = words.sending.replace("{number}", place + 1).replace("{all}", files.length);
    if (file.size > Number(words.maxBytes)) {
      last = `${file.name}: ${words.tooLarge}`;
      continue;
    }
    const form = new FormData();
    form.append(name, file);
    try {
      const answer = await asked("/photos", { method: "POST", body: form });
      show(answer);
      last = answer.told || last;
    } catch {
      told.textContent = words.lost;
      return;
    }
  }
  told.textContent = last;
};

for (const input of document.querySelectorAll("input[type=file]")) {
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = ""; // the same photo can be chosen again
    if (files.length) turn = turn.then(() => send(input.name, files));
  });
}

document.addEventListener("visibilitychange", () => document.hidden || look());
look();
