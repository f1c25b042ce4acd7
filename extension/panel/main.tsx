import { signal } from '@preact/signals';
import { render } from 'preact';
import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { NOTICE_LANGUAGES, renderNotice } from '../../src/consent/notice.ts';
import { PANEL_PORT } from '../../src/messages/envelope.ts';
import { LEVELS_CHANNEL, levelsMessage } from '../../src/messages/offscreen-to-pages.ts';
import type { PanelToWorker } from '../../src/messages/panel-to-worker.ts';
import type { FailureCode, Outcome } from '../../src/model/failure.ts';
import type { Levels, PanelView } from '../../src/model/panel.ts';
import { PLACE_ROWS } from '../../src/policy/place-row.ts';
import { Panel, type PanelIntents } from '../../src/ui/panel/panel.tsx';
import { personHref } from '../../src/ui/person/href.ts';

/** The host's side panel: draws what the worker sends, sends what the host does. Holds no state of its own that would be missed. */
const view = signal<PanelView | null>(null);
const levels = signal<Levels | null>(null);
const failure = signal<FailureCode | null>(null);

/** The tab that this panel speaks about, and the line to the worker for it. */
let tab = -1;
let line: Runtime.Port | null = null;

function connect(): void {
  const port = browser.runtime.connect({ name: `${PANEL_PORT}:${tab}` });
  line = port;
  port.onMessage.addListener((message: unknown) => {
    if (line === port) view.value = message as PanelView;
  });
  // The worker sleeps when nothing happens; the next line wakes it.
  port.onDisconnect.addListener(() => {
    if (line === port) setTimeout(connect, 200);
  });
}

function follow(next: number): void {
  if (next === tab) return;
  tab = next;
  view.value = null;
  failure.value = null;
  line?.disconnect();
  connect();
}

/** Opened by the toolbar button the panel belongs to one tab, named in its address; opened from elsewhere it follows the active one. */
async function ownTab(): Promise<number> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null && Number.isSafeInteger(Number(named))) return Number(named);
  browser.tabs.onActivated.addListener(({ tabId }) => follow(tabId));
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id ?? -1;
}

function start(): void {
  /** Whether it was done. */
  const send = async (message: PanelToWorker): Promise<boolean> => {
    const outcome = (await browser.runtime.sendMessage(message)) as Outcome<null> | undefined;
    failure.value = outcome?.ok ? null : (outcome?.code ?? 'unexpected');
    return outcome?.ok === true;
  };
  const unanswered = (error: unknown) => {
    console.error('the worker did not answer', error);
    failure.value = 'unexpected';
  };
  const tell = (message: PanelToWorker) => {
    send(message).catch(unanswered);
  };
  const order = (what: Extract<PanelToWorker, { ask: 'order' }>['order']) =>
    tell({ to: 'worker', ask: 'order', tab, order: what });
  const intents: PanelIntents = {
    ask: (terms, languages) =>
      tell({ to: 'worker', ask: 'everyone', tab, terms: { ...terms, purposes: [...terms.purposes] }, ...languages }),
    askAgain: () => tell({ to: 'worker', ask: 'again', tab }),
    attest: (participant, person, how) => order({ do: 'attest', participant, person, how }),
    recordRefusal: (participant) => order({ do: 'record-refusal', participant }),
    settle: (doubt, as, participant) => order({ do: 'settle', doubt, as, participant }),
    samePerson: (participant, as) => order({ do: 'same-person', participant, as }),
    countPeople: (participant, people) => order({ do: 'count-people', participant, people }),
    statePlace: (participant, places, residence) =>
      order({ do: 'state-place', participant, places: [...places], residence }),
    forgetPlace: (participant, forgotten) => {
      const forgetting = send({ to: 'worker', ask: 'forget-place', tab, participant });
      forgetting.then((done) => done && forgotten()).catch(unanswered);
    },
    describe: (participant, { minor, employee, phone }) =>
      order({ do: 'describe', participant, minor, employee, phone }),
    guardian: (participant, answer, how) => order({ do: 'guardian', participant, answer, how }),
    announced: (epoch) => order({ do: 'announced', epoch }),
    confirmRoster: () => order({ do: 'confirm-roster' }),
    writeDown: (names) => order({ do: 'write-down', names: [...names] }),
    crossOut: (participant) => order({ do: 'cross-out', participant }),
    rename: (participant, name) => order({ do: 'rename', participant, name }),
    listRight: () => order({ do: 'list-right' }),
    pause: () => order({ do: 'pause' }),
    resume: () => order({ do: 'resume' }),
    stop: () => order({ do: 'stop' }),
    goOnWithout: () => order({ do: 'go-on-without' }),
    microphone: (on) => tell({ to: 'worker', ask: 'microphone', tab, on }),
    allowMicrophone: () => openPage('extension/welcome/index.html#microphone'),
    copied: (post) => tell({ to: 'worker', ask: 'copied', tab, post }),
    open: (what) => tell({ to: 'worker', ask: 'open', tab, what }),
    openRecords: () => openPage('extension/records/index.html'),
    openPerson: (log, participant) => openPage(personHref(log, participant).slice(1)),
    openConsents: () => openPage('extension/consents/index.html'),
    openSettings: () => openPage('extension/settings/index.html'),
    openPlaces: (code) => openPage(`extension/places/index.html${code === null ? '' : `#${code}`}`),
    // Chrome asks only within the click itself: nothing may be awaited before it. The worker hears of the answer from the browser.
    keepSite: ({ pattern }, keep) => {
      const site = { origins: [pattern] };
      (keep ? browser.permissions.request(site) : browser.permissions.remove(site)).catch((error: unknown) => {
        console.error('leave for the site', error);
        failure.value = 'unexpected';
      });
    },
  };
  const root = document.getElementById('root');
  if (!root) throw new Error('the panel has no root');
  render(<Screen intents={intents} />, root);
}

function Screen({ intents }: { readonly intents: PanelIntents }) {
  return (
    <Panel
      view={view.value}
      levels={levels.value}
      failure={failure.value}
      intents={intents}
      places={PLACE_ROWS}
      languages={NOTICE_LANGUAGES}
      preview={renderNotice}
    />
  );
}

function openPage(path: string): void {
  browser.tabs.create({ url: browser.runtime.getURL(path) }).catch((error: unknown) => console.error('no page', error));
}

new BroadcastChannel(LEVELS_CHANNEL).addEventListener('message', (event: MessageEvent) => {
  const message = v.safeParse(levelsMessage, event.data);
  if (message.success) levels.value = message.output.state === 'recording' ? message.output : null;
});

start();
ownTab()
  .then(follow)
  .catch((error: unknown) => console.error('the panel does not know its tab', error));
