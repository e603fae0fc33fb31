import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../src/project.ts';
import { runs } from './commands.ts';
import { runCommand } from './program.ts';

/** A code block of a tutorial. */
interface Block {
  language: string;
  code: string;
  /** The text between the previous block and this one. */
  before: string;
}

/** A tutorial that was followed in an empty folder. */
export interface Tutorial {
  folder: string;
  /** Each output that the tutorial shows, with the actual output. */
  outputs: { language: 'text' | 'json'; shown: string; printed: string }[];
  /** Languages whose blocks were skipped, because the interpreter or its packages are not installed. */
  leftOut: string[];
  /** Ends processes that are still running, and removes the folder. */
  close(): Promise<void>;
}

/** Runs a command of pubatlas in a folder. @returns the printed text */
export type RunPubatlas = (args: string[], folder: string) => Promise<string>;

/**
 * Follows a tutorial from its first block to its last, against a server:
 * - A block after "… `name`:" is written to that file.
 * - `sh` is run. After "… leave it running:" it keeps running. `npm install` links the packages of this project.
 * - `graphql` is sent to the server.
 * - All `python` blocks form one program, and so do all `r` blocks.
 * - `text` and `json` show the output of the previous block. `…` stands for any text.
 * - `console` is skipped, because it starts the server or installs something.
 * @param page path of the tutorial in this project
 * @param origin the origin of the server, which replaces http://localhost:4000
 * @param runPubatlas runs `npx pubatlas …` in a folder
 */
export async function follow(page: string, origin: string, runPubatlas: RunPubatlas): Promise<Tutorial> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-tutorial-'));
  const blocks = readBlocks(readFileSync(path.join(projectFolder, page), 'utf8'));
  const running: ChildProcess[] = [];
  const tutorial: Tutorial = {
    folder,
    outputs: [],
    leftOut: [],
    async close() {
      for (const { pid } of running) if (pid !== undefined) process.kill(-pid);
      await rm(folder, { recursive: true });
    },
  };
  const ports = { 4001: await findFreePort(), 4002: await findFreePort() };
  const localize = (text: string) =>
    text
      .replaceAll('http://localhost:4000', origin)
      .replace(/\b400[12]\b/g, (port) => `${ports[port as never]}`);
  const environment = { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8', MPLBACKEND: 'Agg' } };
  const programs: Record<string, Iterator<string> | null> = {};

  const run = async ({ language, code, before }: Block): Promise<string | undefined> => {
    if (language === 'graphql') return post(`${origin}/graphql`, code);
    if (language in INTERPRETERS) {
      const rest = blocks.filter((block) => block.language === language);
      if (!(language in programs))
        programs[language] = await runBlocks(
          language as never,
          rest.map(({ code: part }) => localize(part)),
        );
      return programs[language]?.next().value as string | undefined;
    }
    if (language !== 'sh') throw new Error(`${page} does not say what this block is:\n${code}`);
    if (/leave it running:\s*$/.test(before)) {
      const child = spawn('bash', ['-c', localize(code)], {
        ...environment,
        detached: true,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      running.push(child);
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      return `${line}`;
    }
    const commands = code.replaceAll(/^npm install (?:-D )?(.*)$/gm, (_, names: string) => {
      linkPackages(folder, names.split(' '));
      return '';
    });
    let output = '';
    // Splits the commands of pubatlas from the shell code between them.
    for (const part of commands.split(/^(npx pubatlas .*\n)/m).filter((text) => text.trim() !== ''))
      if (part.startsWith(PUBATLAS))
        output += await runPubatlas(part.slice(PUBATLAS.length).trim().split(' '), folder);
      else output += (await promisify(execFile)('bash', ['-ec', localize(part)], environment)).stdout;
    return output;
  };

  const runBlocks = async (language: keyof typeof INTERPRETERS, parts: string[]) => {
    const { command, needs, mark } = INTERPRETERS[language];
    const found = command.find((name) => runs(name, needs));
    if (!found) return null;
    const file = path.join(folder, `program.${language}`);
    await writeFile(file, parts.join(mark));
    const { stdout } = await promisify(execFile)(found, [file], environment);
    return stdout.split('-----\n').values();
  };

  let printed: string | undefined;
  try {
    for (const block of blocks) {
      const { language, code, before } = block;
      const [, file] = /`([\w./-]*\.\w+)`:\s*$/.exec(before) ?? [];
      if (language === 'console') continue;
      if (file !== undefined) {
        await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
        await writeFile(path.join(folder, file), localize(code));
      } else if (language === 'text' || language === 'json') {
        if (printed === undefined) continue;
        tutorial.outputs.push({
          language,
          shown: code,
          printed: printed.replaceAll(origin, 'http://localhost:4000'),
        });
      } else {
        printed = await run(block);
        if (printed === undefined && !tutorial.leftOut.includes(language)) tutorial.leftOut.push(language);
      }
    }
  } catch (error) {
    await tutorial.close();
    throw error;
  }
  return tutorial;
}

const PUBATLAS = 'npx pubatlas ';

/** Runs commands of pubatlas on a database in this process. The commands throw an Error if they fail. */
export function runInProcess(databaseUrl: string): RunPubatlas {
  return async (args, folder) => {
    const home = process.cwd();
    process.chdir(folder);
    try {
      const { code, stdout, stderr } = await runCommand(args, databaseUrl);
      if (code !== 0) throw new Error(`pubatlas ${args.join(' ')} ended with ${code}:\n${stderr}`);
      return stdout;
    } finally {
      process.chdir(home);
    }
  };
}

/**
 * How the blocks of a language run: the interpreter, a check for its packages, and code that prints a line between
 * blocks. CI leaves them out, because R, pandas and their packages are some 400 MB to install in each of its jobs. On
 * Debian they are python3-requests, python3-pandas, python3-matplotlib, r-cran-httr2 and r-cran-ggplot2.
 */
const INTERPRETERS = {
  python: {
    command: ['python3', '/usr/bin/python3'],
    needs: ['-c', 'import matplotlib, pandas, requests'],
    mark: '\nprint("-----", flush=True)\n',
  },
  r: {
    command: ['Rscript'],
    needs: ['-e', 'library(httr2); library(ggplot2)'],
    mark: '\ncat("-----\\n")\n',
  },
};

/** Makes a pattern from the output that a tutorial shows, in which `…` matches any text. */
function toPattern(shown: string): RegExp {
  const escaped = shown.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll(/\n?…\n?/g, '[^]*')}$`);
}

function readBlocks(text: string): Block[] {
  let end = 0;
  return [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map((match) => {
    const [whole, language = '', code = ''] = match;
    const before = text.slice(end, match.index);
    end = match.index + whole.length;
    return { language, code, before };
  });
}

async function post(url: string, query: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.text();
}

/** Links this project's packages into a folder. @throws Error if one of `names` is not installed */
function linkPackages(folder: string, names: readonly string[]): void {
  const packages = path.join(projectFolder, 'node_modules');
  for (const name of names)
    if (!existsSync(path.join(packages, name))) throw new Error(`The package ${name} is not installed.`);
  symlinkSync(packages, path.join(folder, 'node_modules'));
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Expects that a tutorial printed what it shows. @param outputs how many outputs it shows */
export function expectAsShown(page: string, tutorial: Tutorial, outputs: number): void {
  for (const { language, shown, printed } of tutorial.outputs)
    if (language === 'json') expect(JSON.parse(printed)).toEqual(JSON.parse(shown));
    else expect(printed.replaceAll(/ +$/gm, '').trim()).toMatch(toPattern(shown));
  if (tutorial.leftOut.length > 0)
    process.stderr.write(`\nLEFT OUT of ${page}: ${tutorial.leftOut.join(', ')}; packages are missing.\n`);
  else expect(tutorial.outputs).toHaveLength(outputs);
}
