/** Keys of persons, and whether a text has one: as the whole of it, as a word or two of it, or anywhere in it. */
export interface PersonKeys {
  /** written as the key is, in whatever capitals */
  is(text: string): boolean;
  /** a key of letters and digits as words of a longer text, such as a unit's name */
  within(text: string): boolean;
  /** any key in a rule: as a word, as a number with zeros before it, or hidden in a longer word */
  hiddenIn(rule: string): boolean;
}

/** characters from which a key is looked for inside longer words: shorter ones are there by chance */
const telling = 4;
/** words that a key of several has at most, as smith.j-2 */
const mostWords = 4;

export function personKeys(keys: Iterable<string>): PersonKeys {
  const folded = new Set(Array.from(keys, fold).filter((key) => key !== ""));
  const mixed = new Set([...folded].filter((key) => key.length >= telling && /\d/.test(key) && /\p{L}/u.test(key)));
  const numbers = new Set([...folded].filter((key) => /^\d+$/.test(key)).map(plain));
  return {
    is: askedOnce((text) => folded.has(fold(text))),
    within: askedOnce((text) => wordsIn(fold(text)).some((words) => mixed.has(words))),
    hiddenIn(rule) {
      const said = fold(rule);
      // a digit in a column's name, which stands in double quotes, is no person's number
      const bare = said.replaceAll(/"(?:[^"]|"")*"/g, " ");
      const tokens = [...bare.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = ""]) => text.replaceAll("''", "'"));
      if ([...tokens, ...bare.split(/[^\p{L}\p{N}_.@-]+/u)].some((token) => folded.has(token))) return true;
      if ((bare.match(/\d+/g) ?? []).some((run) => run.length >= telling && numbers.has(plain(run)))) return true;
      const named = (words: string): boolean => words.length >= telling && !/^\d+$/.test(words) && folded.has(words);
      return wordsIn(bare).some(named) || [...mixed].some((key) => said.includes(key));
    }
  };
}

/** A unit's name stands in every row of its tables. */
function askedOnce(ask: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const answer = known.get(text) ?? ask(text);
    known.set(text, answer);
    return answer;
  };
}

const fold = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

const plain = (number: string): string => number.replace(/^0+(?=\d)/, "");

/** Each word of a text, and each few that follow one another, with what stands between them. */
function wordsIn(text: string): string[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  return words.flatMap(({index}, first) =>
    words.slice(first, first + mostWords).map((last) => text.slice(index, last.index + last[0].length))
  );
}
