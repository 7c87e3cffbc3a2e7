import type {DuckDBConnection} from "@duckdb/node-api";

/** quick work says nothing; what takes longer says every so often, in milliseconds, how far it is */
const every = 5000;

/** The database's work on a file, which says on the standard error how far it is. */
export async function tellProgress<T>(
  connection: DuckDBConnection,
  {file, doing}: {readonly file: string; readonly doing: string},
  work: () => Promise<T>
): Promise<T> {
  const timer = setInterval(() => say(file, doing, connection.progress.percentage / 100), every);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** The bytes of a file as they are, which say on the standard error how many of them were read. */
export async function* tellBytes(
  bytes: AsyncIterable<Buffer>,
  {file, size}: {readonly file: string; readonly size: number}
): AsyncGenerator<Buffer> {
  let [seen, said] = [0, Date.now()];
  for await (const chunk of bytes) {
    yield chunk;
    seen += chunk.length;
    if (Date.now() - said < every) continue;
    said = Date.now();
    say(file, "reading", seen / size);
  }
}

/** The database does not always know how far it is. */
function say(file: string, doing: string, share: number): void {
  const far = share > 0 && share <= 1 ? ` ${Math.floor(100 * share)} %` : "";
  process.stderr.write(`${file}: ${doing}${far}\n`);
}
