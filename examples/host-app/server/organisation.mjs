import { dateInZone } from '@coachkit/core';
import { createDemoServices, demoOrganisation, demoPeople, demoTenantId, seedDemoStorage } from '@coachkit/core/demo';

const seed = 1;
const homeZone = 'Europe/London';

/**
 * The sample company in a database: drawn once, for the day of its first start, and anew when it is reset. Each drawing
 * is a tenant of its own, so that no device takes what it kept of the one before for what there is now.
 */
export async function openOrganisation({ source, folder, clock, isReset }) {
  let state = await open(isReset || folder.sample === undefined ? drawn() : folder.sample, folder.sample);

  function drawn() {
    return { today: dateInZone(clock.now(), homeZone), drawing: clock.now().toString(36) };
  }

  async function open(sample, before) {
    const tenantId = `${demoTenantId}-${sample.drawing}`;
    if (before !== undefined && before.drawing !== sample.drawing) {
      const old = source.storageOfTenant(`${demoTenantId}-${before.drawing}`);
      await old.wipe();
      await old.close();
    }
    const storage = source.storageOfTenant(tenantId);
    await seedDemoStorage(storage, () => demoOrganisation({ seed, today: sample.today }));
    await folder.keepSample(sample);
    const people = demoPeople({ seed, today: sample.today });
    const services = await createDemoServices(storage);
    await storage.close();
    return { sample, tenantId, people, byId: new Map(people.map((person) => [person.id, person])), services };
  }

  return {
    get tenantId() {
      return state.tenantId;
    },
    get people() {
      return state.people;
    },
    personOf: (id) => state.byId.get(id),
    skills: { find: (...words) => state.services.skills.find(...words), get: (id) => state.services.skills.get(id) },
    lms: {
      find: (...words) => state.services.lms.find(...words),
      get: (id) => state.services.lms.get(id),
      assign: (request) => state.services.lms.assign(request),
      progress: (...words) => state.services.lms.progress(...words),
    },
    async reset() {
      state = await open(drawn(), state.sample);
    },
  };
}
