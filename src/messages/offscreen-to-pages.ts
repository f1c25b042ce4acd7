import * as v from 'valibot';

/** Name of the BroadcastChannel on which the recorder shows how loud it is, about four times a second while it runs. */
export const LEVELS_CHANNEL = 'levels';

const loudness = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Levels (src/model/panel.ts) and what the recorder is doing; sent once more with state idle and both at 0 when it has stopped. */
export const levelsMessage = v.strictObject({
  state: v.picklist(['idle', 'recording']),
  meeting: loudness,
  microphone: loudness,
});
export type LevelsMessage = v.InferOutput<typeof levelsMessage>;
