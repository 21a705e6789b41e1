// Pictures of the pages on the sample, in both languages, at desktop and phone width:
// `node screenshots.js FOLDER [PATH…]`; those of the README are in docs/screenshots.
import { join } from "node:path";
import { browser, sample, serve } from "./quipu.js";
import { paths } from "./paths.js";

const [folder, ...asked] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node screenshots.js FOLDER [PATH…]");
  process.exit(2);
}
const wanted = asked.length > 0 ? asked : paths;
const name = (path) => path.split("?")[0].replaceAll(/[^A-Za-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "inicio";
const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

const state = sample("series,period,territory,value,source\nENDES-ANEMIA-6-35,2020,PE,40,INEI\n");
const server = await serve(state.data);
const chromium = await browser();
for (const path of wanted) {
  for (const lang of ["es", "en"]) {
    for (const [size, viewport] of Object.entries(sizes)) {
      const context = await chromium.newContext({ viewport, javaScriptEnabled: false });
      const page = await context.newPage();
      const prefix = lang === "en" ? "/en" : "";
      await page.goto(server.url + (prefix + path).replace(/^\/en\/(\?|$)/, "/en$1"));
      await page.screenshot({ path: join(folder, `${name(path)}-${lang}-${size}.png`), fullPage: true });
      await context.close();
    }
  }
}
await chromium.close();
await server.stop();
state.remove();
