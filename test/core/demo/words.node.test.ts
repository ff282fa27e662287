import { demoCourses, demoOrganisation, demoSkills } from '@coachkit/core/demo';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { documents } = demoOrganisation({ seed: 1, today: '2026-11-24' });
const contents = new Map(documents.sessionContent.map((content) => [content.id, content]));
const texts = [
  ...documents.sessionContent.flatMap(({ points, focus, proposedFocus }) => [
    ...points,
    ...[focus?.label, proposedFocus].filter((text) => text !== undefined),
  ]),
  ...documents.action.flatMap(({ text, dropReason, activities }) => [
    text,
    ...[dropReason].filter((reason) => reason !== undefined),
    ...activities.flatMap((activity) => (activity.kind === 'course' ? [] : activity.label)),
  ]),
  ...documents.comment.map(({ text }) => text),
  ...documents.goal.map(({ title }) => title),
  ...documents.cadenceReason.map(({ reason }) => reason),
];

describe('the words of the sample organisation', () => {
  test('come from a stock that is large enough', () => {
    const points = new Set(documents.sessionContent.flatMap(({ points: all }) => all));
    assert.ok(points.size >= 1000, `${points.size} different points`);
    const actions = new Set(documents.action.map(({ text }) => text));
    assert.ok(actions.size >= 300, `${actions.size} different actions`);
    assert.ok(demoSkills.length >= 60, `${demoSkills.length} skills`);
    assert.ok(demoCourses.length >= 20 && demoCourses.length <= 30, `${demoCourses.length} courses`);
  });

  test('are finished sentences: no slot is left open, nothing is doubled', () => {
    for (const text of texts) assert.doesNotMatch(text, /[{}]|undefined|\s\s|\.\.| ,|^\s|\s$|\bthe the\b/, text);
    for (const { points } of contents.values())
      for (const point of points) assert.match(point, /^[\p{Lu}\p{Lo}“].*[.”]$/u, point);
  });

  test('are coaching language: nobody is rated, compared or told what to do', () => {
    const evaluating =
      /\b(always|never|should|must|poor|bad|weak|excellent|outstanding|underperform\w*|rating|score|rank|talented|lazy|attitude|top performer|bonus|salary|promotion|sick|illness|family)\b/i;
    for (const text of texts) assert.doesNotMatch(text, evaluating, text);
  });

  test('are British', () => {
    const american = /\b(\w+(iz(e|ed|ing|ation)s?)|color|behavior|center|program|favorite|labor|fulfill)\b/i;
    for (const text of texts) assert.doesNotMatch(text.replace(/\b(size|prize)\w*/gi, ''), american, text);
  });

  test('are written without typewriter quotes', () => {
    for (const text of texts) assert.doesNotMatch(text, /["'`]/, text);
  });

  test('hardly repeat themselves for one pair, and not obviously for one manager', (context) => {
    const byPair = new Map<string, string[]>();
    const byManager = new Map<string, string[]>();
    for (const { id, relationshipId, managerId } of documents.session) {
      const points = contents.get(id)?.points ?? [];
      byPair.set(relationshipId, [...(byPair.get(relationshipId) ?? []), ...points]);
      byManager.set(managerId, [...(byManager.get(managerId) ?? []), ...points]);
    }
    const repeats = (points: readonly string[]): number => points.length - new Set(points).size;
    const inPairs = [...byPair.values()].map((points) => repeats(points) / Math.max(points.length, 1));
    const inManagers = [...byManager.values()].map((points) => repeats(points) / Math.max(points.length, 1));
    context.diagnostic(
      `most within a pair ${Math.max(...inPairs).toFixed(2)}, for a manager ${Math.max(...inManagers).toFixed(2)}`,
    );
    assert.ok(Math.max(...inPairs) < 0.1, 'a pair reads the same point again and again');
    assert.ok(Math.max(...inManagers) < 0.4, 'a manager writes the same to everybody');
    for (const [, points] of byManager) {
      const most = Math.max(0, ...points.map((point) => points.filter((other) => other === point).length));
      assert.ok(most <= 9, `one point ${most} times for one manager`);
    }
  });

  test('two records in a row of a pair never share a point', () => {
    const recorded = documents.session.filter(({ status }) => status === 'recorded');
    for (const { id } of documents.relationship) {
      const own = recorded
        .filter(({ relationshipId }) => relationshipId === id)
        .sort((a, b) => (a.date < b.date ? -1 : 1));
      own.forEach((session, place) => {
        const before = contents.get(own[place - 1]?.id ?? '')?.points ?? [];
        for (const point of contents.get(session.id)!.points)
          assert.ok(!before.includes(point), `${session.id}: ${point}`);
      });
    }
  });
});

describe('the people of the sample organisation', () => {
  const names = documents.person.map(({ name }) => name);

  test('have names of their own, from many places', () => {
    assert.equal(new Set(names).size, names.length);
    assert.equal(new Set(names.map((name) => name.split(' ')[0])).size, names.length, 'first names differ too');
    assert.ok(names.filter((name) => /[À-ž]/.test(name)).length > 30, 'accents');
    assert.ok(
      names.some((name) => name.includes('’')),
      'an apostrophe',
    );
    assert.ok(
      names.some((name) => /\p{Script=Arabic}/u.test(name)),
      'a name written from right to left',
    );
    assert.ok(
      names.some((name) => name.length > 50),
      'a long name',
    );
    assert.ok(names.includes('Priya Nair') && names.includes('Tom Okafor'));
  });

  test('have ids that are not words, and so have all other documents', () => {
    const everything = Object.values(documents).flatMap((bodies) => bodies.map(({ id }) => id));
    for (const id of everything) assert.match(id, /^[a-z]\d+(\.[a-z]?\d+(-\d\d-\d\d)?|\.p\d+|\/[a-z.\d]+)*$/, id);
  });

  test('have addresses in the domain that is reserved for examples', () => {
    for (const { email } of documents.person)
      assert.match(email ?? 'a@northwind.example', /^[a-z\d.]+@northwind\.example$/);
  });
});

describe('the skills framework of the sample organisation', () => {
  test('has categories, other labels and one retired skill', () => {
    assert.equal(new Set(demoSkills.map(({ id }) => id)).size, demoSkills.length);
    assert.equal(new Set(demoSkills.map(({ label }) => label)).size, demoSkills.length);
    assert.ok(new Set(demoSkills.map(({ path }) => path)).size >= 8);
    assert.equal(demoSkills.filter(({ retired }) => retired).length, 1);
    for (const { otherLabels, retired } of demoSkills) assert.ok(retired || (otherLabels ?? []).length > 0);
  });

  test('courses develop skills that exist', () => {
    for (const { skillIds = [] } of demoCourses)
      for (const skillId of skillIds)
        assert.ok(
          demoSkills.some(({ id }) => id === skillId),
          skillId,
        );
  });

  test('everything that was practised is in it', () => {
    for (const { skillId } of documents.skillEvidence)
      assert.ok(
        demoSkills.some(({ id }) => id === skillId),
        skillId,
      );
  });
});
