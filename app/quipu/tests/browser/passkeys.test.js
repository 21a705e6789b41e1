// An official with a key on their device, as a real browser keeps one (its own virtual authenticator): taken at the account,
// good for a login by itself, refused where the device does not know its owner; and what is offered without a script.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look as looked, sizes } from "./look.js";
import { browser, freePort, now, quipu, sample, serve } from "./quipu.js";

const password = "nudo papaya ventisca lluvia";
const { phone } = sizes;

let state, server, chromium, site, link;
before(async () => {
  state = sample("series,indicator,period,territory,value,source\nENDES-ANEMIA-6-35,,2020,PE,33.3,INEI\n");
  const said = quipu(state.data, now, "admin", "create", "--name", "Ana Quispe", "--email", "ana@minsa.gob.pe", "--post", "e-11-011.planner", "--norm", "RM 1-2026");
  link = said.match(/\/clave\/nueva\?pase=\S+/)[0];
  const port = await freePort();
  // Browsers let a machine's own name have keys without encryption, and its number not.
  site = `http://localhost:${port}`;
  server = await serve(state.data, port, "--site", site);
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  await server?.stop();
  state?.remove();
});

/** A device in the page's browser. */
async function device(page, options = {}) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true, ...options,
    },
  });
  return {
    keys: async () => (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    add: (credential) => session.send("WebAuthn.addCredential", { authenticatorId, credential }),
    knowsOwner: (isUserVerified) => session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

const look = (page, name) => looked(page, `passkeys-${name}`);

const press = (page) => page.click("main .q-form:has([name=answer]) button[type=submit]");

test("a key is taken, lets in by itself, and is refused where the device does not know its owner", async () => {
  const context = await chromium.newContext(phone);
  const page = await context.newPage();
  const blocked = [];
  page.on("console", (said) => { if (/Content Security Policy/.test(said.text())) blocked.push(said.text()); });
  const own = await device(page);
  await page.goto(site + link);
  await page.fill("#password", password);
  await page.fill("#again", password);
  await page.click("main button[type=submit]");
  await page.goto(`${site}/ingresar?next=/oficina`);
  await page.fill("#email", "ana@minsa.gob.pe");
  await page.fill("#password", password);
  await page.click("main button[type=submit]");
  await page.waitForURL("**/oficina");
  await page.goto(`${site}/cuenta/llaves`);
  await look(page, "none-es-phone");
  await page.fill("#name", "Teléfono de Ana");
  await Promise.all([page.waitForNavigation(), press(page)]);
  assert.match(await page.locator("main").innerText(), /Anote estos códigos/);
  const keys = await own.keys();
  assert.equal(keys.length, 1);
  assert.ok(keys[0].isResidentCredential && keys[0].rpId === "localhost", JSON.stringify(keys[0]));
  await page.goto(`${site}/en/cuenta/llaves`);
  assert.match(await page.locator("main").innerText(), /Teléfono de Ana/);
  await look(page, "one-en-phone");
  await page.click(".q-door button");

  await page.goto(`${site}/ingresar?next=/cuenta`);
  await page.click("main a[href*='/ingresar/llave']");
  await look(page, "enter-es-phone");
  await press(page);
  await page.waitForURL("**/cuenta");
  assert.match(await page.locator("main").innerText(), /Llave de acceso/);
  await page.click(".q-door button");

  await own.knowsOwner(false);
  await page.goto(`${site}/en/ingresar/llave`);
  await Promise.all([page.waitForNavigation(), press(page)]);
  assert.match(await page.locator(".govuk-error-summary").innerText(), /did not confirm that it is you/);
  await look(page, "refused-en-phone");
  assert.deepEqual(blocked, []);

  // Somebody copied the key some logins ago: their device counts less than its owner's.
  await own.knowsOwner(true);
  const other = await chromium.newContext(phone);
  const evil = await other.newPage();
  await evil.goto(site);
  const copy = await device(evil);
  await copy.add({ ...keys[0], signCount: 0 });
  await evil.goto(`${site}/ingresar/llave`);
  await Promise.all([evil.waitForNavigation(), press(evil)]);
  assert.match(await evil.locator(".govuk-error-summary").innerText(), /alguien la haya copiado/);
  await other.close();
  await context.close();
});

test("without a script there is another way in", async () => {
  const context = await chromium.newContext({ ...phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site}/ingresar/llave?next=/oficina`);
  await press(page);
  assert.match(await page.locator(".govuk-error-summary").innerText(), /use otra manera/);
  await page.click("main a[href*='/ingresar?']");
  await page.fill("#email", "ana@minsa.gob.pe");
  await page.fill("#password", password);
  await page.click("main button[type=submit]");
  await page.waitForURL("**/ingresar/codigo*");
  await context.close();
});
