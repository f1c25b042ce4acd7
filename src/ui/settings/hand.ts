import type { FailureCode, Outcome } from '../../model/failure.ts';
import { changed } from '../../model/setting-at.ts';
import type { SettingChanges, SettingsView } from '../../model/settings.ts';

/** The worker, which alone writes settings. */
export interface SettingsLine {
  read(): Promise<Outcome<SettingsView> | undefined>;
  change(changes: SettingChanges): Promise<Outcome<SettingsView> | undefined>;
  replace(changes: SettingChanges): Promise<Outcome<SettingsView> | undefined>;
}

/** idle → saving → saved | (a failure) → saving … */
export type Saving = 'idle' | 'saving' | 'saved' | FailureCode;

/**
 * A page's hand on the settings: what somebody changes is shown at once and sent at once, and what the worker says in the end is what
 * stands. A refusal is told, and the page shows again what counts.
 */
export class SettingsHand {
  view: SettingsView | null = null;
  saving: Saving = 'idle';
  #outstanding = 0;

  constructor(
    private readonly line: SettingsLine,
    private readonly drawn: () => void,
  ) {}

  /** Anew from the worker, unless a change is on its way: its answer is newer. */
  async look(): Promise<void> {
    if (this.#outstanding > 0) return;
    await this.#settle(this.line.read(), this.saving);
  }

  change(changes: SettingChanges): Promise<boolean> {
    if (this.view) {
      const { settings, own } = this.view;
      this.view = { ...this.view, settings: changed(settings, changes), own: { ...own, ...changes } };
    }
    return this.#send(this.line.change(changes));
  }

  /** Everything that was changed before is given up for this. */
  replace(changes: SettingChanges): Promise<boolean> {
    return this.#send(this.line.replace(changes));
  }

  async #send(sent: Promise<Outcome<SettingsView> | undefined>): Promise<boolean> {
    this.saving = 'saving';
    this.drawn();
    return this.#settle(sent, 'saved');
  }

  async #settle(sent: Promise<Outcome<SettingsView> | undefined>, then: Saving): Promise<boolean> {
    this.#outstanding += 1;
    const outcome = await sent.catch((error: unknown): undefined => {
      console.error('the worker did not answer', error);
      return undefined;
    });
    this.#outstanding -= 1;
    // An answer to an earlier change knows nothing of a later one that is still on its way.
    const isLast = this.#outstanding === 0;
    if (outcome?.ok) {
      if (isLast) this.view = outcome.value;
      this.saving = isLast ? then : this.saving;
    } else {
      this.saving = outcome?.code ?? 'unexpected';
      if (isLast && this.view) await this.#lookAgain();
    }
    this.drawn();
    return outcome?.ok === true;
  }

  /** After a refusal the page must not go on showing what was refused. */
  async #lookAgain(): Promise<void> {
    const outcome = await this.line.read().catch((error: unknown): undefined => {
      console.error('the worker did not answer', error);
      return undefined;
    });
    if (outcome?.ok && this.#outstanding === 0) this.view = outcome.value;
  }
}
