/** What stands at a mark `@{name}` in a page: text from data, inert, or markup that a component made. */
export type Mark = {readonly text: string} | {readonly html: string};

export type Marks = Readonly<Record<string, Mark>>;

export function textMark(text: string): Mark {
  return {text};
}

/** Nothing where there is no node. */
export function htmlMark(...nodes: readonly (Element | null | undefined)[]): Mark {
  return {html: nodes.flatMap((node) => (node ? [node.outerHTML] : [])).join("\n")};
}
