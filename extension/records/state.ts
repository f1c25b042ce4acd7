import { signal } from '@preact/signals';
import type { BackupView } from '../../src/model/backup.ts';
import type { Cutting } from '../../src/model/cutting.ts';
import type { FailureCode } from '../../src/model/failure.ts';
import type { LogId } from '../../src/model/id.ts';
import { type PlayerView, STILL } from '../../src/model/player.ts';
import type { MeetingRecord, MeetingSummary, SetApart } from '../../src/model/record.ts';
import type { Giving, Listing, Playback, Reading, Saving } from '../../src/ui/records/jobs.ts';

/** What the records page shows at this moment. None of it would be missed: all of it is read from the logs again. */
export const meetings = signal<readonly MeetingSummary[] | null>(null);
export const apart = signal<readonly SetApart[]>([]);
export const chosen = signal<LogId | null>(null);
export const record = signal<MeetingRecord | null>(null);
export const playback = signal<Playback>({ state: 'none' });
/** How the open player stands; drawn anew by what shows it, and by nothing else. */
export const player = signal<PlayerView>(STILL);
export const cutting = signal<Cutting>({ state: 'none' });
export const saving = signal<Saving>({ state: 'none' });
export const giving = signal<Giving>({ participant: null, saving: { state: 'none' } });
export const reading = signal<Reading>({ state: 'none' });
export const listing = signal<Listing>({ done: 0, total: 0 });
export const failure = signal<FailureCode | null>(null);
/** How the backup stands. */
export const backup = signal<BackupView | null>(null);
/** One more with every change of what is no signal itself. */
export const turn = signal(0);
