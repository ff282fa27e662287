import type { DevelopmentRecord } from '@coachkit/core';
import { saveFile } from '../base/save-file.js';
import { exportName, recordAsData, recordAsPage } from './record-files.js';
import type { RecordTelling } from './record-facts.js';

/** Hands the record to the person as a file: as a page to read, or as JSON for another system. */
export function exportRecord(record: DevelopmentRecord, telling: RecordTelling, format: 'page' | 'json'): void {
  if (format === 'json') saveFile(exportName(record, 'json'), 'application/json', recordAsData(record));
  else saveFile(exportName(record, 'html'), 'text/html', recordAsPage(record, telling));
}
