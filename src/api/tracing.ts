import type { ApolloServerPlugin } from '@apollo/server';
import { type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { version } from '../project.ts';
import type { Context } from '../context.ts';
import type { Gateway } from './executor.ts';

/** Spans are no-ops until the operator loads an OpenTelemetry SDK. */
const tracer = trace.getTracer('pubatlas', version);

function end(span: Span, errors: readonly { message: string }[] = []): void {
  if (errors.length > 0) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** Creates spans `graphql.parse` and `graphql.validate` for documents that are not cached. */
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
 * Creates a span `graphql.execute` for each operation, compiled or not. Spans of SQL statements are its children. Its
 * attributes are type, name and price of the operation, never the document or the variables.
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
