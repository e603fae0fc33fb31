import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** An operation that the playground offers. */
export interface Example {
  /** As it stands in the playground's address: /?example=newest */
  name: string;
  /** The first line of its comment. */
  title: string;
  /** The sort of user that it is for. */
  audience: string;
  query: string;
  /** JSON; null where the operation has no variables. */
  variables: string | null;
}

/** The folders of playground/examples, in the order of the menu. */
const AUDIENCES = { page: 'For a page', analysis: 'For an analysis', service: 'For a service' };

/** Reads playground/examples: an operation a file, "1-newest.graphql", and its variables, if any, beside it in "1-newest.json". */
export function readExamples(folder: string): Example[] {
  return Object.entries(AUDIENCES).flatMap(([name, audience]) =>
    readAudience(path.join(folder, name), audience),
  );
}

function readAudience(folder: string, audience: string): Example[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files
    .sort((a, b) => parseInt(a) - parseInt(b))
    .map((file) => {
      const base = path.join(folder, path.basename(file, '.graphql'));
      const query = readFileSync(`${base}.graphql`, 'utf8');
      return {
        name: path.basename(base).replace(/^\d+-/, ''),
        title: query.slice(0, query.indexOf('\n')).replace(/^# /, ''),
        audience,
        query,
        variables: existsSync(`${base}.json`) ? readFileSync(`${base}.json`, 'utf8').trimEnd() : null,
      };
    });
}
