"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const text = document.querySelector(".beside .raw-text");
  const first = text?.querySelector("mark");
  if (first && !location.hash) text.scrollTop = first.offsetTop - text.offsetTop - 24;
});
