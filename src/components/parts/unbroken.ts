/** An interval in brackets stays in one line. */
export const unbroken = (words: string): string => words.replaceAll(/ (?=[^(]*\)$)/g, "\u00a0");
