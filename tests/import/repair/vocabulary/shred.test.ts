import { shred, waysToShred } from '../../../../src/import/repair/vocabulary/shred.ts';

describe('shred', () => {
  test.each([
    ['Trinidad and Tobago', ['Trinidad', 'Tobago']],
    ['Congo, Democratic Republic of the', ['Congo', 'Democratic Republic Of']],
    ['Saint Vincent and the Grenadines', ['Saint Vincent', 'Grenadines']],
    ['Central and North America and the Caribbean', ['Central', 'North America', 'Caribbean']],
    ['Saint Helena, Ascension and Tristan da Cunha', ['Saint Helena', 'Ascension', 'Tristan Da Cunha']],
    ['Bahamas, The', ['Bahamas']],
    ['Côte d’Ivoire', ['Côte D’Ivoire']],
    ['UNSC Resolution 1244-administered Kosovo', ['UNSC Resolution 1244-Administered Kosovo']],
    ['Andorra, Finland, Netherlands', ['Andorra', 'Finland', 'Netherlands']],
    ['São Tomé and Príncipe', ['São Tomé', 'Príncipe']],
    ['', []],
    ["Sweden's Ministry of Justice", ["Sweden'S Ministry Of Justice"]],
    ['A, B, and C', ['A', 'B', 'C']],
    ['Hygiene & Tropical Medicine', ['Hygiene', 'Tropical Medicine']],
    ['Thessaly and Scandinavia', ['Thessaly', 'Scandinavia']],
  ])('%s', (value, pieces) => {
    expect(shred(value)).toEqual(pieces);
  });

  test('sorts where the site did', () => {
    expect(shred('C, B and A', { isSorted: true })).toEqual(['A', 'B', 'C']);
  });
});

describe('waysToShred', () => {
  test('knows every way in which an "and" may have stayed', () => {
    const ways = waysToShred('A and B and C').map((pieces) => pieces.join(' | '));
    expect(ways[0]).toBe('A | B | C');
    expect([...ways].sort()).toEqual(['A And B And C', 'A And B | C', 'A | B And C', 'A | B | C']);
  });
});
