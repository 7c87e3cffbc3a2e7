/** A name as the database compares it: quoted or not, the letters A to Z are as their small ones, and no others are. */
export const folded = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
