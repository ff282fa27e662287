import { CoachingError, type Coaching, type ProgrammeOverview, type ReportPeriod } from '@coachkit/core';
import { property } from 'lit/decorators.js';
import { CoachingElement } from '../base/element.js';
import { LiveController } from '../base/live.js';
import { choices } from '../base/styles/choices.styles.js';
import { fields } from '../base/styles/fields.styles.js';
import { dashboardCatalogue, type DashboardWords } from './dashboard.messages.js';
import { dashboardStyles } from './dashboard.styles.js';

type Page = typeof import('./dashboard.page.js');

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

  #page: Page | undefined;
  #pageFailure: unknown;

  protected override readonly skeletonRows = 10;

  readonly #overview = new LiveController(this, 'overview', () => ({
    unit: this.unit === 'quarter' ? ('quarter' as const) : ('month' as const),
    date: this.date,
  }));
  // Stays on screen while another period is being loaded, so that the page does not jump.
  #last: ProgrammeOverview | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#fetchPage();
  }

  async #fetchPage(): Promise<void> {
    this.#pageFailure = undefined;
    try {
      this.#page = await import('./dashboard.page.js');
    } catch (cause) {
      this.#pageFailure = new CoachingError('part-not-loaded', 'not fetched', { retryable: true, cause });
      this.report(this.#pageFailure);
    }
    this.requestUpdate();
  }

  protected override view(_coaching: Coaching): unknown {
    const { snapshot, data } = this.#overview;
    if (snapshot.status === 'failed' && ['not-found', 'forbidden'].includes(snapshot.error.code)) {
      return this.empty('not-allowed', this.words.notAllowed, this.words.notAllowedText);
    }
    if (this.#pageFailure !== undefined) return this.failureNote(this.#pageFailure, () => void this.#fetchPage());
    if (data !== undefined) this.#last = data;
    if (snapshot.status === 'loading' && this.#last !== undefined) return this.#drawn(this.#last);
    return this.show(this.#overview, (overview) => this.#drawn(overview));
  }

  #drawn(overview: ProgrammeOverview): unknown {
    if (!this.#page) return this.skeleton();
    const { words, format } = this;
    return this.#page.dashboardPage({ words, format }, overview, {
      choose: (unit, date) => this.#choose(unit, date),
      nothingYet: () => this.empty('nothing-yet', words.nothingYet, words.nothingYetText),
    });
  }

  #choose(unit: ReportPeriod['unit'], date: string | undefined): void {
    this.unit = unit;
    this.date = date;
    this.emit('coaching-period-changed', { unit, date });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'coaching-dashboard': CoachingDashboard;
  }
}
