/** Whether a name is said of several: "job-training grants", but not "the purpose" or "tennis". */
export const isPlural = (name: string): boolean => /[^siu]s$/i.test(name.split(/ (?:for|of|in|per) /)[0] ?? name);

/** The form of a verb that agrees with what it is said of: "makes" of one, "make" of several. */
export const agree = (name: string, one: string, several: string): string => (isPlural(name) ? several : one);
