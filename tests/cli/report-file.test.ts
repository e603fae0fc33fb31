import { existsSync } from 'node:fs';
import { link, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openReport } from '../../src/cli/report-file.ts';
import { OperatorError } from '../../src/db/operator.error.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-report-'))));
afterAll(() => rm(folder, { recursive: true }));

describe('openReport', () => {
  it('writes each event as a line', async () => {
    const file = path.join(folder, 'report.jsonl');
    const report = openReport(file, [path.join(folder, 'missing.jsonl')]);
    report.write({ event: 'created', value: 'A' });
    report.flush();
    report.write({ event: 'refused', line: 2 });
    report.close();
    expect(await readFile(file, 'utf8')).toBe(
      '{"event":"created","value":"A"}\n{"event":"refused","line":2}\n',
    );
  });

  it('does not overwrite a file that is read, also under another name', async () => {
    const input = path.join(folder, 'library.jsonl');
    await writeFile(input, '{"title":"A"}\n');
    const [alias, copy] = [path.join(folder, 'alias'), path.join(folder, 'copy')];
    await symlink(input, alias);
    await link(input, copy);
    for (const report of [input, alias, copy])
      expect(() => openReport(report, ['-', input])).toThrow(
        new OperatorError(`The report would overwrite ${report}, which is read; give --report another file.`),
      );
    expect(await readFile(input, 'utf8')).toBe('{"title":"A"}\n');
  });

  const itWithFullDisk = existsSync('/dev/full') ? it : it.skip;
  itWithFullDisk('says that the disk is full', () => {
    const report = openReport('/dev/full');
    report.write({ event: 'created' });
    expect(() => report.flush()).toThrow(
      new OperatorError(
        "The report can't be written to /dev/full (ENOSPC), so nothing was changed; check the folder and the disk.",
      ),
    );
    report.close();
  });
});
