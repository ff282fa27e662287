import type { CompletionFigure, ProgrammeOverview, Shown } from '@coachkit/core';
import { toCsv, type CsvCell } from '@coachkit/core/reporting';
import type { Format } from '../base/format.js';
import type { DashboardWords } from './dashboard.messages.js';
import { periodName } from './period-words.js';

/** The figures of the dashboard as a table for a spreadsheet: what the screen shows, and nothing more. */
export function overviewCsv(overview: ProgrammeOverview, words: DashboardWords, format: Format): string {
  const period = periodName(overview.period, words, format);
  const completion = (figure: Shown<CompletionFigure>): CsvCell[] =>
    figure.hidden
      ? [words.hidden]
      : [
          undefined,
          figure.value.rate,
          figure.value.held,
          figure.value.due,
          figure.value.interval[0],
          figure.value.interval[1],
        ];
  const share = (figure: Shown<number>): CsvCell[] => (figure.hidden ? [words.hidden] : [undefined, figure.value]);
  return toCsv([
    ['period', 'figure', 'group', 'note', 'value', 'held', 'due', 'low', 'high'],
    [period, words.completion, undefined, ...completion(overview.completion)],
    ...overview.departments.map((each) => [period, words.completion, each.name, ...completion(each.completion)]),
    ...overview.teams.map((each) => [period, words.completion, each.name, ...completion(each.completion)]),
    [period, words.perPair, undefined, ...share(overview.sessionsPerPair)],
    [period, words.assigned, undefined, ...share(overview.assignmentRate)],
    [period, words.documented, undefined, ...share(overview.documentedWell)],
    ...(overview.focusAreas.hidden
      ? [[period, words.focus, undefined, words.hidden]]
      : overview.focusAreas.value.map(({ label, share: part }) => [period, words.focus, label, undefined, part])),
  ]);
}
