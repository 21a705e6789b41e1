// Builds dist/app-<hash>.css from scss/app.scss. The name carries the content's hash, so that browsers
// may keep the file for good.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import * as sass from "sass";

const folder = new URL("./dist/", import.meta.url);
const BYTES_GZ_MAX = 15_000;

const { css } = sass.compile(new URL("./scss/app.scss", import.meta.url).pathname, {
  loadPaths: [new URL("./node_modules", import.meta.url).pathname],
  style: "compressed",
  quietDeps: true,
});

const bytes_gz = gzipSync(css).length;
if (bytes_gz > BYTES_GZ_MAX) {
  console.error(`app.css is ${bytes_gz} bytes compressed, more than ${BYTES_GZ_MAX}: use fewer components`);
  process.exit(1);
}

mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder)) {
  if (/^app-.*\.css$/.test(old)) rmSync(new URL(old, folder));
}
const hash = createHash("sha256").update(css).digest("hex").slice(0, 16);
writeFileSync(new URL(`app-${hash}.css`, folder), css);
console.log(`web/dist/app-${hash}.css: ${css.length} bytes, ${bytes_gz} compressed`);
