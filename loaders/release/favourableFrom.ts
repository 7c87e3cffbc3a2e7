/** A session's rating counts as favourable from three quarters of its scale's range: 4 and 5 of 1 to 5. */
export const favourableFrom = 0.75;
