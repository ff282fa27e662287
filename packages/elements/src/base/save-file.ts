// Long enough for any browser to have taken the file over, in milliseconds.
const keptFor = 60_000;

/** Hands a text to the person as a file. It is made in the browser and goes nowhere else. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptFor);
}
