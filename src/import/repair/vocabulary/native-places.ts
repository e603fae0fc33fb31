import { readCountryReferences } from '../../../country/country.reference.ts';
import { foldName } from '../../../text/fold.ts';

let names: ReadonlySet<string> | undefined;

/** Whether a text is the name of a country in its own main language: "Deutschland", "Norge". The names are CLDR's. */
export function isNativeCountryName(text: string): boolean {
  names ??= new Set(readCountryReferences().flatMap(({ code }) => nativeName(code)));
  return names.has(foldName(text));
}

function nativeName(code: string): string[] {
  if (!/^[A-Z]{2}$/.test(code)) return [];
  const { language } = new Intl.Locale('und', { region: code }).maximize();
  const name = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code);
  return name === undefined ? [] : [foldName(name)];
}
