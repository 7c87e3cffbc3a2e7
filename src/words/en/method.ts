/** How an estimate was made, as its estimator names it. */
export const methodWords = (method: string): string => method;
