// Every kind of page, in both languages at desktop and phone width, in one at 400 % zoom and in high contrast: no finding of the
// accessibility rules, nothing wider than the screen, no error at the console, within the budget of a slow line.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { browser, sample, serve } from "./quipu.js";
import { paths } from "./paths.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const bytes_max = 50 * 1024;
// A few addresses alone, to look at one defect: QUIPU_PAGES="/planes /hallazgos".
const asked = process.env.QUIPU_PAGES?.split(" ") ?? paths;

const profiles = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  // A desktop at 400 %: 1280 by 1024 pixels hold 320 by 256 of the page's. In the language with the longer words.
  zoom: { viewport: { width: 320, height: 256 }, langs: [""] },
  // Here the colours are the reader's system's, which the page neither chooses nor knows.
  contrast: {
    viewport: { width: 1280, height: 900 },
    forcedColors: "active",
    langs: ["/en"],
    rules: { "color-contrast": { enabled: false } },
  },
};

let state, server, chromium;
before(async () => {
  state = sample("series,indicator,period,territory,value,source\nENDES-ANEMIA-6-35,,2020,PE,33.3,INEI\n");
  server = await serve(state.data);
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  await server?.stop();
  state?.remove();
});

async function look(page, path, rules) {
  const errors = [];
  const answers = [];
  page.on("console", (said) => said.type() === "error" && errors.push(said.text()));
  page.on("response", (answer) => answers.push(answer.request().sizes().catch(() => undefined)));
  // Nothing is fetched after that: no script asks for anything.
  await page.goto(server.url + path, { waitUntil: "load" });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.evaluate(axe);
  const found = await page.evaluate((rules) => axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules,
  }), rules);
  const findings = found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join("; ")}`);
  const sizes = (await Promise.all(answers)).filter(Boolean);
  const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0);
  return { bytes, wide, findings, errors };
}

for (const [profile, { rules = {}, langs = ["", "/en"], ...options }] of Object.entries(profiles)) {
  test(`${profile}: every page can be used by everybody`, async () => {
    const defects = [];
    const open = langs.flatMap((lang) => asked.map((path) => [lang, path]));
    const one = async ([lang, path]) => {
      const context = await chromium.newContext(options);
      const page = await context.newPage();
      const at = (lang + path).replace("/en/?", "/en?");
      const { bytes, wide, findings, errors } = await look(page, at, rules);
      const expected = path === "/no-existe" ? 404 : 200;
      const loud = errors.filter((said) => !(expected === 404 && said.includes("404")));
      for (const what of [...findings, ...loud]) defects.push(`${at}: ${what}`);
      if (wide > 0) defects.push(`${at}: ${wide} px wider than the screen`);
      if (bytes > bytes_max) defects.push(`${at}: ${bytes} bytes transferred`);
      if (bytes === 0) defects.push(`${at}: nothing was transferred`);
      await context.close();
    };
    // Two at once: while one page is judged the service makes the other.
    const worker = async () => {
      for (let next = open.shift(); next; next = open.shift()) await one(next);
    };
    await Promise.all([worker(), worker()]);
    assert.deepEqual(defects, []);
  });
}
