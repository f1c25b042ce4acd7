import { existsSync } from 'node:fs';

/**
 * Which tests judge a file of src/log or src/export: the one beside it, and those named here. Most of the others come by every file of the
 * log on their way, each in seconds: judged by all of them, a mutant that lives costs a minute, and the file an hour.
 */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'src/log/append.ts': ['src/log/store.test.ts', 'src/log/quota.test.ts'],
  'src/log/base64.ts': ['src/log/signed-note.test.ts'],
  'src/log/bundle.ts': ['src/log/check.test.ts', 'src/log/format.test.ts', 'src/log/limits.test.ts'],
  'src/log/check-run.ts': ['src/log/full-check.test.ts'],
  'src/log/check.ts': ['src/export/parts.test.ts'],
  'src/log/check-signed.ts': ['src/log/check.test.ts', 'src/export/parts.test.ts'],
  'src/log/checked.ts': ['src/log/full-check.test.ts'],
  'src/log/checkpoint.ts': ['src/log/signed-note.test.ts'],
  'src/log/checkpoints.ts': ['src/log/device-log.test.ts', 'src/log/full-check.test.ts'],
  'src/log/device-bundle.ts': ['src/verify/device-log.test.ts'],
  'src/log/device-check.ts': ['src/log/device-log.test.ts', 'src/log/full-check.test.ts'],
  'src/log/device-leaf.ts': ['src/log/device-log.test.ts', 'src/verify/device-log.test.ts'],
  'src/log/fingerprint.ts': ['src/log/limits.test.ts'],
  'src/log/json.ts': ['src/log/limits.test.ts', 'src/log/leaf.test.ts'],
  'src/log/merkle.ts': ['src/log/public-vectors.test.ts'],
  'src/log/merkle-proof.ts': ['src/log/merkle.test.ts', 'src/log/public-vectors.test.ts'],
  'src/log/note-key.ts': ['src/log/signed-note.test.ts'],
  'src/log/person-keys.ts': ['src/log/append.test.ts', 'src/log/forget.test.ts'],
  'src/log/reading.ts': ['src/log/store.test.ts', 'src/log/append.test.ts', 'src/log/forget.test.ts'],
  'src/log/receipt.ts': ['src/log/limits.test.ts'],
  'src/log/receipt-seal.ts': ['src/verify/receipt.test.ts'],
  'src/log/rows.ts': ['src/log/store.test.ts'],
  'src/log/seal.ts': ['src/log/check.test.ts', 'src/log/signed-note.test.ts'],
  'src/log/sealing.ts': ['src/log/commitment.test.ts'],
  'src/log/seen.ts': ['src/log/commitment.test.ts'],
  'src/log/signed-note.ts': ['src/log/public-vectors.test.ts'],
  'src/log/store.ts': [
    'src/log/append.test.ts',
    'src/log/checkpoints.test.ts',
    'src/log/reading.test.ts',
    'src/log/forget.test.ts',
  ],
  'src/log/tail.ts': ['src/log/full-check.test.ts', 'src/log/checkpoints.test.ts'],
  'src/log/tlog-proof.ts': ['src/log/signed-note.test.ts', 'src/log/public-vectors.test.ts'],
  'src/log/transaction.ts': ['src/log/quota.test.ts', 'src/log/append.test.ts'],
  'src/export/held.ts': ['src/export/held-whole.test.ts'],
  'src/export/held-notes.ts': ['src/export/held.test.ts'],
  'src/export/age.ts': ['src/export/age-file.test.ts', 'src/export/zip.test.ts'],
  'src/export/bundle.ts': ['src/export/zip.test.ts', 'src/export/parts.test.ts'],
  'src/export/choice.ts': ['src/export/parts.test.ts'],
  'src/export/csv.ts': ['src/export/parts.test.ts'],
  'src/export/device-log.ts': ['src/log/device-log.test.ts', 'src/verify/device-log.test.ts'],
  'src/export/disclosing.ts': ['src/export/parts.test.ts'],
  'src/export/dpv.ts': ['src/export/foreign.test.ts'],
  'src/export/dpv-record.ts': ['src/export/dpv.test.ts', 'src/export/foreign.test.ts'],
  'src/export/dpv-terms.ts': ['src/export/dpv.test.ts', 'src/export/foreign.test.ts'],
  'src/export/formats.ts': ['src/verify/exported.test.ts', 'src/export/zip.test.ts'],
  'src/export/html.ts': ['src/export/report.test.ts'],
  'src/export/json.ts': ['src/export/parts.test.ts'],
  'src/export/kantara.ts': ['src/export/foreign.test.ts'],
  'src/export/names.ts': ['src/export/parts.test.ts'],
  'src/export/receipt.ts': ['src/export/receipt-told.test.ts', 'src/verify/receipt.test.ts'],
  'src/export/receipt-page.ts': ['src/export/receipt-whole.test.ts'],
  'src/export/receipt-entries.ts': ['src/export/receipt.test.ts'],
  'src/export/report.ts': ['src/export/report-whole.test.ts', 'src/export/report-people.test.ts'],
  'src/export/report-facts.ts': [
    'src/export/report.test.ts',
    'src/export/report-whole.test.ts',
    'src/export/report-people.test.ts',
  ],
  'src/export/report-meeting.ts': [
    'src/export/report.test.ts',
    'src/export/report-whole.test.ts',
    'src/export/report-people.test.ts',
  ],
  'src/export/report-words.ts': [
    'src/export/report.test.ts',
    'src/export/report-whole.test.ts',
    'src/export/report-people.test.ts',
  ],
  'src/export/stated.ts': ['src/export/foreign.test.ts'],
  'src/export/telling.ts': ['src/export/csv.test.ts'],
  'src/export/use-csv.ts': ['src/export/review-csv.test.ts'],
  'src/export/uuid.ts': ['src/export/kantara.test.ts'],
  'src/export/webm-black.ts': ['src/export/webm.test.ts'],
  'src/export/webm-mixdown.ts': ['src/export/webm.test.ts'],
  'src/export/webm-order.ts': ['src/export/webm.test.ts', 'src/export/webm-trim.test.ts'],
  'src/export/webm-source.ts': ['src/export/webm.test.ts', 'src/export/webm-trim.test.ts'],
};

/** Test files of these sources; empty for those of another folder, and for patterns. */
export function judgesOf(mutated: readonly string[]): readonly string[] {
  const files = mutated.filter((file) => /^src\/(?:log|export)\/[\w-]+\.ts$/.test(file));
  const own = files.map((file) => file.replace(/\.ts$/, '.test.ts')).filter((file) => existsSync(file));
  return [...new Set([...own, ...files.flatMap((file) => ALSO[file] ?? [])])];
}
