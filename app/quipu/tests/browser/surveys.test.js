// A perception survey as a planner makes it, a citizen answers it on a phone, and everybody reads it beside the indicators; and
// the checklists of an office. Each page is looked at by the accessibility rules, on a phone and wide, in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look as looked, sizes } from "./look.js";
import { browser, now, quipu, sample, serve } from "./quipu.js";

const password = "nudo papaya ventisca lluvia";
const people = {
  ceci: ["Ceci Mamani", "ceci@ceplan.gob.pe", "e-01-016.planner"],
  rita: ["Rita Soto", "rita@ceplan.gob.pe", "e-01-016.approver"],
};
const look = (page, name) => looked(page, `surveys-${name}`);

let state, server, chromium;
const links = {};
before(async () => {
  state = sample("series,indicator,period,territory,value,source\nENDES-ANEMIA-6-35,,2020,PE,33.3,INEI\n");
  for (const [who, [name, email, post]] of Object.entries(people)) {
    const said = quipu(state.data, now, "admin", "create", "--name", name, "--email", email, "--post", post, "--norm", "RM 1-2026");
    links[who] = said.match(/\/clave\/nueva\?pase=\S+/)[0];
  }
  server = await serve(state.data);
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  await server?.stop();
  state?.remove();
});

async function comeIn(who) {
  const page = await (await chromium.newContext(sizes.desktop)).newPage();
  await page.goto(server.url + links[who]);
  await page.fill("#password", password);
  await page.fill("#again", password);
  await page.click("main button[type=submit]");
  await page.goto(`${server.url}/ingresar?next=${encodeURIComponent("/oficina")}`);
  await page.fill("#email", people[who][1]);
  await page.fill("#password", password);
  await page.click("main button[type=submit]");
  await page.waitForURL("**/oficina");
  return page;
}

/** Fills the form that goes to an address ending so, and sends it. */
async function send(page, action, fields) {
  const form = page.locator(`main form[action$='${action}']`).last();
  await form.evaluate((node) => { const all = node.closest("details"); if (all) all.open = true; });
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name=${name}]`);
    if (value instanceof Buffer) await field.setInputFiles({ name: "hojas.csv", mimeType: "text/csv", buffer: value });
    else if (await field.evaluate((node) => node.tagName === "SELECT")) await field.selectOption(value);
    else await field.fill(value);
  }
  await Promise.all([page.waitForNavigation(), form.locator("button[type=submit]").click()]);
  assert.equal(await page.locator("main .govuk-error-summary").count(), 0, await page.locator("main").innerText());
}

/** A page in both languages, on a phone and wide. */
async function everywhere(path, name, words = {}) {
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

const day = (days) => new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);

test("a wave is drafted, answered, closed, published and read", async () => {
  const planner = await comeIn("ceci");
  await planner.goto(`${server.url}/oficina/preguntas-de-encuesta`);
  await look(planner, "questions-office-es-desktop");
  await send(planner, "/oficina/preguntas-de-encuesta", {
    text: "¿La atención de salud mejoró este año?", text_en: "Did health care get better this year?", scale: "yes_no", favourable: "1",
  });
  await planner.goto(`${server.url}/oficina/preguntas-de-encuesta`);
  const question = (await planner.locator("main").innerText()).match(/q\d+/)[0];
  await planner.goto(`${server.url}/oficina/percepcion`);
  await look(planner, "waves-office-es-desktop");
  await send(planner, "/oficina/percepcion", {
    element: "PEDN@2011/OE2", title: "Servicios de salud 2026", title_en: "Health services 2026", from_on: day(0), to_on: day(30),
    design: "open", unit_web: "visitas", unit_paper: "encuestas repartidas", questions: question,
  });
  const own = new URL(planner.url()).pathname;
  const wave = own.split("/").pop();
  await look(planner, "draft-office-es-desktop");
  await send(planner, "/apertura", {});
  await everywhere(`/encuesta/${wave}`, "form", { es: /mejoró este año/, en: /get better this year/ });
  const citizen = await (await chromium.newContext(sizes.phone)).newPage();
  await citizen.goto(`${server.url}/encuesta/${wave}`);
  await send(citizen, `/encuesta/${wave}`, { r1: "1", territory: "15" });
  assert.match(await citizen.locator("main").innerText(), /Sus respuestas llegaron/);
  await look(citizen, "sent-es-phone");
  await planner.goto(server.url + own);
  const rows = ["15", "04", "08", "13"].flatMap((place, at) =>
    Array.from({ length: 60 - 12 * at }, (_, n) => `${place}-${n},paper,${place},${(n + at) % 3 ? "sí" : "no"}`));
  await send(planner, "/hojas", { file: Buffer.from(`sheet,channel,territory,${question}\n${rows.join("\n")}\n`) });
  await send(planner, "/cierre", { reach_web: "1200", reach_paper: "400" });
  await look(planner, "closed-office-es-desktop");
  const head = await comeIn("rita");
  await head.goto(server.url + own);
  await look(head, "publish-office-es-desktop");
  await send(head, "/publicacion", {});
  await everywhere(`/percepcion/${wave}`, "wave", { es: /Sin margen: respondió quien quiso/, en: /No margin/ });
  await everywhere("/percepcion", "list");
  await everywhere("/objetivo/PEDN/OE2/percepcion", "objective");
});

test("a body answers for its evaluation system", async () => {
  links.ceci = quipu(state.data, now, "admin", "create", "--name", "Olga Rey", "--email", "olga@minsa.gob.pe", "--post", "e-11-011.planner", "--norm", "RM 1-2026")
    .match(/\/clave\/nueva\?pase=\S+/)[0];
  people.ceci[1] = "olga@minsa.gob.pe";
  const page = await comeIn("ceci");
  await page.goto(`${server.url}/oficina/valoraciones`);
  await look(page, "checklists-office-es-desktop");
  await send(page, "/oficina/valoraciones", {});
  await look(page, "checklist-office-es-desktop");
  for (const choice of await page.locator("main form select").all()) await choice.selectOption("partly");
  for (const reason of await page.locator("main form input[type=text]").all()) await reason.fill("Falta una directiva");
  await Promise.all([page.waitForURL("**/valoracion/evaluation_system/**"), page.locator("main .q-form button[type=submit]").click()]);
  await everywhere("/valoracion/evaluation_system/E:11-011", "appraisal", { es: /Falta una directiva/ });
  await everywhere("/valoraciones", "appraisals");
});
