import { readFileSync } from 'node:fs';
import type { BrowserContext } from 'playwright';

export interface Process {
  readonly id: number;
  /** browser, renderer, GPU, utility, as Chromium names them. */
  readonly type: string;
  /** Seconds of processor that it has used. */
  readonly cpuTime: number;
}

/** The browser's own processes, as it tells them itself. */
export async function processesOf(context: BrowserContext): Promise<Process[]> {
  const browser = context.browser();
  if (!browser) throw new Error('This context has no browser.');
  const session = await browser.newBrowserCDPSession();
  try {
    return (await session.send('SystemInfo.getProcessInfo')).processInfo;
  } finally {
    await session.detach();
  }
}

/** Resident memory that no file backs (RssAnon), all processes of the browser together, MB. What the page cache holds is not ours. */
export async function residentMb(context: BrowserContext): Promise<number> {
  const kilobytes = (await processesOf(context)).map(({ id }) => {
    const line = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'));
    return Number(line?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, kb) => sum + kb, 0) / 1024;
}

/** Samples while something runs, so often, until it is done. */
export async function sampled<Value>(
  context: BrowserContext,
  everyMs: number,
  work: Promise<Value>,
): Promise<{ readonly value: Value; readonly samples: readonly number[] }> {
  const samples: number[] = [];
  let over = false;
  const settled = work.finally(() => {
    over = true;
  });
  while (!over) {
    samples.push(await residentMb(context));
    await Promise.race([settled.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, everyMs))]);
  }
  return { value: await settled, samples };
}

/** The first and the last quarter of the samples: what is flat has the same in both. */
export function quarters(samples: readonly number[]): {
  readonly first: readonly number[];
  readonly last: readonly number[];
} {
  const size = Math.max(1, Math.floor(samples.length / 4));
  return { first: samples.slice(0, size), last: samples.slice(-size) };
}
