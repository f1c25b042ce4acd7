import type { LogRow } from '../database/schema.ts';
import type { Grade } from '../model/answer.ts';
import { type Media, type Purpose, requiredPurposes } from '../model/ask.ts';
import type { Entry, EntryOf } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import { type ExportOrder, headsOf } from './bundle.ts';
import { METHODS } from './dpv-terms.ts';
import { ERASED } from './names.ts';
import type { Stated } from './stated.ts';
import { Telling, type Told } from './telling.ts';
import { uuidOf } from './uuid.ts';

/**
 * Kantara Consent Receipt 1.1.0 (2018), one for each consent that was given: a format that knows neither a refusal nor a withdrawal, so that a consent
 * that was taken back later has its receipt all the same; `x-ask-to-record` says where in the log to look. Its public schema forbids no member more.
 * A guardian's consent has one too, about the minor, and says whose it is.
 */
export interface KantaraReceipt {
  /** Within the folder of receipts: log and entry. */
  readonly name: string;
  readonly text: string;
}

/** Failure as exportCsv. Only with all that the controller must say of themselves (`missingFor`): the schema asks for it. */
export async function* exportKantara(
  order: ExportOrder,
  stated: Stated,
  wrote: (entries: number) => void,
): AsyncGenerator<KantaraReceipt, void> {
  for (const row of await headsOf(order)) {
    const telling = new Telling(order, row);
    for await (const page of telling.entries(wrote)) {
      for (const told of page) {
        const given = told.chosen ? givenIn(telling, told.read.leaf.entry) : null;
        if (!given) continue;
        const receipt = await receiptOf(telling, told, given, stated);
        if (receipt) yield { name: nameOf(row, told), text: `${JSON.stringify(receipt, null, 1)}\n` };
      }
    }
  }
}

/** How many there will be; each is a file, and a manifest lists no more than it may. */
export async function countKantara(order: ExportOrder): Promise<number> {
  let count = 0;
  for (const row of await headsOf(order)) {
    const telling = new Telling(order, row);
    for await (const page of telling.entries(() => undefined))
      for (const { read, chosen } of page) if (chosen && givenIn(telling, read.leaf.entry)) count++;
  }
  return count;
}

function nameOf({ log }: LogRow, { read }: Told): string {
  return `${log}-${read.leaf.index}.json`;
}

/** A consent as it was given, and to what. */
interface Given {
  readonly participant: ParticipantKey;
  readonly asked: EntryOf<'asked'>;
  readonly purposes: readonly Purpose[];
  readonly media: Media;
  readonly grade: Grade;
  readonly shown: EntryOf<'asked'>['notice'];
  readonly method: string;
  readonly by: 'participant' | 'host' | 'guardian';
}

/** null: the entry is no consent, or nobody asked for it. */
function givenIn(telling: Telling, entry: Entry): Given | null {
  if (entry.kind !== 'answered' && entry.kind !== 'guardian-answered') return null;
  const asked = telling.asks.get(entry.ask);
  if (!asked || entry.answer !== 'consented') return null;
  const { participant, channel } = entry;
  if (entry.kind === 'answered') {
    const { purposes, media, grade, by } = entry;
    const shown = entry.shown?.[0] ?? asked.notice;
    return { participant, asked, purposes, media, grade, shown, method: METHODS[channel], by };
  }
  return {
    participant,
    asked,
    // What else somebody may choose, a guardian is not asked.
    purposes: requiredPurposes(asked),
    media: asked.media,
    grade: 'attested',
    shown: asked.notice,
    method: `${METHODS[channel]}, by a guardian`,
    by: 'guardian',
  };
}

async function receiptOf(telling: Telling, told: Told, given: Given, stated: Stated): Promise<unknown> {
  const { participant, asked, purposes, grade, shown, by } = given;
  const { controller, recipients, place, specialCategory } = stated;
  const { leaf, logged, hash } = told.read;
  const name = telling.nameOf(participant);
  const picture = given.media === 'sound+picture';
  return {
    version: 'KI-CR-v1.1.0',
    jurisdiction: controller.place ?? place ?? 'not stated',
    /** Whole seconds since 1970, as the schema has it. */
    consentTimestamp: Math.floor(logged.at / 1000),
    collectionMethod: given.method,
    consentReceiptID: await uuidOf('kantara', leaf.log, `${leaf.index}`),
    language: shown.language,
    piiPrincipalId: name === '' || name === ERASED ? participant : name,
    piiControllers: [
      {
        piiController: controller.name,
        onBehalf: false,
        contact: controller.contact,
        address: { streetAddress: controller.address },
        email: controller.email,
        phone: controller.phone,
        ...(controller.policyUrl !== '' && { piiControllerUrl: controller.policyUrl }),
      },
    ],
    policyUrl: controller.policyUrl === '' ? `urn:ask-to-record:notice:${shown.hash}` : controller.policyUrl,
    services: [
      {
        service: `recording of a meeting (${telling.row.platform})`,
        purposes: purposes.map((purpose) => ({
          purpose,
          consentType: grade === 'implied' ? 'IMPLICIT' : 'EXPLICIT',
          purposeCategory: [purpose],
          piiCategory: picture ? ['voice', 'picture', 'name'] : ['voice', 'name'],
          primaryPurpose: asked.purposes.some((one) => one.purpose === purpose && one.required),
          termination: `deleted after ${asked.keepDays} days, or when consent is withdrawn, if that is earlier`,
          ...(recipients === ''
            ? { thirdPartyDisclosure: false }
            : { thirdPartyDisclosure: true, thirdPartyName: recipients }),
        })),
      },
    ],
    sensitive: specialCategory,
    spiCat: specialCategory ? ['health, politics, religion, a union or sex life, as the talk may bring it'] : [],
    'x-ask-to-record': {
      log: leaf.log,
      entry: leaf.index,
      leafHash: hash,
      participant,
      grade,
      givenBy: by,
      notice: { language: shown.language, version: shown.version, sha256: shown.hash },
    },
  };
}
