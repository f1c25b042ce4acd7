import * as v from 'valibot';
import { isAgeRecipient } from './age-recipient.ts';
import { KEEP_DAYS_MAX, MEDIA, PURPOSES } from './ask.ts';
import { BASES, type Demand, FLOORS, FORMS, RULES } from './requirement.ts';
import { CARD_NAME_MAX, CARDS_MAX, CRITERIA_MAX, SCALES, WEIGHT_MAX } from './score.ts';
import { RECIPIENTS_MAX, SETTINGS, type SettingFault, type SettingPath, type SettingValue } from './settings.ts';

/** What the rules and the notices have, for settings that name one of them. */
export interface Known {
  /** Codes of places, other codes that mean them included. */
  readonly places: ReadonlySet<string>;
  /** Tags of languages that there is a notice in. */
  readonly languages: ReadonlySet<string>;
}

export interface Field<Value> {
  /** Each issue's message is a SettingFault. */
  readonly schema: (known: Known) => v.GenericSchema<unknown, Value>;
  /** What counts where something was set and cannot be understood: nothing that is looser than what might have been meant. */
  readonly strictest: (own: Value) => Value;
}

export const NAME_OF_CONTROLLER_MAX = 200;
export const TEXT_OF_SETTING_MAX = 500;
/** A notice stands at least this long before going on may count, and no page is watched longer than that for it: ms. */
export const IMPLIED_AFTER = { min: 10_000, max: 300_000 } as const;

const fault = (code: SettingFault): SettingFault => code;
/** Of an object: a member that nobody knows, or else the wrong kind of thing. */
const inObject = (issue: v.BaseIssue<unknown>) => fault(issue.expected === 'never' ? 'unknown' : 'kind');

/** Goes into one line of a chat and of the log: no line breaks, nothing unseen, nothing that turns the writing direction. */
const UNFIT = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;
export const words = (max: number) =>
  v.pipe(
    v.string(fault('kind')),
    v.maxLength(max, fault('too-long')),
    v.check((text) => !UNFIT.test(text), fault('characters')),
  );
const yesNo = v.boolean(fault('kind'));
const whole = (min: number, max: number) =>
  v.pipe(
    v.number(fault('kind')),
    v.safeInteger(fault('range')),
    v.minValue(min, fault('range')),
    v.maxValue(max, fault('range')),
  );
const listed = (codes: ReadonlySet<string>) =>
  v.nullable(
    v.pipe(
      v.string(fault('kind')),
      v.check((code) => codes.has(code), fault('not-listed')),
    ),
  );
const oneOf = <const Options extends readonly string[]>(options: Options) => v.picklist(options, fault('not-listed'));

const isHttps = (address: string) => {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '';
};
const address = v.pipe(
  words(TEXT_OF_SETTING_MAX),
  v.check((text) => text === '' || isHttps(text), fault('address')),
);

/** Enough to find a slip of the hand: who may be written to is known by the mail server alone. */
const email = v.pipe(
  words(NAME_OF_CONTROLLER_MAX),
  v.check((text) => text === '' || /^[^\s@<>]+@[^\s@<>]+$/.test(text), fault('email')),
);

const purposes = v.pipe(
  v.array(v.strictObject({ purpose: oneOf(PURPOSES), required: yesNo }, inObject), fault('kind')),
  v.maxLength(PURPOSES.length, fault('purposes')),
  v.check((all) => all.some(({ required }) => required), fault('purposes')),
  v.check((all) => new Set(all.map(({ purpose }) => purpose)).size === all.length, fault('purposes')),
);

const recipients = v.pipe(
  v.array(v.pipe(v.string(fault('kind')), v.check(isAgeRecipient, fault('recipient'))), fault('kind')),
  v.maxLength(RECIPIENTS_MAX, fault('too-long')),
);

/** One thing a line, and each name once: names tell cards and criteria apart. */
const named = <Schema extends v.GenericSchema<unknown, { readonly name: string }>>(one: Schema, max: number) =>
  v.pipe(
    v.array(one, fault('kind')),
    v.maxLength(max, fault('cards')),
    v.check((all) => new Set(all.map(({ name }) => name)).size === all.length, fault('cards')),
  );
const cardName = v.pipe(
  words(CARD_NAME_MAX),
  v.check((text) => text.trim() !== '', fault('cards')),
);
const criterion = v.strictObject({ name: cardName, scale: oneOf(SCALES), weight: whole(1, WEIGHT_MAX) }, inObject);
const criteria = v.pipe(named(criterion, CRITERIA_MAX), v.minLength(1, fault('cards')));
const cards = named(v.strictObject({ name: cardName, criteria }, inObject), CARDS_MAX);

const demand = v.strictObject({ rule: oneOf(RULES), form: oneOf(FORMS) }, inObject);
/** The code of the unknown place, for which the strictest rule counts. No place at all would add no rule, and be looser than what was meant. */
const UNKNOWN_PLACE = 'XX';
const MOST: Demand = { rule: 'all-party', form: 'written' };

const same =
  <Value>(schema: v.GenericSchema<unknown, Value>) =>
  () =>
    schema;
const own = <Value>(value: Value) => value;

/** Every setting: what it may be, and what stands in for it. A missing row does not compile. */
export const FIELDS: { readonly [P in SettingPath]: Field<SettingValue<P>> } = {
  place: { schema: ({ places }) => listed(places), strictest: () => null },
  'controller.name': { schema: same(words(NAME_OF_CONTROLLER_MAX)), strictest: own },
  'controller.contact': { schema: same(words(NAME_OF_CONTROLLER_MAX)), strictest: own },
  'controller.address': { schema: same(words(TEXT_OF_SETTING_MAX)), strictest: own },
  'controller.email': { schema: same(email), strictest: own },
  'controller.phone': { schema: same(words(NAME_OF_CONTROLLER_MAX)), strictest: own },
  'controller.policyUrl': { schema: same(address), strictest: own },
  'controller.organisation': { schema: same(yesNo), strictest: () => true },
  'controller.place': { schema: ({ places }) => listed(places), strictest: () => UNKNOWN_PLACE },
  'terms.purposes': { schema: same(purposes), strictest: own },
  'terms.media': { schema: same(oneOf(MEDIA)), strictest: () => 'sound' },
  'terms.keepDays': {
    schema: same(whole(1, KEEP_DAYS_MAX)),
    strictest: (days) => Math.min(days, SETTINGS.terms.keepDays),
  },
  'terms.proofDays': { schema: same(whole(1, KEEP_DAYS_MAX)), strictest: own },
  recipients: { schema: same(words(TEXT_OF_SETTING_MAX)), strictest: own },
  basis: { schema: same(v.nullable(oneOf(BASES))), strictest: () => null },
  biometrics: { schema: same(yesNo), strictest: () => true },
  specialCategory: { schema: same(yesNo), strictest: () => true },
  nonPartyRecorder: { schema: same(yesNo), strictest: () => true },
  floor: { schema: same(oneOf(FLOORS)), strictest: () => 'product' },
  impliedAfterMs: {
    schema: same(whole(IMPLIED_AFTER.min, IMPLIED_AFTER.max)),
    strictest: (ms) => Math.max(ms, SETTINGS.impliedAfterMs),
  },
  atLeast: { schema: same(v.nullable(demand)), strictest: () => MOST },
  pauseAtNumbers: { schema: same(yesNo), strictest: () => true },
  language: { schema: ({ languages }) => listed(languages), strictest: own },
  secondLanguage: { schema: ({ languages }) => listed(languages), strictest: own },
  'vault.recipients': { schema: same(recipients), strictest: own },
  'vault.hostPlays': { schema: same(yesNo), strictest: () => false },
  'review.reviewer': { schema: same(words(NAME_OF_CONTROLLER_MAX)), strictest: own },
  'review.cards': { schema: same(cards), strictest: own },
};
