import {existsSync} from "node:fs";
import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";

/** `notebook new TITLE`: begins a page with code, among the site's pages or among the study's own. */
export async function runNotebook(title: string, values: {readonly study?: string}): Promise<number> {
  if (values.study !== undefined && !existsSync(join(values.study, "datapackage.json")))
    throw new RangeError(`${values.study} has no datapackage.json; name a study's folder`);
  const folder = values.study === undefined ? "src/notebooks" : join(values.study, "notebooks");
  const slug = slugOf(title);
  const file = join(folder, `${slug}.md`);
  await mkdir(folder, {recursive: true});
  await writeFile(file, begun(title), {flag: "wx"}).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EEXIST" ? new RangeError(`${file} is there already; choose another title`) : error;
  });
  process.stdout.write(`${file}\nnpx longview dev shows it at /notebooks/${slug} while you write.\n`);
  return 0;
}

/** @throws {RangeError} if nothing of the title can stand in an address */
export function slugOf(title: string): string {
  const slug = title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60);
  if (slug === "") throw new RangeError("invalid title; it needs a Latin letter or a digit for its address");
  return slug;
}

function begun(title: string): string {
  return `---
nav: ${JSON.stringify(title)}
order: 9.9
needs: [department_years]
---

# ${title}

What is asked, and why. This notebook is exploratory.

\`\`\`js
import {forest, ols, scatter, tables} from "longview";
\`\`\`

\`\`\`js
const fit = ols("margin ~ participation | department_id + fiscal_year", tables.department_years, {vcov: "CR2"});
\`\`\`

The estimate is \${fit.term("participation").estimate.toFixed(4)}, based on \${fit.n} rows.

\`\`\`js
display(
  scatter(
    tables.department_years,
    {x: "participation", y: "margin"},
    {unit: "department_id", fit: "within", title: "Margin by participation"}
  )
);
\`\`\`
`;
}
