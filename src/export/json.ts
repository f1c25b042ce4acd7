import type { LogRow } from '../database/schema.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION } from '../log/bundle.ts';
import { checkFrontier } from '../log/checkpoints.ts';
import { commitmentOf } from '../log/commitment.ts';
import { EMPTY_FRONTIER, extended, type Frontier, type Hash } from '../log/merkle.ts';
import { PAGE } from '../log/reading.ts';
import { hashOfDecisions, type Sealed } from '../log/seal.ts';
import { signedSeal } from '../log/signer.ts';
import type { Decision } from '../model/decision.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import { counter, type ExportOrder, goOn, headsOf } from './bundle.ts';
import { Disclosing } from './disclosing.ts';

/**
 * Logs as one JSON file (src/log/FORMAT.md section 6), piece by piece, so that no log is ever whole in memory. Every leaf and every
 * disclosure is checked on the way: Failure('damaged') ends the export, Failure('cancelled') after an abort; what was written until
 * then is no JSON. Every leaf of every log is in it, whatever was chosen: a choice, or names left out, leaves disclosures out and nothing else.
 */
export async function* exportJson(order: ExportOrder): AsyncGenerator<string, void> {
  const rows = await headsOf(order);
  const { signer } = order;
  const wrote = counter(rows, order.progress);
  const exportedAt = new Date(order.at).toISOString();
  const sealed: Sealed[] = [];
  yield `{"format":${quote(BUNDLE_FORMAT)},"version":${BUNDLE_VERSION},"exportedAt":${quote(exportedAt)},`;
  if (signer) yield `"key":${quote(base64url(signer.key))},`;
  yield '"logs":[';
  for (const [at, row] of rows.entries()) {
    const { log, platform, size, head } = row;
    yield `${at > 0 ? ',' : ''}\n{"log":${quote(log)},"platform":${quote(platform)},"size":${size},"head":${quote(head)},`;
    yield '"leaves":[';
    const disclosing = new Disclosing(order);
    const { frontier, decisions } = yield* leaves(order, row, disclosing, wrote);
    yield '],\n"disclosures":[';
    const disclosed = yield* disclosures(order, row, disclosing);
    if (signer) {
      checkFrontier(row, frontier);
      const notes = [...(await order.source.checkpoints(log, size)), await order.source.checkpoint(row, signer)];
      yield `],\n"checkpoints":[${notes.map(quote).join(',\n')}`;
    }
    yield ']';
    if (decisions.length > 0) {
      yield ',\n"decisions":[';
      for (const [i, decision] of decisions.entries()) yield lines([JSON.stringify(decision)], i === 0);
      yield ']';
    }
    yield '}';
    const hashed = decisions.length > 0 && { decisions: await hashOfDecisions(decisions) };
    sealed.push({ log, platform, size, head, disclosed, ...hashed });
  }
  yield signer ? `\n],\n"seal":${quote(await signedSeal(signer, exportedAt, sealed))}}\n` : '\n]}\n';
}

/** Gives the frontier of the log's tree, or none when nobody will sign it, and what its requirements rested on. */
async function* leaves(
  { source, signal, signer, decider }: ExportOrder,
  row: LogRow,
  disclosing: Disclosing,
  wrote: (entries: number) => void,
) {
  const decide = decider?.();
  const decisions: Decision[] = [];
  let first = true;
  let frontier: Frontier = EMPTY_FRONTIER;
  for await (const page of source.pages(row)) {
    goOn(signal);
    yield lines(
      page.map((leaf) => quote(leaf.text)),
      first,
    );
    if (signer) for (const { hash } of page) frontier = await extended(frontier, fromBase64url(hash) as Hash);
    for (const { logged } of page) {
      disclosing.learn(logged);
      const decision = decide?.(logged);
      if (decision) decisions.push(decision);
    }
    wrote(page.length);
    first = false;
  }
  return { frontier, decisions };
}

/** Gives the commitments of what it wrote, or none when nobody will sign them. */
async function* disclosures({ source, signal, signer }: ExportOrder, row: LogRow, disclosing: Disclosing) {
  const written: string[] = [];
  let first = true;
  for (let from = 0; from < row.size; from += PAGE) {
    goOn(signal);
    const all = await source.opened(row.log, from, Math.min(from + PAGE, row.size) - 1);
    const opened = all.filter(({ index }) => disclosing.may(index));
    if (opened.length === 0) continue;
    yield lines(
      opened.map(({ index, field, disclosure }) => JSON.stringify({ index, field, disclosure })),
      first,
    );
    if (signer) written.push(...(await Promise.all(opened.map(({ disclosure }) => commitmentOf(disclosure)))));
    first = false;
  }
  return written;
}

/** One value a line, so that the file can be read and compared by people. */
function lines(values: readonly string[], first: boolean): string {
  return `${first ? '' : ','}\n${values.join(',\n')}`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
