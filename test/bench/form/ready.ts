/**
 * Marks the moment at which a person can type: the form has been painted. Both pages say it in this way, because what
 * the browser does between the script and the picture is part of the start, and differs between forms.
 */
export function markReady(): void {
  requestAnimationFrame(() => {
    // A message is handled after the frame that this callback belongs to.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => performance.measure('ready', 'start');
    port2.postMessage(undefined);
  });
}
