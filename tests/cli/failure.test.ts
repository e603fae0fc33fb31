import { describeFailure } from '../../src/cli/failure.ts';
import { OperatorError } from '../../src/db/operator.error.ts';

const failure = (message: string, code?: string) => Object.assign(new Error(message), { code });

describe('describeFailure', () => {
  it.each([
    [
      failure('could not extend file "base/1/2"', '53100'),
      'The disk is full (could not extend file "base/1/2"); make room, and run the command again.',
    ],
    [
      failure('ENOSPC: no space left on device, write', 'ENOSPC'),
      'The disk is full (ENOSPC: no space left on device, write); make room, and run the command again.',
    ],
    [
      failure('EIO: i/o error, read', 'EIO'),
      'The disk reports an error (EIO: i/o error, read); check it, and restore a backup if data is lost.',
    ],
    [
      failure('invalid page in block 7 of relation "base/1/2"', 'XX001'),
      'The files of the database are damaged (invalid page in block 7 of relation "base/1/2"); ' +
        'restore a backup ("pubatlas restore"), or import into an empty database.',
    ],
    [
      failure('terminating connection due to administrator command', '57P01'),
      'The database was shut down (terminating connection due to administrator command); start it, and run the command again.',
    ],
    [
      failure('Connection terminated unexpectedly'),
      'The connection to the database was lost (Connection terminated unexpectedly); ' +
        'check that the database runs, and run the command again.',
    ],
    [
      failure('', 'ECONNREFUSED'),
      'The connection to the database was lost (ECONNREFUSED); check that the database runs, and run the command again.',
    ],
    [
      failure('permission denied for table tally', '42501'),
      'The role of DATABASE_URL lacks a privilege (permission denied for table tally); grant it, or use the role that owns the tables.',
    ],
    [new OperatorError('There is no file a.txt.'), 'There is no file a.txt.'],
  ])('%s', (error, sentence) => {
    expect(describeFailure(error, false)).toBe(sentence);
  });

  it('shows where an unknown error happened only if asked to', () => {
    const error = failure('x is not a function\nin detail');
    expect(describeFailure(error, false)).toBe(
      'Unexpected error: x is not a function (LOG_LEVEL=debug shows where; please report it)',
    );
    expect(describeFailure(error, true)).toContain('failure.test.ts');
    expect(describeFailure('thrown text', false)).toMatch(/^Unexpected error: thrown text /);
  });
});
