import type {Node} from "./parseMapping.js";

/** An expression whose columns are named as the raw row's, `raw`. */
export function ofRaw(node: Node): Node {
  if (node.class === "COLUMN_REF") {
    const name = (node.column_names as readonly string[]).at(-1) ?? "";
    return {...node, column_names: ["raw", name]};
  }
  return Object.fromEntries(Object.entries(node).map(([name, of]) => [name, within(of)]));
}

function within(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(within);
  return typeof value === "object" && value !== null ? ofRaw(value as Node) : value;
}
