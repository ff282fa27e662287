import type { ProgrammeOverview, ReportPeriod } from '@coachkit/core';
import { html, type TemplateResult } from 'lit';
import { saveFile } from '../base/save-file.js';
import {
  completionCard,
  definitions,
  figures,
  focusCard,
  head,
  periodPicker,
  trendCard,
  type DashboardTelling,
} from './dashboard.parts.js';
import { overviewCsv } from './overview-csv.js';

/** What the page asks of its element. */
export interface DashboardActs {
  readonly choose: (unit: ReportPeriod['unit'], date: string | undefined) => void;
  /** What stands in the place of figures while nothing was due yet. */
  readonly nothingYet: () => unknown;
}

/** The dashboard with its figures. Fetched while they are. */
export function dashboardPage(
  telling: DashboardTelling,
  overview: ProgrammeOverview,
  { choose, nothingYet }: DashboardActs,
): TemplateResult {
  const { words } = telling;
  const { completion, period } = overview;
  const isEmpty = !completion.hidden && completion.value.due === 0;
  return html`<article class="dash" aria-labelledby="title">
    <header class="dash-head">
      ${head(telling, overview)}
      ${periodPicker(telling, overview, {
        unit: (unit) => choose(unit, undefined),
        date: (date) => choose(period.unit, date),
      })}
    </header>
    ${isEmpty ? nothingYet() : cards(telling, overview)}
    <footer class="buttons screen-only">
      <button type="button" class="button button-small" @click=${() => download(telling, overview)}>${words.csv}</button>
      <button type="button" class="button button-small" @click=${() => print()}>${words.print}</button>
    </footer>
  </article>`;
}

function cards(telling: DashboardTelling, overview: ProgrammeOverview): TemplateResult {
  return html`${figures(telling, overview)}
    <div class="cards">
      ${completionCard(telling, overview)} ${trendCard(telling, overview)} ${focusCard(telling, overview)}
    </div>
    ${definitions(telling, overview)}`;
}

function download({ words, format }: DashboardTelling, overview: ProgrammeOverview): void {
  const { unit, start } = overview.period;
  saveFile(`coaching-${unit}-${start}.csv`, 'text/csv', overviewCsv(overview, words, format));
}
