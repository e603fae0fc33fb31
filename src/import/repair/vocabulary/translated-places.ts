/**
 * Place names in the languages of the translated listings. Names from CLDR come with Node.js. For French, Spanish and
 * Portuguese, the tables below add the United Nations' formal names and other names that listings use.
 */
const LANGUAGES = ['fr', 'es', 'pt', 'pt-PT', 'de', 'it'].map(
  (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
);

const COUNTRIES: Readonly<Record<string, string>> = {
  BA: 'Bosnie et Herzégovine',
  BO: 'État plurinational de Bolivie|Estado Plurinacional de Bolivia',
  CD: 'Congo, République démocratique du|Congo, República Democrática del|República Democrática do Congo',
  GN: 'Guinée-Conakry|Guinea-Conakry|Guiné-Conacri',
  IR: "Iran, République islamique d'|Irán, República Islámica de|República Islámica del Irán",
  KN: 'San Cristóbal y Nieves',
  KP: 'République populaire démocratique de Corée|República Popular Democrática de Corea',
  KR: 'République de Corée|República de Corea|República da Coreia',
  KZ: 'Kazajstán|Kazajistán',
  LA: 'République démocratique populaire lao|República Democrática Popular Lao',
  MD: 'République de Moldova|République de Moldavie|República de Moldova',
  MK: 'Macédoine|Ex-République yougoslave de Macédoine|Macedônia',
  MM: 'Birmanie|Birmânia',
  PS: 'Territoire palestinien occupé|Territorio Palestino Ocupado',
  RU: 'Fédération de Russie|Federación de Rusia|Federação Russa|Federación Rusa',
  ST: 'Santo Tomé y Príncipe|Sao Tomé et Principe',
  SY: 'République arabe syrienne|República Árabe Siria',
  TZ: 'République-Unie de Tanzanie|República Unida de Tanzania',
  US: "États-Unis d'Amérique|Estados Unidos de América|Estados Unidos da América|EE.UU.|EEUU",
  VE: 'République bolivarienne du Venezuela|República Bolivariana de Venezuela',
};

const REGIONS: Readonly<Record<string, string>> = {
  world:
    'Monde entier|Monde|Mondial|Dans le monde|Échelle mondiale|Mundial|Todo el mundo|Mundo|Mundo entero|A nivel mundial|Mundo inteiro|Todo o mundo|Niveau mondial|Ámbito mundial|Internacional',
  africa: 'Continent africain|Continente africano',
  'west-africa': "Afrique de l'Ouest|África del Oeste|África do Oeste",
  'east-africa': "Afrique de l'Est|África del Este|África do Leste",
  'central-africa': 'Afrique du Centre',
  'southern-africa': 'África austral|África Austral|África del Sur y Meridional',
  'north-africa': 'Afrique du Nord|África del Norte|Norte de África|Norte da África|África do Norte',
  'sub-saharan-africa': 'Afrique sub-saharienne|África al sur del Sahara',
  'eastern-europe': 'Europa del Este|Europe orientale|Europa do Leste|Leste Europeu',
  'western-europe': 'Europe occidentale|Europa del Oeste',
  'northern-europe': 'Europe septentrionale|Europa del Norte|Norte de Europa',
  'southern-europe': 'Europe méridionale|Europa del Sur|Sur de Europa',
  'south-eastern-europe':
    'Europe du Sud-Est|Europa sudoriental|Europa del Sudeste|Sudeste de Europa|Sudeste Europeu|Europa del Sureste',
  'central-europe': 'Europe centrale|Europa central|Europa Central',
  'south-east-asia': 'Asia sudoriental|Sudeste de Asia|Sureste asiático|Sudeste da Ásia',
  'south-asia': 'Asia del Sur|Asie méridionale|Sur de Asia|Sul da Ásia',
  'east-asia': 'Asie orientale|Asia del Este|Leste da Ásia',
  'west-asia': 'Asie occidentale',
  'middle-east': 'Proche-Orient|Medio Oriente|Oriente Próximo|Oriente Médio|Próximo Oriente',
  'middle-east-and-north-africa':
    'Moyen-Orient et Afrique du Nord|Afrique du Nord et Moyen-Orient|Norte de África y Oriente Medio|Oriente Medio y África del Norte|Oriente Medio y Norte de África|Oriente Médio e Norte da África',
  'north-america': 'Amérique du Nord|América del Norte|América do Norte',
  'central-america': 'América Central',
  'south-america': 'América del Sur|América do Sul',
  'latin-america-and-the-caribbean':
    'América Latina|América Latina y el Caribe|Amérique latine et Caraïbes|Amérique latine et les Caraïbes|América Latina e Caribe|América Latina e Caraíbas',
  caribbean: 'Caraíbas|Antilles',
  pacific: 'Pacífico',
  'asia-and-the-pacific': 'Asie et Pacifique|Asia y el Pacífico|Ásia e Pacífico|Asie-Pacifique|Asia-Pacífico',
  balkans: 'Balcanes|Balcãs',
  'western-balkans': 'Balkans occidentaux|Balkans de l’Ouest|Balcanes Occidentales',
  'horn-of-africa': 'Chifre da África|Corne de l’Afrique',
  'european-union': 'UE',
};

// CLDR's Spanish name for 019 is "América", which may mean any part of the continent.
const NOT_TRANSLATED = new Set(['001', '019', '021']);

/** The names of a country in these languages, by its alpha-2 code. */
export function translateCountry(code: string): string[] {
  return [...displayNames(code), ...(COUNTRIES[code]?.split('|') ?? [])];
}

/** The names of a region in these languages. */
export function translateRegion({ slug, m49 }: { slug: string; m49: string | null }): string[] {
  const names = m49 === null || NOT_TRANSLATED.has(m49) ? [] : displayNames(m49);
  return [...names, ...(REGIONS[slug]?.split('|') ?? [])];
}

function displayNames(code: string): string[] {
  return /^(?:[A-Z]{2}|\d{3})$/.test(code) ? LANGUAGES.flatMap((names) => names.of(code) ?? []) : [];
}
