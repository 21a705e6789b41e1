// Four readers in both languages, each from the home page to what they came for, without a script. Every stop is
// kept as a picture in target/screenshots, to be looked at.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { browser, sample, serve } from "./quipu.js";

const pictures = resolve(import.meta.dirname, "../../../../target/screenshots");
const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

let state, server, chromium;
before(async () => {
  mkdirSync(pictures, { recursive: true });
  state = sample("series,indicator,period,territory,value,source\nENDES-ANEMIA-6-35,,2020,PE,33.3,INEI\n");
  server = await serve(state.data);
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  await server?.stop();
  state?.remove();
});

/** One reader: what they do, as steps on a page that knows its language. */
class Reader {
  constructor(name, lang, page) {
    Object.assign(this, { name, lang, page, stop: 0 });
  }

  async open(path) {
    const answer = await this.page.goto(server.url + (this.lang === "en" ? "/en" : "") + path);
    assert.equal(answer.status(), 200, path);
    await this.look();
  }

  /** Follows the first link of the main part whose address matches. */
  async follow(address) {
    const links = this.page.locator("main a, .q-nav a, .q-footer a");
    for (const link of await links.all()) {
      const href = await link.getAttribute("href");
      if (href && address.test(href) && (await link.isVisible())) {
        await Promise.all([this.page.waitForLoadState("load"), link.click()]);
        await this.page.waitForURL(address);
        await this.look();
        return;
      }
    }
    assert.fail(`${this.name}: no link to ${address} on ${this.page.url()}`);
  }

  async look() {
    assert.equal(await this.page.locator("html").getAttribute("lang"), this.lang, this.page.url());
    assert.equal(await this.page.locator("h1").count(), 1, this.page.url());
    this.stop += 1;
    await this.page.screenshot({ path: join(pictures, `${this.name}-${this.lang}-${this.stop}.png`) });
  }

  text() {
    return this.page.locator("main").innerText();
  }

  async fetch(href) {
    const answer = await fetch(new URL(href, server.url));
    assert.equal(answer.status, 200, href);
    return Buffer.from(await answer.arrayBuffer());
  }
}

const words = {
  es: { reach: /Dinero que llega a él/, removes: /no quita nada/, sha: /SHA-256/, subscribe: /Suscribirse/ },
  en: { reach: /Money that reaches it/, removes: /removes nothing/, sha: /SHA-256/, subscribe: /Subscribe/ },
};

const readers = {
  async journalist(reader) {
    await reader.open("/?year=2020");
    await reader.page.locator("#search-q").fill("anemia");
    await reader.page.locator(".q-search button").click();
    await reader.page.waitForURL(/buscar/);
    await reader.look();
    await reader.follow(/indicador\/MUESTRA-PESEM-11/);
    assert.match(await reader.text(), /status\.on_track/, "the rule by which it is judged");
    await reader.open("/presupuesto?year=2020&by=department");
    await reader.follow(/format=cite/);
    const cited = await reader.text();
    assert.match(cited, words[reader.lang].sha);
    const digest = cited.match(/[0-9a-f]{64}/)?.[0];
    assert.ok(digest, "the citation has a digest");
    const addresses = await reader.page.locator("main a").evaluateAll((links) => links.map((a) => a.getAttribute("href")));
    const csv = addresses.find((href) => href.includes("format=csv"));
    assert.ok(csv, "the citation leads to the very table");
    const found = createHash("sha256").update(await reader.fetch(csv)).digest("hex");
    assert.equal(found, digest, "who quotes the table can prove it later");
  },
  async adviser(reader) {
    await reader.open("/cobertura?year=2020");
    await reader.open("/objetivo/PEDN/OE2?year=2020");
    await reader.follow(/objetivo\/PEDN.*\/impacto/);
    const told = await reader.text();
    assert.match(told, words[reader.lang].reach);
    assert.match(told, words[reader.lang].removes);
    await reader.open("/plan/PEDN?year=2020");
    await reader.follow(/\/matriz/);
    await reader.open("/plan/PEDN@actualizado?with=2011");
    assert.match(await reader.text(), /2011/);
  },
  async citizen(reader) {
    await reader.open("/territorios");
    await reader.page.locator("main input[name=q]").first().fill("Zorritos");
    await reader.page.locator("main form button").first().click();
    await reader.look();
    await reader.follow(/territorio\/240201/);
    await reader.follow(/entidad\/M(:|%3A)240201/);
    await reader.follow(/cambios\?|cambios$/);
    assert.match(await reader.text(), words[reader.lang].subscribe);
  },
  async planner(reader) {
    await reader.open("/planes");
    await reader.follow(/plan\/MUESTRA-PEI-11-011/);
    const book = await reader.page.locator("main a[href*='/libro']").first().getAttribute("href");
    assert.equal((await reader.fetch(book)).subarray(0, 2).toString(), "PK", "the workbook that import reads");
    await reader.follow(/\/matriz/);
    await reader.open("/hallazgos?plan=MUESTRA-DEFECTOS%401");
    assert.match(await reader.text(), /MUESTRA-DEFECTOS/);
    await reader.open("/datos");
  },
};

for (const [name, journey] of Object.entries(readers)) {
  for (const lang of ["es", "en"]) {
    test(`${name}, ${lang}`, async () => {
      const profile = name === "citizen" ? phone : desktop;
      const context = await chromium.newContext({ ...profile, javaScriptEnabled: false });
      try {
        await journey(new Reader(name, lang, await context.newPage()));
      } finally {
        await context.close();
      }
    });
  }
}
