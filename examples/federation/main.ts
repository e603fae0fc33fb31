/**
 * A supergraph on this machine: pubatlas, a second team's subgraph, and a gateway over both by HTTP.
 *
 *   npm run example:federation
 */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import { parse } from 'graphql';
import { openConfigured } from '../../src/cli/database.ts';
import { bringUpToDate } from '../../src/cli/migrate.ts';
import { importShipped } from '../../src/cli/start.ts';
import { readTypeDefs } from '../../src/api/schema.ts';
import { readConfig } from '../../src/server/config.ts';
import { startServer } from '../../src/server/server.ts';
import { gatewaySchema } from './gateway.ts';
import { readingsSchema, readingsTypeDefs } from './readings.ts';

const QUERY = '{ nextReadings { title year readerCount isClassic countries { name memberCount } } }';

const { port } = readConfig();
const config = { ...readConfig(), port: 0, logLevel: 'silent' as const };
const { db, readUrl, close } = await openConfigured(config, { share: true });
await bringUpToDate(db);
await importShipped(db);
const pubatlas = await startServer(config, readUrl);

const readings = new ApolloServer({ schema: readingsSchema() });
const { url: readingsUrl } = await startStandaloneServer(readings, {
  listen: { port: 0, host: 'localhost' },
});

const gateway = new ApolloServer({
  schema: gatewaySchema([
    {
      name: 'pubatlas',
      typeDefs: parse(readTypeDefs()),
      executor: buildHTTPExecutor({ endpoint: pubatlas.url }),
    },
    {
      name: 'readings',
      typeDefs: parse(readingsTypeDefs()),
      executor: buildHTTPExecutor({ endpoint: readingsUrl }),
    },
  ]),
});
const { url } = await startStandaloneServer(gateway, { listen: { port, host: 'localhost' } });
console.log(`pubatlas ${pubatlas.url}\nreadings ${readingsUrl}\ngateway  ${url}\n\n${QUERY}\n`);

const answer = await fetch(url, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: QUERY }),
});
console.log(JSON.stringify(await answer.json(), null, 2));
console.log('\nThe gateway goes on answering; Ctrl-C ends it.');

process.once('SIGINT', () => {
  void Promise.all([gateway.stop(), readings.stop(), pubatlas.stop()]).then(close);
});
