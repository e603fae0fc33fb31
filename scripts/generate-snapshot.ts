import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { buildSchema, lexicographicSortSchema } from 'graphql';
import { createSchema } from '../src/api/schema.ts';
import { writeIfChanged } from './write-if-changed.ts';

/**
 * Writes schema.snapshot.graphql, the whole API in one file. Lists the changes since the last snapshot, and refuses
 * changes that break clients unless --accept-breaking is given. Removing a deprecated field is not refused.
 */
const file = path.join(import.meta.dirname, '../schema.snapshot.graphql');
const now = `${printSchemaWithDirectives(lexicographicSortSchema(createSchema()))}\n`;
const before = existsSync(file) ? readFileSync(file, 'utf8') : now;
const changes = await diff(buildSchema(before), buildSchema(now), [
  DiffRule.suppressRemovalOfDeprecatedField,
]);
const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);

for (const { criticality, message } of changes) console.log(`${criticality.level.padEnd(12)}  ${message}`);
if (breaking.length > 0 && !process.argv.includes('--accept-breaking')) {
  console.error(
    '\nThe schema breaks its clients. Deprecate what is to go and keep it for a release, or accept the breaking changes:\n' +
      '  npm run generate:snapshot -- --accept-breaking',
  );
  process.exitCode = 1;
} else {
  writeIfChanged(file, now);
}
