import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** Pictures of every step, as host and participant see it, numbered in the order of the story. */
export class Album {
  private step = 0;
  readonly pictures: string[] = [];

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  next(): void {
    this.step += 1;
  }

  async take(name: string, page: Page): Promise<void> {
    const file = `${String(this.step).padStart(2, '0')}-${name}.png`;
    await page.screenshot({ path: join(this.folder, file), animations: 'disabled' });
    this.pictures.push(file);
  }
}
