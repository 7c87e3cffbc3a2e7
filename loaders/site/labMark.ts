/** What every file and output of the lab carries, and no published file may. */
export const labMark = 'lab="not-for-publication"';

/** Whether a text comes from the lab; in JSON its quotes are escaped. */
export function isFromLab(text: string): boolean {
  return /\blab=\\?"not-for-publication/.test(text);
}
