import type { LogRow } from '../database/schema.ts';
import type { EntryOf } from '../model/entry.ts';
import { type ExportOrder, headsOf } from './bundle.ts';
import { METHODS } from './dpv-terms.ts';
import { ERASED } from './names.ts';
import type { Stated } from './stated.ts';
import { Telling, type Told } from './telling.ts';
import { uuidOf } from './uuid.ts';

/**
 * Kantara Consent Receipt 1.1.0 (2018), one for each consent that was given: a format that knows neither a refusal nor a withdrawal, so that a consent
 * that was taken back later has its receipt all the same; `x-ask-to-record` says where in the log to look. Its public schema forbids no member more.
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
        const { entry } = told.read.leaf;
        if (entry.kind !== 'answered' || entry.answer !== 'consented' || !told.chosen) continue;
        const receipt = await receiptOf(telling, told, entry, stated);
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
      for (const { read, chosen } of page)
        if (chosen && read.leaf.entry.kind === 'answered' && read.leaf.entry.answer === 'consented') count++;
  }
  return count;
}

function nameOf({ log }: LogRow, { read }: Told): string {
  return `${log}-${read.leaf.index}.json`;
}

async function receiptOf(telling: Telling, told: Told, entry: EntryOf<'answered'>, stated: Stated): Promise<unknown> {
  const asked = telling.asks.get(entry.ask);
  if (!asked) return null;
  const { controller, recipients, place, specialCategory } = stated;
  const { leaf, logged, hash } = told.read;
  const name = telling.nameOf(entry.participant);
  const shown = entry.shown?.[0] ?? asked.notice;
  const picture = entry.media === 'sound+picture';
  return {
    version: 'KI-CR-v1.1.0',
    jurisdiction: controller.place ?? place ?? 'not stated',
    /** Whole seconds since 1970, as the schema has it. */
    consentTimestamp: Math.floor(logged.at / 1000),
    collectionMethod: METHODS[entry.channel],
    consentReceiptID: await uuidOf('kantara', leaf.log, `${leaf.index}`),
    language: shown.language,
    piiPrincipalId: name === '' || name === ERASED ? entry.participant : name,
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
        purposes: entry.purposes.map((purpose) => ({
          purpose,
          consentType: entry.grade === 'implied' ? 'IMPLICIT' : 'EXPLICIT',
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
      participant: entry.participant,
      grade: entry.grade,
      notice: { language: shown.language, version: shown.version, sha256: shown.hash },
    },
  };
}
