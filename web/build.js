// Builds dist/app-<hash>.css from scss/app.scss, and dist/<name>-<hash>.js from scripts/. The name carries the content's hash, so that browsers
// may keep the file for good.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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

// Scripts are few and small, and are served as they are written.
const scripts = new URL("./scripts/", import.meta.url);

mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder)) {
  if (/^app-.*\.css$|\.js$/.test(old)) rmSync(new URL(old, folder));
}
const hashed = (content) => createHash("sha256").update(content).digest("hex").slice(0, 16);
const hash = hashed(css);
writeFileSync(new URL(`app-${hash}.css`, folder), css);
for (const name of readdirSync(scripts)) {
  const script = readFileSync(new URL(name, scripts));
  writeFileSync(new URL(`${name.replace(/\.js$/, "")}-${hashed(script)}.js`, folder), script);
}
console.log(`web/dist/app-${hash}.css: ${css.length} bytes, ${bytes_gz} compressed`);
