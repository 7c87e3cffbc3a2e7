import {describeViolations} from "./violation.js";
import type {Violation} from "./violation.js";

const shown = 20;

/** A study that can't be used as it is, with every violation found. Its message is safe to print: it holds no value. */
export class StudyError extends Error {
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[], summary = "the study's files break its rules") {
    const said = describeViolations(violations);
    const lines = said.slice(0, shown).map((line) => `  ${line}`);
    if (said.length > shown) lines.push(`  and ${said.length - shown} more`);
    super([`${summary}:`, ...lines].join("\n"));
    this.name = "StudyError";
    this.violations = violations;
  }
}
