import { isWithin } from '../../calendar.js';
import type { CoachingRelationship } from '../../model/relationship.js';
import type { DataClass, Relation } from '../../policy/access-matrix.js';
import { decide } from '../../policy/decide.js';
import { relationsTo } from '../access.js';
import { todayOf, type UseCaseContext } from '../context.js';

/** The pairs a person belongs to, and what follows from them. */
export interface ReplicaScope {
  readonly personId: string;
  readonly pairs: ReadonlyMap<string, CoachingRelationship>;
  /** Everybody the person is or was a pair with, and who coached their people before: they agreed actions that go on. */
  readonly partners: ReadonlySet<string>;
  /** Those whose leave counts: the others of the current pairs, and the employees among them. */
  readonly currentPartners: ReadonlySet<string>;
  readonly currentEmployees: ReadonlySet<string>;
  /** Whether the person may read this of a pair. */
  mayRead(relationshipId: string, dataClass: DataClass): boolean;
}

/** The scope of the actor now. A person whom the directory does not know has none. */
export async function replicaScope(context: UseCaseContext): Promise<ReplicaScope> {
  const { documents, actor } = context;
  const { personId } = actor;
  const isKnown = (await documents.find('person', personId)) !== undefined;
  const [asManager, asEmployee] = isKnown
    ? await Promise.all(
        ['byManager', 'byEmployee'].map((index) => documents.bodies('relationship', { index, equals: [personId] })),
      )
    : [[], []];
  const pairs = [...(asManager ?? []), ...(asEmployee ?? [])];
  const relations = new Map<string, readonly Relation[]>();
  for (const pair of pairs) relations.set(pair.id, await relationsTo(context, pair));
  const today = isKnown ? await todayOf(context, personId) : '';
  const current = pairs.filter(({ start, end }) => isWithin(today, start, end));
  const other = ({ managerId, employeeId }: CoachingRelationship) => (managerId === personId ? employeeId : managerId);
  const employees = new Set(current.map(({ employeeId }) => employeeId).filter((id) => id !== personId));
  return {
    personId,
    pairs: new Map(pairs.map((pair) => [pair.id, pair])),
    partners: new Set([...pairs.map(other), ...(await earlierManagers(context, employees))]),
    currentPartners: new Set(current.map(other)),
    currentEmployees: employees,
    mayRead: (relationshipId, dataClass) => decide(relations.get(relationshipId) ?? [], 'read', dataClass),
  };
}

async function earlierManagers(
  { documents }: UseCaseContext,
  employees: ReadonlySet<string>,
): Promise<readonly string[]> {
  const pairs = await Promise.all(
    [...employees].map((id) => documents.bodies('relationship', { index: 'byEmployee', equals: [id] })),
  );
  return pairs.flat().map(({ managerId }) => managerId);
}
