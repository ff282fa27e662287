import { recordFaults } from './faults.ts';

// The policy under which every element has to run (design, section 8).
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

const frames = new Set<HTMLIFrameElement>();

/**
 * A page of its own under the strict policy, as a frame, with our tags defined in it. Mount into its body:
 * `mount(tag, { coaching, into: (await openStrictPage()).body })`. Violations fail the test like any other fault.
 * @param modules what to load in it, as paths from the folder of the repository
 */
export async function openStrictPage(modules = ['packages/elements/dist/register.js']): Promise<Document> {
  Object.assign(window, { recordFaultsOf: recordFaults });
  const frame = document.createElement('iframe');
  const scripts = modules.map((module) => `<script type="module" src="/${module}"></script>`).join('');
  frame.srcdoc = `<!doctype html><html lang="en-GB"><head><title>Strict</title>
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <script src="/test/elements/support/strict-page-recorder.js"></script>${scripts}</head><body></body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  frames.add(frame);
  await loaded;
  if (!frame.contentDocument) throw new Error('the strict page did not open');
  return frame.contentDocument;
}

afterEach(() => {
  for (const frame of frames) frame.remove();
  frames.clear();
});
