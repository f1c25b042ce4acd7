import '../../src/ui/verify/verify.css';
import { serveChecks } from './checker.ts';
import { showVerify } from './screen.tsx';
import type { ToChecker } from './talk.ts';

/**
 * The page that stands alone: one file, no network. Page and worker are the same script, which the page hands to the worker as text, because a
 * page from a disk may not load another file. Built by the plugin in vite.config.ts. It opens no age files: what does is larger than all of it.
 */
if (typeof document === 'undefined') {
  const serve = serveChecks((message) => postMessage(message), null);
  addEventListener('message', ({ data }: MessageEvent<ToChecker>) => serve(data));
} else {
  const program = document.getElementById('program')?.textContent ?? '';
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  showVerify({ makeWorker: () => new Worker(address), unlocks: false, take: null, above: null });
}
