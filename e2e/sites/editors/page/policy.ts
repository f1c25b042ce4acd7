interface Policies {
  createPolicy(name: string, rules: { createHTML: (html: string) => string }): unknown;
}

/**
 * Editors read HTML, some as soon as they are loaded: so whoever enforces Trusted Types around one lets it through by a policy, before
 * everything else. Ours is the widest.
 */
const { trustedTypes } = window as unknown as { trustedTypes: Policies };
trustedTypes.createPolicy('default', { createHTML: (html) => html });
