"use strict";
// Filters the sentences of the page, and keeps the reader's place. Nothing here reaches the network.
(() => {
  const form = document.getElementById("filter");
  const count = document.getElementById("count");
  const items = Array.from(document.querySelectorAll(".s")).map((node) => ({
    node, side: node.dataset.side, codes: ` ${node.dataset.codes} `, actors: ` ${node.dataset.actors} `,
    date: node.dataset.date, speaker: node.dataset.speaker.toLowerCase(), text: null,
  }));
  const lists = new Map(Array.from(document.querySelectorAll(".ev"), (list) => ["#" + list.id, list]));
  let origin = null;

  const textOf = (item) => (item.text ??= item.node.querySelector("blockquote").textContent.toLowerCase());
  const target = () => lists.get(location.hash);

  function matches(item, wanted) {
    return (!wanted.side || item.side === wanted.side)
      && (!wanted.code || item.codes.includes(` ${wanted.code} `))
      && (!wanted.actor || item.actors.includes(` ${wanted.actor} `))
      && (!wanted.speaker || item.speaker.includes(wanted.speaker))
      && (!wanted.from || item.date >= wanted.from)
      && (!wanted.to || (item.date !== "" && item.date <= wanted.to + "~"))
      && wanted.words.every((word) => textOf(item).includes(word));
  }

  function apply() {
    const value = (name) => form.elements[name].value.trim();
    const wanted = {
      side: value("side"), code: value("code"), actor: value("actor"), speaker: value("speaker").toLowerCase(),
      from: value("from"), to: value("to"), words: value("text").toLowerCase().split(/\s+/).filter(Boolean),
    };
    const list = target();
    const mark = list && "k" + list.id.slice(1);
    let shown = 0;
    for (const item of items) {
      const fits = (!mark || item.node.classList.contains(mark)) && matches(item, wanted);
      item.node.hidden = !fits;
      if (fits) shown += 1;
    }
    count.textContent = count.dataset.of.replace("{n}", shown).replace("{all}", items.length);
  }

  // A list that a number leads to is shown whole, whatever was filtered before.
  function follow() {
    const list = target();
    if (list) {
      form.reset();
      list.focus({ preventScroll: true });
    }
    apply();
  }

  // The script shows a list's sentences itself, and faster than the rules that serve where it does not run.
  document.getElementById("list-rules").sheet.disabled = true;
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && /^#[esd]\d/.test(link.getAttribute("href") || "")) origin = link;
  });
  // Escape leads back to the number that was followed.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !origin) return;
    const back = origin;
    origin = null;
    location.hash = back.closest("section").id;
    back.scrollIntoView({ block: "center" });
    back.focus({ preventScroll: true });
  });
  follow();
})();
