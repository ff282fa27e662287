/** One thing that must not happen on a host's page: what kind, and what it said. */
export type Fault = string;

const faults: Fault[] = [];

/**
 * Records what a host page would see of a fault of ours: violations of its security policy, errors nobody caught,
 * promises nobody caught. Put it on every window that holds elements.
 */
export function recordFaults(page: Window): void {
  page.document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    faults.push(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
  });
  page.addEventListener('error', ({ message }) => faults.push(`error: ${message}`));
  page.addEventListener('unhandledrejection', ({ reason }) => faults.push(`rejection: ${String(reason)}`));
}

/** What was recorded since the last call; forgets it. For a test that means to cause a fault. */
export function takeFaults(): Fault[] {
  return faults.splice(0);
}
