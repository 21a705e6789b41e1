// Outlines of the places of Peru, simplified once per level: node make.js FOLDER, with the geometries of
// juaneladio/peru-geojson @3213eeb1bbe5 in it (see ../SOURCES.md). mapshaper simplifies arcs, not polygons, so
// that neighbours keep one border; points are then rounded, the same point to the same numbers everywhere.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import mapshaper from "mapshaper";

const from = process.argv[2];
const to = new URL("..", import.meta.url).pathname;
const SOURCES = {
  "peru_provincial_simple.geojson": "3663a2b58e52a6bba9c43acabe33e7d9bb065e54551edd9aa375a411fd0c7fa1",
  "peru_distrital_simple.geojson": "1eba0da33464b0818f05bfcf066672e6c9cf979ddc0549c8c2e9ca4d0122ac73",
};
// Points in a degree: ten thousandths are 11 m.
const UNITS = 10_000;

const input = {};
for (const [name, digest] of Object.entries(SOURCES)) {
  input[name] = readFileSync(`${from}/${name}`);
  const found = createHash("sha256").update(input[name]).digest("hex");
  if (found !== digest) throw new Error(`${name} is not the file these outlines were made from: ${found}`);
}

// Putumayo is a province since 2014 (Law 30186), made of the two old districts of Maynas; the source has it
// inside Maynas. Pieces of one code are one place. Departments are their provinces, without the borders between.
const commands = `
  -i peru_distrital_simple.geojson name=districts
  -filter '!this.isNull && IDDIST != "160109" && IDDIST != "160114"' + name=d
  -each 'code = IDDIST' target=d
  -filter '!this.isNull && (IDDIST == "160109" || IDDIST == "160114")' target=districts + name=putumayo
  -dissolve target=putumayo -each 'code = "1608"' target=putumayo
  -i peru_provincial_simple.geojson name=provinces
  -dissolve FIRST_IDPR target=provinces -each 'code = FIRST_IDPR' target=provinces
  -filter 'code == "1601"' target=provinces + name=maynas
  -filter 'code != "1601"' target=provinces + name=others
  -clip putumayo target=maynas + name=new
  -erase putumayo target=maynas + name=rest
  -each 'code = "1608"' target=new
  -each 'code = "1601"' target=rest
  -merge-layers target=others,new,rest force name=p
  -dissolve code target=p
  -clean gap-fill-area=60km2 sliver-control=1 target=p
  -simplify weighted 30% keep-shapes target=p
  -each 'department = code.slice(0, 2)' target=p
  -o p.json format=geojson precision=0.0001 target=p
  -dissolve department target=p + name=e
  -filter-islands min-area=60km2 target=e
  -simplify weighted 60% keep-shapes target=e
  -each 'code = department' target=e
  -o e.json format=geojson precision=0.0001 target=e
`;
const of_districts = `
  -i peru_distrital_simple.geojson
  -filter '!this.isNull && IDDIST != "160109" && IDDIST != "160114"'
  -dissolve IDDIST -each 'code = IDDIST'
  -simplify weighted 85% keep-shapes
  -o d.json format=geojson precision=0.0001
`;
const flat = (text) => text.trim().split(/\s*\n\s*/).join(" ");
const made = {
  ...(await mapshaper.applyCommands(flat(commands), input)),
  ...(await mapshaper.applyCommands(flat(of_districts), input)),
};

// A ring as numbers: longitude and latitude of its first point in ten thousandths of a degree, then the steps.
function ring(points) {
  const whole = points.map(([lon, lat]) => [Math.round(lon * UNITS), Math.round(lat * UNITS)]);
  const kept = whole.filter(([x, y], at) => at === 0 || x !== whole[at - 1][0] || y !== whole[at - 1][1]);
  if (kept.length < 4) return undefined;
  kept.pop();
  return kept.map(([x, y], at) => (at === 0 ? `${x} ${y}` : `${x - kept[at - 1][0]} ${y - kept[at - 1][1]}`)).join(" ");
}

function lines(json) {
  const { features, geometries } = JSON.parse(json);
  if (geometries) throw new Error("codes were lost");
  const line = ({ properties, geometry }) => {
    if (!geometry) throw new Error(`nothing is left of ${properties.code}`);
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const rings = polygons.flat().map(ring).filter(Boolean);
    if (rings.length === 0) throw new Error(`nothing is left of ${properties.code}`);
    return `${properties.code},${rings.join(";")}`;
  };
  return features.map(line).sort();
}

const write = (name, rows) => writeFileSync(`${to}${name}.csv`, `code,rings\n${rows.join("\n")}\n`);
write("departments", lines(made["e.json"]));
write("provinces", lines(made["p.json"]));
write("districts", lines(made["d.json"]));
console.log(["e", "p", "d"].map((level) => `${level}: ${lines(made[`${level}.json`]).length} outlines`).join("\n"));
