import type { DemoPerson } from '@coachkit/core/demo';

/** People in whose name, job or place each of the words stands; those with all of them in the name come first. */
export function findPeople(people: readonly DemoPerson[], query: string): readonly DemoPerson[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const holds = (text: string): boolean => words.every((word) => folded(text).includes(word));
  const found = people.filter(({ name, jobTitle, place }) => holds(`${name} ${jobTitle} ${place}`));
  return [...found.filter(({ name }) => holds(name)), ...found.filter(({ name }) => !holds(name))];
}

/** People by department, each list by name. */
export function byDepartment(people: readonly DemoPerson[]): readonly (readonly [string, readonly DemoPerson[]])[] {
  const departments = new Map<string, DemoPerson[]>();
  for (const person of people.toSorted((a, b) => a.name.localeCompare(b.name))) {
    const [department = ''] = person.place.split(', ');
    departments.set(department, [...(departments.get(department) ?? []), person]);
  }
  return [...departments].toSorted(([a], [b]) => a.localeCompare(b));
}

/** Without case and accents, so that "sian" finds "Siân" and "d'arcy" finds "D’Arcy". */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[’‘]/g, "'")
    .toLocaleLowerCase('en');
}
