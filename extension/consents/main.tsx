import { signal } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { BUNDLE_MAX } from '../../src/log/bundle.ts';
import { fingerprintOf } from '../../src/log/fingerprint.ts';
import { requestText } from '../../src/log/request.ts';
import type { ConsentsToWorker } from '../../src/messages/consents-to-worker.ts';
import { codeOf } from '../../src/model/code-of.ts';
import type { FailureCode, Outcome } from '../../src/model/failure.ts';
import { fromBase64url } from '../../src/model/id.ts';
import type { GivenFile, MyConsent, RequestKind } from '../../src/model/my-consent.ts';
import { Consents } from '../../src/ui/consents/consents.tsx';
import { type Acting, type ConsentIntents, type Looking, rowKey } from '../../src/ui/consents/intents.ts';
import { Nav } from '../../src/ui/nav/nav.tsx';
import type { Compared } from '../../src/verify/given-file.ts';
import type { FromChecker, ToChecker } from './checker.ts';
import { Shelf } from './shelf.ts';
import { keptText, wordsFor } from './words.ts';

/** My consents: reads the rows, and asks the worker for what is said in a meeting. */
const rows = signal<readonly MyConsent[] | null>(null);
const open = signal<ReadonlySet<string>>(new Set());
const fingerprints = signal<ReadonlyMap<string, string>>(new Map());
const acting = signal<Acting | null>(null);
const looking = signal<Looking>({ is: 'none' });
const removed = signal<MyConsent | null>(null);
const failure = signal<FailureCode | null>(null);
let shelf: Promise<Shelf> | null = null;

function books(): Promise<Shelf> {
  shelf ??= Shelf.open(() => {
    shelf = null;
  });
  return shelf;
}

const send = (message: ConsentsToWorker) =>
  browser.runtime.sendMessage(message) as Promise<Outcome<readonly string[]> | undefined>;

async function look(): Promise<void> {
  const found = await (await books()).rows();
  const keys = new Set(found.flatMap(({ answers }) => answers.flatMap(({ signed }) => signed?.key ?? [])));
  const told = new Map(fingerprints.value);
  for (const key of keys) {
    const bytes = fromBase64url(key);
    if (bytes && !told.has(key)) told.set(key, await fingerprintOf(bytes));
  }
  const meetings = await send({ to: 'worker', ask: 'open-meetings' });
  fingerprints.value = told;
  open.value = new Set(meetings?.ok ? meetings.value : []);
  rows.value = found;
  failure.value = null;
}

/** Runs one thing that the reader asked for; what goes wrong is said. */
function run(work: () => Promise<void>, failed: (code: FailureCode) => void): void {
  work()
    .then(look)
    .catch((error: unknown) => {
      console.error(error);
      failed(codeOf(error));
    });
}

function act(row: MyConsent, what: RequestKind | 'withdraw'): void {
  const key = rowKey(row);
  const show = (state: Acting['state']) => {
    acting.value = { row: key, what, state };
  };
  show({ is: 'asking' });
  const about = { to: 'worker', meeting: row.meeting, consent: row.ask } as const;
  const message: ConsentsToWorker =
    what === 'withdraw' ? { ...about, ask: 'withdraw' } : { ...about, ask: 'request', what };
  run(
    async () => {
      const outcome = await send(message);
      if (outcome?.ok) show({ is: 'said' });
      else if (outcome?.code === 'no-meeting') show({ is: 'by-hand', words: wordsFor(row, what) });
      else show({ is: 'failed', code: outcome?.code ?? 'unexpected' });
    },
    (code) => show({ is: 'failed', code }),
  );
}

let checker: Worker | null = null;

function endCheck(): void {
  checker?.terminate();
  checker = null;
}

/** In a thread of its own: a log of a hundred thousand entries takes some seconds. */
async function check(file: File): Promise<void> {
  endCheck();
  const { name } = file;
  if (file.size > BUNDLE_MAX * 3) {
    looking.value = { is: 'too-big', name };
    return;
  }
  looking.value = { is: 'looking', name, share: 0 };
  const own = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  checker = own;
  const failed = (why: unknown) => {
    console.error(why);
    endCheck();
    looking.value = { is: 'failed', code: 'unexpected' };
  };
  own.onerror = ({ message }) => failed(message);
  own.onmessage = ({ data }: MessageEvent<FromChecker>) => {
    if (checker !== own) return;
    if (data.what === 'share') looking.value = { is: 'looking', name, share: data.share };
    else if (data.what === 'failed') failed(data.why);
    else {
      endCheck();
      run(() => keep(name, data.found), lookFailed);
    }
  };
  own.postMessage({ file, rows: await (await books()).rows() } satisfies ToChecker);
}

async function keep(name: string, { kind, verdict, fingerprint, text, about }: Compared): Promise<void> {
  if (verdict === 'unreadable') {
    looking.value = { is: 'unreadable', name };
    return;
  }
  const store = await books();
  for (const { row, compared } of about) {
    const given: GivenFile = { at: Date.now(), name, kind, verdict, fingerprint, compared, text };
    await store.given(row, given);
  }
  looking.value = about[0] ? { is: 'found', name, row: rowKey(about[0].row) } : { is: 'not-ours', name };
}

function lookFailed(code: FailureCode): void {
  endCheck();
  looking.value = { is: 'failed', code };
}

function download(text: string, name: string): void {
  const url = URL.createObjectURL(new File([text], name, { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const day = ({ askedAt }: MyConsent) => new Date(askedAt).toISOString().slice(0, 10);
const broken = (code: FailureCode) => {
  failure.value = code;
};

const intents: ConsentIntents = {
  withdraw: (row) => act(row, 'withdraw'),
  request: act,
  copied(row, what) {
    if (what === 'withdraw') return;
    run(async () => (await books()).requested(row, { at: Date.now(), what, how: 'copied' }), broken);
  },
  saveRequest(row, what) {
    run(async () => {
      const store = await books();
      const last = row.answers.findLast(({ signed }) => signed !== null);
      const pair = await store.answerKey(row);
      const sign =
        pair &&
        (async (message: Uint8Array<ArrayBuffer>) =>
          new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, message)));
      const { media } = row.terms;
      const answer = last?.signed ? { answer: last.answer, purposes: [...last.purposes], media, ...last.signed } : null;
      const madeAt = new Date().toISOString();
      const request = { madeAt, what, platform: row.platform, ask: row.ask, text: wordsFor(row, what), answer };
      download(await requestText(request, sign), `Request ${what} ${day(row)}.json`);
      await store.requested(row, { at: Date.now(), what, how: 'file' });
    }, broken);
  },
  saveOwn: (row) => download(keptText(row, Date.now()), `My consent ${day(row)}.json`),
  check: (file) => run(() => check(file), lookFailed),
  cancelCheck() {
    endCheck();
    looking.value = { is: 'none' };
  },
  remove(row) {
    run(async () => {
      await (await books()).remove(row);
      removed.value = row;
    }, broken);
  },
  undo() {
    const row = removed.value;
    if (!row) return;
    run(async () => {
      await (await books()).putBack(row);
      removed.value = null;
    }, broken);
  },
};

function Screen() {
  return (
    <>
      <Nav here="consents" />
      <Consents
        rows={rows.value}
        open={open.value}
        fingerprints={fingerprints.value}
        acting={acting.value}
        looking={looking.value}
        removed={removed.value}
        failure={failure.value}
        now={Date.now()}
        intents={intents}
      />
    </>
  );
}

const root = document.getElementById('root');
if (root) render(<Screen />, root);
const again = () => run(async () => undefined, broken);
// An answer or a root that comes while somebody looks is shown without a reload.
const timer = setInterval(() => {
  if (!document.hidden) again();
}, 2000);
addEventListener('pagehide', () => clearInterval(timer));
again();
