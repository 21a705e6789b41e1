// Every pair of colours that carries text reaches WCAG 2.2 AA (4.5:1); marks and borders of controls 3:1.
import assert from "node:assert";
import { readFileSync } from "node:fs";
import test from "node:test";

const source = readFileSync(new URL("./scss/_tokens.scss", import.meta.url), "utf8");
const tokens = Object.fromEntries([...source.matchAll(/^\$([a-z-]+): (#[0-9a-f]{6});/gm)].map((m) => [m[1], m[2]]));
tokens.white = "#ffffff";

function luminance(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [light, dark] = [luminance(tokens[a]), luminance(tokens[b])].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function check(pairs, least) {
  for (const [front, back] of pairs) {
    assert.ok(tokens[front] && tokens[back], `no token ${front} or ${back}`);
    const ratio = contrast(front, back);
    assert.ok(ratio >= least, `${front} on ${back}: ${ratio.toFixed(2)} < ${least}`);
  }
}

test("text can be read", () => {
  check([
    ["ink", "paper"], ["ink", "card"], ["ink", "cotton"], ["ink", "ochre-pale"], ["ink", "ochre-bright"],
    ["ink-soft", "paper"], ["ink-soft", "card"], ["ink-soft", "cotton"], ["ink-soft", "indigo-pale"],
    ["indigo", "paper"], ["indigo", "card"], ["indigo", "cotton"], ["indigo", "ochre-pale"], ["indigo", "indigo-pale"],
    ["cochineal", "paper"], ["cochineal-deep", "paper"], ["white", "indigo-deep"], ["white", "indigo"],
    ["done", "done-pale"], ["good", "good-pale"], ["behind", "behind-pale"], ["behind", "card"], ["bad", "bad-pale"],
  ], 4.5);
});

test("marks and borders of controls can be seen", () => {
  check([
    ["indigo", "rule"], ["cochineal", "rule"], ["ochre", "card"], ["ochre-bright", "indigo-deep"],
    ["rule-strong", "card"], ["ink", "card"],
  ], 3);
});

test("parts of a bar differ in grey", () => {
  const shades = ["indigo-deep", "cochineal", "ochre", "rule"];
  check(shades.slice(1).map((shade, at) => [shades[at], shade]), 1.5);
});
