/** Leaves the process with what a verb answers, once all of it is done. */
export async function exitWith(answer: Promise<number>): Promise<void> {
  process.exitCode = await answer;
}
