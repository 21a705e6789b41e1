// What an official types is not lost: not by a line that breaks, not by a session that ends, not by an answer that refuses;
// and nobody else at that browser finds it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look as looked, sizes } from "./look.js";
import { choosePassword, signIn, town } from "./people.js";

const people = { ana: ["Ana Quispe", "ana@minsa.gob.pe", "e-11-011.planner"] };
const words = "El desabastecimiento de hierro continúa en once establecimientos.";
const form = "/oficina/entidad/E:11-011/alerta";

let of, server, chromium;
before(async () => {
  of = await town(people);
  ({ server, chromium } = of);
  const page = await chromium.newPage();
  await choosePassword(page, server.url + of.links.ana);
  await page.close();
});
after(() => of?.close());

const comeIn = (page, next) => signIn(page, server, people.ana[1], { next });
async function opened(size = sizes.phone) {
  const context = await chromium.newContext(size);
  const page = await context.newPage();
  await comeIn(page);
  return { context, page };
}
const area = (page) => page.locator("main form textarea").first();
const note = (page) => page.locator(".q-draft");
const send = (page) => page.click("main .q-form button[type=submit]");
const kept = (page) => page.evaluate(() => JSON.stringify({ ...localStorage }));

for (const lang of ["es", "en"]) {
  for (const [size, profile] of Object.entries(sizes)) {
    test(`a line breaks while words are sent, ${lang}, ${size}`, async () => {
      const { context, page } = await opened(profile);
      const address = `${server.url}${lang === "en" ? "/en" : ""}${form}`;
      await page.goto(address);
      assert.equal(await note(page).count(), 0, "nothing was typed yet");
      await area(page).fill(words);
      await context.setOffline(true);
      await send(page).catch(() => {});
      await page.waitForURL(/^chrome-error/).catch(() => {});
      await context.setOffline(false);
      await page.goto(address);
      assert.equal(await area(page).inputValue(), words);
      assert.match(await note(page).innerText(), lang === "en" ? /We brought back what you wrote/ : /Recuperamos lo que escribió/);
      await looked(page, `office-draft-${lang}-${size}`);
      await note(page).locator("button").click();
      assert.equal(await area(page).inputValue(), "");
      await page.reload();
      assert.equal(await note(page).count(), 0, "discarded");
      await context.close();
    });
  }
}

test("a session ends while words are written", async () => {
  const { context, page } = await opened();
  await page.goto(server.url + form);
  await area(page).fill(words);
  await context.clearCookies();
  await send(page);
  await page.waitForURL(/\/ingresar/);
  await comeIn(page, form);
  assert.equal(await area(page).inputValue(), words);
  await context.close();
});

test("an answer that refuses keeps them, one that takes them does not", async () => {
  const { context, page } = await opened();
  await page.goto(server.url + form);
  await area(page).fill(words);
  const plans = `${server.url}/oficina/planes`;
  await page.goto(plans);
  await page.fill("#plan", "MUESTRA-PEI-11-011");
  await page.fill("#version", "");
  await send(page);
  assert.equal(await page.locator("main .govuk-error-summary").count(), 1, "a version is asked for");
  await page.goto(plans);
  assert.equal(await page.inputValue("#plan"), "MUESTRA-PEI-11-011", "left without sending it again");
  await page.fill("#version", "2027");
  await send(page);
  await page.waitForURL("**/oficina/planes/f*");
  assert.doesNotMatch(await kept(page), /MUESTRA-PEI/, "what was taken is dropped");
  assert.match(await kept(page), /desabastecimiento/, "what waits still is kept");
  await page.goto(`${server.url}/oficina/planes`);
  assert.equal(await note(page).count(), 0);
  await context.close();
});

test("an error keeps them, also of a form that is sent to its own address", async () => {
  const { context, page } = await opened();
  await page.goto(`${server.url}/oficina/planes`);
  await page.fill("#version", "2029");
  // Larger than anything that the service reads.
  await page.locator("#plan").evaluate((field) => { field.value = "x".repeat(2_200_000); });
  await send(page);
  assert.match(await page.locator(".q-kicker").innerText(), /^4\d\d$/);
  await page.click("main a.govuk-link");
  await page.goto(`${server.url}/oficina/planes`);
  assert.equal(await page.inputValue("#version"), "2029");
  await context.close();
});

test("who leaves takes it along, and no password is kept", async () => {
  const { context, page } = await opened();
  await page.goto(`${server.url}/cuenta/contrasena`);
  for (const field of await page.locator("main form input[type=password]").all()) await field.fill("secreto de prueba");
  await page.goto(server.url + form);
  await area(page).fill(words);
  const before_leaving = await kept(page);
  assert.match(before_leaving, /desabastecimiento/);
  assert.doesNotMatch(before_leaving, /secreto de prueba/);
  await page.click(".q-door button");
  await page.waitForURL(`${server.url}/`);
  assert.equal(await kept(page), "{}");
  await comeIn(page, form);
  assert.equal(await area(page).inputValue(), "");
  await context.close();
});

test("another account at the same browser finds nothing", async () => {
  const { context, page } = await opened();
  await page.goto(server.url + form);
  await area(page).fill(words);
  await page.evaluate(() => {
    for (const [name, draft] of Object.entries({ ...localStorage })) {
      localStorage.removeItem(name);
      localStorage.setItem(name.replace(/^draft \S+/, "draft another"), draft);
    }
  });
  await page.reload();
  assert.equal(await area(page).inputValue(), "");
  await context.close();
});

test("after a week it is dropped", async () => {
  const { context, page } = await opened();
  await page.goto(server.url + form);
  await area(page).fill(words);
  await page.evaluate(() => {
    for (const [name, draft] of Object.entries({ ...localStorage })) {
      localStorage.setItem(name, JSON.stringify({ ...JSON.parse(draft), at: Date.now() - 8 * 86_400_000 }));
    }
  });
  await page.reload();
  assert.equal(await area(page).inputValue(), "");
  assert.equal(await kept(page), "{}");
  await context.close();
});
