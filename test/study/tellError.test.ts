import {DuckDBInstance} from "@duckdb/node-api";
import {describe, expect, it} from "vitest";
import {tellError} from "../../loaders/study/tellError.js";

describe("tellError()", () => {
  it("tells of the database's errors the kind and the place, never the value", async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const error: unknown = await connection.run("SELECT 'secret'::INTEGER").catch((thrown: unknown) => thrown);
    expect(String(error)).toContain("secret");
    expect(tellError(error)).toMatch(/^Conversion Error in the database/);
    expect(tellError(error)).not.toContain("secret");
  });

  it("tells of others the message, and of a mistake in the code where it is", () => {
    expect(tellError(new RangeError("invalid port: x"))).toBe("invalid port: x");
    expect(tellError(new TypeError("x is not a function"))).toMatch(/x is not a function\n +at /);
    expect(tellError("odd")).toBe("odd");
  });
});
