/** The first element that any of these selectors finds. They stand in order of how long they are likely to hold, the most stable first. */
export function first<Found extends Element = Element>(within: ParentNode, selectors: readonly string[]): Found | null {
  for (const selector of selectors) {
    const found = within.querySelector<Found>(selector);
    if (found) return found;
  }
  return null;
}

/** On the screen: sites keep closed panels mounted, and what stands in a hidden one may be old. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
