interface Policies {
  createPolicy(name: string, rules: { readonly createHTML: (html: string) => string }): unknown;
}

/** CKEditor reads HTML, be it its own, and so a page that enforces Trusted Types has to let it: without this one it does not even open. */
(window as unknown as { readonly trustedTypes: Policies }).trustedTypes.createPolicy('default', {
  createHTML: (html) => html,
});
