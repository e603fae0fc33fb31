import { languageName, readLanguage } from '../publication/language.ts';

/** Converts a type or language from the database to a value and label for clients. */
export function printText(dimension: 'type' | 'language', text: string): { value: string; label: string } {
  if (dimension === 'language') {
    const tag = readLanguage(text) ?? text;
    return { value: tag, label: languageName(tag) };
  }
  const words = text.replaceAll('_', ' ').toLowerCase();
  return { value: text, label: words.charAt(0).toUpperCase() + words.slice(1) };
}
