import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** What of a resolver's `info` tells what was asked for. */
export type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** By a field's nodes: compiled operations have the same array for each execution. */
const known = new WeakMap<readonly FieldNode[], Map<string, ReadonlySet<string>>>();

/**
 * The names of the fields that are selected at a path below a field: `selectedFields(info, 'edges.node')`; of the field's
 * own value where the path is ''. Those of every type and whatever the conditions: it may name a field that is not asked
 * for in the end, and leaves none out that is.
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
  for (const of of selections) {
    if (of.kind === Kind.FIELD) yield of;
    else if (of.kind === Kind.INLINE_FRAGMENT) yield* fieldsIn(of.selectionSet, fragments, spread);
    else if (!spread.has(of.name.value)) {
      spread.add(of.name.value);
      const fragment = fragments[of.name.value];
      if (fragment) yield* fieldsIn(fragment.selectionSet, fragments, spread);
    }
  }
}
