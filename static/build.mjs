// Styles and scripts of the pages: compiled and copied into static/built, which git ignores.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "..", "node_modules");
const built = join(here, "built");

mkdirSync(built, { recursive: true });
const { css } = sass.compile(join(here, "site.scss"), {
  loadPaths: [packages],
  style: "compressed",
  quietDeps: true,
  logger: sass.Logger.silent,
});
writeFileSync(join(built, "site.css"), css);
const script = readFileSync(
  join(packages, "nhsuk-frontend", "dist", "nhsuk", "nhsuk-frontend.min.js"),
  "utf8",
);
// Without the pointer to a source map, which is not served.
writeFileSync(
  join(built, "nhsuk-frontend.min.js"),
  script.replace(/\/\/# sourceMappingURL=\S+\s*$/, ""),
);
console.log(`static/built/site.css: ${Math.round(css.length / 1024)} KB`);
