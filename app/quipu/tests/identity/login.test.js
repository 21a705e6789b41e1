// Somebody logs in at the real program through a real identity provider, and goes out by both.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { Browser } from "./browser.js";

const root = resolve(import.meta.dirname, "../../../..");
const program = process.env.QUIPU_BIN ?? join(root, "target/debug/quipu");
const folder = mkdtempSync(join(tmpdir(), "quipu-identity-"));
const data = join(folder, "data");
const quipu = (...args) => execFileSync(program, ["--data", data, ...args], { cwd: root, encoding: "utf8" });
const running = [];
let site;
let issuer;

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Starts a program; it has started when it says the words. */
function start(command, args, words) {
  const child = spawn(command, args, { cwd: root });
  running.push(child);
  child.stderr.pipe(process.stderr);
  return new Promise((done, failed) => {
    let said = "";
    child.stdout.on("data", (bytes) => {
      said += bytes;
      if (said.includes(words)) done();
    });
    child.on("exit", (code) => failed(new Error(`${command} ended with ${code}: ${said}`)));
  });
}

const settings = () => `
issuer = "${issuer}"
client_id = "quipu"
client_secret = "a secret of the client that is long enough for every way of using it, HS256 among them"
redirect_url = "${site}/ingresar/identidad/vuelta"
scopes = ["profile", "email"]
allow_http = true
[claims]
roles = "roles"
entity = "entity"
[roles]
planificador = "planner"
root = "system_administrator"
[accounts]
name = "ID Perú"
posts = true
[accounts.entities]
"010" = "E:01-001"
`;

before(async () => {
  site = `http://127.0.0.1:${await freePort()}`;
  issuer = `http://127.0.0.1:${await freePort()}`;
  writeFileSync(join(folder, "identity.toml"), settings());
  quipu("init", "countries/peru");
  const ana = ["--name", "Ana Quispe", "--email", "ana@example.pe", "--post", "e-01-001.approver", "--norm", "RM 1-2026"];
  quipu("admin", "create", ...ana);
  const listen = ["--listen", site.slice("http://".length), "--site", site, "--no-bulk"];
  await start(program, ["--data", data, "serve", ...listen, "--identity", join(folder, "identity.toml")], "Quipu at");
});

after(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const begin = () => `${site}/ingresar/identidad?next=/oficina`;

test("a provider that is down when the service starts stops nobody, and is found once it is up", async () => {
  const ana = new Browser("ana");
  const refused = await ana.ask(begin());
  assert.equal(refused.status, 422);
  assert.match(refused.text, /no responde ahora/);
  assert.match((await ana.ask(`${site}/ingresar`)).text, /Ingresar con ID Perú/);
  const back = `${site}/ingresar/identidad/vuelta`;
  const script = join(root, "app/identity/tests/provider/provider.mjs");
  await start("node", [script, "--port", new URL(issuer).port, "--back", back, "--out", `${site}/`], issuer);
  let sent;
  for (let times = 0; times < 40 && !sent; times += 1) {
    await new Promise((done) => setTimeout(done, 500));
    ({ sent } = await ana.ask(begin()));
  }
  assert.ok(sent?.startsWith(`${issuer}/auth`), sent);
  assert.doesNotMatch((await ana.ask(`${site}/ingresar`)).text, /no responde/);
});

test("who was invited comes in, is named to the post that the provider tells, and goes out by both", async () => {
  const ana = new Browser("ana");
  const office = await ana.follow(begin(), issuer);
  assert.equal(office.url, `${site}/oficina`);
  assert.equal(office.status, 200);
  const acts = [...office.text.matchAll(/name="post" value="([^"]+)"/g)].map(([, post]) => post);
  assert.deepEqual(acts, ["e-01-001.planner"], "beside the post held before; no wide one, whatever the provider says");
  assert.ok(ana.filled.includes("login"));

  const answer = office.went.find((url) => url.startsWith(`${site}/ingresar/identidad/vuelta`));
  assert.equal((await ana.ask(answer)).status, 422, "the answer again");
  assert.equal((await new Browser("ana").ask(answer)).status, 422, "the answer in another browser");

  const out = await ana.ask(`${site}/salir`, {});
  assert.equal(out.status, 200);
  const home = new URL((await ana.follow(out.sent, issuer)).url);
  assert.equal(home.origin + home.pathname, `${site}/`);
  assert.equal((await ana.ask(`${site}/oficina`)).status, 303);
  ana.filled = [];
  await ana.follow(begin(), issuer);
  assert.ok(ana.filled.includes("login"), "the provider's session has ended too");
});

test("whom the provider does not vouch for is told so", async () => {
  const beto = await new Browser("beto").follow(begin(), issuer);
  assert.equal(beto.status, 422);
  assert.match(beto.text, /no confirma su correo/);
});

test("the journal verifies", () => {
  quipu("verify");
});
