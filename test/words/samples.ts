/** Plain data of every kind that the rooms tell apart. */
import type {StudyWords} from "../../src/words/en/words.js";
import {everyRoom, type RoomName} from "./everyRoom.js";

export type Room<Name extends RoomName> = (typeof everyRoom)[Name]["en"];

export type Said<Names extends RoomName> = {readonly [Name in Names]: (room: Room<Name>) => unknown};

export const study: StudyWords = {
  unit: {one: "部署", many: "部署"},
  person: {one: "管理職", many: "管理職"},
  programme: "研修"
};
export const {unit, person} = study;
export const phrases = everyRoom.exposure.ja.exposurePhrases({kind: "share", one: "参加率", step: 0.1}, study);
export const outcome = {name: "margin", label: "利益率"};
export const sides = ["higher", "lower"] as const;
export const bools = [true, false] as const;
export const answers = ["clear", "difference", "small", "none", "impossible"] as const;
export const levels = [1, 2, 3, 4, 5] as const;
export const ends = [
  {low: 0.1, high: 0.3},
  {low: -0.1, high: 0.3}
] as const;
export const open = {low: null, high: null};
export const shown = {estimate: 0.2, low: 0.1, high: 0.3, unit: "points", digits: 2};
export const point = {
  title: "題",
  sentence: "値は0.2点です。95%信頼区間は0.1〜0.3です（24部署に基づく）。残り。",
  certainty: "low"
};
export const domains = ["selection", "missing", "measurement", "precision", "consistency", "multiplicity"] as const;
export const states = ["answered", "open", "failed", "unmade"] as const;
export const advised = {
  hoped: true,
  drawn: false,
  programme: "研修",
  outcome: "利益率",
  person,
  fewRated: true,
  ratersKnew: true
};
