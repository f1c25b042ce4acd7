import type { LogRow } from '../database/schema.ts';
import type { EntryOf } from '../model/entry.ts';
import type { AskId, ParticipantKey, PostId } from '../model/id.ts';
import { counter, type ExportOrder, headsOf } from './bundle.ts';
import { type Consent, type ConsentEvent, recordOf } from './dpv-record.ts';
import { CONTEXT, METHODS, typeOf } from './dpv-terms.ts';
import { ERASED } from './names.ts';
import type { Stated } from './stated.ts';
import { Telling, type Told } from './telling.ts';

/**
 * Consent records in JSON-LD, structured after ISO/IEC TS 27560 as the DPV guide maps it (https://w3id.org/dpv/guides/consent-27560), one for each
 * participant and ask, with all that happened to that consent. It proves nothing by itself: each event names its entry in the log.
 */
export async function* exportDpv(order: ExportOrder, stated: Stated): AsyncGenerator<string, void> {
  const rows = await headsOf(order);
  const wrote = counter(rows, order.progress);
  const about =
    'Structured after ISO/IEC TS 27560:2023 with the W3C Data Privacy Vocabulary; not certified, and not legal advice. Controller, recipients and legal ground are as settled when this was exported.';
  yield `{"@context":${JSON.stringify(CONTEXT)},\n"@id":"atr:export","dct:created":${JSON.stringify(new Date(order.at).toISOString())},\n`;
  yield `"dct:description":${JSON.stringify(about)},\n"@graph":[`;
  let first = true;
  for (const row of rows) {
    for (const consent of await consentsOf(order, row, wrote)) {
      yield `${first ? '' : ','}\n${JSON.stringify(await recordOf(consent, stated))}`;
      first = false;
    }
  }
  yield '\n]}\n';
}

interface Growing extends Omit<Consent, 'name' | 'events' | 'guardian' | 'places'> {
  readonly participant: ParticipantKey;
  readonly events: ConsentEvent[];
  readonly guardian: ConsentEvent[];
  /** Something of it was chosen. */
  told: boolean;
}

/** One log at a time is held, and of it only what happened to consents. */
async function consentsOf(order: ExportOrder, row: LogRow, wrote: (entries: number) => void): Promise<Consent[]> {
  const telling = new Telling(order, row);
  const meeting = new Consents(telling);
  for await (const page of telling.entries(wrote)) for (const told of page) meeting.take(told);
  return meeting.all();
}

class Consents {
  private readonly records = new Map<string, Growing>();
  private readonly present = new Set<ParticipantKey>();
  private readonly places = new Map<ParticipantKey, readonly string[]>();
  private readonly notices = new Map<PostId, EntryOf<'post-ordered'>>();
  private ask: AskId | null = null;

  constructor(private readonly telling: Telling) {}

  all(): Consent[] {
    return [...this.records.values()]
      .filter(({ told }) => told)
      .map(({ told: _, ...record }) => {
        const name = this.telling.nameOf(record.participant);
        const places = this.places.get(record.participant) ?? [];
        return { ...record, name: name === ERASED ? '' : name, places };
      });
  }

  take(told: Told): void {
    const { entry } = told.read.leaf;
    switch (entry.kind) {
      case 'participant-joined':
        this.present.add(entry.participant);
        if (this.ask) this.happened(told, this.ask, entry.participant, UNKNOWN);
        return;
      case 'participant-left':
        this.present.delete(entry.participant);
        return;
      case 'place-stated':
        this.places.set(entry.participant, entry.places);
        return;
      case 'asked':
        this.ask = entry.ask;
        for (const participant of this.present) this.happened(told, entry.ask, participant, UNKNOWN);
        return;
      case 'post-ordered':
        if (entry.says === 'notice') this.notices.set(entry.post, entry);
        return;
      case 'post-seen': {
        const post = entry.outcome === 'echoed' ? this.notices.get(entry.post) : undefined;
        for (const participant of post?.people ?? [])
          if (post) this.happened(told, post.ask, participant, { ...REQUESTED, method: METHODS.chat });
        return;
      }
      case 'seen':
        return this.happened(told, entry.ask, entry.participant, { ...REQUESTED, method: METHODS[entry.channel] });
      case 'answered':
        return this.answered(told, entry);
      case 'guardian-answered':
        return this.guardianAnswered(told, entry);
      case 'doubted':
        if (entry.ask && entry.participant)
          this.happened(told, entry.ask, entry.participant, { ...UNKNOWN, by: 'subject', method: METHODS.chat });
        return;
      case 'went-on-without':
        for (const record of this.records.values())
          if (isGiven(record.events.at(-1)))
            this.happened(told, record.asked.ask, record.participant, {
              ...REQUESTED,
              state: 'dpv:ConsentRevoked',
              method: METHODS.panel,
            });
        return;
      default:
        return;
    }
  }

  private answered(told: Told, entry: EntryOf<'answered'>): void {
    const before = this.records.get(keyOf(entry.participant, entry.ask))?.events ?? [];
    const renewed = before.some(isGiven) && !isGiven(before.at(-1));
    const given = renewed ? 'dpv:RenewedConsentGiven' : 'dpv:ConsentGiven';
    const state = { consented: given, refused: 'dpv:ConsentRefused', withdrawn: 'dpv:ConsentWithdrawn' } as const;
    this.happened(told, entry.ask, entry.participant, {
      state: state[entry.answer],
      ...(entry.answer === 'consented' && { type: typeOf(entry) }),
      by: entry.by === 'participant' ? 'subject' : 'controller',
      method: METHODS[entry.channel],
      person: entry.person,
    });
  }

  private guardianAnswered(told: Told, { ask, participant, answer, channel }: EntryOf<'guardian-answered'>): void {
    // Somebody about whom nothing is known yet: of them the record must say so.
    if (!this.records.has(keyOf(participant, ask))) this.happened(told, ask, participant, UNKNOWN);
    const { leaf } = told.read;
    const record = this.records.get(keyOf(participant, ask));
    record?.guardian.push({
      state: answer === 'consented' ? 'dpv:ConsentGiven' : 'dpv:ConsentRefused',
      ...(answer === 'consented' && {
        type: channel === 'paper' ? 'dpv:ExplicitlyExpressedConsent' : 'dpv:ExpressedConsent',
      }),
      by: 'guardian',
      method: METHODS[channel],
      at: leaf.time,
      entry: leaf.index,
    });
    if (record) record.told ||= this.telling.isTold(participant, ask, told);
  }

  private happened(
    told: Told,
    ask: AskId,
    participant: ParticipantKey,
    event: Omit<ConsentEvent, 'at' | 'entry'>,
  ): void {
    const asked = this.telling.asks.get(ask);
    if (!asked) return;
    const { leaf } = told.read;
    const key = keyOf(participant, ask);
    const record = this.records.get(key) ?? {
      log: leaf.log,
      participant,
      asked,
      notice: this.telling.notices.get(ask),
      events: [],
      guardian: [],
      told: false,
    };
    record.events.push({ ...event, at: leaf.time, entry: leaf.index });
    record.told ||= this.telling.isTold(participant, ask, told);
    this.records.set(key, record);
  }
}

function keyOf(participant: ParticipantKey, ask: AskId): string {
  return `${participant} ${ask}`;
}

const UNKNOWN = { state: 'dpv:ConsentUnknown', by: 'controller', method: 'list of the people in the meeting' } as const;
const REQUESTED = { state: 'dpv:ConsentRequested', by: 'controller' } as const;

function isGiven(event: ConsentEvent | undefined): boolean {
  return event?.state === 'dpv:ConsentGiven' || event?.state === 'dpv:RenewedConsentGiven';
}
