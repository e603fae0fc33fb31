import { listVariables } from '../../src/server/config.ts';
import { toPage, toTable } from './markdown.ts';

const isLimit = (name: string) => name.startsWith('LIMIT_');

/** docs/reference/configuration.md */
export function configurationPage(): string {
  const rows = Object.entries(listVariables()).map(([name, variable]) => [
    `\`${name}\``,
    variable.default,
    variable.meaning,
  ]);
  return toPage('Configuration', 'operators', '`src/server/settings/`', [
    'pubatlas reads these environment variables when it starts. All are optional. An invalid value stops the start with a ' +
      'message that names the variable and what would be valid. [Limits](limits.md) says what a client gets if a `LIMIT_…` is exceeded.',
    toTable(['Variable', 'Default', 'Meaning'], rows),
  ]);
}

/** docs/reference/limits.md */
export function limitsPage(): string {
  const rows = Object.entries(listVariables())
    .filter(([name]) => isLimit(name))
    .map(([name, { default: defaultValue, meaning, exceeded = '' }]) => [
      `\`${name}\``,
      defaultValue,
      meaning,
      exceeded,
    ]);
  return toPage('Limits', 'client developers and operators', '`src/server/settings/`', [
    'Limits of time are in milliseconds. An error names the limit, the value of the request and the maximum; ' +
      '[Errors](errors.md) lists the codes. An operation that exceeds a limit before it runs is answered with status 400, ' +
      'or with 200 to [clients that accept `application/json`](http.md#status-codes).',
    toTable(['Variable', 'Default', 'Limits', 'If exceeded'], rows),
    '## Fixed limits',
    toTable(
      ['Limit', 'Value', 'If exceeded'],
      [
        ['Errors in an answer', '100', 'the last error has the code `ERRORS_LEFT_OUT`'],
        ['Errors in a document', '20', 'validation stops'],
        [
          'Fields of an operation after its fragments are spread',
          '5,000',
          '`LIMIT_EXCEEDED`, before the operation runs',
        ],
        ['Waiting for a database connection', '5 seconds', '503 `SERVICE_UNAVAILABLE` with `Retry-After`'],
        ['Temporary files of a statement', '512 MB (`temp_file_limit` of the API role)', '`LIMIT_EXCEEDED`'],
      ],
    ),
  ]);
}
