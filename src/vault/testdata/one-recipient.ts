import type { ForRecipients } from '../epoch-keys.ts';
import type { Identities } from '../wrap.ts';

/** A vault that one key opens, for tests in which who may open it is not the question. */
export const IDENTITY = 'AGE-SECRET-KEY-13PJ6LL4LG39P55KGNLN8VXG32685QD7FW2TEX90ENWQVATRJFQVSPV8T20';
export const RECIPIENT = 'age1kpqxr8qtzwdj9veamcen9l5wdwj94w7yhq2zazjh0jgrqvpq8ycsclza2d';

export const forOne: ForRecipients = (work) => work([RECIPIENT]);
export const one: Identities = { keys: [IDENTITY], locked: false };
