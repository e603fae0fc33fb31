import { repairPlaces } from '../../../src/import/repair/places.ts';

describe('repairPlaces, names in other languages', () => {
  it.each<[string[], string[]]>([
    [
      ['Deutschland', 'Österreich', 'Svizzera'],
      ['DE', 'AT', 'CH'],
    ],
    [['Trindade E Tobago'], ['TT']],
    [
      ['Guinée Conakry', 'Kazajstán', 'Georgia (Country)'],
      ['GN', 'KZ', 'GE'],
    ],
    [
      ['Republic Of Guinea', 'République Du Mali', 'República De Honduras'],
      ['GN', 'ML', 'HN'],
    ],
    [['Bosnie', 'Herzégovine'], ['BA']],
    [['Trinité', 'Tobago'], ['TT']],
    [['Trinidad Y Tobago'], ['TT']],
    [['Saint-Vincent', 'Les Grenadines'], ['VC']],
    [['San Cristóbal', 'Nieves'], ['KN']],
    [['Congo', 'République Démocratique Du'], ['CD']],
    [
      ['Guinée-Bissau', 'Guinée'],
      ['GW', 'GN'],
    ],
    [
      ['Países Bajos', 'Royaume-Uni', 'Alemanha'],
      ['NL', 'GB', 'DE'],
    ],
    [
      ['États-Unis D’Amérique', 'Federación De Rusia', 'Birmanie'],
      ['US', 'RU', 'MM'],
    ],
  ])('country %j: %j', (country, expected) => {
    const { countries, unresolved } = repairPlaces({ country, region: [] });
    expect([countries, unresolved]).toEqual([expected, []]);
  });

  it.each<[string[], string[]]>([
    [
      ['Afrique De L’Ouest', 'África Oriental'],
      ['west-africa', 'east-africa'],
    ],
    [['América Latina Y El Caribe'], ['latin-america-and-the-caribbean']],
    [
      ['África Austral', 'Central'],
      ['southern-africa', 'central-africa'],
    ],
    [['Les Caraïbes', 'El Caribe'], ['caribbean']],
    [
      ['Sudeste Asiático', 'Europa Del Este', 'Oriente Medio'],
      ['south-east-asia', 'eastern-europe', 'middle-east'],
    ],
    [
      ['Balkans Occidentaux', 'Unión Europea'],
      ['western-balkans', 'european-union'],
    ],
    [
      ['América Do Sul', 'Amérique Centrale'],
      ['south-america', 'central-america'],
    ],
  ])('region %j: %j', (region, expected) => {
    const { regions, unresolved } = repairPlaces({ country: [], region });
    expect([regions, unresolved]).toEqual([expected, []]);
  });

  it.each(['Monde Entier', 'Mundial', 'Todo El Mundo', 'Mundo Inteiro'])('reads %s as worldwide', (name) => {
    expect(repairPlaces({ country: [name], region: [name] })).toMatchObject({
      countries: [],
      regions: [],
      isWorldwide: true,
      unresolved: [],
    });
  });
});
