// How long a citizen on a slow line waits, page by page: `bench/render`.
import { browser, sample, serve } from "./quipu.js";
import { paths } from "./paths.js";

/** 256 kbit a second, and what a distant cell adds to each question. */
const line = { offline: false, downloadThroughput: 256_000 / 8, uploadThroughput: 64_000 / 8, latency: 300 };
const goal = 5_000;

const data = sample("series,period,territory,value,source\nIDH,2031,PE,0.8,INEI\n");
const server = await serve(data.data);
const chromium = await browser();
const rows = [];
try {
  for (const path of paths) {
    // Nothing kept from the page before: the first page that a reader opens.
    const context = await chromium.newContext({ viewport: { width: 375, height: 812 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", line);
    let bytes = 0;
    session.on("Network.loadingFinished", (event) => { bytes += event.encodedDataLength; });
    await page.goto(server.url + path, { waitUntil: "load", timeout: 60_000 });
    const paint = await page.evaluate(() => new Promise((done) => {
      const first = () => performance.getEntriesByName("first-contentful-paint")[0];
      const wait = () => (first() ? done(first().startTime) : setTimeout(wait, 50));
      wait();
    }));
    rows.push({ path, bytes, paint: Math.round(paint) });
    await context.close();
  }
} finally {
  await chromium.close();
  await server.stop();
  data.remove();
}
rows.sort((one, other) => other.paint - one.paint);
const late = rows.filter((row) => row.paint > goal);
const median = rows[Math.floor(rows.length / 2)];
console.log(`${rows.length} kinds of pages at 256 kbit/s and 300 ms, a phone's width, nothing kept from before.\n`);
console.log("| page | kB on the line | first paint, ms |\n|---|---:|---:|");
for (const row of rows.slice(0, 5)) console.log(`| \`${row.path}\` | ${(row.bytes / 1000).toFixed(1)} | ${row.paint} |`);
console.log(`| the median page | ${(median.bytes / 1000).toFixed(1)} | ${median.paint} |`);
console.log(`\nGoal: ≤ ${goal} ms: ${late.length === 0 ? "met by all" : `missed by ${late.map((row) => row.path).join(", ")}`}.`);
