import {
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type SelectionNode,
  visit,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;

/** The names of the variables that `@skip` and `@include` of a document depend on, sorted. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      const value = conditionOf(node);
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

/**
 * The document without `@skip` and `@include`: what these leave out for the given variables is removed. The same
 * variables decide for every place where a fragment is spread, so that a fragment stays one fragment.
 */
export function resolveConditions(document: DocumentNode, variables: Values): DocumentNode {
  const resolve = (node: SelectionNode) => {
    if (!node.directives?.length) return undefined;
    if (!node.directives.every((directive) => isMet(directive, variables))) return null;
    return { ...node, directives: node.directives.filter((directive) => !conditionOf(directive)) };
  };
  return visit(document, { Field: resolve, InlineFragment: resolve, FragmentSpread: resolve });
}

/** The value of `if` of a `@skip` or `@include`; undefined for another directive. */
function conditionOf({ name, arguments: given = [] }: DirectiveNode | ConstDirectiveNode) {
  return name.value === 'skip' || name.value === 'include' ? given[0]?.value : undefined;
}

function isMet(directive: DirectiveNode, variables: Values): boolean {
  const value = conditionOf(directive);
  if (!value) return true;
  const isTrue =
    value.kind === Kind.VARIABLE
      ? variables[value.name.value] === true
      : value.kind === Kind.BOOLEAN && value.value;
  return isTrue === (directive.name.value === 'include');
}
