import * as v from 'valibot';
import { FRAME_LINES_MAX, type FramePass } from '../model/frame-chat.ts';
import { COMPOSERS, NAME_MAX, TEXT_MAX } from '../model/roster.ts';

const n = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(TEXT_MAX));
const line = v.strictObject({
  id: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(300))),
  label: v.nullable(v.pipe(v.string(), v.maxLength(NAME_MAX))),
  text,
});

/** From a meeting page to our scripts in frames of that page. */
export const toFrame: v.GenericSchema<unknown, { to: 'worker'; pass: FramePass }> = v.strictObject({
  to: v.literal('worker'),
  pass: v.variant('what', [
    v.strictObject({ what: v.literal('read') }),
    v.strictObject({ what: v.literal('write'), n, text }),
  ]),
});

/** From such a frame to the page that it is in. */
export const fromFrame: v.GenericSchema<unknown, { to: 'worker'; pass: FramePass }> = v.strictObject({
  to: v.literal('worker'),
  pass: v.variant('what', [
    v.strictObject({
      what: v.literal('shown'),
      lines: v.nullable(v.pipe(v.array(line), v.maxLength(FRAME_LINES_MAX))),
      composer: v.picklist(COMPOSERS),
    }),
    v.strictObject({ what: v.literal('wrote'), n, sent: v.boolean() }),
  ]),
});
