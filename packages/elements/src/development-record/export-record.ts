import type { DevelopmentRecord } from '@coachkit/core';
import { exportName, recordAsData, recordAsPage } from './record-files.js';
import type { RecordTelling } from './record-facts.js';

// Long enough for any browser to have taken the file over.
const keptFor = 60_000;

/** Hands the record to the person as a file. It is made in the browser and goes nowhere else. */
export function exportRecord(record: DevelopmentRecord, telling: RecordTelling, format: 'page' | 'json'): void {
  if (format === 'json') download(exportName(record, 'json'), 'application/json', recordAsData(record));
  else download(exportName(record, 'html'), 'text/html', recordAsPage(record, telling));
}

function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptFor);
}
