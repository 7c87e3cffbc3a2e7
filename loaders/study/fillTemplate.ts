import {readFileSync} from "node:fs";

/**
 * Reads an SQL file and fills its `{{name}}` places with SQL made from the contract: column lists and table names, which
 * can't be bound. Values are bound as $parameters.
 *
 * @throws {Error} if a place has no part, or a part no place
 */
export function fillTemplate(file: URL, parts: Readonly<Record<string, string>>): string {
  const unused = new Set(Object.keys(parts));
  const sql = readFileSync(file, "utf8").replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`no part for {{${name}}} in ${file.pathname}`);
    unused.delete(name);
    return part;
  });
  if (unused.size) throw new Error(`no place for ${[...unused].join(", ")} in ${file.pathname}`);
  return sql;
}
