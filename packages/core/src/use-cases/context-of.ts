import type { UseCaseContext } from './context.js';
import type { ContextParts } from './make-context.js';

/** The context, made once; fetched anew when it could not be had. */
export function contextOf(parts: ContextParts): () => Promise<UseCaseContext> {
  let context: Promise<UseCaseContext> | undefined;
  return () => {
    context ??= import('./make-context.js').then(({ makeContext }) => makeContext(parts));
    context.catch(() => (context = undefined));
    return context;
  };
}
