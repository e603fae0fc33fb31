import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** The part of a resolver's `info` that has the selection. */
export type SelectionInfo = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Selected fields by field nodes and path. A compiled operation passes the same array of nodes in each execution. */
const memo = new WeakMap<readonly FieldNode[], Map<string, ReadonlySet<string>>>();

/**
 * Returns the names of the fields that are selected at a path below a field: `selectedFields(info, 'edges.node')`; the
 * path '' is the field itself. It ignores type conditions, `@skip` and `@include`, so the result can have too many
 * fields, but never too few.
 */
export function findSelectedFields(
  { fieldNodes, fragments }: SelectionInfo,
  path: string,
): ReadonlySet<string> {
  let paths = memo.get(fieldNodes);
  if (!paths) memo.set(fieldNodes, (paths = new Map<string, ReadonlySet<string>>()));
  let names = paths.get(path);
  if (!names) {
    let nodes: readonly FieldNode[] = fieldNodes;
    for (const step of path === '' ? [] : path.split('.'))
      nodes = listFields(nodes, fragments).filter(({ name }) => name.value === step);
    names = new Set(listFields(nodes, fragments).map(({ name }) => name.value));
    paths.set(path, names);
  }
  return names;
}

function listFields(nodes: readonly FieldNode[], fragments: SelectionInfo['fragments']): FieldNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? [...walkFields(selectionSet, fragments)] : []));
}

function* walkFields(
  { selections }: SelectionSetNode,
  fragments: SelectionInfo['fragments'],
  spread = new Set<string>(),
): Generator<FieldNode> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) yield selection;
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      yield* walkFields(selection.selectionSet, fragments, spread);
    else if (!spread.has(selection.name.value)) {
      spread.add(selection.name.value);
      const fragment = fragments[selection.name.value];
      if (fragment) yield* walkFields(fragment.selectionSet, fragments, spread);
    }
  }
}
