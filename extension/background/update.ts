/** What waiting for an update takes of the browser; a test brings its own. */
export interface UpdatePorts {
  /** Remembered for as long as the browser runs: the worker may sleep in between. */
  remember(waits: boolean): Promise<void>;
  remembered(): Promise<boolean>;
  /** Does a segment run, open or seal? */
  isRecording(): Promise<boolean>;
  /** Takes the update in; nothing of this worker runs after it. */
  reload(): void;
}

/**
 * An update of the extension ends every capture that runs, so it waits for the end of the recording, and comes at once after it.
 *
 *   none ──available──▶ waits ──nothing records──▶ reloaded
 */
export class Update {
  constructor(private readonly ports: UpdatePorts) {}

  async available(): Promise<void> {
    await this.ports.remember(true);
    await this.look();
  }

  /** Called whenever a recording may have ended, and when the worker wakes. */
  async look(): Promise<void> {
    if (!(await this.ports.remembered()) || (await this.ports.isRecording())) return;
    await this.ports.remember(false);
    this.ports.reload();
  }
}
