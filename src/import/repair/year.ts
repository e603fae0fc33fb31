import type { Parsed } from '../record.ts';

const FIRST = 1500;

/**
 * Reads the year of publication. A plain year is used unchanged. Otherwise the year is extracted from a date ("March
 * 2010", "2010-03-12"), from a note on the printing ("2009 (Reprint)", "2nd edition 2010"), or from brackets
 * ("[2010]"). These stay unresolved: ranges ("2014-2015"), "c. 2010", "n.d.", two different years, years before 1500
 * and years after `latest`.
 *
 * @param latest the last possible year of publication; next year by default
 */
export function repairYear(
  printed: readonly string[],
  latest = new Date().getFullYear() + 1,
): Parsed<number> {
  const parsed: Parsed<number> = { values: [], repairs: [], unresolved: [] };
  const years = printed.map((text) => ({ text, year: yearIn(text.normalize('NFKC'), latest) }));
  const distinct = new Set(years.flatMap(({ year }) => (year === null ? [] : [year])));
  for (const { text, year } of years) {
    if (year === null || distinct.size > 1) {
      const reason =
        year === null ? 'does not say one year of publication' : 'contradicts another year of the record';
      parsed.unresolved.push({ field: 'year', value: text, reason });
      continue;
    }
    if (parsed.values.length === 0) parsed.values.push(year);
    if (text !== String(year)) {
      parsed.repairs.push({ field: 'year', rule: 'year-in-text', read: [text], made: [String(year)] });
    }
  }
  if (years.length > 1 && distinct.size === 1 && parsed.unresolved.length === 0) {
    parsed.repairs.push({
      field: 'year',
      rule: 'merge-same-year',
      read: [...printed],
      made: parsed.values.map(String),
    });
  }
  return parsed;
}

/** Words about a printing that don't make its year a different one. */
const PRINTING =
  /^(?:reprint(?:ed)?|revised|revision|rev|updated?|edition|edn?|printing|published|publication|version|©|copyright|year|of|in|the|de|del|en|publi[ée]e?|publicado|publicada|[ée]dition|edici[óo]n|edi[çc][ãa]o|spring|summer|autumn|fall|winter|q[1-4]|printemps|été|automne|hiver|first|second|third|new|\d(?:st|nd|rd|th|e|er|a|ª|º|ème))$/iu;
const MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|fév|mars|avr|mai|juin|juil|août|déc|ene|abr|ago|dic|fev|mai|set|out|dez|fév)\p{L}*\.?$/iu;

function yearIn(text: string, latest: number): number | null {
  if (text.length > 40) return null;
  // "c2010" is a copyright year; "2010a" is one of two works of the same year.
  const plain = text.replace(/^c(?=\d{4}$)/, '').replace(/^(\d{4})[a-d]$/, '$1');
  const words = plain.split(/[\s,.:©/()[\]-]+/).filter((word) => word !== '');
  const years = words.filter((word) => /^\d{4}$/.test(word));
  const rest = words.filter((word) => !/^\d{4}$/.test(word) && !PRINTING.test(word));
  const isDate = rest.every((word) => MONTH.test(word) || /^\d{1,2}$/.test(word)) && rest.length <= 2;
  const year = Number(years[0]);
  // "2014-15" is a range, and "2010-11" may be one. In "2010-03" the second number must be a month.
  const isRange = /\d{4} ?[-–/] ?\d{2}$/.test(text) && rest.length === 1 && Number(rest[0]) > year % 100;
  return years.length === 1 && isDate && !isRange && year >= FIRST && year <= latest ? year : null;
}
