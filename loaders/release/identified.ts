/** What was estimated, or null where the data can't tell it. */
export function identified<T>(estimate: () => T): T | null {
  try {
    return estimate();
  } catch (error) {
    if (error instanceof RangeError && error.message.startsWith("not identified")) return null;
    throw error;
  }
}
