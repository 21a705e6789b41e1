// The office of whoever plans for the country: studies of the future, proposals that wait, a national plan that everybody is asked
// about and its answers, a review of results. Each page is looked at by the accessibility rules, on a phone and wide, in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look, sizes } from "./look.js";
import { comeIn as entered, town, withSecondFactor as stronger } from "./people.js";
import { now } from "./quipu.js";

const people = {
  ceci: ["Ceci Mamani", "ceci@ceplan.gob.pe", "e-01-016.planner"],
  beto: ["Beto Rojas", "beto@ceplan.gob.pe", "e-01-016.planning-board"],
  dora: ["Dora Salas", "dora@pcm.gob.pe", "e-01-001.delivery-unit"],
};
const study = "/oficina/prospectiva/MUESTRA-PERU-2050";

let of, server, chromium;
before(async () => {
  of = await town(people);
  ({ server, chromium } = of);
});
after(() => of?.close());

const comeIn = (who, profile, lang) => entered(of, who, profile, lang);
const withSecondFactor = (page, who) => stronger(of, page, who);

/** Does an act of a case, with its documents. */
async function act(page, name, texts = {}) {
  const form = page.locator(`form:has(input[name=act][value=${name}])`);
  await form.evaluate((node) => { node.closest("details").open = true; });
  for (const file of await form.locator("input[type=file]").all()) {
    await file.setInputFiles({ name: "acta.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF acta") });
  }
  for (const [field, text] of Object.entries(texts)) await form.locator(`[name=${field}]`).fill(text);
  await Promise.all([page.waitForURL("**hecho=acto*"), form.locator("button[type=submit]").click()]);
}

for (const lang of ["es", "en"]) {
  for (const [size, profile] of Object.entries(sizes)) {
    test(`studies in the office, ${lang}, ${size}`, async () => {
      const page = await comeIn("ceci", profile, lang);
      const prefix = lang === "en" ? "/en" : "";
      for (const [name, path] of [
        ["list", "/oficina/prospectiva"],
        ["study", study],
        ["proposals", `${study}/propuestas`],
      ]) {
        await page.goto(server.url + prefix + path);
        await look(page, `studies-${name}-${lang}-${size}`);
      }
      await page.goto(server.url + prefix + study);
      const parts = await page.locator("main a[href*='/parte/']").evaluateAll((all) => [...new Set(all.map((a) => a.pathname))]);
      assert.ok(parts.length > 5, `${parts.length} parts`);
      for (const part of parts) {
        await page.goto(server.url + part);
        await look(page, `studies-${part.split("/").pop()}-${lang}-${size}`);
      }
      await page.context().close();
    });
  }
}

test("everybody is asked about a national plan, speaks, and is answered", async () => {
  const planner = await comeIn("ceci", sizes.desktop);
  await planner.goto(`${server.url}/oficina/planes`);
  await planner.fill("#plan", "PEDN");
  await planner.fill("#version", "2027");
  await planner.click("main .q-form button[type=submit]");
  await planner.waitForURL("**/oficina/planes/f*");
  const own = planner.url().replace(/\?.*/, "");
  await look(planner, "consultation-case-es-desktop");
  const [book] = await Promise.all([planner.waitForEvent("download"), planner.click("a[download]")]);
  await planner.setInputFiles("#draft", await book.path().then(async (path) => {
    const { readFile } = await import("node:fs/promises");
    return { name: book.suggestedFilename(), mimeType: "application/octet-stream", buffer: await readFile(path) };
  }));
  await planner.locator("form:has(#draft) button[type=submit]").click();
  await planner.waitForURL("**hecho=proyecto*");
  await act(planner, "submit");

  const board = await comeIn("beto", sizes.phone);
  await withSecondFactor(board, "beto");
  await board.goto(own);
  await look(board, "consultation-board-es-phone");
  await act(board, "agree_consultation");

  const anybody = await (await chromium.newContext(sizes.phone)).newPage();
  await anybody.goto(`${server.url}/consultas`);
  await look(anybody, "consultations-es-phone");
  await anybody.click("main a[href*='/consulta/c']");
  await look(anybody, "consultation-es-phone");
  const page = anybody.url();
  await anybody.goto(page.replace(server.url, `${server.url}/en`));
  await look(anybody, "consultation-en-phone");
  await anybody.goto(page);
  await anybody.locator("form textarea[name=text]").fill("Falta el agua de los distritos altoandinos.");
  await anybody.locator("form:has(textarea[name=text]) button[type=submit]").click();
  await anybody.waitForURL("**/comentario/*");
  await look(anybody, "consultation-followed-es-phone");

  for (const [lang, size] of [["es", "desktop"], ["en", "phone"]]) {
    const reader = await comeIn("ceci", sizes[size], lang);
    await reader.goto(own.replace(server.url, server.url + (lang === "en" ? "/en" : "")) + "/consulta");
    assert.match(await reader.locator("main").innerText(), /altoandinos/);
    await look(reader, `consultation-answers-${lang}-${size}`);
    await reader.context().close();
  }
  await planner.goto(`${own}/consulta`);
  const answer = planner.locator("form:has([name=answer])").first();
  await answer.locator("[name=shown]").selectOption("yes");
  await answer.locator("[name=taken_up]").selectOption("yes");
  await answer.locator("[name=answer]").fill("Se agregó una acción de agua rural.");
  await answer.locator("button[type=submit]").click();
  await planner.waitForURL("**hecho*");
  await anybody.reload();
  assert.match(await anybody.locator("main").innerText(), /acción de agua rural/);
  await anybody.goto(page);
  assert.match(await anybody.locator("main").innerText(), /altoandinos/);
  await look(anybody, "consultation-answered-es-phone");
});

test("a review is convened, decides about a matter, and everybody reads its papers", async () => {
  const unit = await comeIn("dora", sizes.desktop);
  await withSecondFactor(unit, "dora");
  await unit.goto(`${server.url}/oficina/revisiones`);
  await look(unit, "reviews-office-es-desktop");
  await unit.selectOption("#body", "CPCM");
  await unit.fill("#held_on", now.slice(0, 10));
  await unit.locator("form:has(#body) button[type=submit]").click();
  await unit.waitForURL("**/oficina/revisiones/j*");
  const own = unit.url().replace(/\?.*/, "");
  const form = unit.locator("form[action$='/decision']");
  await form.evaluate((node) => { const all = node.closest("details"); if (all) all.open = true; });
  await form.locator("[name=item]").fill("1");
  await form.locator("[name=kind]").selectOption("corrective");
  await form.locator("[name=text]").fill("Pedir al INEI la serie que falta.");
  await form.locator("[name=owner_role]").selectOption("planner");
  await form.locator("[name=owner_entity]").fill("E:01-016");
  await form.locator("[name=due_on]").fill("2027-01-29");
  await form.locator("button[type=submit]").click();
  await unit.waitForURL("**hecho=decision*");
  assert.match(await unit.locator("main").innerText(), /Pedir al INEI/);
  await look(unit, "review-office-es-desktop");
  await unit.setViewportSize(sizes.phone.viewport);
  await unit.goto(own.replace(server.url, `${server.url}/en`));
  await look(unit, "review-office-en-phone");
  const shown = own.replace("/oficina/revisiones/", "/revision/");
  for (const [lang, size] of [["es", "desktop"], ["en", "phone"]]) {
    const anybody = await (await chromium.newContext(sizes[size])).newPage();
    await anybody.goto(lang === "en" ? shown.replace(server.url, `${server.url}/en`) : shown);
    assert.doesNotMatch(await anybody.locator("main").innerText(), /Pedir al INEI/, "nobody signed it");
    await look(anybody, `review-${lang}-${size}`);
    await anybody.context().close();
  }
});
