/** Why nothing is published of a period's persons before it is closed. */
export const notClosed = "its period is not closed yet";
