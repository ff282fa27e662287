import { routes, syncPaths, wirePrefix, type Route, type Verb } from '@coachkit/core/wire';

/** A place that a request can be for: a verb, or a part of synchronisation. */
export type Target =
  | { readonly name: Verb; readonly verb: Verb; readonly route: Route }
  | { readonly name: SyncName; readonly verb?: undefined; readonly route?: undefined };

/** The parts of synchronisation. */
export type SyncName = keyof typeof syncPaths;

/** What stands at an address. */
export interface Found {
  /** Of each method that the address has. */
  readonly targets: ReadonlyMap<string, Target & { readonly params: readonly string[] }>;
  /** The variable parts of the address, in their order, decoded. */
  readonly values: readonly string[];
}

interface Node {
  readonly children: Map<string, Node>;
  variable?: Node;
  readonly targets: Map<string, Target & { readonly params: readonly string[] }>;
}

const syncMethods: Readonly<Record<SyncName, string>> = {
  operations: 'POST',
  replica: 'GET',
  replicaDocuments: 'POST',
  changes: 'GET',
  deviceKey: 'GET',
};

const newNode = (): Node => ({ children: new Map(), targets: new Map() });

const root = newNode();
for (const [verb, route] of Object.entries(routes) as [Verb, Route][])
  add(route.method, route.path, { name: verb, verb, route });
for (const [name, path] of Object.entries(syncPaths) as [SyncName, string][]) add(syncMethods[name], path, { name });

/**
 * What stands at a path.
 * @param base - where the handler is mounted: what comes before `wirePrefix`
 * @returns undefined for a path that the table does not have
 */
export function findTarget(pathname: string, base: string): Found | undefined {
  const start = `${base}${wirePrefix}/`;
  if (!pathname.startsWith(start)) return undefined;
  const values: string[] = [];
  let node: Node | undefined = root;
  for (const segment of pathname.slice(start.length).split('/')) {
    const child: Node | undefined = node.children.get(segment);
    if (child === undefined) {
      const value = decoded(segment);
      if (value === undefined) return undefined;
      values.push(value);
    }
    node = child ?? node.variable;
    if (node === undefined) return undefined;
  }
  return node.targets.size === 0 ? undefined : { targets: node.targets, values };
}

function add(method: string, path: string, target: Target): void {
  const params: string[] = [];
  let node = root;
  for (const segment of path.slice(1).split('/')) {
    if (segment.startsWith('{')) {
      params.push(segment.slice(1, -1));
      node = node.variable ??= newNode();
    } else {
      const child = node.children.get(segment) ?? newNode();
      node.children.set(segment, child);
      node = child;
    }
  }
  node.targets.set(method, { ...target, params });
}

function decoded(segment: string): string | undefined {
  if (segment === '') return undefined;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
