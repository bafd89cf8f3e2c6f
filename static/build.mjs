// Styles and scripts of the pages: compiled and copied into static/built, which git ignores.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
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
// The icons that the styles name, and no others: no logo, no opengraph picture.
mkdirSync(join(built, "images"), { recursive: true });
const pictures = join(packages, "nhsuk-frontend", "dist", "nhsuk", "assets", "images");
for (const [, name] of css.matchAll(/url\("?\.\/images\/([\w-]+\.svg)"?\)/g)) {
  copyFileSync(join(pictures, name), join(built, "images", name));
}
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
