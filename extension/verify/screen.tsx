import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import type { VerifiedFile } from '../../src/model/verified.ts';
import type { Picked, VerifyState } from '../../src/ui/verify/state.ts';
import { Verify } from '../../src/ui/verify/verify.tsx';
import type { FromChecker, ToChecker } from './talk.ts';

interface Face {
  readonly makeWorker: () => Worker;
  /** Whether age files can be opened here. */
  readonly unlocks: boolean;
  readonly take: (() => void) | null;
  readonly above: ComponentChildren;
}

/** The screen that checks files, for the extension's page and for the one that stands alone. */
export function showVerify({ makeWorker, unlocks, take, above }: Face): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no root');
  // Drawn anew by hand: what follows signals would be a tenth of the page that stands alone.
  const show = (state: VerifyState) => {
    render(
      <>
        {above}
        <Verify state={state} intents={intents} />
      </>,
      root,
    );
  };
  let worker: Worker | null = null;
  let last: readonly Picked[] = [];

  const end = () => {
    worker?.terminate();
    worker = null;
  };
  const check = (picked: readonly Picked[], secret = '') => {
    end();
    if (picked.length === 0) {
      show({ at: 'broken', why: 'nothing' });
      return;
    }
    last = picked;
    show({ at: 'checking', share: 0, count: picked.length });
    const files: VerifiedFile[] = [];
    const own = makeWorker();
    worker = own;
    own.onmessage = ({ data }: MessageEvent<FromChecker>) => {
      if (worker !== own) return;
      if (data.what === 'share') show({ at: 'checking', share: data.share, count: picked.length });
      else if (data.what === 'file') files.push(data.file);
      else if (data.what === 'failed') fail(data.why);
      else {
        end();
        const locked = files.some(({ kind }) => kind === 'locked');
        const unlock = !locked || !unlocks ? 'none' : secret !== '' && !data.opened ? 'wrong' : 'asked';
        show({ at: 'done', files, unlock });
      }
    };
    own.onerror = (event) => fail(event.message);
    own.postMessage({ picked, secret } satisfies ToChecker);
  };
  const fail = (why: string) => {
    console.error(why);
    end();
    show({ at: 'broken', why: 'failed' });
  };

  const intents = {
    check,
    cancel: () => {
      end();
      show({ at: 'broken', why: 'cancelled' });
    },
    again: () => {
      show({ at: 'waiting' });
    },
    saveResult: (json: string) => saveAs('verification.json', new Blob([json], { type: 'application/json' })),
    unlock: unlocks ? (secret: string) => check(last, secret) : null,
    take,
  } as const;

  show({ at: 'waiting' });
}

/** Long enough for the browser to have taken the file, ms. */
const TAKEN_MS = 60_000;

export function saveAs(name: string, blob: Blob): void {
  const href = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), TAKEN_MS);
}
