import {
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type SelectionNode,
  visit,
} from 'graphql';
import type { Variables } from './variables.ts';

/** Returns the names of the variables in `@skip` and `@include` of a document, sorted. */
export function findConditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      const value = readCondition(node);
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

/**
 * Resolves `@skip` and `@include` for the given variables: removes skipped fields and the directives. The variables are the
 * same at every spread of a fragment, so a fragment stays one fragment.
 */
export function resolveConditions(document: DocumentNode, variables: Variables): DocumentNode {
  const resolve = (node: SelectionNode) => {
    if (!node.directives?.length) return undefined;
    if (!node.directives.every((directive) => isMet(directive, variables))) return null;
    return { ...node, directives: node.directives.filter((directive) => !readCondition(directive)) };
  };
  return visit(document, { Field: resolve, InlineFragment: resolve, FragmentSpread: resolve });
}

/** The value of `if` in `@skip` or `@include`; undefined for other directives. */
function readCondition({ name, arguments: given = [] }: DirectiveNode | ConstDirectiveNode) {
  return name.value === 'skip' || name.value === 'include' ? given[0]?.value : undefined;
}

function isMet(directive: DirectiveNode, variables: Variables): boolean {
  const value = readCondition(directive);
  if (!value) return true;
  const isTrue =
    value.kind === Kind.VARIABLE
      ? variables[value.name.value] === true
      : value.kind === Kind.BOOLEAN && value.value;
  return isTrue === (directive.name.value === 'include');
}
