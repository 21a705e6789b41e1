// An official on a phone, and another at a desk: from the letter to the office, in both languages. Each page is looked at by
// the accessibility rules, fits the screen, and is kept as a picture in target/screenshots.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look as looked, sizes } from "./look.js";
import { choosePassword as chosen, signIn, town } from "./people.js";

const people = {
  ana: ["Ana Quispe", "ana@minsa.gob.pe", "e-11-011.planner"],
  rosa: ["Rosa Ccori", "rosa@minsa.gob.pe", "e-11-011.approver"],
};

let of, server, chromium, links;
before(async () => {
  of = await town(people);
  ({ server, chromium, links } = of);
});
after(() => of?.close());

const look = (page, name) => looked(page, `office-${name}`);

const choosePassword = (page, link) => chosen(page, server.url + link);
const comeIn = (page, lang, email) => signIn(page, server, email, { lang });

test("a planner chooses a password, comes in, opens a plan and goes", async () => {
  const context = await chromium.newContext(sizes.phone);
  const page = await context.newPage();
  await page.goto(server.url + links.ana);
  await look(page, "choose-es-phone");
  await page.fill("#password", "corta");
  await page.fill("#again", "corta");
  await page.click("main button[type=submit]");
  assert.match(await page.locator(".govuk-error-summary").innerText(), /menos de 12/);
  await look(page, "choose-refused-es-phone");
  await choosePassword(page, links.ana);
  await comeIn(page, "es", people.ana[1]);
  assert.match(await page.locator("main").innerText(), /Ana Quispe/);
  await page.goto(`${server.url}/oficina/planes`);
  await page.fill("#plan", "MUESTRA-PEI-11-011");
  await page.fill("#version", "2027");
  await page.click("main .q-form button[type=submit]");
  await page.waitForURL("**/oficina/planes/f*");
  assert.match(await page.locator("main").innerText(), /En redacción/);
  await page.click(".q-door button");
  await page.waitForURL(`${server.url}/`);
  await page.goto(`${server.url}/oficina`);
  assert.match(page.url(), /\/ingresar\?next=/);
  await context.close();
});

for (const lang of ["es", "en"]) {
  for (const [size, profile] of Object.entries(sizes)) {
    test(`the pages of the office, ${lang}, ${size}`, async () => {
      const prefix = lang === "en" ? "/en" : "";
      const context = await chromium.newContext(profile);
      const page = await context.newPage();
      await comeIn(page, lang, people.ana[1]);
      await look(page, `landing-${lang}-${size}`);
      for (const [name, path] of [
        ["account", "/cuenta"],
        ["password", "/cuenta/contrasena"],
        ["factor", "/cuenta/segundo-factor"],
        ["tokens", "/cuenta/tokens"],
        ["plans", "/oficina/planes"],
        ["handover", "/oficina/puesto/e-11-011.planner/entrega"],
        ["owed", "/oficina/entidad/E:11-011/datos"],
        ["value", "/oficina/entidad/E:11-011/dato"],
        ["notices", "/oficina/avisos"],
        ["alerts", "/oficina/alertas"],
        ["tell", "/oficina/entidad/E:11-011/alerta"],
      ]) {
        await page.goto(server.url + prefix + path);
        await look(page, `${name}-${lang}-${size}`);
      }
      await page.goto(`${server.url}${prefix}/oficina/alertas`);
      const alert = await page.locator("main table a[href*='/alerta/']").first().getAttribute("href");
      await page.goto(server.url + alert.replace("/alerta/", "/oficina/alerta/"));
      await look(page, `alert-${lang}-${size}`);
      await page.goto(`${server.url}${prefix}/oficina/planes`);
      await Promise.all([page.waitForURL("**/oficina/planes/f*"), page.click("main table a")]);
      await look(page, `case-${lang}-${size}`);
      await context.close();
    });
  }
}

test("a head sees who holds which post", async () => {
  const context = await chromium.newContext(sizes.desktop);
  const page = await context.newPage();
  await choosePassword(page, links.rosa);
  await comeIn(page, "es", people.rosa[1]);
  await page.goto(`${server.url}/oficina/entidad/E:11-011/personas`);
  assert.match(await page.locator("main").innerText(), /Ana Quispe/);
  await look(page, "people-es-desktop");
  await context.close();
});
