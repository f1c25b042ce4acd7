import type { Draft } from '../../../src/model/entry.ts';
import { ID_BYTES, idOf, type LogId, type ParticipantKey } from '../../../src/model/id.ts';
import { draftOf, fillLog } from './log.ts';

/** A log of so many entries in which people come and go, are asked, answer in their own words and take it back, as a long meeting brings it. */
export function fillTalk(entries: number): Promise<LogId> {
  return fillLog(entries, talkOf);
}

const ASK = idOf('ask', new Uint8Array(ID_BYTES).fill(1));
const NOTICE = 'n5Wb0Yp8kqzqJ2yTn1v0m8o2l7sQ3dX9aR4uE6tCwHk';
/** As long as a notice is. */
const TEXT =
  'May we record this conversation? It is kept on the computer of the host, for the purposes that are named. '.repeat(
    12,
  );
/** After every so many joins somebody answers, each time somebody else, and of so many answers one takes a yes back. */
const ANSWERS_EVERY = 11;
const BACK_EVERY = 5;

function talkOf(index: number, people: readonly ParticipantKey[]): Draft {
  const turn = Math.floor(index / 4);
  const participant = people[turn % people.length] as ParticipantKey;
  const plain = draftOf(index, people);
  if (index === 2) return asked(people[0] as ParticipantKey);
  const answers = index % 4 === 2 && turn % ANSWERS_EVERY === 1;
  return answers ? answered(participant, Math.floor(turn / ANSWERS_EVERY) % BACK_EVERY === 0, index) : plain;
}

function asked(host: ParticipantKey): Draft {
  return {
    entry: {
      kind: 'asked',
      ask: ASK,
      notice: { language: 'en', version: 1, hash: NOTICE },
      purposes: [
        { purpose: 'quality', required: true },
        { purpose: 'training', required: false },
      ],
      media: 'sound',
      keepDays: 30,
      proofDays: 365,
      by: 'host',
    },
    subject: host,
    disclosures: { text: TEXT },
  };
}

function answered(participant: ParticipantKey, back: boolean, index: number): Draft {
  return {
    entry: {
      kind: 'answered',
      ask: ASK,
      notice: NOTICE,
      participant,
      person: 1,
      answer: back ? 'withdrawn' : 'consented',
      purposes: back ? [] : ['quality'],
      media: 'sound',
      grade: 'chat',
      channel: 'chat',
      by: 'participant',
      signed: null,
    },
    subject: participant,
    disclosures: { words: back ? 'please stop the recording' : 'yes, I agree to that', site: `message_${index}` },
  };
}
