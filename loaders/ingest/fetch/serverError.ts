import {StudyError} from "../../study/studyError.js";

/**
 * What a server's error may say here: its kind, never its text, which can quote a value, an address or a password.
 *
 * Source     postgresql.org/docs: Appendix A, PostgreSQL Error Codes
 */
export function serverError(error: unknown, file: string): StudyError {
  if (error instanceof StudyError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const {rule, remedy} = kinds[code] ?? classes[code.slice(0, 2)] ?? lost(code);
  return new StudyError([{file, rule, remedy}], "nothing was fetched; the extracts are as they were");
}

interface Kind {
  readonly rule: string;
  readonly remedy: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  "57014": {rule: "stopped at the time limit", remedy: "Aggregate more on the server, or declare timeoutSeconds"},
  "42P01": {rule: "a table that the server does not have", remedy: "Correct the query"},
  "42703": {rule: "a column that the server does not have", remedy: "Correct the query"},
  "42501": {rule: "the role may not read what the query asks for", remedy: "GRANT SELECT on it to the role"},
  "42601": {rule: "not valid SQL of the server's; one SELECT is expected", remedy: "Correct the query"},
  "28P01": {rule: "the server refuses the password", remedy: "Correct the address of the database"},
  "28000": {rule: "the server refuses the role", remedy: "Correct the address of the database"},
  "3D000": {rule: "no such database", remedy: "Correct the address of the database"},
  ECONNREFUSED: {rule: "no server there", remedy: "Start it, or correct the address of the database"},
  ENOTFOUND: {rule: "no server there", remedy: "Correct the address of the database"}
};

const classes: Readonly<Record<string, Kind>> = {
  "22": {rule: "a value that the query can't convert", remedy: "Correct the query or the source"},
  "25": {rule: "the query tries to write", remedy: "Use one SELECT"},
  "42": {rule: "not a query that the server can run", remedy: "Correct the query"},
  "53": {rule: "the server lacks memory, disk or connections", remedy: "Ask for room, or aggregate more"},
  "57": {rule: "the server was stopped", remedy: "Run it again when it is back"}
};

const lost = (code: string): Kind => ({
  rule: /^[0-9A-Z]{5}$/.test(code) ? `the server's error ${code}` : "the connection was lost",
  remedy: "Run it again"
});
