import { cliPage } from './cli.ts';
import { configurationPage, limitsPage } from './configuration.ts';
import { errorsPage } from './errors.ts';
import { schemaPage } from './schema.ts';

/** The generated pages of docs/reference, by file name, as Markdown. */
export function referencePages(): Record<string, string> {
  return {
    'cli.md': cliPage(),
    'configuration.md': configurationPage(),
    'errors.md': errorsPage(),
    'limits.md': limitsPage(),
    'schema.md': schemaPage(),
  };
}
