import type { CalendarDate } from '../calendar.js';
import type { Role } from '../ports/identity.js';
import { collect, type DocumentsByKind } from './collected.js';
import { drawFrame, type DemoOrganisationOptions, type FeaturedPeople } from './frame.js';
import { drawHistories } from './history.js';

/** A sample organisation as plain data. */
export interface DemoOrganisation {
  readonly today: CalendarDate;
  /** Every document, by kind. */
  readonly documents: DocumentsByKind;
  /** Roles by the id of the person; who is not in it has none. */
  readonly roles: ReadonlyMap<string, readonly Role[]>;
  readonly featured: FeaturedPeople;
}

/**
 * Draws the sample organisation: six departments, 24 teams of 2 to 14, about 190 people, managers of managers, and
 * twelve months of coaching, some teams well and some hardly. It takes well under half a second.
 */
export function demoOrganisation(options: DemoOrganisationOptions): DemoOrganisation {
  const { today } = options;
  const { random, roster, lines, featured } = drawFrame(options);
  const into = collect();
  drawHistories(roster, lines, { random: random.fork('histories'), today, into });
  const documents: DocumentsByKind = {
    ...into,
    person: [...roster.people, ...lines.leavers],
    unit: roster.units,
    reportingLine: lines.lines,
    leave: lines.leave,
    relationship: lines.pairs.map(({ relationship }) => relationship),
    cadenceReason: lines.reasons,
  };
  return { today, documents, roles: roster.roles, featured };
}
