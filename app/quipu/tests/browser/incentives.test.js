// The local incentive plan as the ministry publishes a goal, a municipality answers on a phone, the ministry verifies and transfers,
// and everybody reads it; and what a body says of the design of its budget programme.
import { after, before, test } from "node:test";
import { look as looked, sizes } from "./look.js";
import { comeIn, everywhere, send, town, withSecondFactor } from "./people.js";

const tumbes = "M:240101-301804";
const people = {
  mae: ["Mae Luna", "mae@mef.gob.pe", "e-09-009.budget-directorate"],
  tula: ["Tula Vega", "tula@tumbes.gob.pe", "m-240101-301804.planner"],
  pia: ["Pía Soto", "pia@pcm.gob.pe", "e-01-001.planner"],
};
const look = (page, name) => looked(page, `incentives-${name}`);

let of, server;
before(async () => {
  of = await town(people);
  ({ server } = of);
});
after(() => of?.close());

test("a goal is published, answered, verified, paid and read", async () => {
  const mef = await comeIn(of, "mae");
  await withSecondFactor(of, mef, "mae");
  await mef.goto(`${server.url}/oficina/incentivos`);
  await look(mef, "office-es-desktop");
  await send(mef, "/oficina/incentivos", {
    year: "2026", code: "M1", objective: "collection", title: "Recaudar más del impuesto predial",
    title_en: "Collect more of the property tax", text: "Recaudar en el semestre lo que la meta pide de lo emitido.",
    class: "named", named: tumbes, measure: "Recaudación de lo emitido", unit: "%", sense: "at_least", threshold: "80.5",
    needs: "both", evidence: "Reporte de recaudación firmado.", due_on: "2026-12-31", late: "earns-nothing", basis: "divided",
    whole: "2000.00", share: "50", verifier: "E:09-009", norm: "DS 1-2026-EF",
  });
  await look(mef, "goal-office-es-desktop");
  const planner = await comeIn(of, "tula", sizes.phone);
  await look(planner, "landing-es-phone");
  const offer = `/oficina/incentivo/2026-M1:${tumbes}`;
  await planner.goto(server.url + offer);
  await look(planner, "offer-es-phone");
  await planner.locator("form[action$='/evidencia'] [name=file]").setInputFiles({
    name: "reporte.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF reporte"),
  });
  await send(planner, "/evidencia", { value: "85.25", text: "Se recaudó lo que dice el reporte." });
  await mef.goto(server.url + offer);
  await look(mef, "verify-es-desktop");
  await send(mef, "/verificacion", { verdict: "fulfilled", reason: "El reporte lo muestra" });
  await mef.goto(`${server.url}/oficina/incentivos?year=2026`);
  await look(mef, "transfers-es-desktop");
  await send(mef, "/oficina/transferencias-de-incentivos", { lines: `${tumbes} 400.00`, norm: "DS 9-2026-EF", approved_on: "2026-11-24" });
  await everywhere(of, look, "/incentivos", "list", { es: /Recaudar más del impuesto predial/, en: /Earned and not transferred\s+S\/\s600/ });
  await everywhere(of, look, "/incentivos?year=2020", "spent", { es: /Lo que se gastó de este dinero en 2020/ });
  await everywhere(of, look, "/incentivos/2026/M1", "goal");
  await everywhere(of, look, `/incentivos/entidad/${tumbes}`, "body");
});

test("a body says what its programme is for", async () => {
  const page = await comeIn(of, "pia");
  await page.goto(`${server.url}/oficina/marco`);
  await look(page, "designs-es-desktop");
  await page.goto(`${server.url}/oficina/marco/0068`);
  await look(page, "design-es-desktop");
  await send(page, "/oficina/marco/0068", { aspect: "problem", words: "Población expuesta a emergencias y desastres", source: "Anexo 2, 2026" });
  await send(page, "/oficina/marco/0068", {
    aspect: "magnitude", product: "3000734", words: "Brigadas equipadas", quantity: "1250", unit: "brigada", of_year: "2020", source: "POI 2020",
  });
  await look(page, "design-said-es-desktop");
  await everywhere(of, look, "/programa/0068/marco?year=2020", "frame", { es: /Población expuesta/, en: /Problem it answers/ });
});
