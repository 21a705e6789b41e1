// A page looked at: it fits the screen, keeps the accessibility rules, and is kept as a picture in target/screenshots.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = resolve(import.meta.dirname, "../../../../target/screenshots");
mkdirSync(pictures, { recursive: true });

export const sizes = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

export async function look(page, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${name} is ${wide} px wider than the screen`);
  const found = await page.evaluate(`${axe}; axe.run()`);
  const faults = found.violations.map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.html).join(" ")}`);
  assert.deepEqual(faults, [], name);
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}
