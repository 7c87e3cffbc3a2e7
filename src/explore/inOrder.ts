/** Names in the order of all that there are, each once: so that a comparison reads the same however it was put together. */
export function inOrder(names: readonly string[], all: readonly string[]): string[] {
  return all.filter((name) => names.includes(name));
}
