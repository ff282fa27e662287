import { readCsvTable } from '../transport/csv-table.js';
import type { FileSource } from '../transport/text-source.js';

const levels = [0, 1, 2, 3];

/** A row without which a skill only lacks its path. */
const leaveOut = (): void => undefined;

/**
 * Where each skill stands: the names of the groups above it. A skill with several parents stands where the first of them
 * that leads to a group does. Rows of these two files that cannot be read cost a path and no skill; the official
 * hierarchy ends 188 of its 640 rows early.
 * @returns URI of a skill → "communication, collaboration and creativity, negotiating"
 */
export async function readEscoPaths(
  broader: FileSource,
  hierarchy: FileSource,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, string>> {
  const common = signal ? { signal } : {};
  const groups = new Map<string, string>();
  const required = levels.flatMap((level) => [`Level ${level} URI`, `Level ${level} preferred term`]);
  await readCsvTable(
    hierarchy,
    { name: 'hierarchy', required, mayEndEarly: true, ...common },
    ({ at }) => {
      const above = levels.filter((level) => at(`Level ${level} URI`) !== '');
      // The topmost is a kind ("skills", "knowledge"), which says nothing of where.
      const names = above.map((level) => at(`Level ${level} preferred term`)).slice(above.length > 1 ? 1 : 0);
      groups.set(at(`Level ${above.at(-1) ?? 0} URI`), names.join(', '));
    },
    leaveOut,
  );

  const parents = new Map<string, string[]>();
  const columns = ['conceptUri', 'broaderUri'];
  await readCsvTable(
    broader,
    { name: 'broader', required: columns, ...common },
    ({ at }) => {
      const own = parents.get(at('conceptUri')) ?? [];
      parents.set(at('conceptUri'), own);
      own.push(at('broaderUri'));
    },
    leaveOut,
  );

  const paths = new Map<string, string>();
  for (const uri of parents.keys()) {
    const path = climb(uri, parents, groups);
    if (path !== undefined) paths.set(uri, path);
  }
  return paths;
}

/** The nearest group above, each concept once: a file may hold circles. */
function climb(
  uri: string,
  parents: ReadonlyMap<string, readonly string[]>,
  groups: ReadonlyMap<string, string>,
): string | undefined {
  const seen = new Set([uri]);
  for (const at of seen) {
    const path = at === uri ? undefined : groups.get(at);
    if (path !== undefined) return path;
    for (const parent of parents.get(at) ?? []) seen.add(parent);
  }
  return undefined;
}
