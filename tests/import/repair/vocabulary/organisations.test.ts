import fs from 'node:fs';
import { shred } from '../../../../src/import/repair/vocabulary/shred.ts';
import {
  coverOrganisations,
  findOrganisation,
  isPartOfName,
  type Organisation,
} from '../../../../src/import/repair/vocabulary/organisations.ts';

const all = JSON.parse(
  fs.readFileSync(new URL('../../../../data/reference/organisations.json', import.meta.url), 'utf8'),
) as Organisation[];

describe('the authority file', () => {
  it('names every organisation once', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it('finds every spelling again, whole, with its acronym, and shredded', () => {
    for (const { name, acronym, aliases } of all) {
      for (const spelling of [
        name,
        ...aliases,
        ...(acronym === null ? [] : [acronym, `${name} (${acronym})`]),
      ]) {
        expect([spelling, findOrganisation(spelling)?.name]).toEqual([spelling, name]);
        const pieces = shred(spelling).reverse();
        const covers =
          pieces.length > 1 ? coverOrganisations(pieces).map((cover) => cover.organisation.name) : [name];
        expect([spelling, covers]).toEqual([spelling, [name]]);
      }
    }
  });
});

describe('findOrganisation', () => {
  it('knows no person and no word', () => {
    expect(['Who', 'Jane Doe', 'Crime', 'Polar', 'IOM Nigeria', ''].map(findOrganisation)).toEqual(
      Array(6).fill(null),
    );
  });

  it('does not let a bracket overrule another name', () => {
    expect(findOrganisation('Islamic Organization Of Medicine (IOM)')).toBeNull();
    expect(findOrganisation('World Bank (IOM)')?.name).toBe('World Bank');
  });
});

describe('isPartOfName', () => {
  it('knows a part that is no name by itself', () => {
    expect(['United Nations Office On Drugs', 'Crime (UNODC)', 'IOM', 'Jane Doe'].map(isPartOfName)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
