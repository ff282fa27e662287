import { baseCatalogue, CoachingElement } from '@coachkit/elements';
import { expect } from '@open-wc/testing';
import { expectNoLeak } from '../support/leaks.ts';
import { mount } from '../support/mount.ts';
import { makeStandIn } from '../support/stand-in.ts';
import './probe.ts';

const agenda = { today: '2026-11-24', entries: [] };

/** Leaves a listener on the page each time it is mounted. */
class CoachingCareless extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener('click', () => this.remove());
  }
}
customElements.define('coaching-careless', CoachingCareless);

/** Subscribes and never lets go. */
class CoachingForgetful extends CoachingElement {
  static override readonly catalogue = baseCatalogue;

  protected override firstUpdated(): void {
    this.coaching?.live({ name: 'agenda' }).subscribe(() => undefined);
  }

  protected override view(): unknown {
    return 'here';
  }
}
customElements.define('coaching-forgetful', CoachingForgetful);

declare global {
  interface HTMLElementTagNameMap {
    'coaching-careless': CoachingCareless;
    'coaching-forgetful': CoachingForgetful;
  }
}

describe('mounting and unmounting a hundred times', () => {
  it('leaves no listener, no node and no subscription of a well-behaved element', async () => {
    const { coaching, live } = makeStandIn();
    live('agenda').ready(agenda);
    await expectNoLeak('coaching-probe', { coaching });
    expect(live('agenda').subscribers).to.equal(0);
  });

  it('leaves no subscription when an update was still to come as the element left', async () => {
    const { coaching, live } = makeStandIn();
    live('agenda').ready(agenda);
    const { element, unmount } = await mount('coaching-probe', { coaching });
    element.requestUpdate();
    unmount();
    await element.updateComplete;
    expect(live('agenda').subscribers).to.equal(0);
  });

  it('is noticed when an element leaves a listener behind', async () => {
    const refused = await expectNoLeak('coaching-careless', { coaching: makeStandIn().coaching }, 5).catch(String);
    expect(refused).to.contain('left behind: {"listeners":6');
  });

  it('is noticed when a subscription stays open', async () => {
    const refused = await expectNoLeak('coaching-forgetful', { coaching: makeStandIn().coaching }, 3).catch(String);
    expect(refused).to.contain('"subscriptions":4');
  });
});
