import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Fails if `npm run generate` changes a file, which means that its source was changed without generating. */
const root = path.join(import.meta.dirname, '..');

function generatedFiles(): Map<string, string> {
  const patterns = [
    '*.generated.*',
    '*.snapshot.*',
    'examples/clients/*generated*/*',
    'explorer/generated/*',
    'docs/reference/*',
    'docs/public/*.ipynb',
  ];
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns];
  const files = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).trim().split('\n');
  return new Map(
    files
      .filter((file) => existsSync(path.join(root, file)))
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
  );
}

const before = generatedFiles();
const { status } = spawnSync('npm run --silent generate', { cwd: root, shell: true, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
const after = generatedFiles();
const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
  (file) => before.get(file) !== after.get(file),
);
if (changed.length > 0) {
  console.error(
    `\nThese files were out of date:\n${changed.map((file) => `  ${file}`).join('\n')}\n` +
      'They are up to date now; commit them. Next time run\n  npm run generate',
  );
  process.exitCode = 1;
}
