import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');

/** Builds the explorer if it was never built, or if a source file is newer than the build. */
export function buildExplorer(): void {
  build('explorer', ['vite.config.ts', ...listFiles('explorer')]);
}

/** Builds the documentation if it was never built, or if a source file is newer than the build. */
export function buildDocs(): void {
  build('docs', ['CONTRIBUTING.md', 'CHANGELOG.md', ...listFiles('docs'), ...listFiles('examples')]);
}

function build(name: 'explorer' | 'docs', files: readonly string[]): void {
  const page = path.join(root, 'build', name, 'index.html');
  const newest = Math.max(...files.map((file) => statSync(path.join(root, file)).mtimeMs));
  if (existsSync(page) && statSync(page).mtimeMs > newest) return;
  execSync(`npm run --silent build:${name}`, { cwd: root, stdio: 'inherit' });
}

function listFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
    path.join(folder, file),
  );
}
