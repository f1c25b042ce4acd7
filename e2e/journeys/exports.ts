import type { BrowserContext, Page } from 'playwright';
import { EXPORT_FORMATS, type ExportFormat } from '../../src/model/export.ts';
import { en } from '../../src/ui/words/en.ts';
import { LONG } from './party.ts';

interface Exporter {
  readonly context: BrowserContext;
  readonly extension: string;
}

/** The export page with one meeting chosen, or the newest. */
export async function openExport({ context, extension }: Exporter, log?: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extension}/extension/export/index.html${log ? `?log=${log}` : ''}`);
  const first = page.getByRole('list', { name: en['export.meetings'] }).getByRole('checkbox').first();
  await first.waitFor({ timeout: LONG });
  if (!log) await first.check();
  return page;
}

/** These formats and no others. */
export async function chooseFormats(page: Page, formats: readonly ExportFormat[]): Promise<void> {
  for (const format of EXPORT_FORMATS) {
    const box = page.getByRole('checkbox', { name: en[`format.${format}`], exact: true });
    if (await box.isEnabled()) await box.setChecked(formats.includes(format));
  }
}

/** Presses the button and keeps the file. */
export async function makeFile(page: Page, path: string): Promise<string> {
  const downloading = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: en['export.do'], exact: true }).click();
  const download = await downloading;
  await download.saveAs(path);
  return download.suggestedFilename();
}
