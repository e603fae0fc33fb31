import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** An operation that the playground offers. */
export interface Example {
  /** The name in the playground's URL: ?example=newest */
  name: string;
  /** The first line of the operation's comment. */
  title: string;
  /** The group in the menu: the kind of use. */
  audience: string;
  query: string;
  /** The variables as JSON; null if the operation has none. */
  variables: string | null;
}

/** The folders of playground/examples, in the order of the menu. */
const AUDIENCES = { page: 'For a page', analysis: 'For an analysis', service: 'For a service' };

/**
 * Reads the examples of playground/examples. Each operation is a file such as "1-newest.graphql", whose number gives
 * the order. Its variables, if any, are in "1-newest.json".
 */
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
