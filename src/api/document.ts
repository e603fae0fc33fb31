import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, type SourceLocation, type Token, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../context.ts';

/** Maximum number of AST nodes of all cached documents. A node takes about half a kilobyte. */
const MOST_NODES = 50_000;

/**
 * Creates Apollo's LRU cache of parsed documents, by hash. It is limited by the number of AST nodes, because a parsed
 * document takes up to 200 times as much memory as its text.
 */
export function createDocumentStore(mostNodes = MOST_NODES) {
  const documents = new LRUCache<string, DocumentNode>({ maxSize: mostNodes, sizeCalculation: countNodes });
  return {
    get: (hash: string) => Promise.resolve(documents.get(hash)),
    set: (hash: string, document: DocumentNode) => Promise.resolve(void documents.set(hash, document)),
    delete: (hash: string) => Promise.resolve(documents.delete(hash)),
  };
}

function countNodes(document: DocumentNode): number {
  let count = 0;
  visit(document, { enter: () => void count++ });
  return count;
}

/** Plugin that calls `dropText` for each document after parsing. */
export function dropTexts(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async validationDidStart({ document }) {
          dropText(document);
        },
      };
    },
  };
}

/**
 * Drops the text and the token chain of a parsed document.
 *
 * graphql-js scans the text for the line number of every error. Thousands of errors in a document with many lines would
 * take minutes. `locationsOf` reads the line numbers from the tokens of the AST nodes instead. Dropping the chain frees
 * tokens that no node refers to, such as those of comments.
 */
export function dropText(document: DocumentNode): void {
  if (!document.loc) return;
  document.loc.source.body = '';
  let token: Token | null = document.loc.startToken;
  while (token) {
    const { next } = token as Token;
    Object.assign(token, { prev: null, next: null });
    token = next;
  }
}

/** Returns the locations of an error's AST nodes in their document; undefined if the error has no nodes. */
export function findLocations(error: unknown): SourceLocation[] | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  return error.nodes?.flatMap(({ loc }) =>
    loc ? [{ line: loc.startToken.line, column: loc.startToken.column }] : [],
  );
}
