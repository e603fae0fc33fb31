import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import type { Context } from './context.ts';

/**
 * Puts a small document in the place of one whose fragments go round in circles, with the same mistake in it. Validation
 * finds a circle anyway, but where there are a hundred fragments in one, another of its rules compares every pair of them,
 * each within the one before, until the stack overflows.
 */
export function shortenCycles(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async validationDidStart(request) {
          const fragment = fragmentInCycle(request.document);
          if (fragment) (request as { document: DocumentNode }).document = cycleOf(fragment);
        },
      };
    },
  };
}

/** A fragment that spreads itself, by whatever way; null where there is none. */
function fragmentInCycle(document: DocumentNode): FragmentDefinitionNode | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const of of document.definitions)
    if (of.kind === Kind.FRAGMENT_DEFINITION) fragments.set(of.name.value, of);
  const finished = new Set<string>();
  const within = new Set<string>();

  function visit(name: string): FragmentDefinitionNode | null {
    const fragment = fragments.get(name);
    if (!fragment || finished.has(name)) return null;
    if (within.has(name)) return fragment;
    within.add(name);
    for (const spread of spreadsIn(fragment.selectionSet)) {
      const found = visit(spread);
      if (found !== null) return found;
    }
    within.delete(name);
    finished.add(name);
    return null;
  }

  for (const name of fragments.keys()) {
    const found = visit(name);
    if (found !== null) return found;
  }
  return null;
}

function* spreadsIn({ selections }: SelectionSetNode): Generator<string> {
  for (const of of selections)
    if (of.kind === Kind.FRAGMENT_SPREAD) yield of.name.value;
    else if (of.selectionSet) yield* spreadsIn(of.selectionSet);
}

/** `query { ...F } fragment F on Query { ...F }` */
function cycleOf({ name, loc }: FragmentDefinitionNode): DocumentNode {
  const selectionSet: SelectionSetNode = {
    kind: Kind.SELECTION_SET,
    selections: [{ kind: Kind.FRAGMENT_SPREAD, name, ...(loc && { loc }) }],
  };
  const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'Query' } } as const;
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      { kind: Kind.OPERATION_DEFINITION, operation: OperationTypeNode.QUERY, selectionSet },
      { kind: Kind.FRAGMENT_DEFINITION, name, typeCondition, selectionSet },
    ],
  };
}
