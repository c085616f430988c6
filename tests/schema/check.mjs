// Holds levels/schema/*.json against what editors use: ajv (strict) and yaml-language-server.
// Prints one line a problem, and a count; exit code 1 when there is a problem.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import { parseAllDocuments } from "yaml";
import { startServer } from "./server.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const levels = join(root, "levels");
const invalid = join(root, "tests", "fixtures", "levels", "invalid");
const problems = [];
let checks = 0;
const check = (isRight, problem) => {
  checks++;
  if (!isRight) {
    problems.push(problem);
  }
};

const read = (...path) => readFileSync(join(...path), "utf8");
const yamlFilesIn = (folder) => readdirSync(folder).filter((name) => name.endsWith(".yaml")).sort();
const schemaOf = (name) => ({ "pack.yaml": "pack", "kinds.yaml": "kinds" })[name] ?? "level";

const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true });
const schemas = {};
for (const name of ["level", "pack", "kinds"]) {
  schemas[name] = ajv.compile(JSON.parse(read(levels, "schema", `${name}.v1.json`)));
}

/** True when YAML of one document that the schema takes. */
function isTaken(schema, text) {
  const documents = parseAllDocuments(text);
  if (documents.length !== 1 || documents[0].errors.length + documents[0].warnings.length > 0) {
    return false;
  }

  try {
    return schemas[schema](documents[0].toJS());
  } catch (error) {
    // An alias of nothing.
    if (error instanceof ReferenceError) {
      return false;
    }

    throw error;
  }
}

for (const name of yamlFilesIn(levels)) {
  check(isTaken(schemaOf(name), read(levels, name)), `ajv refuses levels/${name}`);
}

const unseen = read(root, "tests", "fixtures", "levels", "no-schema-sees.txt").split("\n")
  .filter((line) => line && !line.startsWith("#")).map((line) => `${line.split(" ")[0]}.yaml`);
const seen = yamlFilesIn(invalid).filter((name) => !unseen.includes(name));
for (const name of seen) {
  check(!isTaken("level", read(invalid, name)), `ajv takes tests/fixtures/levels/invalid/${name}`);
}

const server = await startServer(levels);
try {
  await Promise.all(yamlFilesIn(levels).map(async (name) => {
    const path = join(levels, name);
    const found = await server.open(path, read(path));
    check(found.length === 0, `yaml-language-server on levels/${name}: ${found.map((d) => d.message).join("; ")}`);
  }));

  const firstLine = "# yaml-language-server: $schema=schema/level.v1.json\n";
  // Of a file without a word in it an editor says nothing, nor of a key whose value is still to be written.
  const silent = ["cut-by-a-comma.yaml", "lone-word-in-mix.yaml"];
  const written = seen.filter((name) => !silent.includes(name) && read(invalid, name).split("\n").some((line) => /^[^#]/.test(line)));
  await Promise.all(written.map(async (name) => {
    const found = await server.open(join(levels, `invalid-${name}`), firstLine + read(invalid, name));
    check(found.length > 0, `yaml-language-server finds nothing in tests/fixtures/levels/invalid/${name}`);
  }));

  const path = join(levels, "being-written.yaml");
  await server.open(path, `${firstLine}format: 1\nkind: \nskip:\n  \nm`);
  const hover = await server.hover(path, 2, 1);
  check(JSON.stringify(hover ?? "").includes("What the player does"), "no help on the key 'kind'");
  const labelsAt = async (line, character) => (await server.complete(path, line, character)).items.map((item) => item.label);
  check((await labelsAt(2, 6)).includes("golf"), "no completion of a level's kind");
  check((await labelsAt(4, 2)).includes("vocabulary"), "no completion of the keys of 'skip'");
  check((await labelsAt(5, 1)).includes("misconceptions"), "no completion of a level's keys");
} finally {
  server.stop();
}

problems.forEach((problem) => console.log(problem));
console.log(`${checks - problems.length} of ${checks} checks of the schemas with ajv and yaml-language-server hold`);
process.exitCode = problems.length === 0 ? 0 : 1;
