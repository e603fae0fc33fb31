import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { OperatorError } from '../db/operator.error.ts';
import { makeManifest } from '../api/manifest.ts';
import { createSchema } from '../api/schema.ts';

/** `pubatlas documents` */
export function documentsCommand(): Command {
  return new Command('documents')
    .description(
      'Print a manifest of trusted documents (TRUSTED_DOCUMENTS) from files with operations. Needs no database.',
    )
    .argument('<path...>', 'Files with GraphQL operations, or folders with such files (*.graphql, *.gql).')
    .action(async (paths: string[]) => {
      const sources = new Map<string, string>();
      for (const file of (await Promise.all(paths.map(listFiles))).flat())
        sources.set(file, await readFile(file, 'utf8'));
      if (sources.size === 0)
        throw new OperatorError(
          `${paths.join(', ')} has no *.graphql or *.gql file; give files or folders with GraphQL operations.`,
        );
      const made = makeManifest(createSchema(), sources);
      if ('problems' in made)
        throw new OperatorError(`These operations are invalid:\n${made.problems.join('\n')}`);
      console.log(JSON.stringify(made.manifest, null, 2));
    });
}

async function listFiles(fileOrFolder: string): Promise<string[]> {
  const stats = await stat(fileOrFolder).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(`${fileOrFolder} can't be read (${error.code}).`);
  });
  if (!stats.isDirectory()) return [fileOrFolder];
  const files = await readdir(fileOrFolder, { recursive: true });
  return files
    .filter((file) => /\.(graphql|gql)$/.test(file))
    .sort()
    .map((file) => path.join(fileOrFolder, file));
}
