import { copy } from './copy.ts';
import { crowd } from './crowd.ts';
import { exporting } from './export.ts';
import { hours } from './hours.ts';
import { log } from './log.ts';
import { long } from './long.ts';
import type { Measure } from './measure.ts';
import { opening } from './opening.ts';
import { policy } from './policy.ts';
import { recording } from './recording.ts';
import { hour, save } from './save.ts';
import { sealing } from './sealing.ts';
import { sites } from './sites.ts';
import { size } from './size.ts';
import { start } from './start.ts';
import { stop } from './stop.ts';
import { verify } from './verify.ts';
import { voice } from './voice.ts';

/** In the order in which they run. */
export const MEASURES: readonly Measure[] = [
  size,
  policy,
  verify,
  start,
  stop,
  crowd,
  sites,
  recording,
  log,
  exporting,
  save,
  sealing,
  opening,
  copy,
  voice,
  hours,
];

/** Only with --long or by name. */
export const LONG_MEASURES: readonly Measure[] = [long, hour];
