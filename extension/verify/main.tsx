import { Nav } from '../../src/ui/nav/nav.tsx';
import { saveAs, showVerify } from './screen.tsx';

/** Checks what somebody was given. Needs no worker of the extension, reads nothing of ours and keeps nothing. */
showVerify({
  makeWorker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  unlocks: true,
  take: () => {
    takeAlong().catch((error: unknown) => console.error(error));
  },
  above: <Nav here="verify" />,
});

/** The page that stands alone lies in the package, made by the build. */
async function takeAlong(): Promise<void> {
  const response = await fetch('/verify.html');
  saveAs('check-a-consent-log.html', await response.blob());
}
