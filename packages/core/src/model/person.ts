import * as z from 'zod/mini';
import type { CalendarDate } from '../calendar.js';
import { atMost, calendarDate, id, oneOf, refine, text, timeZone, type Schema } from './values.js';

/** Somebody who works for the tenant. */
export interface Person {
  readonly id: string;
  /** As the person writes it; at least one letter or digit of any script. */
  readonly name: string;
  /** What they do, as the host shows it: "Account executive". */
  readonly jobTitle?: string;
  readonly email?: string;
  /** IANA time zone; decides which date it is for this person. */
  readonly timeZone: string;
  /** The department and team the person belongs to now; ids of units. */
  readonly departmentId?: string;
  readonly teamId?: string;
  /** The number that the host's personnel system uses. */
  readonly employeeNumber?: string;
  /** The last day of employment, once it is known. */
  readonly leftOn?: CalendarDate;
}

/** Schema of a `Person`. */
export const personSchema: Schema<Person> = z.strictObject({
  id,
  name: text.name,
  jobTitle: z.optional(text.label),
  email: z.optional(atMost(254).check(refine((value) => /^[^\s@]+@[^\s@]+$/.test(value), 'not-an-address'))),
  timeZone,
  departmentId: z.optional(id),
  teamId: z.optional(id),
  employeeNumber: z.optional(text.label),
  leftOn: z.optional(calendarDate),
}) as Schema<Person>;

/** A department, or a team within one. */
export interface OrganisationUnit {
  readonly id: string;
  readonly kind: 'department' | 'team';
  readonly name: string;
  /** The department of a team. */
  readonly parentId?: string;
}

/** Schema of an `OrganisationUnit`. */
export const organisationUnitSchema: Schema<OrganisationUnit> = z.strictObject({
  id,
  kind: oneOf(['department', 'team']),
  name: text.name,
  parentId: z.optional(id),
}) as Schema<OrganisationUnit>;

/** Who reports to whom, from when until when. Lines are dated: a past one is ended, never changed into another. */
export interface ReportingLine {
  readonly id: string;
  readonly employeeId: string;
  readonly managerId: string;
  readonly start: CalendarDate;
  /** The last day of the line, included; absent while it lasts. */
  readonly end?: CalendarDate;
}

/** Schema of a `ReportingLine`. */
export const reportingLineSchema: Schema<ReportingLine> = z.strictObject({
  id,
  employeeId: id,
  managerId: id,
  start: calendarDate,
  end: z.optional(calendarDate),
}) as Schema<ReportingLine>;

/** Days on which a person is away; sessions that fall due then are excused. It has no reason field on purpose. */
export interface Leave {
  readonly id: string;
  readonly personId: string;
  readonly start: CalendarDate;
  /** The last day away, included. */
  readonly end: CalendarDate;
}

/** Schema of a `Leave`. */
export const leaveSchema: Schema<Leave> = z.strictObject({
  id,
  personId: id,
  start: calendarDate,
  end: calendarDate,
});
