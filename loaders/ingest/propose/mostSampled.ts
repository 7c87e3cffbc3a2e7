/** rows of a file that are looked at */
export const mostSampled = 2000;
