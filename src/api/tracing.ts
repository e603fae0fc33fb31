import type { ApolloServerOptionsWithGateway, ApolloServerPlugin } from '@apollo/server';
import { type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { version } from '../project.ts';
import type { Context } from './context.ts';

type Gateway = NonNullable<ApolloServerOptionsWithGateway<object>['gateway']>;

/** Without an SDK that the operator loads, its spans do nothing and cost nothing. */
const tracer = trace.getTracer('pubatlas', version);

function end(span: Span, errors: readonly { message: string }[] = []): void {
  if (errors.length > 0) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** Spans `graphql.parse` and `graphql.validate`: of documents that are new, as known ones are neither parsed nor validated. */
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
 * A span `graphql.execute` of each operation, compiled or not, within which its SQL statements have theirs. It has the
 * operation's type, name and price, never the document or variables.
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
