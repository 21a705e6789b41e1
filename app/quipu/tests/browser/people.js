// A state with people at its posts, served, and a browser: each chooses a password from their letter and comes in.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { sizes } from "./look.js";
import { browser, now, quipu, sample, serve } from "./quipu.js";

export const password = "nudo papaya ventisca lluvia";
const values = "series,indicator,period,territory,value,source\nENDES-ANEMIA-6-35,,2020,PE,33.3,INEI\n";

/** Names somebody to a post at the terminal, and gives the way to their password. */
export function name(data, [name, email, post]) {
  const said = quipu(data, now, "admin", "create", "--name", name, "--email", email, "--post", post, "--norm", "RM 1-2026");
  return said.match(/\/clave\/nueva\?pase=\S+/)[0];
}

/** `people`: by a short name, what they are called, their address and post. */
export async function town(people) {
  const state = sample(values);
  const links = Object.fromEntries(Object.entries(people).map(([who, told]) => [who, name(state.data, told)]));
  const server = await serve(state.data);
  const chromium = await browser();
  return { state, links, people, server, chromium, close: async () => {
    await chromium.close();
    await server.stop();
    state.remove();
  } };
}

export async function choosePassword(page, address) {
  await page.goto(address);
  await page.fill("#password", password);
  await page.fill("#again", password);
  await page.click("main button[type=submit]");
}

export async function signIn(page, server, email, { lang = "es", next = "/oficina" } = {}) {
  const prefix = lang === "en" ? "/en" : "";
  await page.goto(`${server.url}${prefix}/ingresar?next=${encodeURIComponent(prefix + next)}`);
  await page.fill("#email", email);
  await page.fill("#password", password);
  await page.click("main button[type=submit]");
  await page.waitForURL(`${server.url}${prefix}${next}`);
}

/** A page of somebody of the town who came in; with a password chosen before, the first time. */
export async function comeIn(town, who, profile = sizes.desktop, lang = "es") {
  const page = await (await town.chromium.newContext(profile)).newPage();
  if (town.links[who]) {
    await choosePassword(page, town.server.url + town.links[who]);
    delete town.links[who];
  }
  await signIn(page, town.server, town.people[who][1], { lang });
  return page;
}

/** What an authenticator app shows (RFC 6238, as RFC 4226 truncates it) at the moment the server's clock stands at. */
function code(secret) {
  const bits = [...secret].map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.parse(now) / 30_000)));
  const hash = createHmac("sha1", key).update(step).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Makes a second factor, and comes in again by it: what posts of wide reach ask for. */
export async function withSecondFactor({ server, people }, page, who) {
  await page.goto(`${server.url}/cuenta/segundo-factor`);
  const secret = await page.inputValue("input[name=secret]");
  await page.fill("#code", code(secret));
  await page.locator("form:has(#code) button[type=submit]").click();
  const [spare] = await page.locator(".q-codes code").allInnerTexts();
  await page.context().clearCookies();
  await page.goto(`${server.url}/ingresar`);
  await page.fill("#email", people[who][1]);
  await page.fill("#password", password);
  await page.click("main button[type=submit]");
  await page.waitForURL("**/ingresar/codigo*");
  await page.fill("#code", spare);
  await page.click("main button[type=submit]");
}

/** Fills the form that goes to an address ending so, and sends it. */
export async function send(page, action, fields) {
  const form = page.locator(`main form[action$='${action}']`).last();
  await form.evaluate((node) => { const all = node.closest("details"); if (all) all.open = true; });
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name=${name}]`);
    if (value instanceof Buffer) await field.setInputFiles({ name: "hojas.csv", mimeType: "text/csv", buffer: value });
    else if (await field.evaluate((node) => node.tagName === "SELECT")) await field.selectOption(value);
    else await field.fill(value);
  }
  const [answer] = await Promise.all([page.waitForNavigation(), form.locator("button[type=submit]").click()]);
  assert.equal(answer.status(), 200, await page.locator("main").innerText());
}

/** A page in both languages, on a phone and wide, as anybody sees it. */
export async function everywhere({ chromium, server }, look, path, name, words = {}) {
  for (const lang of ["es", "en"]) {
    for (const [size, profile] of Object.entries(sizes)) {
      const page = await (await chromium.newContext(profile)).newPage();
      await page.goto(`${server.url}${lang === "en" ? "/en" : ""}${path}`);
      if (words[lang]) assert.match(await page.locator("main").innerText(), words[lang]);
      await look(page, `${name}-${lang}-${size}`);
      await page.context().close();
    }
  }
}
