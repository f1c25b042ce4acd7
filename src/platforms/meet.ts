import type { Exposure, SiteRecording } from '../model/roster.ts';
import { Chat, linesOf } from './meet/chat.ts';
import { Framed } from './meet/framed.ts';
import { Microphone } from './meet/microphone.ts';
import { panelsOf } from './meet/panels.ts';
import { People } from './meet/people.ts';
import { Whereabouts } from './meet/place.ts';
import { composer, write } from './meet/write.ts';
import { isShown } from './page/first.ts';
import { OwnLines } from './page/own-lines.ts';
import { observeWithPictureInPicture } from './page/pip.ts';
import { Seldom } from './page/seldom.ts';
import type { FrameLine, Platform, Site } from './platform.ts';

/**
 * Google Meet. Nobody publishes how its page is made: what is read here rests on what open projects rely on, each selector with the
 * grade of its fact (src/platforms/meet/facts.ts says when it was seen). Nothing is read by words where anything else exists.
 */
export const meet: Platform = {
  id: 'meet',
  matches: ['https://meet.google.com/*'],
  chatLimit: 500,
  lagMs: 2000,
  opens: 'list-goes',
  frames: ['https://chat.google.com/*'],
  open,
};

/** How Meet calls oneself over one's own lines, in English; elsewhere it is learned. Grade 3. */
const YOU: ReadonlySet<string> = new Set(['You']);

function open(page: Document, inFrames?: FrameLine): Site {
  const whereabouts = new Whereabouts(page);
  const people = new People(page);
  const own = new OwnLines(YOU);
  const chat = new Chat(page);
  const told = new WeakMap();
  const records = new Seldom(recording);
  const inputShown = new Seldom(isShown);
  const microphone = new Microphone(page);
  const framed = new Framed(page, inFrames ?? null);
  const shown = () => chat.lines() ?? framed.lines();
  let others: ReadonlySet<string> = new Set();
  return {
    place: () => whereabouts.place(),
    meeting: () => whereabouts.meeting(),
    roster: () => {
      // Read only where somebody relies on it, and then the chat is wanted too.
      framed.ask();
      const roster = people.read();
      others = new Set(roster.people.filter(({ self }) => !self).map(({ name }) => name));
      return roster;
    },
    mute: () => microphone.mute(),
    recording: () => records.of(page),
    exposed: (): Exposure[] => (people.showsWaiting() ? ['lobby-list'] : []),
    chat: () => linesOf(shown(), own, others, told),
    composer: () => composer(page, (input) => inputShown.of(input)) ?? framed.composer(),
    panels: panelsOf(page),
    controls: () => [...page.querySelectorAll('button, [role="button"], [role="toolbar"], textarea')],
    leaving: () => leaving(page),
    write(text, signal) {
      own.expect(text, shown() ?? []);
      return composer(page) === null ? framed.write(text, signal) : write(page, text, signal);
    },
    watch(changed, signal) {
      for (const kept of [people.readings, chat.readings, chat.listShown, inputShown, records]) kept.watch(signal);
      const touched = (element: Element, attribute: boolean) => {
        if (!chat.touched(element)) people.touched(element);
        // It may have hidden something, or shown it.
        if (attribute) for (const shown of [chat.listShown, inputShown]) shown.forget();
      };
      watch(page, touched, changed, signal);
      framed.watch(changed, signal);
    },
  };
}

/** Grade 2, both. The name of an icon is text, the same in every language. */
function leaving(page: Document): Element | null {
  const named = page.querySelector('button[jsname="CQylAd"]');
  return (
    named ?? [...page.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'call_end') ?? null
  );
}

/** No lasting mark of Meet's own recording is known, only what it asks when one begins. Grade 2, English only. */
function recording(page: Document): SiteRecording {
  const asked = [...page.querySelectorAll('[role="dialog"][aria-modal="true"]')];
  return asked.some((dialog) => dialog.textContent.includes('This video call is being recorded')) ? 'on' : 'unknown';
}

/** Whatever the readings look at. Classes change with every sound; a panel that is only hidden is found by the look once a second. */
const READ = [
  'data-participant-id',
  'data-self-name',
  'data-avatar-count',
  'data-panel-id',
  'data-message-id',
  'data-is-muted',
  'aria-label',
  'aria-pressed',
  'aria-expanded',
  'hidden',
];

function watch(
  page: Document,
  touched: (element: Element, attribute: boolean) => void,
  changed: () => void,
  signal: AbortSignal,
): void {
  const observer = new MutationObserver((records) => {
    for (const { target, type } of records) {
      const element = target.nodeType === Node.ELEMENT_NODE ? (target as Element) : target.parentElement;
      if (element) touched(element, type === 'attributes');
    }
    changed();
  });
  const options = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: READ };
  observeWithPictureInPicture(page, observer, options, changed, signal);
}
