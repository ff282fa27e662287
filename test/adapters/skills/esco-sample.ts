import { escoFile, escoIsMissing } from '../../support/esco-files.ts';

/** The English ESCO file, or one of the same size where it is not there. */
export interface EscoSample {
  readonly text: string;
  readonly origin: 'ESCO' | 'made up in the size of ESCO';
}

/** As many skills as ESCO has. */
const size = 13_896;
const verbs = [
  'negotiate',
  'plan',
  'manage',
  'listen to',
  'advise',
  'measure',
  'coordinate',
  'teach',
  'repair',
  'sell',
];

/** The whole English file as text. */
export async function escoSample(): Promise<EscoSample> {
  if (escoIsMissing) return { text: madeUp(), origin: 'made up in the size of ESCO' };
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of escoFile('skills_en.csv')) text += decoder.decode(piece, { stream: true });
  return { text, origin: 'ESCO' };
}

function madeUp(): string {
  const word = (seed: number): string => (((seed + 7) * 2_654_435_761) % 9_000_011).toString(36).replace(/\d/g, 'o');
  const rows = Array.from({ length: size }, (_, at) => {
    const label = `${verbs[at % verbs.length]} ${word(at % 4_000)} ${word(at)}`;
    const others = Array.from({ length: 7 }, (_, other) => `${verbs[other]} ${word(at + other)} ${word(at)}`);
    return `http://data.europa.eu/esco/skill/${at},${label},"${others.join('\n')}","${'what it is about '.repeat(20)}"`;
  });
  return ['conceptUri,preferredLabel,altLabels,description', ...rows].join('\n');
}
