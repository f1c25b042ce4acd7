import { switches } from './store.ts';

/** Names that another version may have changed. */
export function css(name: string): string {
  return switches.renamed ? `${name}-x` : name;
}
export function id(name: string): { readonly id: string } {
  return { id: css(name) };
}
