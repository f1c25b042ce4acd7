import { Failure } from '../../model/failure.ts';
import type { Folder, Path } from '../folder.ts';

/** A folder in memory that keeps the promises of one on a disk, and can be unplugged, filled up and edited. */
export class MemoryFolder implements Folder {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  away = false;
  /** Bytes that still find room. */
  room = Number.POSITIVE_INFINITY;
  /** Writes until it is pulled out. */
  stays = Number.POSITIVE_INFINITY;
  /** Writes and removals until the power goes. */
  left = Number.POSITIVE_INFINITY;

  async list(path: readonly string[]): Promise<readonly string[]> {
    this.#here();
    const at = path.map((name) => `${name}/`).join('');
    const below = [...this.files.keys()].filter((name) => name.startsWith(at)).map((name) => name.slice(at.length));
    return [...new Set(below.map((name) => name.split('/')[0] ?? ''))];
  }

  async read(path: Path): Promise<Blob | null> {
    this.#here();
    const bytes = this.files.get(path.join('/'));
    return bytes ? new Blob([bytes]) : null;
  }

  async write(path: Path, content: readonly BlobPart[]): Promise<void> {
    if (this.stays-- <= 0) this.away = true;
    this.#here();
    this.#power();
    const bytes = new Uint8Array(await new Blob([...content]).arrayBuffer());
    if (bytes.length > this.room) throw new Failure('backup-full');
    this.room -= bytes.length;
    this.files.set(path.join('/'), bytes);
  }

  async remove(path: Path): Promise<void> {
    this.#here();
    this.#power();
    const at = path.join('/');
    for (const name of this.files.keys()) if (name === at || name.startsWith(`${at}/`)) this.files.delete(name);
  }

  text(name: string): string {
    return new TextDecoder().decode(this.files.get(name));
  }

  /** Names that have this in them. */
  named(part: string): string[] {
    return [...this.files.keys()].filter((name) => name.includes(part));
  }

  #here(): void {
    if (this.away) throw new Failure('backup-away');
  }

  #power(): void {
    if (this.left-- <= 0) throw new Error('the power went');
  }
}
