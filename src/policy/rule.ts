/** Whose agreement the law asks for, loosest first: one of the parties; nobody's, but everybody must be told; everybody's. */
export const RULES = ['one-party', 'notice', 'all-party'] as const;
export type Rule = (typeof RULES)[number];

/** The weakest form of an answer that is enough, loosest first. Implied is: told, and going on all the same. */
export const FORMS = ['none', 'implied-by-continuing-after-notice', 'explicit', 'written'] as const;
export type Form = (typeof FORMS)[number];

/** What somebody or some law asks for: both scales at once. */
export interface Demand {
  readonly rule: Rule;
  readonly form: Form;
}

export const NOTHING_ASKED: Demand = { rule: 'one-party', form: 'none' };
export const EVERYBODY_EXPLICITLY: Demand = { rule: 'all-party', form: 'explicit' };

export function stricterRule(a: Rule, b: Rule): Rule {
  return RULES.indexOf(a) >= RULES.indexOf(b) ? a : b;
}

export function stricterForm(a: Form, b: Form): Form {
  return FORMS.indexOf(a) >= FORMS.indexOf(b) ? a : b;
}

/** The stricter of both on each scale: one recording has one rule, so what one law asks of the rule joins what another asks of the form. */
export function both(a: Demand, b: Demand): Demand {
  return { rule: stricterRule(a.rule, b.rule), form: stricterForm(a.form, b.form) };
}

/** Is `a` at least as strict as `b` on both scales? */
export function asStrict(a: Demand, b: Demand): boolean {
  return stricterRule(a.rule, b.rule) === a.rule && stricterForm(a.form, b.form) === a.form;
}
