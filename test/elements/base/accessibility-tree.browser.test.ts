import { CoachingError } from '@coachkit/core';
import { expect } from '@open-wc/testing';
import { getSnapshotConfig } from '@web/test-runner-commands';
import { accessibilityTree, expectAccessibilityTree } from '../support/accessibility-tree.ts';
import { mount } from '../support/mount.ts';
import { makeStandIn } from '../support/stand-in.ts';
import './probe.ts';

const agenda = { today: '2026-11-24', entries: [] };

describe('what assistive technology is told', () => {
  it('is kept in a file for the states that all elements share', async () => {
    const { coaching, live } = makeStandIn();
    live('agenda').ready(agenda);
    const { element } = await mount('coaching-probe', { coaching, properties: { rows: ['Tom'] } });
    await expectAccessibilityTree(element, 'ready');
    live('agenda').fail(new CoachingError('storage-unavailable', ''));
    await element.updateComplete;
    await expectAccessibilityTree(element, 'failed');
    live('agenda').set({ status: 'loading' });
    await element.updateComplete;
    await expectAccessibilityTree(element, 'loading');
  });

  it('differs when a name does', async () => {
    const { coaching, live } = makeStandIn();
    live('agenda').ready(agenda);
    const { element } = await mount('coaching-probe', { coaching, properties: { rows: ['Tom'] } });
    const before = await accessibilityTree(element);
    expect(before).to.contain('button "Remove Tom"');
    element.rows = ['Elena'];
    await element.updateComplete;
    expect(await accessibilityTree(element)).to.equal(before.replace('Tom', 'Elena'));
    // Not while the trees are written anew: this one is meant to be wrong.
    if (((await getSnapshotConfig()) as { updateSnapshots: boolean }).updateSnapshots) return;
    const refused = await expectAccessibilityTree(element, 'ready').catch(String);
    expect(refused).to.contain('the accessibility tree "ready" has changed');
  });
});
