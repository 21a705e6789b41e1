// OpenSpending's own list of types makes a model of every table of money: every column has a type, every amount
// is a measure.
const { readFileSync } = require("node:fs");
const Types = require("os-types");

const descriptor = JSON.parse(readFileSync(process.argv[2], "utf8"));
const amounts = descriptor.resources[0].schema.fields.filter((field) => field.columnType === "value").length;
let wrong = amounts === 0;
for (const { name, schema } of descriptor.resources) {
  const fields = schema.fields.map((field) => ({ name: field.name, title: field.name, type: field.columnType }));
  const { errors, model } = new Types().fieldsToModel(fields);
  const measures = Object.keys(model?.measures ?? {}).length;
  wrong ||= Boolean(errors) || measures !== amounts;
  console.log(`  ${name}: ${measures} measures, ${Object.keys(model?.dimensions ?? {}).length} dimensions ${JSON.stringify(errors ?? "")}`);
}
process.exit(wrong ? 1 : 0);
