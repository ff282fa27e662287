/**
 * Fetches every part of the use cases that a device runs by itself, so that a form which is opened in a lift finds what
 * it needs. Rejects when one cannot be fetched; asking again fetches what is missing.
 */
export async function fetchParts(): Promise<void> {
  await Promise.all([
    import('./make-context.js'),
    import('./documenting.js'),
    import('./sessions/get-session.js'),
    import('./sessions/correct-session.js'),
    import('./reading.js'),
    import('./planning.js'),
    import('./actions/actions.js'),
    import('./courses/courses.js'),
    import('./developing.js'),
    import('./privacy/privacy.js'),
    import('./conflicts/conflicts.js'),
    import('./permissions.js'),
    import('./administration.js'),
  ]);
}
