import { decide, type Relation } from '@coachkit/core';
import type { DemoPerson } from '@coachkit/core/demo';

/** First letters of the first and the last word of a name. */
export function initialsOf({ name }: DemoPerson): string {
  const words = name.split(/[\s-]+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('');
}

/** A section of the application. */
export type Section = 'team' | 'development' | 'programme';

/** The sections that somebody has a use for. */
export function sectionsOf(person: DemoPerson): readonly Section[] {
  const relations = person.roles.map((role): Relation => `role:${role}`);
  const seesProgramme = decide(relations, 'read', 'aggregate-activity');
  const sections: readonly (readonly [Section, boolean])[] = [
    ['team', person.coaches > 0],
    ['programme', seesProgramme],
    ['development', person.isCoached],
  ];
  return sections.filter(([, hasUse]) => hasUse).map(([section]) => section);
}

/** The first page of somebody: that of their part in the programme. `undefined` for who has no part in it. */
export function homeOf(person: DemoPerson): { readonly page: Section } | undefined {
  const sections = sectionsOf(person);
  const [page] = sections.includes('programme') ? (['programme'] as const) : sections;
  return page && { page };
}

/** Somebody whom it is worth being, and why. */
export interface Suggestion {
  readonly person: DemoPerson;
  readonly why: string;
}

const wanted: readonly (readonly [(person: DemoPerson) => boolean, string])[] = [
  [({ name }) => name === 'Priya Nair', 'Coaches eight people: one is due today, one did not come, one is away.'],
  [({ name }) => name === 'Tom Okafor', 'Meets Priya today. Two actions are open, one course is under way.'],
  [({ jobTitle }) => jobTitle === 'Learning programme lead', 'Sees how the programme goes, and no session.'],
  [({ jobTitle }) => jobTitle === 'Sales director', 'Coaches four managers, Priya among them.'],
  [({ place, group }) => group === 'employee' && place.endsWith(', Web'), 'Has a new manager since summer.'],
  [({ name }) => name.length > 50, 'Has the longest name of the company.'],
];

/** People who show something in particular, first of all those a demonstration starts with. */
export function suggestionsAmong(people: readonly DemoPerson[]): readonly Suggestion[] {
  return wanted.flatMap(([fits, why]) => {
    const person = people.find(fits);
    return person === undefined ? [] : [{ person, why }];
  });
}
