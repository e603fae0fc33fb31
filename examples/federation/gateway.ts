import type { Executor } from '@graphql-tools/utils';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import { composeServices } from '@theguild/federation-composition';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';

/** A subgraph: its SDL, and how it is asked. */
export interface Subgraph {
  name: string;
  typeDefs: DocumentNode;
  executor: Executor;
}

/** Composes subgraphs into a supergraph. @throws with every reason why it isn't possible */
export function compose(
  subgraphs: readonly { name: string; typeDefs: DocumentNode; url?: string }[],
): string {
  const result = composeServices(
    subgraphs.map(({ name, typeDefs, url = `http://${name}.example` }) => ({ name, typeDefs, url })),
  );
  if (result.supergraphSdl === undefined)
    throw new Error((result.errors ?? []).map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}

/** A gateway by schema stitching: one schema that asks each subgraph for what it knows. */
export function gatewaySchema(subgraphs: readonly Subgraph[]): GraphQLSchema {
  const executors = new Map(subgraphs.map(({ name, executor }) => [name.toUpperCase(), executor]));
  return getStitchedSchemaFromSupergraphSdl({
    supergraphSdl: parse(compose(subgraphs)),
    onSubschemaConfig(subschema) {
      const executor = executors.get(subschema.name.toUpperCase());
      if (executor) subschema.executor = executor;
    },
    batch: true,
  });
}
