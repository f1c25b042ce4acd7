import type { AskLanguages, AskTerms } from '../../model/ask.ts';
import type { DoubtId, EpochId, LogId, ParticipantKey, PostId } from '../../model/id.ts';
import type { Settlement } from '../../model/observation.ts';
import type { Opening, SiteLeave } from '../../model/panel.ts';
import type { Circumstances } from '../../model/requirement.ts';

/** What the host can want. Each is an order to the worker; what came of it is in the next view. */
export interface PanelIntents {
  ask(terms: AskTerms, languages: AskLanguages): void;
  askAgain(): void;
  attest(participant: ParticipantKey, person: number, how: 'aloud' | 'paper'): void;
  recordRefusal(participant: ParticipantKey): void;
  settle(doubt: DoubtId, as: Settlement, participant: ParticipantKey | null): void;
  samePerson(participant: ParticipantKey, as: ParticipantKey): void;
  countPeople(participant: ParticipantKey, people: number): void;
  /** Where somebody is: several when it is one of them, none when it is not known. */
  statePlace(participant: ParticipantKey, places: readonly string[], residence: string | null): void;
  /** For later meetings; what counts in this one stays in its log. forgotten: called when it is. */
  forgetPlace(participant: ParticipantKey, forgotten: () => void): void;
  describe(participant: ParticipantKey, what: Pick<Circumstances, 'minor' | 'employee' | 'phone'>): void;
  guardian(participant: ParticipantKey, answer: 'consented' | 'refused', how: 'aloud' | 'paper'): void;
  /** The words that must be on the recording were said. */
  announced(epoch: EpochId): void;
  confirmRoster(): void;
  writeDown(names: readonly string[]): void;
  crossOut(participant: ParticipantKey): void;
  rename(participant: ParticipantKey, name: string): void;
  listRight(): void;
  pause(): void;
  resume(): void;
  stop(): void;
  goOnWithout(): void;
  microphone(on: boolean): void;
  allowMicrophone(): void;
  copied(post: PostId): void;
  /** In the meeting page, by the site's own buttons. */
  open(what: Opening): void;
  openRecords(): void;
  /** All about one person, and what they asked for. */
  openPerson(log: LogId, participant: ParticipantKey): void;
  /** What they agreed to themselves, in other people's meetings. */
  openConsents(): void;
  openSettings(): void;
  /** The page of all places; at one of them when a code is given. */
  openPlaces(code: string | null): void;
  /** Lasting leave to read the site of this page: given, or given back. Chrome asks once more before it is given. */
  keepSite(site: SiteLeave, keep: boolean): void;
}
