import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import type { Context } from '../context.ts';

/**
 * Replaces a document whose fragments spread each other in a cycle by a small document with the same mistake.
 * Validation reports every cycle, but its rule for overlapping fields (graphql-js 16.15) first compares the fragments
 * of a cycle in pairs, each pair inside the call for the one before: a hundred fragments that spread three others each
 * overflow the stack.
 */
export function shortenCycles(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async validationDidStart(request) {
          const fragment = findFragmentInCycle(request.document);
          if (fragment) (request as { document: DocumentNode }).document = makeCycle(fragment);
        },
      };
    },
  };
}

/** Returns a fragment that spreads itself, directly or through others; null if there is none. */
function findFragmentInCycle(document: DocumentNode): FragmentDefinitionNode | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const finished = new Set<string>();
  const within = new Set<string>();

  function visit(name: string): FragmentDefinitionNode | null {
    const fragment = fragments.get(name);
    if (!fragment || finished.has(name)) return null;
    if (within.has(name)) return fragment;
    within.add(name);
    for (const spread of findSpreads(fragment.selectionSet)) {
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

function* findSpreads({ selections }: SelectionSetNode): Generator<string> {
  for (const selection of selections)
    if (selection.kind === Kind.FRAGMENT_SPREAD) yield selection.name.value;
    else if (selection.selectionSet) yield* findSpreads(selection.selectionSet);
}

/** `query { ...F } fragment F on Query { ...F }` */
function makeCycle({ name, loc }: FragmentDefinitionNode): DocumentNode {
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
