import { ERROR_CODES } from '../../src/graphql/error-codes.ts';
import { toPage, toTable } from './markdown.ts';

/** docs/reference/errors.md */
export function errorsPage(): string {
  const rows = Object.entries(ERROR_CODES).map(([code, { status, meaning, remedy }]) => [
    `\`${code}\``,
    status,
    meaning,
    remedy,
  ]);
  return toPage('Errors', 'client developers', '`src/graphql/error-codes.ts`', [
    'Every error has a code in `extensions.code`. Its message says what is wrong, where, and what would be right. ' +
      'An error with a `path` belongs to one field: that field is null, the other fields have their values.',
    'The status is that of an answer with the media type `application/graphql-response+json`. ' +
      '[HTTP](http.md#status-codes) says when `application/json` differs.',
    toTable(['Code', 'HTTP status', 'Meaning', 'What to do'], rows),
    '## Example',
    '```json\n' +
      JSON.stringify(
        {
          errors: [
            {
              message: 'first: 101 is out of range; give 0 to 100, and "after" or "before" for more.',
              path: ['publications'],
              extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
            },
          ],
        },
        null,
        2,
      ) +
      '\n```',
  ]);
}
