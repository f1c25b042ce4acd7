import { openLogStore } from '../log/store.ts';
import { codeOf } from '../model/code-of.ts';
import type { Logged } from '../model/entry.ts';
import type { EpochId, LogId, ParticipantKey } from '../model/id.ts';
import { type HeldNotes, type HeldReview, NOTES_MISSING, type NotesMissing } from '../model/person.ts';
import { isReviewPurpose, type Review, type ReviewPurpose } from '../model/review.ts';
import { epochsOf } from '../session/epochs-with.ts';
import { purposesOf } from '../session/purposes.ts';
import { isAbout, reviewsAbout } from '../session/reviews-about.ts';
import type { Ground } from '../vault/ground.ts';
import { quarantined } from '../vault/quarantine.ts';
import { openReviewKeys, type ReviewKeys, readReviews, writtenAbout } from '../vault/reviews.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { whoOpens } from '../vault/who-opens.ts';

/** Resolves when it is in the log that what was written about these epochs is opened, and rejects when it must not be. */
export type LeaveToOpen = (epochs: readonly EpochId[], purpose: ReviewPurpose) => Promise<void>;

interface Whose {
  readonly log: LogId;
  readonly participant: ParticipantKey;
  /** All rows of the list that are this person. */
  readonly ids: readonly ParticipantKey[];
}

/**
 * Opens what was written about the recordings of one person in one meeting, for the copy that they get (GDPR art. 15(3)). It is an opening like any
 * other: for quality or training, whichever everybody in that recording agreed to, and in the log first. What stays closed is counted, with
 * its reason. Failure('vault-locked') where somebody has to unlock first.
 */
export async function openHeldNotes(
  ground: Ground,
  unlocked: Pick<Unlocked, 'read'>,
  { log, participant, ids }: Whose,
  leave: LeaveToOpen,
): Promise<HeldNotes> {
  const db = await ground.database();
  const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));
  const entries = await openLogStore({ db, keys: ground.keys, random }).read(log);
  const theirs = epochsOf(entries, new Set(ids));
  const rows = (await writtenAbout(db, log)).filter((row) => isAbout(theirs, row));
  if (rows.length === 0) return { opened: [], missing: [] };
  const open = openReviewKeys(ground, await whoOpens(db, unlocked));
  const apart = new Set((await quarantined(db)).map(({ epoch }) => epoch));
  const closed = new Map<string, NotesMissing>();
  const allowed = new Map<ReviewPurpose, EpochId[]>();
  for (const epoch of new Set(rows.map((row) => row.epoch as EpochId))) {
    const purpose = apart.has(epoch) ? null : purposeFor(entries, epoch);
    if (purpose) allowed.set(purpose, [...(allowed.get(purpose) ?? []), epoch]);
    else closed.set(epoch, 'refused');
  }
  const reviews: Review[] = [];
  for (const [purpose, epochs] of allowed) {
    try {
      await leave(epochs, purpose);
    } catch (error) {
      for (const epoch of epochs) closed.set(epoch, closedBy(error));
      continue;
    }
    for (const epoch of epochs) reviews.push(...(await readEpoch(ground, open, { log, epoch }, closed)));
  }
  const opened = reviewsAbout(reviews, entries, participant);
  return { opened, missing: missingOf(rows, opened, closed) };
}

function purposeFor(entries: readonly Logged[], epoch: EpochId): ReviewPurpose | null {
  const purposes = purposesOf(entries, [epoch]).flatMap(({ purpose, refused }) => (refused === null ? [purpose] : []));
  return purposes.find(isReviewPurpose) ?? null;
}

/** closed: by epoch, why nothing of it could be opened. */
async function readEpoch(
  ground: Ground,
  open: ReviewKeys,
  { log, epoch }: { readonly log: LogId; readonly epoch: EpochId },
  closed: Map<string, NotesMissing>,
): Promise<readonly Review[]> {
  try {
    return (await readReviews(await ground.database(), open, log, [epoch])).reviews;
  } catch (error) {
    closed.set(epoch, closedBy(error));
    return [];
  }
}

/** One recording that stays closed leaves nothing of the others out. */
function closedBy(error: unknown): NotesMissing {
  switch (codeOf(error)) {
    case 'purpose-refused':
      return 'refused';
    case 'vault-locked':
    case 'older-lock':
      return 'locked';
    case 'not-recipient':
      return 'others';
    case 'damaged':
    case 'key-missing':
      return 'unreadable';
    default:
      throw error;
  }
}

function missingOf(
  rows: readonly { readonly epoch: string }[],
  opened: readonly HeldReview[],
  closed: ReadonlyMap<string, NotesMissing>,
): HeldNotes['missing'] {
  const missing = new Map<NotesMissing, number>();
  const count = (epoch: string, n: number) => {
    const why = closed.get(epoch) ?? 'unreadable';
    missing.set(why, (missing.get(why) ?? 0) + n);
  };
  for (const { epoch } of rows) count(epoch, 1);
  for (const { epoch } of opened) count(epoch, -1);
  return NOTES_MISSING.flatMap((why) => {
    const n = missing.get(why) ?? 0;
    return n > 0 ? [{ why, n }] : [];
  });
}
