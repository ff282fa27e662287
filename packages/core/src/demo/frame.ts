import type { CalendarDate } from '../calendar.js';
import { drawLines, type Lines } from './pairs.js';
import { drawRoster, featuredTeam, type Roster } from './people.js';
import { createRandom, type Random } from './random.js';

/** What a sample organisation is drawn from. The same two give the same organisation, to the byte. */
export interface DemoOrganisationOptions {
  /** Any whole number; 1 when absent. Other seeds give other people and another year. */
  readonly seed?: number;
  /** The day up to which there is a history. */
  readonly today: CalendarDate;
}

/** Whom a demonstration starts with, by id. */
export interface FeaturedPeople {
  readonly managerId: string;
  readonly employeeId: string;
  readonly learningId: string;
}

/** The people of a sample organisation and how they belong together, without what happened. */
export interface Frame {
  readonly random: Random;
  readonly roster: Roster;
  readonly lines: Lines;
  readonly featured: FeaturedPeople;
}

/** Draws people, units, lines and pairs. */
export function drawFrame({ seed = 1, today }: DemoOrganisationOptions): Frame {
  const random = createRandom(seed);
  const roster = drawRoster(random.fork('people'));
  return { random, roster, lines: drawLines(roster, today, random.fork('lines')), featured: featuredOf(roster) };
}

function featuredOf({ teams, roles }: Roster): FeaturedPeople {
  const team = teams.find(({ name }) => name === featuredTeam);
  const learning = [...roles].find(([, given]) => given.includes('programme-admin'));
  return { managerId: team?.managerId ?? '', employeeId: team?.memberIds[0] ?? '', learningId: learning?.[0] ?? '' };
}
