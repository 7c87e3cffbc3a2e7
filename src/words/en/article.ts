const vowel = /^(?:[aeio]|u(?!ni|se|sa|til)|hour|honou?r)/i;

/** A name with its article: "a state", "an office", "a unit". */
export const article = (name: string): string => `${vowel.test(name) ? "an" : "a"} ${name}`;
