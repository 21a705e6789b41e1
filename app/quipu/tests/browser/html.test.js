// Every kind of page, in both languages, as text: valid to two checkers that share no code.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { sample, serve } from "./quipu.js";
import { paths } from "./paths.js";

let state, server;
const pages = new Map();
before(async () => {
  state = sample("series,indicator,period,territory,value,source\nENDES-ANEMIA-6-35,,2020,PE,33.3,INEI\n");
  server = await serve(state.data);
  for (const lang of ["", "/en"]) {
    for (const path of paths) {
      const at = (lang + path).replace("/en/?", "/en?");
      pages.set(at, await (await fetch(server.url + at)).text());
    }
  }
});
after(async () => {
  await server?.stop();
  state?.remove();
});

const rules = {
  extends: ["html-validate:standard"],
  rules: {
    // How templates break lines is no matter of what a reader gets.
    "no-trailing-whitespace": "off",
    // Voids are written as HTML writes them; both forms are valid.
    "void-style": "off",
    // Attributes without a value, and with an empty one, are the same.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // Amounts and codes hold no-break spaces and long words on purpose.
    "long-title": "off",
    "no-inline-style": "error",
  },
};

test("html-validate finds nothing", async () => {
  const checker = new HtmlValidate(rules);
  const found = [];
  for (const [at, text] of pages) {
    const report = await checker.validateString(text, at);
    for (const result of report.results) {
      found.push(...result.messages.slice(0, 5).map((m) => `${at}:${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
    }
  }
  assert.deepEqual(found, []);
});

test("the Nu checker finds nothing", (t) => {
  try {
    execFileSync("java", ["-version"], { stdio: "ignore" });
  } catch {
    return t.skip("no java: install Debian's default-jre-headless, or run ./test, which does");
  }
  const jar = createRequire(import.meta.url)("vnu-jar");
  const folder = mkdtempSync(join(tmpdir(), "quipu-html-"));
  try {
    const names = [...pages].map(([, text], at) => {
      const file = join(folder, `${at}.html`);
      writeFileSync(file, text);
      return file;
    });
    let said;
    try {
      execFileSync("java", ["-jar", jar, "--format", "json", ...names], { encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] });
      return;
    } catch (failed) {
      said = failed.stderr;
    }
    const addresses = [...pages.keys()];
    const found = JSON.parse(said).messages.filter((m) => m.type !== "info" || m.subType === "warning");
    const lines = found.map((m) => `${addresses[m.url.match(/(\d+)\.html$/)?.[1]]}:${m.lastLine} ${m.message} ${m.extract ?? ""}`);
    assert.deepEqual(lines, []);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
