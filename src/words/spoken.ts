import {type Language, language} from "./language.js";

/** What a room of words must have in every language: the same names, the same data in, text out. */
export type Room<T> = {
  readonly [Name in keyof T]: T[Name] extends string
    ? string
    : T[Name] extends (...data: never[]) => unknown
      ? T[Name]
      : T[Name] extends object
        ? Room<T[Name]>
        : T[Name];
};

type Said = (...data: unknown[]) => unknown;

/**
 * One room of words in every language. What it says is in the language in force when it is asked, so that a function may
 * be taken from the room once and for all; a text may not, and is read from the room.
 */
export function spoken<T extends object>(rooms: Readonly<Record<Language, Room<T>>>): Room<T> {
  return roomOf(() => rooms[language()], rooms.en) as Room<T>;
}

function roomOf(inForce: () => object, named: object): object {
  const room = {};
  for (const [name, one] of Object.entries(named)) {
    const now = (): unknown => (inForce() as Record<string, unknown>)[name];
    if (typeof one === "function") {
      const say: Said = (...data) => (now() as Said)(...data);
      Object.defineProperty(room, name, {value: say, enumerable: true});
    } else if (isRoom(one))
      Object.defineProperty(room, name, {value: roomOf(() => now() as object, one), enumerable: true});
    else Object.defineProperty(room, name, {get: now, enumerable: true});
  }
  return room;
}

const isRoom = (one: unknown): one is object => typeof one === "object" && one !== null && !Array.isArray(one);
