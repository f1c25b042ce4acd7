import { placePosted, placing } from '../../src/consent/invitation-place.ts';
import * as invitations from '../../src/consent/invitations.ts';
import { withRoot } from '../../src/consent/my-consent.ts';
import { en } from '../../src/consent/notices/en.ts';
import { wordingOf } from '../../src/consent/notices/registry.ts';
import { recogniseIn } from '../../src/consent/recognise.ts';
import { withReserve } from '../../src/database/reserve.ts';
import { noticesOf } from '../../src/model/ask.ts';
import type { BannerPress, PlacePress } from '../../src/model/banner.ts';
import { ID_BYTES, idOf } from '../../src/model/id.ts';
import type { Invitation } from '../../src/model/invitation.ts';
import type { Observation } from '../../src/model/observation.ts';
import { splitPost } from '../../src/model/tag-post.ts';
import { hasAccounts } from '../../src/platforms/lasting.ts';
import { postOfPlace, postOfResidence } from '../../src/session/places.ts';
import { answerPost, readPost } from '../../src/session/words.ts';
import { nextAnswerKey } from './answer-keys.ts';
import { bannerView } from './banner-view.ts';
import { keepInvitation } from './keep-consent.ts';
import { type MeetingTab, say } from './meeting.ts';
import { randomBytes, storage } from './storage.ts';

/** A notice that old belongs to an earlier use of the link, ms. */
const INVITATION_MS = 12 * 3_600_000;

/** The reader's own place, as their settings have it. */
export interface OwnPlace {
  place(): Promise<string | null>;
  /** Remembers it for next time; an organisation may not let it. */
  keep(place: string): Promise<void>;
}

/** Our part in meetings that somebody else wants to record. Rows live in the database; this holds nothing. */
export class Guest {
  /**
   * @param reader language tag of this browser's own screens
   * @param openConsents shows the page "My consents"
   */
  constructor(
    private readonly reader: string,
    private readonly own: OwnPlace,
    private readonly openConsents: () => Promise<void>,
  ) {}

  /** Shows again what was asked here before the page was loaded anew. */
  async enter(meeting: MeetingTab): Promise<void> {
    const rows = await this.rows(meeting);
    if (rows.length > 0) await this.show(meeting, rows);
  }

  async observe(meeting: MeetingTab, observation: Observation): Promise<void> {
    switch (observation.what) {
      case 'chat':
        return this.chat(meeting, observation);
      case 'roster':
        return this.change(meeting, (row) => invitations.rosterSeen(row, observation.roster));
      case 'post': {
        const { post, outcome } = observation;
        return this.change(meeting, (row) => placePosted(invitations.posted(row, post, outcome), post, outcome));
      }
      default:
        return;
    }
  }

  async press(meeting: MeetingTab, press: BannerPress): Promise<void> {
    const { db, reserve } = await storage();
    const row = (await this.rows(meeting)).find((one) => one.ask === press.ask);
    if (!row) return;
    if (press.press === 'mine') return this.openConsents();
    if (press.press === 'where') return this.show(meeting, await this.rows(meeting), true);
    if (press.press === 'place') return this.tellPlace(meeting, row, press);
    // Written as anybody writes it: the asker's side answers it for everybody.
    if (press.press === 'details') {
      const { detailsWord } = wordingOf(row.terms.notice.language) ?? en;
      return say(meeting, { say: 'post', post: idOf('post', randomBytes(ID_BYTES)), parts: [detailsWord] });
    }
    const { next, reply } = invitations.pressed(row, press);
    if (!reply) {
      await keepInvitation(db, meeting, row, next);
      return this.show(meeting, await this.rows(meeting));
    }
    // A yes is not given where it could not be taken back.
    if (reply.answer === 'consented') await reserve.ensure();
    const write = <T>(work: () => Promise<T>) => (reply.answer === 'consented' ? work() : withReserve(reserve, work));
    const { pair, counter } = await write(() => nextAnswerKey(db, meeting.meeting, meeting.stay, row.anew));
    const text = await answerPost(next.terms, reply, pair, counter, next.shown);
    const post = idOf('post', randomBytes(ID_BYTES));
    // In the database before it is in the chat: a crash in between leaves a row that asks for the same words again.
    await write(() => keepInvitation(db, meeting, row, invitations.posting(next, reply, post, text)));
    say(meeting, { say: 'post', post, parts: [text] });
    return this.show(meeting, await this.rows(meeting));
  }

  /** Where the reader is goes into the chat as their own words, beside any answer: the host's extension reads it there. */
  private async tellPlace(
    meeting: MeetingTab,
    row: Invitation,
    { place, keep, allow, lives }: Extract<PlacePress, { press: 'place' }>,
  ): Promise<void> {
    const { db } = await storage();
    const text = lives
      ? postOfResidence(this.reader, place)
      : postOfPlace(this.reader, place, allow && hasAccounts(meeting.platform));
    if (text === null) return;
    if (keep && !lives) await this.own.keep(place);
    const post = idOf('post', randomBytes(ID_BYTES));
    // In the database before it is in the chat: a crash in between leaves a row that says "posting", and the reader can say it again.
    await db.put('invitations', placing(row, lives ? 'lives' : 'placed', place, post));
    say(meeting, { say: 'post', post, parts: [text] });
    return this.show(meeting, await this.rows(meeting));
  }

  private async chat(meeting: MeetingTab, observation: Extract<Observation, { what: 'chat' }>): Promise<void> {
    const { line } = observation;
    if (line.sender.self) return this.wrote(meeting, observation);
    const read = await readPost(line.text, this.reader);
    if (!read) return;
    const { db } = await storage();
    if (read.kind === 'ask') {
      const rows = await this.rows(meeting);
      const before = rows.find((row) => row.ask === read.terms.id) ?? null;
      const { terms, words, shown, unverified, again } = read;
      const { meeting: hash, stay } = meeting;
      const row = invitations.invited(before, {
        meeting: hash,
        stay,
        at: observation.at,
        line,
        terms,
        words,
        shown,
        unverified,
        anew: again && !observation.replayed ? observation.key : null,
      });
      if (!row || row === before) return;
      const next = before ? rows.map((other) => (other === before ? row : other)) : invitations.takenOver(rows, row);
      const known = new Map(rows.map((one) => [one.ask, one]));
      for (const one of next)
        if (!rows.includes(one)) await keepInvitation(db, meeting, known.get(one.ask) ?? null, one);
      return this.show(meeting, next);
    }
    return this.change(meeting, (row) => {
      if (row.ask !== read.ask) return row;
      if (read.kind === 'details') return invitations.detailed(row, line.sender, read);
      const next = invitations.announced(row, line.sender, read.says);
      // Said by anybody else than whoever asked, it says nothing of their log.
      if (next === row || !read.root) return next;
      return { ...next, roots: withRoot(row.roots ?? [], { ...read.root, at: observation.at }) };
    });
  }

  /** We answered by hand: the hosts read it like everybody's, and our banner need not ask on. */
  private async wrote(meeting: MeetingTab, observation: Extract<Observation, { what: 'chat' }>): Promise<void> {
    const { line, replayed, at } = observation;
    const { words, tag, malformed } = splitPost(line.text);
    if (replayed || line.edited || tag || malformed) return;
    const { state } = meeting.session ?? {};
    const asking = state?.ask !== null && state?.ask !== undefined && state.order !== 'going-on-without';
    return this.settle(meeting, (rows) => {
      const languages = rows[0] ? noticesOf(rows[0].terms).map(({ language }) => language) : ['en'];
      const { says, all, sure } = recogniseIn(words, languages);
      const clear = sure && says !== 'nothing' && says !== 'pause';
      return clear ? invitations.wrote(rows, { says, all, at, asking }) : rows;
    });
  }

  /** Whether this question is one that can still be answered in this meeting. */
  async knows(meeting: MeetingTab, ask: string): Promise<boolean> {
    return (await this.rows(meeting)).some((row) => row.ask === ask);
  }

  private change(meeting: MeetingTab, step: (row: Invitation) => Invitation): Promise<void> {
    return this.settle(meeting, (rows) => rows.map(step));
  }

  private async settle(
    meeting: MeetingTab,
    step: (rows: readonly Invitation[]) => readonly Invitation[],
  ): Promise<void> {
    const { db } = await storage();
    const rows = await this.rows(meeting);
    if (rows.length === 0) return;
    const next = step(rows);
    for (const [i, row] of next.entries()) if (row !== rows[i]) await keepInvitation(db, meeting, rows[i] ?? null, row);
    return this.show(meeting, next);
  }

  private async rows(meeting: MeetingTab): Promise<Invitation[]> {
    const { db } = await storage();
    const all = await db.getAll('invitations', IDBKeyRange.bound([meeting.meeting, ''], [meeting.meeting, '\uffff']));
    const ours = all.filter((row) => row.stay === meeting.stay && Date.now() - row.at < INVITATION_MS);
    return ours.sort((a, b) => a.at - b.at);
  }

  private async show(meeting: MeetingTab, rows: readonly Invitation[], listed = false): Promise<void> {
    const own = await this.own.place();
    if (!meeting.session) say(meeting, { say: 'mode', mode: 'guest' });
    say(meeting, { say: 'banner', view: bannerView(rows, this.reader, own, listed, hasAccounts(meeting.platform)) });
  }
}
