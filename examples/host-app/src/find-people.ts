import type { DemoPerson } from '@coachkit/core/demo';

/** People in whose name, job or place a word begins with each word asked for; who has them all in the name comes first. */
export function findPeople(people: readonly DemoPerson[], query: string): readonly DemoPerson[] {
  const asked = wordsOf(query);
  if (asked.length === 0) return [];
  const holds = (text: string): boolean => {
    const words = wordsOf(text);
    return asked.every((beginning) => words.some((word) => word.startsWith(beginning)));
  };
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

/** Words without case and accents, so that "sian" finds "Siân" and "d'arcy" finds "D’Arcy". */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase('en');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
