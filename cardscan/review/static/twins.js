// The keys of the page that shows two cards side by side.
"use strict";

const buttons = { m: "button[value=merge]", p: "button[value=apart]", Escape: "#back" };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const wanted = buttons[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (wanted) document.querySelector(wanted).click();
});
