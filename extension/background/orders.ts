import { isListOrder, notWritable } from '../../src/consent/decide-list.ts';
import { notConfirmable, saidNoThemselves } from '../../src/consent/decide-order.ts';
import { NOTICE_LANGUAGES } from '../../src/consent/notice.ts';
import type { PanelToWorker } from '../../src/messages/panel-to-worker.ts';
import type { Ask, AskLanguages, AskTerms } from '../../src/model/ask.ts';
import { languagesOf, termsProblem } from '../../src/model/ask.ts';
import type { FailureCode, Outcome } from '../../src/model/failure.ts';
import { boundLanguages, boundTerms, isBound } from '../../src/model/fixed-terms.ts';
import { ID_BYTES, idOf, type LogId, type ParticipantKey } from '../../src/model/id.ts';
import { joinParts } from '../../src/model/tag-post.ts';
import { askDrafts, hostOf, lastTerms } from '../../src/session/asking.ts';
import { isOpenedToSave } from '../../src/session/opened-for.ts';
import type { Observed, Session } from '../../src/session/session.ts';
import { noticeOf, signHostYes } from '../../src/session/words.ts';
import { accessDraft } from './access.ts';
import { answerCopies, whyNotOpen } from './copies.ts';
import { cut } from './cut.ts';
import type { Desk } from './desk.ts';
import { microphoneIsOn, say } from './meeting.ts';
import { isListedByHost } from './page-view.ts';
import type { Panels } from './panels.ts';
import { switchMicrophone } from './recorder.ts';
import { settings } from './settings.ts';
import { randomBytes, storage } from './storage.ts';

/** Asking again this soon is the same press, ms. */
const AGAIN_MS = 3000;

const done: Outcome<null> = { ok: true, value: null };
const no = (code: FailureCode): Outcome<null> => ({ ok: false, code });

/** What the host does in the panel. Answered when it is in the log, not before. */
export async function answerPanel(desk: Desk, panels: Panels, message: PanelToWorker): Promise<Outcome<null>> {
  if (message.ask === 'log-export') {
    const session = await desk.session(message.log as LogId);
    const { log, format, file, purpose, copy } = message;
    if (!isOpenedToSave(await (await storage()).log.read(log), purpose, copy ?? null)) return no('purpose-refused');
    const entry = { kind: 'exported', format, file, purpose, ...(copy && { copy }) } as const;
    return outcome(await session.commit(() => [{ entry, subject: null, disclosures: {} }]));
  }
  if (message.ask === 'access') {
    const why = message.copy ? await whyNotOpen(message.log as LogId, message.copy, message.epochs) : null;
    if (why) return no(why);
    const session = await desk.session(message.log as LogId);
    const draft = await accessDraft(message, session);
    return draft ? outcome(await session.commit(() => [draft])) : no('purpose-refused');
  }
  if (message.ask === 'cut') return cut(desk, message);
  if (message.ask === 'receipt-given') {
    const session = await desk.session(message.log as LogId);
    const { size } = message;
    const participant = message.participant as ParticipantKey;
    if (!session.state.people.has(participant)) return no('unexpected');
    const entry = { kind: 'exported', format: 'receipt', participant, size } as const;
    return outcome(await session.commit(() => [{ entry, subject: null, disclosures: {} }]));
  }
  if (message.ask === 'copy-made' || message.ask === 'delete-copy' || message.ask === 'settle-copy')
    return answerCopies(desk, message);
  const meeting = desk.tabs.get(message.tab);
  const session = meeting?.session;
  if (!meeting || !session) return no('no-meeting');
  switch (message.ask) {
    case 'everyone':
      return askEveryone(desk, session, message.terms, message);
    case 'again': {
      // A double click is one ask: everybody would be sent the notice twice.
      if (Date.now() - (session.state.ask?.at ?? 0) < AGAIN_MS) return done;
      const terms = lastTerms(session.state);
      if (!terms || !session.state.ask) return no('bad-terms');
      const now = await settings();
      return askEveryone(desk, session, boundTerms(terms, now), boundLanguages(languagesOf(session.state.ask), now));
    }
    case 'order':
      if (message.order.do === 'confirm-roster') {
        const why = notConfirmable(session.state);
        if (why) return no(why);
      }
      if (isListOrder(message.order)) {
        if (!isListedByHost(meeting.platform)) return no('page-lists');
        const why = notWritable(session.state);
        if (why) return no(why);
      }
      if (message.order.do === 'attest' && saidNoThemselves(session.state, message.order.participant) !== null)
        return no('said-no');
      return outcome(
        await desk.feed(session, {
          what: 'order',
          order: message.order,
          at: Date.now(),
          key: `order:${crypto.randomUUID()}`,
        }),
      );
    case 'forget-place':
      return desk.forgetPlace(session, message.participant);
    case 'microphone':
      meeting.microphoneOn = message.on;
      switchMicrophone(microphoneIsOn(meeting));
      panels.changed(meeting.tab);
      return done;
    case 'copied':
      panels.copied(meeting.tab, message.post);
      return done;
    case 'open':
      say(meeting, { say: 'open', what: message.what });
      return done;
    default:
      return message satisfies never;
  }
}

/** One ask: its notice and the host's own signed yes are in the log before a word of it is posted. */
async function askEveryone(
  desk: Desk,
  session: Session,
  terms: AskTerms,
  { language, also }: AskLanguages,
): Promise<Outcome<null>> {
  const languages = also === null ? [language] : [language, also];
  if (termsProblem(terms) || new Set(languages).size < languages.length) return no('bad-terms');
  if (!isBound(terms, { language, also }, await settings())) return no('setting-refused');
  if (!languages.every((tag) => NOTICE_LANGUAGES.includes(tag))) return no('bad-terms');
  if (!session.state.inCall) return no('not-in-call');
  // By them it is judged who must agree: without them it would be judged by less.
  const described = outcome(await desk.describe(session));
  if (!described.ok) return described;
  const first = await noticeOf(terms, language);
  const second = also === null ? null : await noticeOf(terms, also);
  const ask: Ask = {
    ...terms,
    id: idOf('ask', randomBytes(ID_BYTES)),
    notice: first.notice,
    ...(second && { also: second.notice }),
  };
  const words = joinParts(second ? [first.words, second.words] : [first.words]);
  const yes = await signHostYes(ask);
  const asked = await session.commit((state) => askDrafts(ask, words, hostOf(state), yes, state));
  return outcome(desk.follow(session, asked));
}

function outcome(observed: Observed): Outcome<null> {
  if (observed.ok === true) return done;
  return no(observed.ok === 'later' ? 'unknown-participant' : observed.code);
}
