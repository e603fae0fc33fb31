/** What the client of a refused request is told beside the message. */
interface Told {
  extensions: { code: string; [name: string]: unknown };
  /** Seconds after which it may be worth asking again. */
  retryAfter?: number;
}

/** A request that is refused before GraphQL sees it. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly statusCode: number;
  readonly told: Told;

  constructor(statusCode: number, message: string, told: Told) {
    super(message);
    this.statusCode = statusCode;
    this.told = told;
  }
}
