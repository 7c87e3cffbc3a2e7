/** What DuckDB says went wrong: its own kind of error, the system's number where a file was at fault, and its words. */
export interface DatabaseFault {
  /** as DuckDB names it: IO, Conversion, Binder, Permission and so on */
  readonly kind: string;
  readonly errno: number | null;
  /** may quote a value */
  readonly words: string;
}

/** Makes a connection's errors say their kind and number apart from their words. */
export const sayFaults = "SET errors_as_json = true";

/** Null where the error is not DuckDB's. The only place that takes its messages apart. */
export function databaseFault(error: unknown): DatabaseFault | null {
  if (!(error instanceof Error) || error.constructor !== Error) return null;
  const {message} = error;
  const said = /^(?:[A-Z][\w ]* Error: )?(\{"exception_type":.*\})/s.exec(message)?.[1];
  if (said !== undefined) return ofJson(said);
  const [, kind, words = ""] = /^([A-Z]\w*(?: [A-Za-z]+){0,2}) Error: (.*)/s.exec(message) ?? [];
  return kind === undefined ? null : {kind, errno: null, words};
}

function ofJson(said: string): DatabaseFault | null {
  try {
    const {exception_type, exception_message, errno} = JSON.parse(said) as Record<string, string | undefined>;
    return {
      kind: exception_type ?? "Unknown",
      errno: errno === undefined ? null : Number(errno),
      words: exception_message ?? ""
    };
  } catch {
    return {kind: "Unknown", errno: null, words: ""};
  }
}
