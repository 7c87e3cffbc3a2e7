/** A verb's answer on standard output: in words, or with `json` as one line of data. */
export function printAnswer(data: unknown, words: string, {json = false}: {readonly json?: boolean} = {}): void {
  process.stdout.write(`${json ? JSON.stringify(data) : words}\n`);
}
