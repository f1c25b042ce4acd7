/**
 * Whether this extension may use the microphone. Only a page of ours can ask (the welcome page does); an offscreen document cannot
 * show the browser's question. Unknown counts as no.
 */
export async function microphoneAllowed(): Promise<boolean> {
  try {
    const status = await navigator.permissions.query({ name: 'microphone' });
    return status.state === 'granted';
  } catch (error) {
    console.warn('microphone permission unknown:', (error as Error).message);
    return false;
  }
}
