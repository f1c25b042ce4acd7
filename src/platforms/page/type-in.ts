/** React-like frameworks watch a field's value through the prototype's setter. */
export function typeIn(input: HTMLTextAreaElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Waits until it is so, by looking every 30 ms; false when it is still not so after `limitMs`, or when stopped. */
export async function until(isSo: () => boolean, limitMs: number, signal: AbortSignal): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!signal.aborted) {
    if (isSo()) return true;
    if (performance.now() >= end) return false;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, 30);
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
      signal.addEventListener('abort', done);
    });
  }
  return false;
}
