import {mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it, vi} from "vitest";
import {readActs} from "../../loaders/release/acts.js";
import {checkApproved} from "../../loaders/release/checkApproved.js";
import {publish, recordPublished} from "../../loaders/release/publish.js";
import {runRelease} from "../../loaders/release/runRelease.js";
import {tinyStudy} from "../ingest/tinyStudy.js";

it("a study that asks for approval is published once somebody has looked at these very figures, and not others", async () => {
  const {folder} = await tinyStudy({study: {approval: true}});
  const place = await mkdtemp(join(tmpdir(), "longview-approve-"));
  const cache = join(place, "published");
  const printed = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const release = (approve?: string): Promise<number> =>
    runRelease({study: folder, approve, json: true}, {cache, place: join(place, "steward")});
  try {
    await expect(publish(folder, {cache}).then((one) => checkApproved(one, folder))).rejects.toThrow(
      /has not been approved, and is not published; .*release --approve NAME/
    );
    expect(await release()).toBe(3);
    await expect(release(" ")).rejects.toThrow(/--approve NAME/);
    expect(await release("Sato")).toBe(0);
    expect(await readActs(folder)).toMatchObject([{act: "approve", by: "Sato"}]);
    const approved = await publish(folder, {cache});
    await checkApproved(approved, folder);
    await recordPublished(approved, folder, {cache});
    expect(await release(), "once it is on record").toBe(0);
    const file = join(folder, "department_years.csv");
    await writeFile(file, (await readFile(file, "utf8")).replace("D1,2011,50", "D1,2011,60"));
    expect(await release()).toBe(3);
    const answers = printed.mock.calls.map(([text]) => JSON.parse(String(text)) as {waits: boolean; report: string});
    expect(answers.map(({waits}) => waits)).toEqual([true, false, false, true]);
    expect(await readFile(answers[0]?.report ?? "", "utf8")).not.toBe("");
  } finally {
    printed.mockRestore();
  }
});
