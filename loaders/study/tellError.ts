/**
 * What may be printed of an error. Those that are thrown here name places and rules; the database's may quote a value, so
 * of them only the kind is told, and where they arose.
 */
export function tellError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const {message, stack = message} = error;
  const frames = Array.from(stack.replace(message, "").matchAll(/\n {4}at .*:\d+:\d+\)?$/gm), ([frame]) => frame).join(
    ""
  );
  const database = /^[A-Z]\w*( [A-Za-z]+)? Error(?=:)/.exec(message)?.[0];
  if (database) return `${database} in the database; what it says may quote a value and is not shown${frames}`;
  const unforeseen = (error instanceof TypeError || error instanceof ReferenceError) && !("code" in error);
  return unforeseen ? stack : message;
}
