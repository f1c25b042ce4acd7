import type { CDPSession, Frame, Page } from 'playwright';

/**
 * A closed shadow root is out of reach for locators, as it is for the page. DevTools sees into it, so the
 * banner can be tested as it is shipped: found by role and name or by CSS, and clicked with the real mouse. It stands in a page, or in a
 * frame of another site, which has a process, and so a DevTools session, of its own.
 */
export type View = Page | Frame;

export interface Sought {
  /** Attribute of the element that bears the closed root, as a CSS selector. */
  readonly hostSelector?: string;
  readonly css?: string;
  readonly role?: string;
  readonly name?: string | RegExp;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const HOST = '[data-ask-to-record]';
const PATIENCE = 5000;

interface TreeNode {
  readonly nodeId: number;
  readonly backendNodeId: number;
  readonly children?: readonly TreeNode[];
  readonly shadowRoots?: readonly TreeNode[];
  readonly contentDocument?: TreeNode;
}

function pageOf(view: View): Page {
  return 'page' in view ? view.page() : view;
}

/** Where the view's own pixels begin in the page; null if it is not laid out. */
async function originOf(view: View): Promise<Pick<Box, 'x' | 'y'> | null> {
  if (!('page' in view)) return { x: 0, y: 0 };
  const element = await view.frameElement();
  return element.boundingBox();
}

async function withSession<Value>(view: View, use: (session: CDPSession) => Promise<Value>): Promise<Value> {
  const session = await pageOf(view).context().newCDPSession(view);
  try {
    return await use(session);
  } finally {
    await session.detach();
  }
}

function* within(node: TreeNode): Generator<TreeNode> {
  yield node;
  const inside = [
    ...(node.shadowRoots ?? []),
    ...(node.children ?? []),
    ...(node.contentDocument ? [node.contentDocument] : []),
  ];
  for (const child of inside) yield* within(child);
}

async function rootOf(session: CDPSession, hostSelector: string): Promise<TreeNode | null> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: hostSelector });
  if (nodeId === 0) return null;
  for (const node of within(root)) if (node.nodeId === nodeId) return node.shadowRoots?.[0] ?? null;
  return null;
}

const matches = (wanted: string | RegExp | undefined, name: string): boolean =>
  wanted === undefined || (typeof wanted === 'string' ? name.trim() === wanted : wanted.test(name));

async function backendIdOf(session: CDPSession, root: TreeNode, { css, role, name }: Sought): Promise<number | null> {
  if (css !== undefined) {
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: css });
    for (const node of within(root)) if (node.nodeId === nodeId) return node.backendNodeId;
    return null;
  }
  const inside = new Set([...within(root)].map((node) => node.backendNodeId));
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const found = nodes.find(
    (node) =>
      !node.ignored &&
      node.backendDOMNodeId !== undefined &&
      inside.has(node.backendDOMNodeId) &&
      (role === undefined ? node.role?.value !== 'StaticText' : node.role?.value === role) &&
      matches(name, String(node.name?.value ?? '')),
  );
  return found?.backendDOMNodeId ?? null;
}

/** Where the element is now, in page pixels; null if it is not there or not laid out. */
export async function findInClosedRoot(view: View, sought: Sought): Promise<Box | null> {
  return withSession(view, async (session) => {
    const root = await rootOf(session, sought.hostSelector ?? HOST);
    const backendNodeId = root && (await backendIdOf(session, root, sought));
    if (!backendNodeId) return null;
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId }).catch(() => undefined);
    // An element that is not laid out has no quads, and Chromium answers with an error.
    const { quads } = await session.send('DOM.getContentQuads', { backendNodeId }).catch(() => ({ quads: [] }));
    const [quad] = quads;
    const origin = await originOf(view);
    if (!quad || !origin) return null;
    const xs = quad.filter((_, index) => index % 2 === 0);
    const ys = quad.filter((_, index) => index % 2 === 1);
    const x = Math.min(...xs);
    const y = Math.min(...ys);
    return { x: x + origin.x, y: y + origin.y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  });
}

const wording = ({ css, role, name }: Sought): string => css ?? `${role ?? 'element'} ${name ?? ''}`.trim();

/** Waits until the element is laid out: a banner that the page takes away is put back, and is not there in between. */
export async function waitInClosedRoot(view: View, sought: Sought): Promise<Box> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const box = await findInClosedRoot(view, sought);
    if (box) return box;
    if (Date.now() > until) throw new Error(`Not found in the closed root: ${wording(sought)}`);
    await pageOf(view).waitForTimeout(100);
  }
}

/** Waits for the element, then clicks its middle with the real mouse: the click is trusted. */
export async function clickInClosedRoot(view: View, sought: Sought): Promise<void> {
  const box = await waitInClosedRoot(view, sought);
  await pageOf(view).mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** The text that people see in the closed root; empty if there is no such root. */
export async function textOfClosedRoot(view: View, hostSelector = HOST): Promise<string> {
  return withSession(view, async (session) => {
    const root = await rootOf(session, hostSelector);
    if (!root) return '';
    const { object } = await session.send('DOM.resolveNode', { nodeId: root.nodeId });
    if (!object.objectId) return '';
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      returnByValue: true,
      functionDeclaration: `function () {
        // innerText of an element that is not rendered would be its whole text, style sheets included.
        return [...this.children].filter((one) => one.checkVisibility()).map((one) => one.innerText).join('\\n');
      }`,
    });
    return String(result.value ?? '').trim();
  });
}
