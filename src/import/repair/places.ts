import { foldName } from '../../text/fold.ts';
import { gazetteer, WORLD } from './vocabulary/gazetteer.ts';
import type { Gazetteer, Vocabulary } from './vocabulary/gazetteer.ts';
import type { Repair, Unresolved } from '../record.ts';
import { completeFromNeighbour } from './complete.ts';
import { joinShreds } from './join.ts';
import type { Pieces } from './join.ts';

/** The printed values of the two place fields of one record. */
export interface PrintedPlaces {
  country: string[];
  region: string[];
}

/** The places that the two fields name, each once, in printed order. */
export interface RepairedPlaces {
  /** Country codes. */
  countries: string[];
  /** Region slugs, without the world. */
  regions: string[];
  /** True if either field says "Worldwide" or a synonym. */
  isWorldwide: boolean;
  repairs: Repair[];
  unresolved: Unresolved[];
}

/**
 * - `spelling`: another spelling of the usual name ("St. Lucia", "South Eastern Europe")
 * - `alias`: another name of the place ("Macedonia")
 * - `joined-shreds`: split pieces of one name ("Trinidad", "Tobago")
 * - `regional-office`: pieces of a name that lists several regions ("Central", "North America", "Caribbean")
 * - `completed-from-neighbour`: a piece that lost its noun ("North", "South Korea")
 */
type Rule = 'spelling' | 'alias' | 'joined-shreds' | 'regional-office' | 'completed-from-neighbour';

/** Places read from printed pieces; `rule` is null if the usual name is printed. */
interface Reading {
  at: number[];
  values: string[];
  rule: Rule | null;
}

const plain = (name: string): string => name.toLowerCase().replace(/^the /, '');

function ruleFor(printed: string, [value, ...more]: string[], vocabulary: Vocabulary): Rule | null {
  if (more.length > 0) return 'regional-office';
  const usual = vocabulary.usualName(value ?? '');
  if (plain(printed) === plain(usual)) return null;
  return foldName(printed) === foldName(usual) ? 'spelling' : 'alias';
}

/** Reads one field with one vocabulary. `left` has the indices of the pieces that no rule reads. */
function readPieces(printed: string[], vocabulary: Vocabulary): { readings: Reading[]; left: number[] } {
  const pieces: Pieces = { folded: printed.map(foldName), known: printed.map(vocabulary.lookup) };
  const joined = joinShreds(pieces, vocabulary.joining);
  const taken = new Set(joined.flatMap(({ at }) => at));
  const readings: Reading[] = joined.map(({ name, at }) => ({
    at,
    values: name.values,
    rule: name.values.length > 1 ? 'regional-office' : 'joined-shreds',
  }));
  const left: number[] = [];
  for (const [index, text] of printed.entries()) {
    if (taken.has(index)) continue;
    const name = pieces.known[index];
    if (name) {
      readings.push({ at: [index], values: name.values, rule: ruleFor(text, name.values, vocabulary) });
      continue;
    }
    const completed = completeFromNeighbour(index, pieces, vocabulary.lookup);
    if (completed) {
      const at = [index, completed.neighbour];
      readings.push({ at, values: completed.name.values, rule: 'completed-from-neighbour' });
    } else left.push(index);
  }
  return { readings: readings.sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0)), left };
}

interface FieldReading {
  countries: string[];
  regions: string[];
  repairs: Repair[];
  unresolved: Unresolved[];
}

/**
 * Reads one field with its own vocabulary, then looks the unknown pieces up in the other one. Places found there move
 * to the other field (`moved-to-regions`, `moved-to-countries`).
 */
function readField(
  field: 'country' | 'region',
  printed: string[],
  { countries, regions }: Gazetteer,
): FieldReading {
  const isCountry = field === 'country';
  const own = readPieces(printed, isCountry ? countries : regions);
  const strays = own.left.map((index) => printed[index] ?? '');
  const other = readPieces(strays, isCountry ? regions : countries);
  const valuesOf = ({ readings }: { readings: Reading[] }): string[] =>
    readings.flatMap(({ values }) => values);

  const repair = (rule: string | null, read: string[], made: string[]): Repair[] => {
    const named = made.includes(WORLD) ? 'worldwide' : rule;
    return named ? [{ field, rule: named, read, made }] : [];
  };
  const readFrom = (texts: string[], at: number[]): string[] => at.map((index) => texts[index] ?? '');
  return {
    countries: valuesOf(isCountry ? own : other),
    regions: valuesOf(isCountry ? other : own),
    repairs: [
      ...own.readings.flatMap(({ rule, at, values }) => repair(rule, readFrom(printed, at), values)),
      ...other.readings.flatMap(({ at, values }) =>
        repair(isCountry ? 'moved-to-regions' : 'moved-to-countries', readFrom(strays, at), values),
      ),
    ],
    unresolved: readFrom(strays, other.left).map((value) => ({
      field,
      value,
      reason: 'no country or region has this name, and no piece beside it completes it',
    })),
  };
}

/**
 * Repairs the countries and regions of a record. The gazetteer decides which pieces were one name, whatever their
 * printed order. A value that no rule understands stays in `unresolved` as printed; nothing is guessed.
 *
 * repairPlaces({ country: ['Trinidad', 'Tobago'], region: ['Central', 'North America'] })
 * // countries TT, regions central-america and north-america
 */
export function repairPlaces(printed: PrintedPlaces, places: Gazetteer = gazetteer()): RepairedPlaces {
  const fields = [readField('country', printed.country, places), readField('region', printed.region, places)];
  const regions = new Set(fields.flatMap((field) => field.regions));
  return {
    countries: [...new Set(fields.flatMap((field) => field.countries))],
    regions: [...regions].filter((slug) => slug !== WORLD),
    isWorldwide: regions.has(WORLD),
    repairs: fields.flatMap((field) => field.repairs),
    unresolved: fields.flatMap((field) => field.unresolved),
  };
}
