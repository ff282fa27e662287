import type { Coaching, ProgrammeOverview, ReportPeriod } from '@coachkit/core';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CoachingElement } from '../base/element.js';
import { LiveController } from '../base/live.js';
import { choices } from '../base/styles/choices.styles.js';
import { fields } from '../base/styles/fields.styles.js';
import { saveFile } from '../base/save-file.js';
import { dashboardCatalogue, type DashboardWords } from './dashboard.messages.js';
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
import { dashboardStyles } from './dashboard.styles.js';
import { overviewCsv } from './overview-csv.js';

/**
 * The programme over a month or a quarter, for those who look after it: whether coaching is happening, how it has
 * moved, what people are working on. It is made from facts alone; no words of a session can be in it, and every figure
 * has at least five people behind it.
 *
 * Keys: Tab goes through the period, the disclosures and the downloads; each is what it looks like.
 *
 * @tag coaching-dashboard
 * @fires coaching-period-changed - another period is shown; `detail: { unit, date }`
 */
export class CoachingDashboard extends CoachingElement<DashboardWords> {
  static override readonly catalogue = dashboardCatalogue;
  /** @internal */
  static override styles = [CoachingElement.styles, choices, fields, dashboardStyles];

  /** Months or quarters. */
  @property() unit: ReportPeriod['unit'] = 'month';

  /** Any date of the period, as `YYYY-MM-DD`; the last closed period when absent. */
  @property() date: string | undefined;

  protected override readonly skeletonRows = 10;

  readonly #overview = new LiveController(this, 'overview', () => ({
    unit: this.unit === 'quarter' ? ('quarter' as const) : ('month' as const),
    date: this.date,
  }));
  // Stays on screen while another period is being loaded, so that the page does not jump.
  #last: ProgrammeOverview | undefined;

  protected override view(_coaching: Coaching): unknown {
    const { snapshot, data } = this.#overview;
    if (snapshot.status === 'failed' && ['not-found', 'forbidden'].includes(snapshot.error.code)) {
      return this.empty('not-allowed', this.words.notAllowed, this.words.notAllowedText);
    }
    if (data !== undefined) this.#last = data;
    if (snapshot.status === 'loading' && this.#last !== undefined) return this.#document(this.#last);
    return this.show(this.#overview, (overview) => this.#document(overview));
  }

  #document(overview: ProgrammeOverview): TemplateResult {
    const telling: DashboardTelling = { words: this.words, format: this.format };
    return html`<article class="dash" aria-labelledby="title">
      <header class="dash-head">
        ${head(telling, overview)}
        ${periodPicker(telling, overview, {
          unit: (unit) => this.#choose(unit, undefined),
          date: (date) => this.#choose(overview.period.unit, date),
        })}
      </header>
      ${this.#figures(telling, overview)}
      <footer class="buttons screen-only">
        <button type="button" class="button button-small" @click=${() => this.#download(overview)}>${this.words.csv}</button>
        <button type="button" class="button button-small" @click=${() => print()}>${this.words.print}</button>
      </footer>
    </article>`;
  }

  #figures(telling: DashboardTelling, overview: ProgrammeOverview): TemplateResult {
    const { completion } = overview;
    if (!completion.hidden && completion.value.due === 0) {
      return this.empty('nothing-yet', this.words.nothingYet, this.words.nothingYetText);
    }
    return html`${figures(telling, overview)}
      <div class="cards">
        ${completionCard(telling, overview)} ${trendCard(telling, overview)} ${focusCard(telling, overview)}
      </div>
      ${definitions(telling, overview)}`;
  }

  #choose(unit: ReportPeriod['unit'], date: string | undefined): void {
    this.unit = unit;
    this.date = date;
    this.emit('coaching-period-changed', { unit, date });
  }

  #download(overview: ProgrammeOverview): void {
    const text = overviewCsv(overview, this.words, this.format);
    saveFile(`coaching-${overview.period.unit}-${overview.period.start}.csv`, 'text/csv', text);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'coaching-dashboard': CoachingDashboard;
  }
}
