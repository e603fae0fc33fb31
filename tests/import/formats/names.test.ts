import { Draft } from '../../../src/import/formats/values/draft.ts';
import type { ReadRecords } from '../../../src/import/formats/format.ts';
import { statedValues, unresolvedValues } from '../../support/stated.ts';

/** The contributors and unresolved values of texts that are stated as authors. */
function readAuthors(...texts: string[]): { contributors: unknown; unresolved: string[] } {
  const draft = new Draft();
  draft.title = 'A';
  for (const text of texts) draft.addNames(text, 'AUTHOR');
  const read: ReadRecords = { records: [], refused: [] };
  draft.addTo(read, { firstLine: 1, lastLine: 1 }, {});
  return { contributors: statedValues(read)[0]?.contributors ?? [], unresolved: unresolvedValues(read) };
}

describe('Draft.addNames', () => {
  it.each([
    ['Oram S, Ade N', ['AUTHOR PERSON S. Oram = Oram, S.', 'AUTHOR PERSON N. Ade = Ade, N.']],
    ['Oram S., Ade N.', ['AUTHOR PERSON S. Oram = Oram, S.', 'AUTHOR PERSON N. Ade = Ade, N.']],
    [
      'John Doe and Maria Roe',
      ['AUTHOR PERSON John Doe = Doe, John', 'AUTHOR PERSON Maria Roe = Roe, Maria'],
    ],
    [
      'John Doe, Maria Roe, Peter Poe',
      [
        'AUTHOR PERSON John Doe = Doe, John',
        'AUTHOR PERSON Maria Roe = Roe, Maria',
        'AUTHOR PERSON Peter Poe = Poe, Peter',
      ],
    ],
    ['Doe, J., & Roe, M.', ['AUTHOR PERSON J. Doe = Doe, J.', 'AUTHOR PERSON M. Roe = Roe, M.']],
    [
      'Doe, John and Roe, Maria',
      ['AUTHOR PERSON John Doe = Doe, John', 'AUTHOR PERSON Maria Roe = Roe, Maria'],
    ],
    ['Ade, Ngozi and Roe, Ann', ['AUTHOR PERSON Ngozi Ade = Ade, Ngozi', 'AUTHOR PERSON Ann Roe = Roe, Ann']],
  ])('reads several names in one text: %s', (text, contributors) => {
    expect(readAuthors(text)).toEqual({ contributors, unresolved: [] });
  });

  it.each([
    ['García Márquez, Gabriel José', 'PERSON Gabriel José García Márquez = García Márquez, Gabriel José'],
    ['Uhl, SA', 'PERSON SA Uhl = Uhl, SA'],
    [
      'de Sousa Zanotti Lima Coêlho, Ana',
      'PERSON Ana de Sousa Zanotti Lima Coêlho = de Sousa Zanotti Lima Coêlho, Ana',
    ],
    ['Doe, Jan N. J. M. A.', 'PERSON Jan N. J. M. A. Doe = Doe, Jan N. J. M. A.'],
    ['Doe, John 2nd', 'PERSON John Doe 2nd = Doe, John, 2nd'],
    ['Doe, John Jr.', 'PERSON John Doe Jr. = Doe, John, Jr.'],
    [
      'Ministry of Health and Social Affairs',
      'ORGANIZATION Ministry of Health and Social Affairs = Ministry of Health and Social Affairs',
    ],
    ['Doe, John (doe@example.org)', 'PERSON John Doe = Doe, John'],
    ['Doe, John and', 'PERSON John Doe = Doe, John'],
  ])('reads one name: %s', (text, contributor) => {
    expect(readAuthors(text)).toEqual({ contributors: [`AUTHOR ${contributor}`], unresolved: [] });
  });

  it.each([
    ['Maria Luz, Ana Paula', 'may be one name or two; separate names by semicolons'],
    ['Andres, Buote, Byrne, Casati, Cohen', 'a list of names that are not clearly separated'],
  ])('leaves %s unresolved', (text, reason) => {
    expect(readAuthors(text)).toEqual({ contributors: [], unresolved: [`authors: ${text} (${reason})`] });
  });

  it('reads marks of editors; "eds" belongs to the names before, too', () => {
    expect(readAuthors('Ade, Ngozi', 'Roe, Ann eds')).toEqual({
      contributors: ['EDITOR PERSON Ngozi Ade = Ade, Ngozi', 'EDITOR PERSON Ann Roe = Roe, Ann'],
      unresolved: [],
    });
    expect(readAuthors('Ade, Ngozi', 'Roe, Ed', 'Poe, Ann (ed.)').contributors).toEqual([
      'AUTHOR PERSON Ngozi Ade = Ade, Ngozi',
      'AUTHOR PERSON Ed Roe = Roe, Ed',
      'EDITOR PERSON Ann Poe = Poe, Ann',
    ]);
  });

  it('notes that a list ends in "et al."', () => {
    expect(readAuthors('Oram S, Ade N, et al.')).toEqual({
      contributors: ['AUTHOR PERSON S. Oram = Oram, S.', 'AUTHOR PERSON N. Ade = Ade, N.'],
      unresolved: ['authors: et al. (stands for contributors that are not named)'],
    });
  });
});
