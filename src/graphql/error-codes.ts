/** Documentation of an error code, as docs/reference/errors.md prints it. */
export interface ErrorCode {
  /** HTTP status of an answer without `data`. */
  status: string;
  meaning: string;
  /** What the client can do. */
  remedy: string;
}

/** Every `extensions.code` that a client can receive. A test compares them with the codes in the source. */
export const ERROR_CODES: Record<string, ErrorCode> = {
  BAD_REQUEST: {
    status: '400, 405, 406, 415',
    meaning:
      'The HTTP request is no GraphQL request: wrong method, content type, content encoding, accepted media type or JSON, or no query.',
    remedy: 'Correct the request; the message names the problem.',
  },
  BAD_USER_INPUT: {
    status: '200; 400 for variables',
    meaning:
      'An argument or variable is wrong. `argument` is its path, such as `filter.year`; the message says what would be right.',
    remedy: 'Correct the argument.',
  },
  NOT_ACCEPTABLE: {
    status: '406',
    meaning: 'The header `Accept` of a download has none of its media types.',
    remedy: 'Accept one of the media types that the message lists, or use a file extension.',
  },
  NOT_FOUND: {
    status: '404',
    meaning: 'There is no publication with the slug of a download.',
    remedy: 'Correct the slug.',
  },
  GRAPHQL_PARSE_FAILED: {
    status: '400',
    meaning: 'The document has a syntax error at `locations`.',
    remedy: 'Correct the document.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: '400',
    meaning:
      'The document does not fit the schema, or has a mutation or subscription. At most 20 such errors are listed.',
    remedy: 'Correct the document.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: '400',
    meaning: 'No operation of the document has the `operationName`, or there are several and none is named.',
    remedy: 'Send the name of one operation of the document.',
  },
  LIMIT_EXCEEDED: {
    status: '400, 413, 429; 200 while the operation runs',
    meaning:
      'A limit was exceeded. `limit` names it, `value` is the value of the request if known, `most` is the maximum.',
    remedy: 'Ask for less, or in several operations. After 429, wait as long as `Retry-After` says.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: '200',
    meaning: 'The server does not know the document with this hash.',
    remedy:
      'Send the hash once together with the document. Clients with persisted queries do so by themselves.',
  },
  PERSISTED_QUERY_NOT_IN_LIST: {
    status: '400',
    meaning: 'No trusted document has this id.',
    remedy: 'Add the document to the manifest of trusted documents.',
  },
  QUERY_NOT_IN_SAFELIST: {
    status: '400',
    meaning: 'The server executes trusted documents only, and this is none of them.',
    remedy: 'Add the document to the manifest of trusted documents.',
  },
  SERVICE_UNAVAILABLE: {
    status: '503',
    meaning: 'The database cannot be reached, or the server has too many requests.',
    remedy: 'Repeat the request after the seconds in `Retry-After`.',
  },
  TIMEOUT: {
    status: '504',
    meaning:
      'A statement or the whole request took too long. `limit` says which, `most` is the maximum in milliseconds.',
    remedy: 'Ask for less, or with a narrower filter.',
  },
  ERRORS_LEFT_OUT: {
    status: '200',
    meaning: 'The answer has more than 100 errors. `leftOut` is the number of errors that are not listed.',
    remedy: 'Correct the listed errors first.',
  },
  INTERNAL_SERVER_ERROR: {
    status: '500; 200 if a part of the answer failed',
    meaning: 'An unexpected error. The log has it under the `id`.',
    remedy: 'Report the `id` to the operator.',
  },
};
