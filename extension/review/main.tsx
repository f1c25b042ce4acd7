import { signal } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { reviewCsv } from '../../src/export/review-csv.ts';
import { Job } from '../../src/files/job.ts';
import { saveBlob } from '../../src/files/save-blob.ts';
import { codeOf } from '../../src/model/code-of.ts';
import type { FailureCode } from '../../src/model/failure.ts';
import type { ScoredLine } from '../../src/model/review-summary.ts';
import { isLocked } from '../../src/model/vault.ts';
import { ReviewShelf } from '../../src/review/shelf.ts';
import { Nav } from '../../src/ui/nav/nav.tsx';
import { type Gathering, ReviewPage, type ReviewPageIntents } from '../../src/ui/review/review-page.tsx';
import { whileInUse } from '../../src/vault/in-use.ts';
import { pageVault } from '../../src/vault/page-vault.ts';
import { UNLOCKED, Unlocked } from '../../src/vault/unlocked.ts';
import { VaultHand } from '../../src/vault/vault-hand.ts';

/** Scores of all calls, by agent and period. Nothing is opened before somebody has said for what. */
const reviewed = signal<number | null>(null);
const gathering = signal<Gathering>({ state: 'closed' });
const refused = signal<FailureCode | null>(null);
const failure = signal<FailureCode | null>(null);
const turn = signal(0);

const hand = pageVault();
const unlocked = new Unlocked(browser.storage.session, Date.now);
const vault = new VaultHand(hand, unlocked, () => {
  turn.value += 1;
});
const shelf = new ReviewShelf(hand.ground, unlocked, (message) => browser.runtime.sendMessage(message));
const gather = new Job();

/** It is in the log of each meeting first; where that cannot be, nothing leaves. */
async function leave(lines: readonly ScoredLine[], go: () => void): Promise<void> {
  if (gathering.value.state !== 'open') return;
  refused.value = null;
  try {
    await shelf.leaves(
      lines.map(({ log }) => log),
      gathering.value.purpose,
    );
    go();
  } catch (error) {
    console.error(error);
    refused.value = codeOf(error);
  }
}

const intents: ReviewPageIntents = {
  open(purpose) {
    gathering.value = { state: 'running', done: 0, total: reviewed.value ?? 0 };
    const failed = (code: FailureCode) => {
      gathering.value = code === 'cancelled' ? { state: 'closed' } : { state: 'failed', code };
    };
    gather.start({ share: () => undefined, done: () => undefined, failed }, async (aborted) => {
      const found = await shelf.all(purpose, aborted, (done, total) => {
        if (!aborted.aborted) gathering.value = { state: 'running', done, total };
      });
      if (!aborted.aborted) gathering.value = { state: 'open', purpose, ...found };
    });
  },
  cancel: () => gather.cancel(),
  save(lines) {
    void leave(lines, () => {
      saveBlob(new Blob([reviewCsv(lines)], { type: 'text/csv' }), 'ask-to-record-scores.csv');
    });
  },
  print: (lines) => void leave(lines, () => print()),
  unlockByPassphrase: (passphrase) => void vault.unlockByPassphrase(passphrase),
  unlockByPasskey: (credential) => void vault.unlockByPasskey(credential),
};

/** Locked, here or elsewhere: what was opened is closed. */
async function looked(): Promise<void> {
  await vault.look();
  if (!vault.view || !isLocked(vault.view)) return;
  gather.cancel();
  gathering.value = { state: 'closed' };
}
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'session' && UNLOCKED in changes) looked().catch((error: unknown) => console.error('vault', error));
});

function Screen() {
  // Read so that every turn draws anew: the hand on the vault is no signal itself.
  void turn.value;
  return (
    <>
      <Nav here="review" />
      <ReviewPage
        reviewed={reviewed.value}
        gathering={gathering.value}
        refused={refused.value}
        failure={failure.value}
        vault={vault.view}
        unlocking={vault.doing}
        intents={intents}
      />
    </>
  );
}

const root = document.getElementById('root');
if (root) render(<Screen />, root);
const leaving = new AbortController();
addEventListener('pagehide', () => {
  leaving.abort();
  gather.cancel();
});
whileInUse(document, () => unlocked.touch(), leaving.signal);
Promise.all([vault.look(), shelf.count()]).then(
  ([, count]) => {
    reviewed.value = count;
  },
  (error: unknown) => {
    console.error(error);
    failure.value = codeOf(error);
  },
);
