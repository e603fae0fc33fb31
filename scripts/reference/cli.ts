import type { Argument, Command, Option } from 'commander';
import { EXIT_CODES, createProgram } from '../../src/cli/program.ts';
import { readConfig } from '../../src/server/config.ts';
import { toPage, toTable } from './markdown.ts';

/** docs/reference/cli.md */
export function cliPage(): string {
  const program = createProgram(() => readConfig({}));
  return toPage('Command line', 'operators and librarians', '`src/cli`', [
    'Run `npx pubatlas <command>` in a folder that has the package, `npm run -s pubatlas -- <command>` in a checkout, and ' +
      '`docker run pubatlas <command>` with the image. Commands read the same [environment variables](configuration.md) as the server.',
    ...program.commands.flatMap((command) => describeCommand(command, 'pubatlas', 2)),
    '## Exit codes',
    toTable(
      ['Code', 'Meaning'],
      EXIT_CODES.map(([code, meaning]) => [String(code), meaning]),
    ),
  ]);
}

function describeCommand(command: Command, parent: string, level: number): string[] {
  const name = `${parent} ${command.name()}`;
  const rows = [
    ...command.registeredArguments.map((argument) => [
      `\`${printArgument(argument)}\``,
      argument.description,
    ]),
    ...command.options.map((option) => [`\`${option.flags}\``, describeOption(option)]),
  ];
  return [
    `${'#'.repeat(level)} ${name}`,
    command.description(),
    ...(command.commands.length > 0
      ? []
      : [`\`\`\`sh\n${[name, usageOf(command)].join(' ').trim()}\n\`\`\``]),
    ...(rows.length > 0 ? [toTable(['Argument or option', 'Meaning'], rows)] : []),
    ...command.commands.flatMap((child) => describeCommand(child, name, level + 1)),
  ];
}

/** Arguments and options as the help prints them. `--help`, which every command has, is left out. */
function usageOf(command: Command): string {
  return command.options.length > 0 ? command.usage() : command.usage().replace('[options]', '').trim();
}

function printArgument(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? '...' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}

function describeOption({ description, argChoices, defaultValue }: Option): string {
  const choices = argChoices ? `: ${argChoices.map((choice) => `\`${choice}\``).join(' or ')}` : '';
  const byDefault = defaultValue === undefined ? '' : ` (default \`${String(defaultValue)}\`)`;
  return `${description}${choices}${byDefault}`;
}
