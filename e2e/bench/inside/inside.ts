import { appendOneByOne } from './append.ts';
import { startBare, stopBare } from './bare.ts';
import { bareCopy, maskedCopy } from './copy.ts';
import { exportLog } from './export.ts';
import { fillLog, openLog } from './log.ts';
import { fillMeeting } from './meeting.ts';
import { fillTalk } from './talk.ts';
import { fillVault, saveVault, storeChunks } from './vault.ts';

/** What the bench does inside of the extension's own pages and worker: the product's code on the product's database. */
const acts = {
  appendOneByOne,
  exportLog,
  fillLog,
  fillTalk,
  openLog,
  fillMeeting,
  fillVault,
  saveVault,
  storeChunks,
  bareCopy,
  maskedCopy,
  startBare,
  stopBare,
};
export type Inside = typeof acts;
Object.assign(globalThis, { inside: acts });
