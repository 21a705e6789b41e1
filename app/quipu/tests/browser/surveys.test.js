// A perception survey as a planner makes it, a citizen answers it on a phone, and everybody reads it beside the indicators; and
// the checklists of an office. Each page is looked at by the accessibility rules, on a phone and wide, in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look as looked, sizes } from "./look.js";
import { comeIn as entered, everywhere as seen, send, town } from "./people.js";
import { now } from "./quipu.js";

const people = {
  ceci: ["Ceci Mamani", "ceci@ceplan.gob.pe", "e-01-016.planner"],
  olga: ["Olga Rey", "olga@minsa.gob.pe", "e-11-011.planner"],
  rita: ["Rita Soto", "rita@ceplan.gob.pe", "e-01-016.approver"],
};
const look = (page, name) => looked(page, `surveys-${name}`);

let of, server, chromium;
before(async () => {
  of = await town(people);
  ({ server, chromium } = of);
});
after(() => of?.close());

const comeIn = (who) => entered(of, who);
const everywhere = (...told) => seen(of, look, ...told);

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
  const page = await comeIn("olga");
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
