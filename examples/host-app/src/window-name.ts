const key = 'northwind.window';

let name: string | undefined;

/**
 * Names this window to the host, so that each window can be somebody else: a demonstration shows a manager and an
 * employee side by side. It survives a reload and ends with the window.
 */
export function windowHeaders(): Readonly<Record<string, string>> {
  name ??= kept() ?? made();
  return { 'northwind-window': name };
}

function kept(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function made(): string {
  const made = crypto.randomUUID();
  try {
    sessionStorage.setItem(key, made);
  } catch {
    // Storage is blocked: the name holds until the page is closed.
  }
  return made;
}
