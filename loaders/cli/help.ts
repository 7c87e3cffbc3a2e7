import type {Command} from "commander";
import type {ClosedCommand} from "./closedCommand.js";
import {verb} from "./verb.js";

export const help = verb({
  name: "help",
  does: "show a verb's options and an example",
  example: "help plan lock"
})
  .argument("[verb...]", "and one of its own")
  .action((names: string[], _options, command: ClosedCommand) => {
    let asked: Command = command.parent ?? command;
    for (const name of names) {
      const found = asked.commands.find((one) => one.name() === name);
      if (!found) command.unknownVerb(name, asked.commands);
      asked = found;
    }
    asked.help();
  });
