import { signal } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import type { HeldIn } from '../../src/export/held.ts';
import { Job } from '../../src/files/job.ts';
import { clearScratch } from '../../src/files/scratch.ts';
import type { PersonToWorker } from '../../src/messages/person-to-worker.ts';
import { codeOf } from '../../src/model/code-of.ts';
import { Failure, type FailureCode, type Outcome } from '../../src/model/failure.ts';
import type { LogId, ParticipantKey } from '../../src/model/id.ts';
import { type HeldNotes, isWholeCopy, type MaybeSame, type MissingNotes } from '../../src/model/person.ts';
import { isLocked } from '../../src/model/vault.ts';
import { openHeldNotes } from '../../src/review/held-notes.ts';
import { Nav } from '../../src/ui/nav/nav.tsx';
import type { Deed, Doing, PersonIntents, ShownPerson } from '../../src/ui/person/intents.ts';
import { Person } from '../../src/ui/person/person.tsx';
import type { Saving } from '../../src/ui/records/jobs.ts';
import { whileInUse } from '../../src/vault/in-use.ts';
import { pageVault } from '../../src/vault/page-vault.ts';
import { UNLOCKED, Unlocked } from '../../src/vault/unlocked.ts';
import { VaultHand } from '../../src/vault/vault-hand.ts';
import { giveCopy } from './copy-out.ts';
import { Shelf } from './shelf.ts';

/** One person's page: `?log=` and `?person=` say whose. */
const asked = new URLSearchParams(location.search);
const log = (asked.get('log') ?? '') as LogId;
const participant = (asked.get('person') ?? '') as ParticipantKey;

const people = signal<readonly ShownPerson[] | null>(null);
const maybe = signal<readonly MaybeSame[]>([]);
const chosen = signal<ReadonlySet<LogId>>(new Set());
const looking = signal<{ done: number; total: number } | null>(null);
const saving = signal<Saving>({ state: 'none' });
const doing = signal<Doing>({ state: 'none' });
const failure = signal<FailureCode | null>(null);
/** What is not in the copy that was made last. */
const missing = signal<readonly MissingNotes[]>([]);
const turn = signal(0);

const hand = pageVault();
const unlocked = new Unlocked(browser.storage.session, Date.now);
const vault = new VaultHand(hand, unlocked, () => {
  turn.value += 1;
});
const leaving = new AbortController();
const copying = new Job();
/** Notes go into the copy that is being made. */
let reading = false;
let opened: Promise<Shelf> | null = null;
/** By the site's account, in other meetings. */
let accounts: readonly MaybeSame[] = [];

function shelf(): Promise<Shelf> {
  opened ??= Shelf.open(() => {
    opened = null;
  });
  return opened;
}

/** All meetings that this page is about, as they stand now. */
async function look(): Promise<void> {
  const store = await shelf();
  const wanted = [
    { log, participant, by: 'asked' as const },
    ...accounts.map(({ record }) => ({ ...record, by: 'account' as const })),
    ...maybe.value
      .filter(({ record }) => chosen.value.has(record.log))
      .map(({ record }) => ({ ...record, by: 'host' as const })),
  ];
  const shown: ShownPerson[] = [];
  for (const one of wanted) {
    const record = await store.person(one.log, one.participant);
    shown.push({ record, beside: await store.beside(record), by: one.by });
  }
  people.value = shown;
}

async function lookElsewhere(): Promise<void> {
  const first = people.value?.[0]?.record;
  if (!first || first.self) return;
  try {
    for await (const { found, done, total } of (await shelf()).others(first, leaving.signal)) {
      looking.value = { done, total };
      accounts = [...accounts, ...found.filter(({ by }) => by === 'account')];
      maybe.value = [...maybe.value, ...found.filter(({ by }) => by === 'name')];
    }
  } finally {
    looking.value = null;
  }
  if (accounts.length > 0) await look();
}

function broken(error: unknown): void {
  if (leaving.signal.aborted) return;
  console.error(error);
  failure.value = codeOf(error);
}

async function send(message: PersonToWorker): Promise<void> {
  const outcome = (await browser.runtime.sendMessage(message)) as Outcome<null> | undefined;
  if (!outcome?.ok) throw new Failure(outcome?.code ?? 'unexpected');
}

/** One order for each meeting that the page is about; what cannot be done in one of them is said, and the others stand. */
function act(what: Deed, orders: readonly PersonToWorker[]): void {
  if (doing.value.state === 'running') return;
  doing.value = { state: 'running', what };
  (async () => {
    let code: FailureCode | null = null;
    for (const order of orders) {
      try {
        await send(order);
      } catch (error) {
        code ??= codeOf(error);
      }
    }
    doing.value = code === null ? { state: 'done', what } : { state: 'failed', what, code };
    await look();
  })().catch(broken);
}

const everywhere = () => (people.value ?? []).map(({ record }) => record);
const about = ({ log: of, participant: who }: { log: LogId; participant: ParticipantKey }) =>
  ({ to: 'worker', log: of, participant: who }) as const;

/** In the log of each meeting before anything of it is opened. */
function notesOf({ record }: ShownPerson): Promise<HeldNotes> {
  return openHeldNotes(hand.ground, unlocked, record, (epochs, purpose) =>
    send({ ...about(record), ask: 'open-notes', epochs: [...epochs], purpose }),
  );
}

/** Where nobody unlocks them, the copy says that they are missing. */
function without({ beside: { notes } }: ShownPerson): HeldNotes {
  return { opened: [], missing: notes > 0 ? [{ why: 'locked', n: notes }] : [] };
}

async function held(shown: readonly ShownPerson[], notes: boolean, stop: AbortSignal): Promise<HeldIn[]> {
  const found: HeldIn[] = [];
  for (const one of shown) {
    if (stop.aborted) throw new Failure('cancelled');
    found.push({ ...one, notes: notes ? await notesOf(one) : without(one) });
  }
  missing.value = found.flatMap((one) => one.notes.missing);
  return found;
}

const intents: PersonIntents = {
  include(of, is) {
    const next = new Set(chosen.value);
    if (is) next.add(of);
    else next.delete(of);
    chosen.value = next;
    look().catch(broken);
  },
  save(notes) {
    const shown = people.value ?? [];
    let made: readonly HeldIn[] = [];
    reading = notes;
    const name = `Ask to Record, what is held, ${new Date().toISOString().slice(0, 10)}.zip`;
    const before = async () => {
      for (const { record, notes: theirs } of made)
        await send({ ...about(record), ask: 'copy-leaves', whole: isWholeCopy(theirs) });
    };
    saving.value = { state: 'running', share: 0 };
    copying.start(
      {
        share: (share) => (saving.value = { state: 'running', share }),
        done() {
          saving.value = { state: 'done', name };
          look().catch(broken);
        },
        failed(code) {
          saving.value = code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', code };
        },
      },
      async (stop, share) => {
        made = await held(shown, notes, stop);
        await giveCopy(await shelf(), { held: made, name, before, share, signal: stop });
      },
    );
  },
  cancelSave: () => copying.cancel(),
  unlockByPassphrase: (passphrase) => void vault.unlockByPassphrase(passphrase),
  unlockByPasskey: (credential) => void vault.unlockByPasskey(credential),
  note: (what) => act('request', [{ ...about({ log, participant }), ask: 'note-request', what }]),
  end: (of, request) => act('request', [{ to: 'worker', ask: 'end-request', log: of, request }]),
  refuse: (of, request, why) => act('request', [{ to: 'worker', ask: 'refuse-request', log: of, request, why }]),
  extend: (of, request, why, told) =>
    act('request', [{ to: 'worker', ask: 'extend-request', log: of, request, why, told }]),
  told(of, exported, on) {
    const theirs = everywhere().find((record) => record.log === of);
    if (theirs) act('told', [{ ...about(theirs), ask: 'recipient-told', exported, on }]);
  },
  correct: (name) =>
    act(
      'name',
      everywhere().map((record) => ({ ...about(record), ask: 'correct-name', name })),
    ),
  withdraw: () =>
    act(
      'withdraw',
      everywhere().map((record) => ({ ...about(record), ask: 'withdraw-for' })),
    ),
  erase: () =>
    act(
      'erase',
      everywhere()
        .filter(({ erased }) => !erased)
        .map((record) => ({ ...about(record), ask: 'erase-person' })),
    ),
};

/** Locked, here or elsewhere: a copy into which notes go is given up. */
async function looked(): Promise<void> {
  await vault.look();
  if (vault.view && isLocked(vault.view) && reading) copying.cancel();
}
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'session' && UNLOCKED in changes) looked().catch((error: unknown) => console.error('vault', error));
});

function Screen() {
  // Read so that every turn draws anew: the hand on the vault is no signal itself.
  void turn.value;
  return (
    <>
      <Nav here={null} />
      <Person
        people={people.value}
        maybe={maybe.value}
        chosen={chosen.value}
        looking={looking.value}
        saving={saving.value}
        missing={missing.value}
        vault={vault.view}
        unlocking={vault.doing}
        doing={doing.value}
        failure={failure.value}
        now={Date.now()}
        intents={intents}
      />
    </>
  );
}

const root = document.getElementById('root');
if (root) render(<Screen />, root);
addEventListener('pagehide', () => {
  leaving.abort();
  copying.forget();
});
whileInUse(document, () => unlocked.touch(), leaving.signal);
vault.look().catch(broken);
clearScratch().then(look).then(lookElsewhere).catch(broken);
