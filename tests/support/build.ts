import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');

/** Builds the explorer if that was never done, or one of its files is newer than the build. */
export function buildExplorer(): void {
  const page = path.join(root, 'build', 'index.html');
  const sources = readdirSync(path.join(root, 'explorer'), { recursive: true, encoding: 'utf8' });
  const files = ['vite.config.ts', ...sources.map((file) => path.join('explorer', file))];
  const newest = Math.max(...files.map((file) => statSync(path.join(root, file)).mtimeMs));
  if (existsSync(page) && statSync(page).mtimeMs > newest) return;
  execSync('npm run --silent build:explorer', { cwd: root, stdio: 'inherit' });
}
