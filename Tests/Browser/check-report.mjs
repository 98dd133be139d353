#!/usr/bin/env node
// Opens reports in Chromium as their readers do and checks what they see.
// Usage: check-report.mjs CHROMIUM FOLDER-FOR-SCREENSHOTS REPORT.html…
// Prints a line for each problem and exits 1 where there is one.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [chromium, shots, ...reports] = process.argv.slice(2);
if (!reports.length) {
  console.error("usage: check-report.mjs CHROMIUM FOLDER REPORT.html…");
  process.exit(2);
}

/** Chromium, spoken to over a pipe: messages of its DevTools protocol, each ended by a zero byte. */
class Browser {
  constructor(executable) {
    this.profile = mkdtempSync(join(tmpdir(), "parallax-browser-"));
    const flags = ["--headless=new", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe", "--no-first-run",
      "--disable-extensions", "--disable-background-networking", `--user-data-dir=${this.profile}`];
    if (process.getuid?.() === 0) flags.push("--no-sandbox");
    this.process = spawn(executable, [...flags, "about:blank"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    this.number = 0;
    this.waiting = new Map();
    this.listeners = [];
    let rest = Buffer.alloc(0);
    this.process.stdio[4].on("data", (data) => {
      rest = Buffer.concat([rest, data]);
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.receive(JSON.parse(rest.subarray(0, end).toString()));
        rest = rest.subarray(end + 1);
      }
    });
  }

  receive(message) {
    const waiting = this.waiting.get(message.id);
    if (waiting) {
      this.waiting.delete(message.id);
      if (message.error) waiting.reject(new Error(message.error.message));
      else waiting.resolve(message.result);
    } else {
      for (const listener of this.listeners) listener(message);
    }
  }

  send(method, params = {}, sessionId = this.session) {
    this.number += 1;
    const id = this.number;
    this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  async open() {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" }, undefined);
    this.session = (await this.send("Target.attachToTarget", { targetId, flatten: true }, undefined)).sessionId;
    for (const domain of ["Page", "Runtime", "Network", "Log"]) await this.send(`${domain}.enable`);
  }

  async evaluate(expression) {
    const answer = await this.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? "the page's check failed");
    return answer.result.value;
  }

  async navigate(url) {
    const loaded = new Promise((resolve) => {
      const listener = (message) => {
        if (message.method !== "Page.loadEventFired") return;
        this.listeners.splice(this.listeners.indexOf(listener), 1);
        resolve();
      };
      this.listeners.push(listener);
    });
    await this.send("Page.navigate", { url });
    await loaded;
  }

  close() {
    this.process.kill();
    return new Promise((resolve) => this.process.on("exit", () => {
      rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
      resolve();
    }));
  }
}

/** Runs inside the page: what a rule-based accessibility checker would find. */
function inspect() {
  const problems = [];
  const say = (text, node) => problems.push(node ? `${text}: ${node.outerHTML.slice(0, 140)}` : text);
  const visible = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length > 0;

  // Nothing is wider than the page, save what scrolls by itself.
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) say(`the page is ${document.documentElement.scrollWidth} wide`);
  for (const node of document.querySelectorAll("main *, header *, footer *")) {
    if (!visible(node) || node.closest(".scroll")) continue;
    const box = node.getBoundingClientRect();
    if (box.right > width + 1 || box.left < -1) say(`reaches beyond the page (${box.left} to ${box.right} of ${width})`, node);
  }

  // Headings go down by one.
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    if (!visible(heading)) continue;
    const own = Number(heading.tagName[1]);
    if (own > level + 1) say(`a heading of level ${own} after one of level ${level}`, heading);
    level = own;
  }
  if (document.querySelectorAll("h1").length !== 1) say("the page needs one h1");
  if (!document.documentElement.lang) say("the page has no language");

  // Names: controls, links, charts, tables, scrolling regions.
  for (const control of document.querySelectorAll("input, select, textarea")) {
    if (!control.labels?.length && !control.getAttribute("aria-label")) say("a control without a label", control);
  }
  for (const link of document.querySelectorAll("a[href], button")) {
    if (visible(link) && !(link.getAttribute("aria-label") || link.textContent).trim()) say("a link without a name", link);
  }
  for (const chart of document.querySelectorAll("svg")) {
    const names = (chart.getAttribute("aria-labelledby") || "").split(" ").filter(Boolean);
    if (names.length !== 2 || names.some((id) => !document.getElementById(id))) say("a chart without title and description", chart);
    if (chart.getAttribute("role") === "img" && chart.querySelector("a[href]")) say("links inside an image", chart);
  }
  for (const table of document.querySelectorAll("table")) {
    if (!table.caption) say("a table without a caption", table);
    if (!table.querySelector("th[scope]")) say("a table without heads", table);
  }
  const ids = new Set();
  for (const node of document.querySelectorAll("[id]")) {
    if (ids.has(node.id)) say("an id that stands twice", node);
    ids.add(node.id);
  }

  // Contrast of text to its ground: 4.5, or 3 where it is large (WCAG 2.2, 1.4.3).
  const colour = (text) => {
    const canvas = (colour.canvas ??= Object.assign(document.createElement("canvas"), { width: 1, height: 1 }));
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = text;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const luminance = ([r, g, b]) => {
    const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ratio = (one, two) => {
    const [high, low] = [luminance(one), luminance(two)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const own = colour(getComputedStyle(at).backgroundColor);
      if (own[3] > 0.99) return own;
    }
    return colour(getComputedStyle(document.body).backgroundColor);
  };
  /** What a label of a chart is painted on: the last filled shape under its middle, drawn before it. */
  const painted = (label) => {
    const box = label.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    let found = ground(label.closest("svg").parentElement);
    for (const shape of label.closest("svg").querySelectorAll("rect")) {
      const own = shape.getBoundingClientRect();
      const isUnder = own.left <= x && own.right >= x && own.top <= y && own.bottom >= y;
      const style = getComputedStyle(shape);
      const follows = label.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (!isUnder || follows || style.fill === "none" || style.opacity !== "1") continue;
      const fill = colour(style.fill);
      if (fill[3] > 0.99) found = fill;
    }
    return found;
  };
  const seen = new Set();
  const check = (node, ink, paper) => {
    const style = getComputedStyle(node);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const found = ratio(ink, paper);
    const key = `${ink}|${paper}`;
    if (found < least && !seen.has(key)) {
      seen.add(key);
      say(`contrast ${found.toFixed(2)} of ${ink.slice(0, 3)} on ${paper.slice(0, 3)}`, node);
    }
  };
  for (const label of document.querySelectorAll("svg text")) {
    if (visible(label) && label.textContent.trim()) check(label, colour(getComputedStyle(label).fill), painted(label));
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const done = new Set();
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const node = text.parentElement;
    if (!text.data.trim() || done.has(node) || node.closest("svg, script, style, datalist") || !visible(node)) continue;
    done.add(node);
    check(node, colour(getComputedStyle(node).color), ground(node));
  }

  // Labels of a chart keep clear of each other.
  for (const chart of document.querySelectorAll("svg")) {
    if (!visible(chart)) continue;
    const labels = [...chart.querySelectorAll("text")].filter((label) => label.textContent.trim())
      .map((label) => ({ label, box: label.getBBox() }));
    labels.forEach(({ label, box }, index) => {
      for (const other of labels.slice(index + 1)) {
        const across = Math.min(box.x + box.width, other.box.x + other.box.width) - Math.max(box.x, other.box.x);
        const down = Math.min(box.y + box.height, other.box.y + other.box.height) - Math.max(box.y, other.box.y);
        if (across > 1 && down > 4) say(`labels collide in ${chart.id}: ${label.textContent} / ${other.label.textContent}`);
      }
    });
  }
  return problems;
}

/**
 * Runs inside the page: every link to evidence has its sentences. Chromium lets a page move 200 times in ten seconds, so
 * that some of the links, spread over the page, are followed indeed.
 */
async function follow() {
  const problems = [];
  const items = [...document.querySelectorAll(".s")];
  const targets = new Set([...document.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href")));
  const places = [...targets].filter((target) => /^#[esd]\d/.test(target));
  for (const target of targets) {
    if (!document.getElementById(target.slice(1))) problems.push(`${target} leads nowhere`);
    if (target.startsWith("#e") && /\d/.test(target[2]) && !items.some((item) => item.classList.contains("k" + target.slice(2)))) {
      problems.push(`${target} has no sentence`);
    }
  }
  const step = Math.ceil(places.length / 80);
  for (const target of places.filter((_, index) => index % step === 0)) {
    const heard = new Promise((resolve) => {
      addEventListener("hashchange", resolve, { once: true });
      setTimeout(resolve, 2000);
    });
    location.hash = target;
    await heard;
    if (!document.getElementById(target.slice(1))?.checkVisibility()) problems.push(`${target} is not to be seen when followed`);
    if (!target.startsWith("#e")) continue;
    const shown = items.filter((item) => item.checkVisibility());
    const right = items.filter((item) => item.classList.contains("k" + target.slice(2)));
    if (shown.length !== right.length) problems.push(`${target} shows ${shown.length} sentences in place of ${right.length}`);
  }
  location.hash = "";
  return { problems, count: targets.size };
}

/** Runs inside the page where its own script does not: the list that was followed shows its sentences alone. */
function still() {
  const problems = [];
  if (!document.getElementById("e0").checkVisibility()) problems.push("the list that was followed is not to be seen");
  if (!document.getElementById("filter").hidden) problems.push("filters that do nothing are shown");
  const shown = [...document.querySelectorAll(".s")].filter((item) => item.checkVisibility());
  if (!shown.length || shown.some((item) => !item.classList.contains("k0"))) problems.push("the list shows other sentences");
  if (![...document.querySelectorAll("svg, table")].length) problems.push("charts or tables are missing");
  return problems;
}

/** Runs inside the page: the filters find what they should. */
function filter() {
  const problems = [];
  const form = document.getElementById("filter");
  if (form.hidden) return ["the filters stay hidden, so that the page's script did not run"];
  const items = [...document.querySelectorAll(".s")];
  const shown = () => items.filter((item) => !item.hidden);
  const set = (name, value) => {
    form.elements[name].value = value;
    form.dispatchEvent(new Event("input"));
  };
  for (const name of ["side", "code"]) {
    for (const option of [...form.elements[name].options].slice(1)) {
      set(name, option.value);
      const data = name === "side" ? "side" : "codes";
      const right = items.filter((item) => item.dataset[data].split(" ").includes(option.value)).length;
      if (shown().length !== right) problems.push(`${name} ${option.value}: ${shown().length} shown, ${right} expected`);
    }
    set(name, "");
  }
  for (const word of ["脱钩", "DECOUPLING"]) {
    set("text", word);
    const right = items.filter((item) => item.querySelector("blockquote").textContent.toLowerCase().includes(word.toLowerCase()));
    if (shown().length !== right.length) problems.push(`search for ${word}: ${shown().length} shown, ${right.length} expected`);
  }
  set("text", "");
  if (shown().length !== items.length) problems.push("an empty filter hides sentences");
  return problems;
}

// A browser that answers no more must not hold up the tests.
setTimeout(() => {
  console.log("problem: the browser did not answer within five minutes");
  process.exit(1);
}, 300_000).unref();

const problems = [];
const browser = new Browser(chromium);
await browser.open();
browser.listeners.push(({ method, params }) => {
  const where = browser.where;
  if (method === "Runtime.exceptionThrown") problems.push(`${where}: ${params.exceptionDetails.exception?.description ?? "an exception"}`);
  if (method === "Runtime.consoleAPICalled" && params.type === "error") problems.push(`${where}: console error`);
  if (method === "Log.entryAdded" && params.entry.level === "error") problems.push(`${where}: ${params.entry.text}`);
  if (method === "Network.requestWillBeSent" && !/^(file|data|about):/.test(params.request.url)) {
    problems.push(`${where}: a request to ${params.request.url}`);
  }
});

mkdirSync(shots, { recursive: true });
for (const report of reports) {
  const name = basename(report, ".html");
  let files = 0;
  // The browser draws its own controls from data URLs; those are no requests.
  const listener = ({ method, params }) => {
    if (method === "Network.requestWillBeSent" && !params.request.url.startsWith("data:")) files += 1;
  };
  browser.listeners.push(listener);
  for (const width of [390, 1280]) {
    for (const scheme of ["light", "dark"]) {
      browser.where = `${name} at ${width}, ${scheme}`;
      await browser.send("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: width < 500 });
      await browser.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
      files = 0;
      const start = Date.now();
      await browser.navigate(pathToFileURL(resolve(report)).href);
      const opened = Date.now() - start;
      if (files !== 1) problems.push(`${browser.where}: ${files} requests where the page is one file`);
      for (const problem of await browser.evaluate(`(${inspect})()`)) problems.push(`${browser.where}: ${problem}`);
      const { data } = await browser.send("Page.captureScreenshot", { captureBeyondViewport: false });
      writeFileSync(join(shots, `${name}-${width}-${scheme}.png`), Buffer.from(data, "base64"));
      console.log(`${browser.where}: opened in ${opened} ms`);
    }
  }
  browser.where = `${name}, its links`;
  const { problems: broken, count } = await browser.evaluate(`(${follow})()`);
  for (const problem of broken) problems.push(`${browser.where}: ${problem}`);
  for (const problem of await browser.evaluate(`(${filter})()`)) problems.push(`${name}, its filters: ${problem}`);
  browser.where = `${name}, without its script`;
  await browser.send("Emulation.setScriptExecutionDisabled", { value: true });
  await browser.navigate("about:blank");
  await browser.navigate(pathToFileURL(resolve(report)).href + "#e0");
  for (const problem of await browser.evaluate(`(${still})()`)) problems.push(`${browser.where}: ${problem}`);
  await browser.send("Emulation.setScriptExecutionDisabled", { value: false });
  browser.where = `${name}, printed`;
  await browser.send("Emulation.setEmulatedMedia", { media: "", features: [] });
  const { data } = await browser.send("Page.printToPDF", { preferCSSPageSize: true, printBackground: true });
  const pdf = Buffer.from(data, "base64");
  if (pdf.length < 20_000 || !pdf.subarray(0, 5).equals(Buffer.from("%PDF-"))) problems.push(`${browser.where}: no PDF`);
  writeFileSync(join(shots, `${name}.pdf`), pdf);
  console.log(`${name}: ${count} targets of links`);
  browser.listeners.splice(browser.listeners.indexOf(listener), 1);
}
await browser.close();
for (const problem of problems) console.log(`problem: ${problem}`);
process.exit(problems.length ? 1 : 0);
