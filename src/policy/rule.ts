import { type Demand, FORMS, type Form, RULES, type Rule } from '../model/requirement.ts';

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
