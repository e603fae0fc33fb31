import { isAreaName, isCityName } from './vocabulary/cities.ts';
import { hasFieldWord, isGeneric, startsWithQualifier } from './vocabulary/name-words.ts';
import { isNationality } from './vocabulary/nationalities.ts';
import { findOrganisation } from './vocabulary/organisations.ts';
import type { Item } from './author-items.ts';
import { isNameShaped } from './person.ts';
import { isPlaceName } from './place-names.ts';
import { isAllCapitals } from './words.ts';

const UNIT = String.raw`facult(?:y|é|ad)|faculdade|facoltà|fakultät|(?:graduate |law |business )?school|department|departamento|département|dipartimento|division|chair|clinic|college|institut[eo]?|istituto|cent(?:re|er|ro)|zentrum|escuela|école|escola|cátedra|lehrstuhl|laborato(?:ry|ire|rio)|programme?|observat(?:ory|oire|orio)`;
const STARTS_WITH_UNIT = new RegExp(
  String.raw`^(?:${UNIT})(?: (?:of|for|on|de|des|d['’]|du|del|da|do|di|für|pour|para|\S+ de) ?|(?= inter))`,
  'iu',
);
const ENDS_IN_UNIT =
  / (?:cent(?:re|er)|institute|clinic|lab|laboratory|programme?|observatory|project|school|department|faculty|unit)$/i;
const UNIVERSITY =
  /universi(?:t(?!ari)|[dz])|\b(?:college|institute of technology|polytechnic|(?:law|medical|business) school)\b/i;

// "College Of Social Work", "Law School": units, although other such names are whole universities.
const UNIT_OF_UNIVERSITY = /^college of |^(?:business|graduate|law|medical) school$/i;

/** Whether a name is a university's or a part of one. */
export function isUniversityName(text: string): boolean {
  return UNIVERSITY.test(text) && !UNIT_OF_UNIVERSITY.test(text);
}

/** Departments that governments have and universities don't. */
const OF_STATE =
  /^department (?:of|for) (?:foreign|home|homeland|internal|justice|labou?r|state|defen[cs]e|immigration|trade|community safety|social services|social welfare|women|refugees?|migration|prisons?|police|corrections|correctional services|public works|public safety|public prosecutions?|agriculture|fisheries|tourism|housing|statistics|national \S+)\b/i;

/** Whether a piece names a unit that universities have and that doesn't say whose it is: "Faculty Of Law". */
export function isPartOfUniversity(text: string): boolean {
  if (isUniversityName(text) || OF_STATE.test(text)) return false;
  if (/ lab$/i.test(text) || UNIT_OF_UNIVERSITY.test(text)) return true;
  if (findOrganisation(text) !== null) return false;
  if (isPlaceBehind(text)) return false;
  if (isNamedUnit(text)) return true;
  return STARTS_WITH_UNIT.test(text) || (ENDS_IN_UNIT.test(text) && isGeneric(text));
}

/** "Centre For Migration Studies": a unit that universities have. Organisations of the authority file may also be called so. */
export function isUnitName(text: string): boolean {
  return STARTS_WITH_UNIT.test(text) && isGeneric(text) && !OF_STATE.test(text) && !isPlaceBehind(text);
}

/** "Carr Center For Human Rights Policy", "Lowenstein Human Rights Clinic": units that are called after a person. */
function isNamedUnit(text: string): boolean {
  const [first = ''] = text.split(' ');
  const isUnit =
    /^\S+ (?:cent(?:re|er)|institute|school|program|programme|chair) (?:for|of|on|in) |^(?:\S+ ){2,}clinic$/i;
  const isName = isNameShaped(first) && !hasFieldWord(first) && !startsWithQualifier(first);
  return (
    isUnit.test(text) &&
    isName &&
    !isAllCapitals(first) &&
    !isNationality(first) &&
    !isPlaceName(first) &&
    !isCityName(first)
  );
}

/** Whether a unit and a university have names in the same language, as far as English and other languages go. */
export function isSameLanguage(unit: string, university: string): boolean {
  const isEnglishUnit = / (?:of|for|on) /i.test(unit) || ENDS_IN_UNIT.test(unit) || / lab$/i.test(unit);
  return isEnglishUnit === /\b(?:university|college|school|polytechnic|institute)\b/i.test(university);
}

/** Whether a name ends in a place behind a preposition: "Institute For Development In Kenya". */
export function isPlaceBehind(text: string): boolean {
  const [, place] = /^.+ (?:of|in|for|de|del|du|da|do|en|di|à) (.+)$/i.exec(text) ?? [];
  return place !== undefined && (isPlaceName(place) || isCityName(place) || isAreaName(place));
}

const COMMITTEE = /^(?:\S+ ){0,2}(?:sub-?)?(?:committees?|commission) (?:of|on|for) | (?:sub-?)?committee$/i;
const OFFICE =
  /^(?:\S+ )?(?:office|bureau|commissioner|department|division|directorate|section|branch|unit|secretariat) (?:of|for|on|to) | (?:division|section|branch|unit|department|directorate|bureau)$/i;
const DIRECTORATE = /^(?:directorate[ -]general|dg)\b/i;
const DEPARTMENT =
  /^(?:\S+ )?(?:department|division) (?:of|for) |^(?:\S+ ){1,3}(?:branch|department|division|section|unit)$/i;
const MINISTRY = /^(?:ministry|department|office|bureau|secretariat) (?:of|for) /i;

// "European Commission", "Group Of Experts On Migration"
const EXPERTS = /^(?:expert group|group of experts|working group|steering committee|task team) (?:on|for) /i;
const HAS_EXPERTS = /^(?:european commission|council of europe|united nations|african union)$| cluster$/i;

// "International Labour Office", "Special Action Programme To Combat Forced Labour"
const PROGRAMME = /^special (?:action )?program(?:me)? (?:for|on|to) /i;

// "Ministerio Del Interior", "Dirección Nacional De Migraciones"
const ROMANCE_MINISTRY = /^(?:minist(?:erio|[eè]re|ero|[eé]rio)|secretar[ií]a) /i;
const ROMANCE_DIRECTORATE =
  /^(?:(?:sub)?direcci[oó]n|direction|direzione|dire[cç][aã]o|subsecretar[ií]a|viceminist[eé]rio|unidad|unit[eé]|unidade|d[eé]partement|departamento|dipartimento)(?: (?:general|g[eé]n[eé]rale?|nacional|nationale?|generale)\b| (?:d[aeiou]|de[ls]) | d['’])/i;

const LEGISLATURE =
  /\b(?:parliament|assembly|council of europe|council of ministers|senate|congress|house of (?:lords|commons|representatives)|knesset|bundestag)\b/i;
const GOVERNMENT =
  /^(?:government|republic|kingdom|province|state|commonwealth|city|county|municipality) of |^(?!(?:central|local|self) )\S+ government$/i;
const CITY = /^(?:city|county|municipality) /i;
const OF_DIRECTORATES = /^(?:european commission|european parliament|council of europe|ministry of .+)$/i;

/** Whether a piece is a generic office, and the whole is of a kind that has such offices. */
export function isPartOfWhole(part: Item, whole: Item): boolean {
  const { text } = part;
  const name = whole.author?.name ?? whole.text;
  if (part.author !== null && part.printed.length === 1) return false;
  if (isNationalSection(text)) return true;
  if (/^secretariat$/i.test(text)) return whole.author !== null;
  if (DIRECTORATE.test(text)) return OF_DIRECTORATES.test(name);
  if (COMMITTEE.test(text) && LEGISLATURE.test(name)) return true;
  if (EXPERTS.test(text) && HAS_EXPERTS.test(name)) return true;
  if (ROMANCE_MINISTRY.test(name) && ROMANCE_DIRECTORATE.test(text)) return !isPlaceBehind(text);
  const known = findOrganisation(name);
  const isPublic =
    /^(?:un|united nations|african union|asean|ecowas) /i.test(name) ||
    (known !== null && /^(?:un|intergovernmental|government)$/.test(known.kind));
  if (isPublic && PROGRAMME.test(text)) return true;
  const isDepartment =
    DEPARTMENT.test(text) && !isPlaceBehind(text) && !isNationality(text.split(' ')[0] ?? '');
  if (!isGeneric(text) && !(isPublic && isDepartment)) return false;
  if (COMMITTEE.test(text)) return false;
  if (GOVERNMENT.test(name)) return OFFICE.test(text) || (MINISTRY.test(text) && !CITY.test(name));
  if (!OFFICE.test(text) || OF_STATE.test(text)) return false;
  if (isMinistry(name))
    return whole.author === null
      ? / (?:branch|bureau|directorate|division|section|unit)$/i.test(text)
      : /^(?:office|bureau|division|unit|section) /i.test(text);
  // "Office For Victims Of Crime" and "Bureau Of Justice Assistance" are of one rank.
  const isOfSameRank = [name, text].every((office) => /^(?:bureau|office) /i.test(office));
  return (isPublic && !isOfSameRank) || (/ (?:court|commission)$/i.test(name) && !isGeneric(name));
}

function isMinistry(name: string): boolean {
  return /^(?:.+ )?(?:department|ministry) of /i.test(name);
}

/** "Irish National Contact Point", "Kenya Chapter", "Nepal Country Office". */
function isNationalSection(text: string): boolean {
  const [, place = ''] =
    /^(.+?) (?:(?:country|national|regional) )?(?:contact point|chapter|section|office|mission|delegation)$/i.exec(
      text,
    ) ?? [];
  return isNationality(place) || isPlaceName(place) || isCityName(place);
}

/** "Regional Office For South Asia", "Sede Ecuador": a local office that doesn't say of which organisation. */
export function isLocalOffice(text: string): boolean {
  return /^(?:(?:sub-?)?regional|country|liaison|field) (?:office|bureau|hub) (?:for|in|of|(?=\S+$))|^(?:delegation|mission|office) (?:in|to) \S+$|^(?:sede|campus) \S+$/i.test(
    text,
  );
}
