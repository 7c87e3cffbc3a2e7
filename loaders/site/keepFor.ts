const passage = /<!-- with ([\w.]+) -->([\s\S]*?)<!-- end -->/g;

/** A page without its passages for what a study does not have: each stands between "with findings.sessions" and "end". */
export function keepFor(markdown: string, has: (need: string) => boolean): string {
  return markdown.replaceAll(passage, (_, need: string, text: string) => (has(need) ? text : ""));
}
