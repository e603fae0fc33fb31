import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { type TestServer, testServer } from '../support/server.ts';

const exporter = new InMemorySpanExporter();
let catalogue: TestCatalogue;
let server: TestServer;
beforeAll(async () => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager());
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  );
  catalogue = await testCatalogue('empty');
  server = await testServer(catalogue);
});
afterAll(async () => {
  await server.stop();
  await catalogue.close();
  trace.disable();
  context.disable();
});

async function spansOf(query: string) {
  exporter.reset();
  await server.post({ query, operationName: 'Named' });
  return exporter.getFinishedSpans().map(({ name, attributes, status }) => ({ name, attributes, status }));
}

const execute = (cost: number) => ({
  name: 'graphql.execute',
  attributes: {
    'graphql.operation.type': 'query',
    'graphql.operation.name': 'Named',
    'pubatlas.operation.cost': cost,
  },
  status: { code: 0 },
});

it('spans are there when an operation is new, when it is known, and once it is compiled', async () => {
  const query = 'query Named { country(code: "NG") { name } }';
  expect((await spansOf(query)).map(({ name }) => name)).toEqual([
    'graphql.parse',
    'graphql.validate',
    'graphql.execute',
  ]);
  for (let times = 2; times <= 4; times++) expect(await spansOf(query)).toEqual([execute(2)]);
});

it('spans of what fails have the status of an error', async () => {
  const failing = 'query Named { publications(first: 101) { totalCount } }';
  expect((await spansOf(failing)).at(-1)).toMatchObject({ name: 'graphql.execute', status: { code: 2 } });
  expect(await spansOf('query Named { nothing }')).toEqual([
    { name: 'graphql.parse', attributes: {}, status: { code: 0 } },
    { name: 'graphql.validate', attributes: {}, status: { code: 2 } },
  ]);
});
