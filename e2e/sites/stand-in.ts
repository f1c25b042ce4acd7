import type { BrowserContext, Frame, Page } from 'playwright';
import { READING_MS } from '../journeys/party.ts';
import { pageAssets } from './bundle.ts';
import type { Line, Member, RoomState, Told } from './room.ts';

export interface Premises {
  /** Of the real site, `https://meet.google.com`: the manifest's match, the scheme and the host are the real ones. */
  readonly origin: string;
  /** Content security policy, as strict as the site's. */
  readonly policy: string;
  /** The folder of its pages: a path that names one of their files gets it, every other path gets `index.html`. */
  readonly pages: URL;
  /** A member's id as the site makes them, from a running number. */
  readonly memberId: (number: number) => string;
}

/**
 * A meeting on a stand-in for a site. Its server is the test itself: pages are served to the test browser under the site's real
 * address by interception, so that nothing goes over the network, and what they share lies here. People with a page of their own and
 * people whom the test plays meet in it. Its page tells what happens with `tellRoom`, and is driven by `window.standIn`.
 *
 * @typeParam Switches how its page can be awkward, or change as real sites change
 */
export class StandInRoom<Switches extends object> {
  protected state: RoomState = { members: [], waiting: [], lines: [] };
  /** Its page may be a frame in another one. */
  private readonly inside = new Map<Frame, string>();
  private last = 0;

  constructor(private readonly premises: Premises) {}

  /** Browsers of this context reach the meeting from now on. */
  async serve(context: BrowserContext): Promise<void> {
    const { origin, policy, pages } = this.premises;
    const assets = await pageAssets(pages);
    await context.route(`${origin}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const asset = assets.get(pathname) ?? (pathname.startsWith('/assets/') ? undefined : assets.get('/index.html'));
      if (!asset) return route.fulfill({ status: 404 });
      const headers = { 'content-security-policy': policy, 'cache-control': 'no-store' };
      const body = typeof asset.body === 'string' ? asset.body : Buffer.from(asset.body);
      return route.fulfill({ contentType: asset.type, headers, body });
    });
    await context.exposeBinding('tellRoom', ({ page, frame }, told: Told) => this.told(page, frame, told));
  }

  private async told(page: Page, frame: Frame, told: Told): Promise<string> {
    if (told.what === 'join') {
      const id = this.member(told.name, this.state.members.length === 0);
      this.inside.set(frame, id);
      page.once('close', () => this.inside.delete(frame));
      page.on('framedetached', (gone) => this.inside.delete(gone));
      await this.show();
      return id;
    }
    // A part of the page may be a frame in it.
    const parent = frame.parentFrame();
    const from = this.inside.get(frame) ?? (parent && this.inside.get(parent)) ?? '';
    if (told.what === 'say') await this.line(from, told.text, told.to);
    else await this.gone(from);
    return from;
  }

  /** Somebody without a page comes in; the id is for what they do next. */
  async joins(name: string): Promise<string> {
    const id = this.member(name, false);
    await this.show();
    return id;
  }

  async leaves(id: string): Promise<void> {
    await this.gone(id);
  }

  /** One goes and another one comes, in one change of the page: its counter never moves. */
  async swaps(id: string, name: string): Promise<string> {
    this.state = { ...this.state, members: this.state.members.filter((member) => member.id !== id) };
    return this.joins(name);
  }

  /** As a person does: a question that stands there has been read before. to: one person, where the site has that. */
  async says(id: string, text: string, to?: string): Promise<void> {
    const question = this.state.lines.findLast((line) => line.from !== id && line.text.includes('[atr1 ask'));
    const left = question ? question.at + READING_MS - Date.now() : 0;
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    await this.line(id, text, to);
  }

  /** So many messages of one person at once. */
  async burst(from: string, messages: number, textOf: (n: number) => string): Promise<void> {
    const name = this.state.members.find((member) => member.id === from)?.name ?? '';
    const before = this.last;
    this.last += messages;
    const lines = Array.from({ length: messages }, (_, n) => ({
      id: `messages/${before + n + 1}`,
      from,
      name,
      at: Date.now(),
      text: textOf(n),
    }));
    this.state = { ...this.state, lines: [...this.state.lines, ...lines] };
    await this.show();
  }

  /** So many people at once. */
  async fill(people: number): Promise<void> {
    for (let n = 0; n < people; n++) this.member(`Person ${n}`, false);
    await this.show();
  }

  async presents(id: string): Promise<string> {
    const name = this.state.members.find((member) => member.id === id)?.name ?? '';
    const second = this.member(name, false, true);
    await this.show();
    return second;
  }

  async waits(name: string): Promise<void> {
    this.last += 1;
    const waiting = { id: this.premises.memberId(this.last), name, host: false, presents: false };
    this.state = { ...this.state, waiting: [...this.state.waiting, waiting] };
    await this.show();
  }

  lines(): readonly Line[] {
    return this.state.lines;
  }

  /** Changes a page as sites change. */
  async change(page: Page, some: Partial<Switches>): Promise<void> {
    await page.evaluate((change) => window.standIn.change(change), some as object);
  }

  private member(name: string, host: boolean, presents = false): string {
    this.last += 1;
    const member: Member = { id: this.premises.memberId(this.last), name, host, presents };
    this.state = { ...this.state, members: [...this.state.members, member] };
    return member.id;
  }

  private async line(from: string, text: string, to?: string): Promise<void> {
    this.last += 1;
    const name = this.state.members.find((member) => member.id === from)?.name ?? '';
    const line: Line = { id: `messages/${this.last}`, from, name, text, at: Date.now(), ...(to && { to }) };
    this.state = { ...this.state, lines: [...this.state.lines, line] };
    await this.show();
  }

  private async gone(id: string): Promise<void> {
    this.state = { ...this.state, members: this.state.members.filter((member) => member.id !== id) };
    await this.show();
  }

  protected async show(): Promise<void> {
    const { state } = this;
    await Promise.all([...this.inside.keys()].map((frame) => frame.evaluate((now) => window.standIn.show(now), state)));
  }
}
