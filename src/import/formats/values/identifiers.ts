import {
  type PublicationScheme,
  PUBLICATION_SCHEMES,
  readIdentifier,
  recognizeIdentifier,
} from '../../../identifier/identifier.ts';
import type { BibliographicDetails } from '../../record.ts';
import type { Remarks } from './remarks.ts';

type PublicationIdentifier = NonNullable<BibliographicDetails['identifiers']>[number];

/** Collects the identifiers of a record, and its address. */
export class Identifiers {
  /** The address of the work. */
  url: string | null = null;
  private readonly remarks: Remarks;
  private readonly identifiers = new Map<string, PublicationIdentifier>();

  constructor(remarks: Remarks) {
    this.remarks = remarks;
  }

  /** The identifiers in the order in which they were added. */
  list(): PublicationIdentifier[] {
    return [...this.identifiers.values()];
  }

  /** Adds an identifier of a scheme. An invalid one goes to `unresolved`. @returns whether it was added */
  add(scheme: PublicationScheme, text: string): boolean {
    if (text.trim() === '') return false;
    const identifier = readIdentifier(scheme, text);
    if (identifier === null) {
      this.remarks.reject('identifiers', text, `no valid ${scheme}`);
      return false;
    }
    this.identifiers.set(`${scheme} ${identifier.value}`, identifier);
    return true;
  }

  /** Adds an identifier whose form or name indicates its scheme ("DOI:10.1000/182"), or a web address. */
  addAny(text: string): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    const [, scheme = '', value = ''] = /^([A-Z]+):(.+)$/.exec(trimmed) ?? [];
    const named = isPublicationScheme(scheme) ? readIdentifier(scheme, value) : null;
    const identifier = named ?? recognizeIdentifier(trimmed);
    if (identifier !== null && isPublicationScheme(identifier.scheme)) {
      this.identifiers.set(`${identifier.scheme} ${identifier.value}`, {
        ...identifier,
        scheme: identifier.scheme,
      });
    } else if (/^https?:/i.test(trimmed)) this.setUrl(trimmed);
    else this.remarks.reject('identifiers', text, 'no identifier of a scheme that is known');
  }

  /** Sets the address of the work. A DOI link is added as an identifier too. */
  setUrl(text: string): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    if (!/^https?:\/\/[^\s/]+\S*$/i.test(trimmed) || !URL.canParse(trimmed))
      return this.remarks.reject('url', text, 'no http or https address');
    const isFirst = this.url === null;
    this.url ??= trimmed;
    const identifier = recognizeIdentifier(trimmed);
    if (identifier?.scheme === 'DOI') this.add('DOI', trimmed);
    else if (!isFirst && comparable(trimmed) !== comparable(this.url))
      this.remarks.reject('url', trimmed, 'another url; one is kept');
  }
}

/** An address without what two addresses of one page may differ in. */
function comparable(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
}

function isPublicationScheme(scheme: string): scheme is PublicationScheme {
  return (PUBLICATION_SCHEMES as readonly string[]).includes(scheme);
}
