import type { BrowserContext, CDPSession, Page, Worker } from 'playwright';

/**
 * Those parts of an extension that Playwright does not reach: the toolbar button and the offscreen document. Both are
 * spoken to over the browser's own DevTools session.
 */

async function withBrowserSession<Value>(
  context: BrowserContext,
  use: (session: CDPSession) => Promise<Value>,
): Promise<Value> {
  const browser = context.browser();
  if (!browser) throw new Error('This context has no browser; launch it with launchWithExtension.');
  const session = await browser.newBrowserCDPSession();
  try {
    return await use(session);
  } finally {
    await session.detach();
  }
}

/** Sends commands to one target through the browser session and waits for the answer with the same id. */
async function attached<Value>(
  session: CDPSession,
  targetId: string,
  use: (ask: (method: string, params?: object) => Promise<unknown>, received: object[]) => Promise<Value>,
): Promise<Value> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const received: object[] = [];
  const waiting = new Map<number, (answer: { result?: unknown; error?: { message: string } }) => void>();
  const listen = (event: { sessionId: string; message: string }) => {
    if (event.sessionId !== sessionId) return;
    const message = JSON.parse(event.message);
    if (message.id === undefined) received.push(message);
    else waiting.get(message.id)?.(message);
  };
  session.on('Target.receivedMessageFromTarget', listen);
  let last = 0;
  const ask = (method: string, params: object = {}) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
      session
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
        .catch(reject);
    });
  try {
    return await use(ask, received);
  } finally {
    session.off('Target.receivedMessageFromTarget', listen);
    await session.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
  }
}

/** The extension's service worker; waits for it, since it starts up to a second after the browser. */
export async function serviceWorker(context: BrowserContext): Promise<Worker> {
  const [worker] = context.serviceWorkers();
  return worker ?? context.waitForEvent('serviceworker', { timeout: 10_000 });
}

export async function extensionId(context: BrowserContext): Promise<string> {
  return new URL((await serviceWorker(context)).url()).host;
}

async function pageTargetId(context: BrowserContext, page: Page): Promise<string> {
  const session = await context.newCDPSession(page);
  try {
    return (await session.send('Target.getTargetInfo')).targetInfo.targetId;
  } finally {
    await session.detach();
  }
}

/** A page is a child of its tab; only the tab's own session tells which. */
async function tabOf(session: CDPSession, pageId: string): Promise<string> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  for (const { targetId } of targetInfos) {
    const children = await attached(session, targetId, async (ask, received) => {
      await ask('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
      return JSON.stringify(received);
    });
    if (children.includes(pageId)) return targetId;
  }
  throw new Error('The page has no tab: it was closed, or it lives in another browser.');
}

/** A person's click on the extension's toolbar button while that page is in front: this is what grants the tab. */
export async function pressToolbarButton(context: BrowserContext, id: string, page: Page): Promise<void> {
  await page.bringToFront();
  const pageId = await pageTargetId(context, page);
  await withBrowserSession(context, async (session) => {
    const targetId = await tabOf(session, pageId);
    // Newer than Playwright's own list of commands.
    const send = session.send.bind(session) as unknown as (method: string, params: object) => Promise<unknown>;
    await send('Extensions.triggerAction', { id, targetId });
  });
}

/** Evaluates in the extension's offscreen document; promises are awaited, and the value must be JSON. */
export async function offscreenEval<Value = unknown>(context: BrowserContext, expression: string): Promise<Value> {
  return withBrowserSession(context, async (session) => {
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
    const offscreen = targetInfos.find(
      ({ type, url }) => type === 'background_page' && url.startsWith('chrome-extension:'),
    );
    if (!offscreen) throw new Error('The extension has no offscreen document now.');
    return attached(session, offscreen.targetId, async (ask) => {
      const answer = (await ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as {
        result: { value: Value };
        exceptionDetails?: { text: string; exception?: { description?: string } };
      };
      const thrown = answer.exceptionDetails;
      if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
      return answer.result.value;
    });
  });
}
