import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, type SourceLocation, type Token, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../context.ts';

/** Nodes of all parsed documents that are kept. A node takes about half a kilobyte. */
const MOST_NODES = 50_000;

/**
 * Apollo's cache of parsed documents, by their hash. Bounded by the nodes of the syntax trees, because a document takes up to
 * 200 times as much memory as its text. The least recently used documents are dropped first.
 */
export function boundedDocumentStore(mostNodes = MOST_NODES) {
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

/** Drops the text of each document once it is parsed: see `dropText`. */
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
 * Drops the text and the chain of tokens of a parsed document. Without a text, graphql-js can't scan it for the line of
 * every error: thousands of errors in a document of many lines would take minutes. `locationsOf` reads the lines from the
 * tokens that the nodes still have. Without the chain, tokens that no node has are freed; comments have some.
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

/** Where the nodes of an error are in their document; undefined for an error without nodes. */
export function locationsOf(error: unknown): SourceLocation[] | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  return error.nodes?.flatMap(({ loc }) =>
    loc ? [{ line: loc.startToken.line, column: loc.startToken.column }] : [],
  );
}
