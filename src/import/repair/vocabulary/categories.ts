/**
 * Document types under which the site lists publications. They distinguish the value of a category from the title after
 * it.
 */
const CATEGORIES = [
  'Articles',
  'Assessments',
  'Booklet',
  'Brochure',
  'Case Studies',
  'Evaluations',
  'Factsheets',
  'Fact Sheets',
  'Guidance Notes',
  'Guidelines',
  'Handbooks',
  'Infosheets',
  'Legislation',
  'Manuals',
  'Newsletters',
  'Policy Briefs',
  'Posters',
  'Reports',
  'Research',
  'Studies',
  'Toolkits',
  'Tools',
  'Training Curriculum',
  'Training Manuals',
  'Videos',
  'Working Papers',
];

/** "Studies", "study" and "STUDIES" have the same key. */
function keyOf(name: string): string {
  const key = name.toLowerCase().trim();
  return key.endsWith('ies') ? `${key.slice(0, -3)}y` : key.replace(/s$/, '');
}

const KEYS: ReadonlySet<string> = new Set(CATEGORIES.map(keyOf));

/** Whether a printed value is a document type of the site, in singular or plural. */
export function isKnownCategory(value: string): boolean {
  return KEYS.has(keyOf(value));
}
