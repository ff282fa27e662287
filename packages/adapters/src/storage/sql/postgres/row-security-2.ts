import { protectTable, reaches } from './row-security-1.js';

/** The rules for rows that schema 2 adds: everybody chooses from the skills, who configures changes them. */
export const rowSecurityTwo: readonly string[] = ['skill_framework', 'skill_pack'].flatMap((table) =>
  protectTable(table, { read: 'true', write: reaches('configure') }),
);
