import { addDays, addMonths, endOfMonth, startOfMonth, startOfQuarter, type CalendarDate } from '../calendar.js';
import type { ReportPeriod } from './report-types.js';

/** The calendar month or quarter that holds a date. It is closed once its last day is over. */
export function periodOf(unit: ReportPeriod['unit'], date: CalendarDate, today: CalendarDate): ReportPeriod {
  const start = unit === 'month' ? startOfMonth(date) : startOfQuarter(date);
  const end = endOfMonth(addMonths(start, unit === 'month' ? 0 : 2));
  return { unit, start, end, closed: end < today };
}

/** The period before. */
export function periodBefore({ unit, start }: ReportPeriod, today: CalendarDate): ReportPeriod {
  return periodOf(unit, addDays(start, -1), today);
}

/** The last so many periods up to one, oldest first. */
export function periodsUpTo(period: ReportPeriod, count: number, today: CalendarDate): ReportPeriod[] {
  const periods = [period];
  while (periods.length < count && periods[0] !== undefined) periods.unshift(periodBefore(periods[0], today));
  return periods;
}

/** Every period from the one that holds `first` to the running one, newest first. */
export function allPeriods(unit: ReportPeriod['unit'], first: CalendarDate, today: CalendarDate): ReportPeriod[] {
  const periods: ReportPeriod[] = [];
  for (let each = periodOf(unit, today, today); each.end >= first; each = periodBefore(each, today)) periods.push(each);
  return periods;
}
