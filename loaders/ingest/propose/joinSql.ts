/** Two queries of one table's rows as one, under one header that names the inputs of both. */
export function joinSql(first: string, second: string): string {
  const [one, other] = [partsOf(first), partsOf(second)];
  const inputs = /^-- inputs +(?=\S)/;
  const others = other.head.find((line) => inputs.test(line))?.replace(inputs, "");
  const head = one.head.map((line) => (inputs.test(line) && others ? `${line}; ${others}` : line));
  const more = other.head.filter((line) => /^-- (FINISH|leaves out|rows )/.test(line) && !head.includes(line));
  return [
    ...head,
    ...more,
    "SELECT * FROM (",
    ...one.body.map(indented),
    ")",
    "UNION ALL BY NAME",
    "SELECT * FROM (",
    ...other.body.map(indented),
    ")",
    ...one.order,
    ""
  ].join("\n");
}

interface Parts {
  readonly head: readonly string[];
  readonly body: readonly string[];
  readonly order: readonly string[];
}

function partsOf(sql: string): Parts {
  const lines = sql.trimEnd().split("\n");
  const begins = lines.findIndex((line) => !line.startsWith("--"));
  const ends = lines.at(-1)?.startsWith("ORDER BY") ? lines.length - 1 : lines.length;
  return {head: lines.slice(0, begins), body: lines.slice(begins, ends), order: lines.slice(ends)};
}

const indented = (line: string): string => `  ${line}`;
