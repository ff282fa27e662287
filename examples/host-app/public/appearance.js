// Runs before the first paint, so that a chosen appearance does not flash.
try {
  const chosen = localStorage.getItem('northwind.appearance');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.appearance = chosen;
} catch {
  // Storage is blocked: the appearance of the system holds.
}
