import type { PublicationRecord, Repair, Unresolved } from './record.ts';

/** Where an import reads from: one file under one heading. */
export interface Source {
  /** The file's name without its folders: what tells that a file is read again. */
  file: string;
  format: 'LISTING' | 'JSON_LINES';
  /** What the page's heading names; '' of a format without headings. */
  heading: string;
  headingKind: 'topic' | 'category' | '';
}

/** One publication as one source states it. */
export interface Stated {
  record: PublicationRecord;
  /** The slug that the source asks for; null where it leaves it to the title. */
  slug: string | null;
  firstLine: number;
  lastLine: number;
  /** False where the source may say less than it has to say: the last record of a page that is cut off. */
  isComplete: boolean;
  /** What a listing prints, kept for a curator; null of a form that needs no repair. */
  raw: object | null;
  repairs: Repair[];
  unresolved: Unresolved[];
}
