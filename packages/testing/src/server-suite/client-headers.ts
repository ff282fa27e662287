/** What every request of a client carries, which no form of another site can send: the version of the contract. */
export const clientHeaders: Readonly<Record<string, string>> = { 'CoachKit-Version': '1' };
