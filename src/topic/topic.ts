/** A subject that publications are filed under. */
export interface Topic {
  id: number;
  slug: string;
  name: string;
  description: string | null;
}
