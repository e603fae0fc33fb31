import type { ApolloServerOptionsWithGateway, ApolloServerPlugin } from '@apollo/server';
import { type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { version } from '../project.ts';
import type { Context } from '../context.ts';

type Gateway = NonNullable<ApolloServerOptionsWithGateway<object>['gateway']>;

/** Its spans do nothing until the operator loads an SDK. */
const tracer = trace.getTracer('pubatlas', version);

function end(span: Span, errors: readonly { message: string }[] = []): void {
  if (errors.length > 0) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** Spans `graphql.parse` and `graphql.validate` for new documents. Cached documents are neither parsed nor validated. */
export function traceDocuments(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async parsingDidStart() {
          const span = tracer.startSpan('graphql.parse');
          return async (error) => end(span, error && [error]);
        },
        async validationDidStart() {
          const span = tracer.startSpan('graphql.validate');
          return async (errors) => end(span, errors);
        },
      };
    },
  };
}

/**
 * Span `graphql.execute` for each operation, compiled or not; spans of SQL statements are its children. It has type, name and
 * price of the operation, never the document or variables.
 */
export function traceExecution(gateway: Gateway): Gateway {
  return {
    ...gateway,
    async load(options) {
      const { executor } = await gateway.load(options);
      if (executor === null) return { executor };
      return {
        executor: (request) => {
          const attributes = {
            'graphql.operation.type': request.operation.operation,
            'graphql.operation.name': request.operationName ?? undefined,
            'pubatlas.operation.cost': (request.context as Context).usage.cost ?? undefined,
          };
          return tracer.startActiveSpan('graphql.execute', { attributes }, async (span) => {
            let errors: readonly { message: string }[] | undefined = [{ message: 'thrown' }];
            try {
              const result = await executor(request);
              ({ errors } = result);
              return result;
            } finally {
              end(span, errors);
            }
          });
        },
      };
    },
  };
}
