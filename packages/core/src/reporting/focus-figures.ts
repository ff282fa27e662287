import type { SessionFact } from '../model/session-fact.js';
import { leastManagers } from './disclosure.js';
import { groupBy } from './group-by.js';
import type { FocusFigure } from './report-types.js';
import type { ReportingInput } from './reporting-input.js';

interface Area {
  readonly key: string;
  readonly facts: readonly SessionFact[];
  readonly people: number;
  readonly managers: number;
}

/**
 * What recorded sessions were about, largest share first. Areas that fewer than `threshold` people or fewer than three
 * managers share are merged into `other`, which always holds at least two of them; when those are still too few, they
 * are left out (design: disclosure rules 2 and 4).
 */
export function focusFigures(input: ReportingInput, recorded: readonly SessionFact[]): FocusFigure[] {
  const byKey = groupBy(recorded, ({ skillId }) => skillId ?? 'unmapped');
  const areas = [...byKey].map(([key, facts]) => areaOf(key, facts));
  const isSmall = ({ people, managers }: Area): boolean => people < input.threshold || managers < leastManagers;
  const smallestFirst = areas.sort(
    (one, other) =>
      Number(isSmall(other)) - Number(isSmall(one)) || one.people - other.people || (one.key < other.key ? -1 : 1),
  );
  let merged = smallestFirst.filter(isSmall).length;
  const other = (): Area =>
    areaOf(
      'other',
      smallestFirst.slice(0, merged).flatMap(({ facts }) => facts),
    );
  while (merged > 0 && merged < smallestFirst.length && (merged === 1 || isSmall(other()))) merged += 1;
  const rest = other();
  const visible = [...smallestFirst.slice(merged), ...(merged > 1 && !isSmall(rest) ? [rest] : [])];
  return visible
    .map(({ key, facts, people }): FocusFigure => ({
      key,
      label: input.skillLabels.get(key) ?? key,
      share: facts.length / recorded.length,
      sessions: facts.length,
      people,
    }))
    .sort((one, other) => other.share - one.share || (one.key < other.key ? -1 : 1));
}

function areaOf(key: string, facts: readonly SessionFact[]): Area {
  const people = new Set(facts.map(({ employeeId }) => employeeId)).size;
  return { key, facts, people, managers: new Set(facts.map(({ managerId }) => managerId)).size };
}
