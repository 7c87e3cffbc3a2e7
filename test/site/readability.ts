/** How hard a text is to read: Flesch and Kincaid's grade, and the length of its sentences in words. */
export interface Readability {
  readonly sentences: number;
  readonly words: number;
  readonly median: number;
  readonly longest: string;
  readonly most: number;
  /** 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid et al. 1975) */
  readonly grade: number;
}

/** The sentences of some texts: what ends in a full stop or a question mark; labels and numbers alone are none. */
export const sentencesOf = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(/(?<=[.?!:]) (?=[A-Z“])/))
    .map((text) => text.trim())
    .filter((text) => /[.?!]$/.test(text) && wordsOf(text).length > 2);

const wordsOf = (text: string): string[] => text.match(/[A-Za-z][A-Za-z’'-]*|[−+]?\d[\d.,]*/g) ?? [];

/** A number is one syllable: read at a glance; in a word each run of vowels but a silent e at its end. */
function syllables(word: string): number {
  if (/\d/.test(word)) return 1;
  const plain = word.toLowerCase().replaceAll(/[^a-z]/g, "");
  const runs = plain.replace(/(?:[^laeiouy]e|[^aeiouytd]es|[^aeiouytd]ed)$/, "").match(/[aeiouy]{1,2}/g) ?? [];
  return Math.max(1, runs.length);
}

export function readability(texts: readonly string[]): Readability {
  const sentences = sentencesOf(texts);
  const lengths = sentences.map((one) => wordsOf(one).length);
  const words = sentences.flatMap(wordsOf);
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  const most = lengths.reduce((longest, length) => Math.max(longest, length), 0);
  return {
    sentences: sentences.length,
    words: words.length,
    median: lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0,
    longest: sentences[lengths.indexOf(most)] ?? "",
    most,
    grade: (0.39 * words.length) / sentences.length + (11.8 * spoken) / words.length - 15.59
  };
}
