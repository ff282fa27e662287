import type { TableDefinition } from './create-table.js';

/** The tables that schema 2 adds: a skills framework in packs. */
export const schemaTwo: readonly TableDefinition[] = [
  { name: 'skill_framework', fields: [], indexes: [] },
  { name: 'skill_pack', fields: ['framework_id'], indexes: [['framework_id']] },
];
