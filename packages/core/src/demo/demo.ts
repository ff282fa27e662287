/**
 * A sample organisation with a year of coaching, for demonstrations, stories and tests. It is an entry of its own, so
 * that a product that does not show a sample does not carry one.
 * @packageDocumentation
 */
export type { DocumentsByKind } from './collected.js';
export { demoCourses } from './courses.js';
export { createDemoCoaching, demoTenantId, type DemoCoachingOptions } from './create-demo-coaching.js';
export { demoPeople, type DemoPerson } from './demo-people.js';
export { createDemoLearningSystem, type DemoLearningSystemOptions } from './learning-system.js';
export type { DemoOrganisationOptions, FeaturedPeople } from './frame.js';
export { demoOrganisation, type DemoOrganisation } from './organisation.js';
export { seedDemoStorage } from './seed-storage.js';
export { createDemoServices, type DemoServices } from './services.js';
export { demoSkills } from './skills.js';
