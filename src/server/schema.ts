import type { FastifyInstance } from 'fastify';
import { type GraphQLSchema, introspectionFromSchema, printSchema } from 'graphql';
import { toClientSchema } from '../api/client-schema.ts';
import { serveFile } from './files.ts';

/**
 * Serves the client schema (src/api/client-schema.ts) for code generators and editors: `/schema.graphql` as SDL,
 * `/schema.json` as the result of introspection.
 */
export function serveSchema(app: FastifyInstance, schema: GraphQLSchema): void {
  serveFile(app, '/schema.graphql', {
    type: 'text/plain; charset=utf-8', // so that browsers show it instead of downloading it
    content: () => `${printSchema(toClientSchema(schema))}\n`,
  });
  serveFile(app, '/schema.json', {
    type: 'application/json; charset=utf-8',
    content: () => JSON.stringify(introspectionFromSchema(toClientSchema(schema))),
  });
}
