import type { AskTerms } from '../../model/ask.ts';
import type { DoubtId, ParticipantKey, PostId } from '../../model/id.ts';
import type { Settlement } from '../../model/observation.ts';

/** What the host can want. Each is an order to the worker; what came of it is in the next view. */
export interface PanelIntents {
  ask(terms: AskTerms): void;
  askAgain(): void;
  attest(participant: ParticipantKey, person: number, how: 'aloud' | 'paper'): void;
  recordRefusal(participant: ParticipantKey): void;
  settle(doubt: DoubtId, as: Settlement, participant: ParticipantKey | null): void;
  samePerson(participant: ParticipantKey, as: ParticipantKey): void;
  countPeople(participant: ParticipantKey, people: number): void;
  confirmRoster(): void;
  pause(): void;
  resume(): void;
  stop(): void;
  goOnWithout(): void;
  microphone(on: boolean): void;
  allowMicrophone(): void;
  copied(post: PostId): void;
  openRecords(): void;
}
