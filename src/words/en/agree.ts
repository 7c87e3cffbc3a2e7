/** what follows a name's head: "traffic deaths at night", "packs sold", "hours worked a week" */
const after =
  / (?:for|of|in|per|at|on|by|from|with|to|a|an|each|under|over|after|sold|paid|lost|spent|made|taken|driven|who|which|that|\w+ed)\b/;
const oneForm = /(?:ics|news|series)$/i;

/** A name without what follows its head: of "length of stay" the length. */
export const headOf = (name: string): string => name.split(after)[0] ?? name;

/** Whether a name is said of several: "job-training grants", "packs sold", but not "the purpose", "tennis" or "mathematics". */
export function isPlural(name: string): boolean {
  const head = headOf(name);
  return /[^siu]s$/i.test(head) && !oneForm.test(head);
}

/** The form of a verb that agrees with what it is said of: "makes" of one, "make" of several. */
export const agree = (name: string, one: string, several: string): string => (isPlural(name) ? several : one);
