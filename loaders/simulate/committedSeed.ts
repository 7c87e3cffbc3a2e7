/** The seed of the committed study. */
export const committedSeed = 11;
