import { showProgress } from '../../src/cli/progress.ts';
import type { ImportProgress } from '../../src/import/report.ts';

const START: ImportProgress = {
  records: 0,
  share: 0,
  isFinishing: false,
  repaired: 0,
  unresolved: 0,
  refused: 0,
};

/** An output that keeps what is written, and a clock that is set. */
function fakeOutput(terminal: { isTTY: boolean; columns?: number }) {
  const written: string[] = [];
  const clock = { now: 0 };
  const output = { ...terminal, write: (text: string) => written.push(text) };
  const progress = showProgress(output, () => clock.now);
  const showAt = (now: number, change: Partial<ImportProgress>): string[] => {
    clock.now = now;
    written.length = 0;
    progress.update({ ...START, ...change });
    return [...written];
  };
  return { progress, showAt, written };
}

describe('showProgress on a terminal', () => {
  const CLEAR = '\r\u001b[2K';

  it('draws a bar with the rate, the time left and what was repaired, in place', () => {
    const { showAt, progress, written } = fakeOutput({ isTTY: true, columns: 120 });
    expect(showAt(4000, { records: 8000, share: 0.25, repaired: 1234, unresolved: 2 })).toEqual([
      `${CLEAR}[=====               ] 25 %  8,000 records  2,000 a second  0:12 left  1,234 repaired  2 unresolved`,
    ]);
    expect(showAt(4050, { records: 8100, share: 0.26 })).toEqual([]);
    expect(showAt(8000, { records: 1, share: 0.001, refused: 3 })).toEqual([
      `${CLEAR}[                    ] 0 %  1 record  0 a second  2:13:12 left  3 refused`,
    ]);
    expect(showAt(8001, { records: 32_000, share: 1, isFinishing: true })).toEqual([
      `${CLEAR}[====================] 100 %  32,000 records  building indexes`,
    ]);
    progress.clear();
    expect(written.at(-1)).toBe(CLEAR);
  });

  it('is cut to the width of the terminal', () => {
    const { showAt } = fakeOutput({ isTTY: true, columns: 30 });
    expect(showAt(1000, { records: 10, share: 0.5 })).toEqual([`${CLEAR}[==========          ] 50 %  `]);
  });
});

describe('showProgress in a log', () => {
  it('writes a plain line every ten seconds, and one when indexes are built', () => {
    const { showAt, progress, written } = fakeOutput({ isTTY: false });
    expect(showAt(9999, { records: 100, share: 0.1 })).toEqual([]);
    expect(showAt(10_000, { records: 20_000, share: 0.2, repaired: 5 })).toEqual([
      '20 %, 20,000 records, 2,000 a second, 0:40 left, 5 repaired\n',
    ]);
    expect(showAt(19_000, { records: 40_000, share: 0.4 })).toEqual([]);
    expect(showAt(19_500, { records: 100_000, share: 1, isFinishing: true })).toEqual([
      '100 %, 100,000 records, building indexes\n',
    ]);
    written.length = 0;
    progress.clear();
    expect(written).toEqual([]);
  });

  it('writes nothing of an import that is over before', () => {
    const { showAt } = fakeOutput({ isTTY: false });
    expect(showAt(100, { records: 5, share: 1, isFinishing: true })).toEqual([]);
  });
});
