import { EXPOSURES, type Exposure } from '../../model/roster.ts';
import type { SiteLine, SitePerson } from '../platform.ts';

/** What the script in the page's world reads off the page's store, in one go. */
export interface Reading {
  readonly place: 'call' | 'lobby' | 'out';
  /** The room beside the main one that we are in; null in the main one. */
  readonly breakout: string | null;
  readonly people: readonly SitePerson[];
  /** Participants that are no person: shared screens and videos, whiteboards, hidden recorders. */
  readonly aside: number;
  /** Of the conference itself, ourselves included, without those aside; null when it does not say. */
  readonly heads: number | null;
  /** People who look on, of whom there is no list. */
  readonly visitors: number;
  readonly lines: readonly SiteLine[];
  /** private: what is written now goes to one person, or to somebody in the lobby. */
  readonly composer: 'ready' | 'private';
  readonly records: boolean;
  readonly microphone: 'muted' | 'live' | 'unknown';
  readonly exposed: readonly Exposure[];
}

type Json = Readonly<Record<string, unknown>>;

/** Parses what came over the bridge. The page can say anything there: whatever is not exactly a reading is none. */
export function parseReading(text: string | null): Reading | null {
  if (text === null) return null;
  const said = json(text);
  return isJson(said) && isReading(said) ? said : null;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    console.debug('the page answered something that is no reading:', (error as Error).message);
    return null;
  }
}

function isReading(said: Json): said is Json & Reading {
  return (
    oneOf(said.place, ['call', 'lobby', 'out']) &&
    isTextOrNull(said.breakout) &&
    isListOf(said.people, isPerson) &&
    isCount(said.aside) &&
    (said.heads === null || isCount(said.heads)) &&
    isCount(said.visitors) &&
    isListOf(said.lines, isLine) &&
    oneOf(said.composer, ['ready', 'private']) &&
    typeof said.records === 'boolean' &&
    oneOf(said.microphone, ['muted', 'live', 'unknown']) &&
    isListOf(said.exposed, (one) => oneOf(one, EXPOSURES))
  );
}

function isPerson(one: unknown): boolean {
  return isJson(one) && isTextOrNull(one.id) && isText(one.name) && isBoolean(one.self) && isBoolean(one.host);
}

function isLine(one: unknown): boolean {
  return (
    isJson(one) &&
    isTextOrNull(one.id) &&
    isText(one.text) &&
    isBoolean(one.edited) &&
    isSender(one.sender) &&
    (one.writtenAt === null || typeof one.writtenAt === 'number')
  );
}

function isSender(one: unknown): boolean {
  return isJson(one) && isTextOrNull(one.id) && isTextOrNull(one.name) && isBoolean(one.self);
}

const isJson = (one: unknown): one is Json => typeof one === 'object' && one !== null && !Array.isArray(one);
const isText = (one: unknown) => typeof one === 'string';
const isTextOrNull = (one: unknown) => one === null || typeof one === 'string';
const isBoolean = (one: unknown) => typeof one === 'boolean';
const isCount = (one: unknown) => Number.isSafeInteger(one) && (one as number) >= 0 && (one as number) <= 1_000_000;
const isListOf = (list: unknown, is: (one: unknown) => boolean) => Array.isArray(list) && list.every(is);
const oneOf = (one: unknown, words: readonly unknown[]) => words.includes(one);
