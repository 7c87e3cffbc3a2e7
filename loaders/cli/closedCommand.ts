import {Command, type Option} from "commander";
import {nearestName} from "../../src/stats/errors/nearestName.js";

/**
 * A command that passes nothing over: an option that stands twice or has no value, an option that stands before the verb
 * that it is meant for, and an argument too many end it, each in a sentence.
 */
export class ClosedCommand extends Command {
  readonly #seen = new Set<string>();

  constructor(name: string) {
    super(name);
    this.exitOverride()
      .enablePositionalOptions()
      .showSuggestionAfterError()
      .allowExcessArguments()
      .hook("preAction", (command, asked) => (command === asked ? this.#refuseArguments() : this.#refuseBefore(asked)));
  }

  override addOption(option: Option): this {
    // before the option's own reader
    this.on(`option:${option.name()}`, (value?: string) => this.#refuseOption(option, value));
    return super.addOption(option);
  }

  #refuseOption(option: Option, value: string | undefined): void {
    const [name, flags] = [option.name(), option.flags];
    const added = Array.isArray(option.defaultValue);
    if (this.#seen.has(name) && !added) this.error(`error: option '${flags}' stands twice; keep one`);
    this.#seen.add(name);
    if (typeof value !== "string") return;
    if (value.trim() === "") this.error(`error: option '${flags}' is given nothing; give a value, or leave it out`);
    if (this.options.some(({short, long}) => value === short || value === long))
      this.error(`error: option '${flags}' argument missing before ${value}`);
  }

  override parseOptions(args: string[]): ReturnType<Command["parseOptions"]> {
    this.#seen.clear();
    this.showHelpAfterError(`${["longview help", ...this.path()].join(" ")} shows what it takes.`);
    return super.parseOptions(args);
  }

  /** Its name behind those of the verbs that it belongs to. */
  path(): string[] {
    const {parent} = this;
    return parent instanceof ClosedCommand ? [...parent.path(), this.name()] : [];
  }

  #refuseArguments(): void {
    const {args, registeredArguments: known, commands} = this;
    const most = known.some(({variadic}) => variadic) ? Infinity : known.length;
    const [stray] = args.slice(most);
    if (stray !== undefined && commands.length > 0) this.unknownVerb(stray, commands);
    if (stray !== undefined)
      this.error(
        `error: one argument too many; ${this.name()} takes ${most === 0 ? "none" : known.map((one) => one.name()).join(" and ")}`
      );
    const blank = args.findIndex((arg) => arg.trim() === "");
    if (blank >= 0)
      this.error(`error: argument '${known[Math.min(blank, known.length - 1)]?.name()}' is empty; give one`);
  }

  unknownVerb(name: string, verbs: readonly Command[]): never {
    if (verbs.length === 0) this.error("error: one argument too many");
    const names = verbs.map((verb) => verb.name());
    const near = nearestName(name, names);
    const advice = near === undefined ? `There are ${names.join(", ")}.` : `Did you mean ${near}?`;
    this.error(`error: unknown command '${name}'. ${advice}`);
  }

  #refuseBefore(asked: Command): void {
    const before = this.options.find((option) => this.getOptionValueSource(option.attributeName()) === "cli");
    if (before) asked.error(`error: option '${before.flags}' stands before '${asked.name()}'; write it after`);
  }
}
