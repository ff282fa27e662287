// Runs first in the strict page, so that no violation comes too early to be seen.
parent.recordFaultsOf(window);
