import { iso31661, iso31663 } from 'iso-3166';
import type { CountryReference, LocalizedNames } from '../../src/country/country.ts';
import { foldName } from '../../src/text/fold.ts';
import { awardNames, demandAwarded, otherThan, uninverted } from './names.ts';
import type { Claim } from './names.ts';
import { aliases, cldrName, isoCountriesNames, languages } from './sources.ts';
import type { Language } from './sources.ts';

/**
 * English names that no library has in this form. All other names are CLDR's, which are the usual ones ("Tanzania",
 * "Iran"); ISO's are inverted ("Tanzania, United Republic of").
 */
const usualNames: Readonly<Record<string, string>> = {
  BQ: 'Bonaire, Sint Eustatius and Saba',
  CC: 'Cocos (Keeling) Islands',
  CD: 'Democratic Republic of the Congo',
  CG: 'Congo',
  CV: 'Cabo Verde',
  GS: 'South Georgia and the South Sandwich Islands',
  HM: 'Heard Island and McDonald Islands',
  SH: 'Saint Helena, Ascension and Tristan da Cunha',
  UM: 'United States Minor Outlying Islands',
  VA: 'Holy See',
  VC: 'Saint Vincent and the Grenadines',
  FXFR: 'Metropolitan France',
  GEHH: 'Gilbert and Ellice Islands',
  PCHH: 'Trust Territory of the Pacific Islands',
  SUHH: 'Soviet Union',
  VDVN: 'Democratic Republic of Vietnam',
  YDYE: 'Democratic Yemen',
};

/** Countries for which CLDR's short name is used, because its first name is unusual ("Hong Kong SAR China", "Congo - Kinshasa"). */
const preferred: Readonly<Record<string, 'short' | 'iso'>> = {
  CD: 'iso',
  CG: 'iso',
  HK: 'short',
  MM: 'short',
  MO: 'short',
  PS: 'short',
};

/** Successors in ISO 3166-3. The package iso-3166 has only the first of each. */
const successorCorrections: Readonly<Record<string, string[]>> = { FQHH: ['AQ', 'TF'], GEHH: ['KI', 'TV'] };

const isFormal = (name: string): boolean =>
  /\b(Republic|Kingdom|Federation|Federated|Principality|Duchy|State of|United States of)\b/.test(name);

function nameIn(language: Language, code: string): string | undefined {
  const preference = preferred[code];
  const short = preference === 'short' ? cldrName(language, code, 'short') : undefined;
  const iso = preference ? isoCountriesNames(language, code)[0] : undefined;
  return short ?? iso ?? cldrName(language, code);
}

function englishName(code: string): string {
  const name = usualNames[code] ?? nameIn('en', code);
  if (!name) throw new Error(`no English name for ${code}`);
  return name.replace(/^St\. /, 'Saint ');
}

/** The three tiers from libraries: ISO's English name, CLDR's names, and those of i18n-iso-countries. */
function libraryTiers(alpha2: string, isoName: string): string[][] {
  const cldr = languages.flatMap((language) => [
    cldrName(language, alpha2),
    cldrName(language, alpha2, 'variant'),
  ]);
  // Short forms of other languages can mean another country in English: Spanish "RU" is the United Kingdom.
  const short = alpha2 in preferred ? languages : (['en'] as const);
  return [
    [isoName, uninverted(isoName)],
    [
      ...cldr,
      ...short.map((language) => cldrName(language, alpha2, 'short')),
      cldrName('en', alpha2, 'chagos'),
    ].filter((name) => name !== undefined),
    languages
      .flatMap((language) => isoCountriesNames(language, alpha2))
      .flatMap((name) => [name, uninverted(name)]),
  ];
}

type Draft = Omit<CountryReference, 'aliases'> & { tiers: string[][] };

function currentCountry(iso: {
  alpha2: string;
  alpha3: string;
  numeric: string | null;
  name: string;
}): Draft {
  const name = englishName(iso.alpha2);
  const others = languages.slice(1).flatMap((language) => {
    const localName = nameIn(language, iso.alpha2);
    return localName ? [[language, localName]] : [];
  });
  const formal = [uninverted(iso.name), ...isoCountriesNames('en', iso.alpha2).map(uninverted)].find(
    (candidate) => isFormal(candidate) && foldName(candidate) !== foldName(name) && !candidate.includes('('),
  );
  return {
    code: iso.alpha2,
    alpha2: iso.alpha2,
    alpha3: iso.alpha3,
    numericCode: iso.numeric,
    status: iso.numeric ? 'CURRENT' : 'USER_ASSIGNED',
    name,
    officialName: formal?.replace(/^The /, '') ?? null,
    names: { en: name, ...(Object.fromEntries(others) as LocalizedNames) },
    successors: [],
    tiers: libraryTiers(iso.alpha2, iso.name),
  };
}

/** The code of the successor of a former country, which may be a former country too: Yugoslavia → Serbia and Montenegro, CSXX. */
function successorCode(to: (typeof iso31663)[number]['to'][number]): string {
  const former = iso31663.find(({ from }) => from.alpha2 === to.alpha2 && from.name === to.name);
  return to.state === 'formerly-assigned' && former ? former.alpha4 : to.alpha2;
}

function formerCountry(former: (typeof iso31663)[number]): Draft {
  const name = usualNames[former.alpha4] ?? former.from.name;
  const successors = successorCorrections[former.alpha4] ?? former.to.map(successorCode);
  return {
    code: former.alpha4,
    alpha2: former.from.alpha2,
    alpha3: former.from.alpha3,
    numericCode: former.from.numeric ?? null,
    status: 'FORMER',
    name,
    officialName: null,
    names: { en: name },
    successors: [...successors].sort(),
    tiers: [[former.from.name, uninverted(former.from.name)]],
  };
}

/**
 * The current country if a former one was only renamed (Burma → Myanmar), otherwise undefined. The former name of a
 * renamed country means the current one; the name of a country that split or merged (Netherlands Antilles) means the
 * former one.
 */
function renamedInto(former: (typeof iso31663)[number]): string | undefined {
  const [to, ...more] = former.to;
  const isRenaming = former.type === 'change' && more.length === 0 && to?.state === 'assigned';
  return isRenaming && !(former.alpha4 in successorCorrections) ? to.alpha2 : undefined;
}

/** All countries, sorted by code. No name belongs to two of them. */
export function buildCountries(): CountryReference[] {
  const current = [
    ...iso31661.map(currentCountry),
    currentCountry({ alpha2: 'XK', alpha3: 'XKX', numeric: null, name: 'Kosovo' }),
  ];
  const former = iso31663.map(formerCountry);
  const hand = aliases();
  const claims: Claim[] = [...current, ...former].map(({ code, name, tiers }) => {
    const earlier = iso31663
      .filter((old) => renamedInto(old) === code)
      .flatMap(({ from }) => [from.name, uninverted(from.name)]);
    const ours = hand.countries.filter((entry) => entry.code === code).flatMap((entry) => entry.aliases);
    return { id: code, tiers: [[name, ...earlier], ...tiers, ours] };
  });
  const awarded = awardNames(
    claims,
    hand.ambiguous.map(({ name }) => name),
  );
  demandAwarded(
    awarded,
    hand.countries.map(({ code, aliases }) => ({ id: code, aliases })),
  );
  return [...current, ...former]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, alpha2, alpha3, numericCode, status, name, officialName, names, successors }) => ({
      code,
      alpha2,
      alpha3,
      numericCode,
      status,
      name,
      officialName,
      names,
      aliases: otherThan(name, awarded.get(code) ?? []),
      successors,
    }));
}
