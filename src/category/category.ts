/** A kind of document that publications are filed under. */
export interface Category {
  id: number;
  slug: string;
  name: string;
  description: string | null;
}
