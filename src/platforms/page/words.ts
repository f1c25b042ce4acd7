const BLOCKS: ReadonlySet<string> = new Set(['DIV', 'P', 'LI', 'BLOCKQUOTE']);

/**
 * Words with their line breaks: a tag stands on a line of its own, and `textContent` would glue it to the sentence before. Told by names,
 * because what stands in a frame is of another realm.
 */
export function words(node: Node): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue ?? '';
    else if (child.nodeName === 'BR') text += '\n';
    else text += BLOCKS.has(child.nodeName) && text !== '' ? `\n${words(child)}` : words(child);
  }
  return text;
}

/** How much is written in it, white space left out: more than in the parts that are known of it is something unknown. */
export function letters({ textContent }: Element): number {
  return textContent.replace(/\s+/gu, '').length;
}
