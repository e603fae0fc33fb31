import { shred } from '../../../src/import/vocabulary/shred.ts';

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
  ])('%s', (value, pieces) => {
    expect(shred(value)).toEqual(pieces);
  });
});
