/** Details of a refusal for the client, besides the message. */
interface RefusalDetails {
  extensions: { code: string; [name: string]: unknown };
  /** Value of Retry-After in seconds. */
  retryAfter?: number;
}

/** Refuses a request before it is executed. The error handler of the route sends it in the form of a GraphQL answer. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly statusCode: number;
  readonly details: RefusalDetails;

  constructor(statusCode: number, message: string, details: RefusalDetails) {
    super(message);
    this.statusCode = statusCode;
    this.details = details;
  }
}
