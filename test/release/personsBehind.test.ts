import {describe, expect, it} from "vitest";
import {personsBehind} from "../../loaders/release/models/personsBehind.js";

const table = {
  rating: [1, 2, 3, 4, 5, 1],
  reflective: [0, 1, 0, 1, 0, 0],
  position: [1, 2, 3, 4, 5, 6],
  group_id: ["g", "g", "h", "h", "h", "h"],
  manager_id: ["a", "b", "c", "d", "a", "e"]
};

describe("personsBehind()", () => {
  it.each([
    ["rating ~ position", 5],
    ["rating ~ reflective + position", 2],
    ["rating ~ group_id", 2],
    ["rating ~ reflective:group_id", 1],
    ["rating ~ position + factor(manager_id)", 1],
    ["rating ~ reflective | manager_id", 2]
  ])("%s has %i behind its least supported term", (formula, persons) => {
    expect(personsBehind(formula, table, "manager_id")).toBe(persons);
  });
});
