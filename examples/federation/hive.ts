import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';

/**
 * Hive Gateway over a supergraph, as a handler of `Request`s that any server can use.
 * @param timeoutOf milliseconds that a subgraph of that name may take: after that its fields are null, with an error
 */
export function createHiveGateway(supergraph: string, timeoutOf: (subgraph: string) => number) {
  return createGatewayRuntime({
    supergraph,
    logging: false,
    upstreamTimeout: ({ subgraphName }) => timeoutOf(subgraphName ?? ''),
  });
}
