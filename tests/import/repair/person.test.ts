import { isInitials, personFrom, personOf, withoutTitles } from '../../../src/import/repair/person.ts';

describe('personOf', () => {
  it.each([
    ['Shukri Hirabe Gesod', 'Gesod, Shukri Hirabe'],
    ['Jan van der Berg', 'van der Berg, Jan'],
    ['Maria De La Cruz', 'De La Cruz, Maria'],
    ['José Ortega y Gasset', 'Ortega y Gasset, José'],
    ['Van Nguyen', 'Nguyen, Van'],
    ['Martin Luther King Jr.', 'King, Martin Luther, Jr.'],
    ['Jean-Pierre Le Goff', 'Le Goff, Jean-Pierre'],
    ["Siobhán O'Neill", "O'Neill, Siobhán"],
    ['LI Na', 'LI Na'],
    ['Sukarno', 'Sukarno'],
    ['王小明', '王小明'],
  ])('files %s as %s', (name, sortName) => {
    expect(personOf(name)).toEqual({ name, sortName });
  });

  it('takes capitals for the surname', () => {
    expect(personOf('MARTINEZ LOPEZ Ana')).toEqual({
      name: 'Ana Martinez Lopez',
      sortName: 'Martinez Lopez, Ana',
    });
    expect(personOf('Ana MARTINEZ LOPEZ').sortName).toBe('Martinez Lopez, Ana');
    expect(personOf('JANE MCDONALD')).toEqual({ name: 'Jane McDonald', sortName: 'McDonald, Jane' });
    expect(personOf('JP Smith').sortName).toBe('Smith, JP');
  });

  it('files all behind initials in a citation', () => {
    expect(personOf('M. Klein Solomon', { isCitation: true }).sortName).toBe('Klein Solomon, M.');
    expect(personOf('J. Edgar Hoover').sortName).toBe('Hoover, J. Edgar');
  });
});

describe('personFrom', () => {
  it('turns surname and given names round', () => {
    expect(personFrom('Mann', 'Lori J.')).toEqual({ name: 'Lori J. Mann', sortName: 'Mann, Lori J.' });
  });
});

describe('withoutTitles', () => {
  it.each([
    ['Dr. Jane Doe', 'Jane Doe'],
    ['Prof. Dr. Jane Doe PhD', 'Jane Doe'],
    ['Jane Doe MD', 'Jane Doe'],
    ['Yo Yo Ma', 'Yo Yo Ma'],
    ['Dr.', 'Dr.'],
  ])('%s → %s', (text, expected) => {
    expect(withoutTitles(text)).toBe(expected);
  });
});

describe('isInitials', () => {
  it('knows the ways to write them', () => {
    expect(['G.', 'J.P.', 'J. P.', 'J.-P.', 'G', 'JP', 'Ch.'].filter((text) => !isInitials(text))).toEqual(
      [],
    );
    expect(['Li', 'Liu', 'IOM', 'Lori J.', ''].filter(isInitials)).toEqual([]);
  });
});
