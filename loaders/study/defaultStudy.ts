/** The study that a verb is about where none is named. */
export const defaultStudy = "data/fujitsu-ssl";
