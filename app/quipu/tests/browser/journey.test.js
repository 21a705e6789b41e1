// A reader without JavaScript: from home to an objective, to its money, to its indicator, to the explanation,
// to another known date. And the same with the keyboard alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, corrected, sample, serve } from "./quipu.js";

// Anaemia of 2020 as corrected later: what a page shows depends on the day as known.
const correction = "series,indicator,period,territory,value,source,quality_note\n"
  + "ENDES-ANEMIA-6-35,,2020,PE,33.3,\"INEI, ENDES\",corrected\n";
const before_correction = "2026-03-15";
const indicator = /\/indicador\/MUESTRA-PESEM-11(%40|@)1\/OES1-I2/;

let state, server, chromium, page;
before(async () => {
  state = sample(correction);
  server = await serve(state.data);
  chromium = await browser();
  const context = await chromium.newContext({ javaScriptEnabled: false, locale: "es-PE" });
  page = await context.newPage();
});
after(async () => {
  await chromium?.close();
  await server?.stop();
  state?.remove();
});

const open = async (path) => {
  const answer = await page.goto(server.url + path);
  assert.equal(answer.status(), 200, path);
};
const heading = () => page.locator("h1").innerText();
/** Opens every level, as a reader does who looks for something; without a script that is many clicks. */
const unfold = async () => {
  for (let closed; (closed = page.locator("main details:not([open]) > summary").first()) && await closed.count();) {
    await closed.click();
  }
};

test("from home to an objective, its money, its indicator, the explanation and another day", async () => {
  await open("/?year=2020");
  assert.equal(await page.locator("html").getAttribute("lang"), "es");
  await page.locator("main a[href*='/objetivo/PEDN']").filter({ hasNotText: /^\s*$/ }).nth(1).click();
  assert.match(page.url(), /\/objetivo\/PEDN[^/]*\/OE2.*year=2020/);
  const objective = await heading();
  await unfold();
  assert.match(await page.locator("main").innerText(), /muestra/i, "samples say so");

  await page.locator("main a[href*='/presupuesto?']").first().click();
  assert.match(page.url(), /year=2020/, "the year goes along");
  const total = page.locator("main table .q-total").first();
  assert.match(await total.innerText(), /\d\s\d{3},\d{2}/, "exact amounts");
  await page.goBack();
  assert.equal(await heading(), objective);

  await unfold();
  const link = page.locator("main a[href*='/indicador/MUESTRA-PESEM-11']").filter({ hasText: "Anemia" }).first();
  assert.match(await link.getAttribute("href"), indicator);
  await link.click();
  assert.match(await heading(), /Anemia/);
  const explained = await page.locator("main").innerText();
  assert.match(explained, /33,3/, "the value corrected since");
  assert.match(explained, /status\.on_track/, "the version of the rule");

  await page.locator(".q-known summary").click();
  await page.locator("input[name=known]").fill(before_correction);
  await page.locator(".q-known form button").click();
  assert.match(page.url(), /known=2026-03-15/);
  assert.doesNotMatch(await page.locator("main").innerText(), /33,3/, "as it was known before the correction");
  await page.locator(".q-known-back").click();
  assert.match(await page.locator("main").innerText(), /33,3/);
});

test("the language changes and nothing else", async () => {
  await open("/objetivo/PEDN/OE2?year=2020&known=2026-03-15");
  await page.locator(".q-language").click();
  assert.match(page.url(), /\/en\/objetivo\/PEDN\/OE2\?year=2020&known=2026-03-15$/);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
});

test("with the keyboard alone", async () => {
  await open("/objetivo/PEDN/OE2?year=2020");
  await page.keyboard.press("Tab");
  assert.match(await page.locator(":focus").getAttribute("class"), /skip-link/, "the first stop skips to the content");
  const closed = page.locator("main details.q-node:not([open])");
  const count = await closed.count();
  assert.ok(count > 0, "there is a level to open");
  await closed.first().locator("> summary").focus();
  await page.keyboard.press("Enter");
  assert.equal(await closed.count(), count - 1);
});

test("an address that means nothing is answered in words", async () => {
  for (const [path, status] of [["/objetivo/PEDN/OE99", 404], ["/?known=2026-02-30", 400], ["/?year=MMXX", 400]]) {
    const answer = await page.goto(server.url + path);
    assert.equal(answer.status(), status, path);
    assert.ok((await page.locator("main").innerText()).length > 80, path);
  }
  assert.ok(corrected > before_correction);
});
