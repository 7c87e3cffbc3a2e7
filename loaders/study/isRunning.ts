/** Whether a process of this number is there, whosever it is. */
export function isRunning(number: number): boolean {
  try {
    return process.kill(number, 0);
  } catch (error) {
    // there, and somebody else's
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
