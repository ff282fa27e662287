import { expect } from '@open-wc/testing';
import '@coachkit/elements/sync-status/define';
import type { Coaching } from '@coachkit/core';
import { createDemoCoaching } from '@coachkit/core/demo';
import { expectNoLeak } from '../support/leaks.ts';
import { mount, textOf } from '../support/mount.ts';

describe('coaching-sync-status', () => {
  let coaching: Coaching;

  beforeEach(async () => {
    coaching = await createDemoCoaching();
  });

  afterEach(() => coaching.close());

  it('says that there is nothing yet, and everybody can read it', async () => {
    const { element } = await mount('coaching-sync-status', { coaching });
    expect(textOf(element)).to.contain('Nothing here yet');
    await expect(element).to.be.accessible();
  });

  it('leaves nothing behind', () => expectNoLeak('coaching-sync-status', { coaching }));
});
