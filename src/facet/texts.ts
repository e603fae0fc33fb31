import { languageName, readLanguage } from '../publication/language.ts';
import { capitalize } from '../text/capitalize.ts';

/** Converts a type or language from the database to a value and label for clients. */
export function printText(dimension: 'type' | 'language', text: string): { value: string; label: string } {
  if (dimension === 'language') {
    const tag = readLanguage(text) ?? text;
    return { value: tag, label: languageName(tag) };
  }
  return { value: text, label: capitalize(text.replaceAll('_', ' ').toLowerCase()) };
}
