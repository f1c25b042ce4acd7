import * as v from 'valibot';

/**
 * What the settings page and the welcome page ask of the worker. Each gets an Outcome of SettingsView back. What the changes hold is read by
 * `readFlat`, which says of each path what is wrong with it.
 */
const changes = v.record(v.pipe(v.string(), v.maxLength(60)), v.unknown());

export const settingsToWorker = v.variant('ask', [
  v.strictObject({ to: v.literal('worker'), ask: v.literal('settings') }),
  v.strictObject({ to: v.literal('worker'), ask: v.literal('change-settings'), changes }),
  /** In place of everything that was changed before. */
  v.strictObject({ to: v.literal('worker'), ask: v.literal('replace-settings'), changes }),
]);
export type SettingsToWorker = v.InferOutput<typeof settingsToWorker>;
