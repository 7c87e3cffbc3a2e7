import {named, studyKept} from "./language.js";
import {say} from "./say.js";

export interface Noun {
  readonly one: string;
  readonly many: string;
}

const called = (word: Noun | undefined, otherwise: Noun): Noun =>
  word ? {one: named(word.one), many: named(word.many)} : otherwise;

/** What units belong to, by the study's own word. */
export const divisionNoun = (): Noun =>
  called(studyKept().words?.division, {one: say("division"), many: say("divisions")});

/** The same in short: of a "line of business" a line. */
export function lineNoun(): Noun {
  const {one, many} = divisionNoun();
  return {one: one.split(" of ")[0] ?? one, many: many.split(" of ")[0] ?? many};
}

/** What is compared, by the study's own word. */
export const unitNoun = (): Noun => called(studyKept().words?.unit, {one: say("unit"), many: say("units")});

/** Who takes part, by the study's own word. */
export const personNoun = (): Noun => called(studyKept().words?.person, {one: say("manager"), many: say("managers")});
