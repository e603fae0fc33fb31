import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** The part of a resolver's `info` that has the selection. */
export type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Selected fields by field nodes and path. A compiled operation passes the same array of nodes in each execution. */
const known = new WeakMap<readonly FieldNode[], Map<string, ReadonlySet<string>>>();

/**
 * Returns the names of the fields that are selected at a path below a field: `selectedFields(info, 'edges.node')`; the
 * path '' is the field itself. It ignores type conditions, `@skip` and `@include`, so the result can have too many
 * fields, but never too few.
 */
export function selectedFields({ fieldNodes, fragments }: Asked, path: string): ReadonlySet<string> {
  let paths = known.get(fieldNodes);
  if (!paths) known.set(fieldNodes, (paths = new Map<string, ReadonlySet<string>>()));
  let names = paths.get(path);
  if (!names) {
    let nodes: readonly FieldNode[] = fieldNodes;
    for (const step of path === '' ? [] : path.split('.'))
      nodes = fieldsOf(nodes, fragments).filter(({ name }) => name.value === step);
    names = new Set(fieldsOf(nodes, fragments).map(({ name }) => name.value));
    paths.set(path, names);
  }
  return names;
}

function fieldsOf(nodes: readonly FieldNode[], fragments: Asked['fragments']): FieldNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? [...fieldsIn(selectionSet, fragments)] : []));
}

function* fieldsIn(
  { selections }: SelectionSetNode,
  fragments: Asked['fragments'],
  spread = new Set<string>(),
): Generator<FieldNode> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) yield selection;
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      yield* fieldsIn(selection.selectionSet, fragments, spread);
    else if (!spread.has(selection.name.value)) {
      spread.add(selection.name.value);
      const fragment = fragments[selection.name.value];
      if (fragment) yield* fieldsIn(fragment.selectionSet, fragments, spread);
    }
  }
}
