// A data folder of the sample, a server on it, a browser before it.
import { spawn, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";

const root = resolve(import.meta.dirname, "../../../..");
const program = process.env.QUIPU_BIN ?? join(root, "target/debug/quipu");

/** The day the sample was recorded, and the day a value of it was corrected. */
export const recorded = "2026-03-02T15:00:00Z";
export const corrected = "2026-06-01T15:00:00Z";
export const now = "2026-11-24T15:00:00Z";

/** Runs the program as on that instant. */
export function quipu(data, instant, ...args) {
  return execFileSync(program, ["--data", data, "--now", instant, ...args], { cwd: root, encoding: "utf8" });
}

/** A folder with the sample, and one correction in CSV recorded later. */
export function sample(correction) {
  const folder = mkdtempSync(join(tmpdir(), "quipu-browser-"));
  const data = join(folder, "data");
  quipu(data, recorded, "init", "countries/peru", "--sample");
  const file = join(folder, "correction.csv");
  writeFileSync(file, correction);
  quipu(data, corrected, "import", "observations", file, "--source", "INEI");
  return { data, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A port that nobody listens on, for a site that must know its own address before it starts. */
export function freePort() {
  return new Promise((done) => {
    const taken = createServer().listen(0, "127.0.0.1", () => {
      const { port } = taken.address();
      taken.close(() => done(port));
    });
  });
}

/** Serves a data folder, on a free port where none is named. */
export async function serve(data, port = 0, ...more) {
  const server = spawn(program, ["--data", data, "--now", now, "serve", "--listen", `127.0.0.1:${port}`, "--no-bulk", ...more], { cwd: root });
  server.stderr.pipe(process.stderr);
  const url = await new Promise((done, failed) => {
    let said = "";
    server.stdout.on("data", (bytes) => {
      said += bytes;
      const found = said.match(/http:\/\/[0-9.:]+/);
      if (found) done(found[0]);
    });
    server.on("exit", (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
  });
  // The index of the search is made after a start.
  for (let times = 0; times < 120; times += 1) {
    const answer = await fetch(`${url}/buscar?q=anemia`);
    if (!/se está preparando/.test(await answer.text())) break;
    await new Promise((done) => setTimeout(done, 500));
  }
  const stopped = new Promise((done) => server.on("exit", done));
  return { url, stop: () => { server.kill("SIGINT"); return stopped; } };
}

export function browser() {
  const names = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];
  const executablePath = process.env.CHROMIUM ?? names.find(existsSync);
  if (!executablePath) throw new Error("no Chromium: install Debian's package chromium, or name one in CHROMIUM");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath, args });
}
