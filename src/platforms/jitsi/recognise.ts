/** Whether this page is Jitsi Meet, on whatever host. Runs alone in the page's own world: it may use nothing from outside of itself. */
export function isJitsi(): boolean {
  const { APP } = globalThis as { readonly APP?: { readonly conference?: unknown; readonly store?: unknown } };
  return typeof APP?.conference === 'object' && APP.conference !== null && typeof APP.store === 'object';
}
