/** One stream that a page plays. */
export interface Playing {
  /** The stream's own id: the same one in two elements is one. */
  readonly stream: string;
  /** Played without sound, as everybody plays their own picture. Other people's pictures are, too, where their voices play elsewhere. */
  readonly own: boolean;
  /** Ids of its live sound tracks. */
  readonly voices: readonly string[];
}

/** A single voice or picture with sound is a call; without sound it takes two, because one is the host's own picture. */
export function isCall(streams: readonly Playing[]): boolean {
  return streams.some(({ own }) => !own) || new Set(streams.map(({ stream }) => stream)).size > 1;
}

/** Every live stream that plays in the page, in its open shadow roots, and in its frames from the same site. */
export function playing(page: Document): Playing[] {
  return roots(page).flatMap((root) => [...root.querySelectorAll<HTMLMediaElement>('video, audio')].flatMap(streamOf));
}

function streamOf(element: HTMLMediaElement): Playing[] {
  const { srcObject, paused, ended, readyState, muted, volume } = element;
  if (!isStream(srcObject) || paused || ended || readyState < ENOUGH_DATA) return [];
  const live = srcObject.getTracks().filter((track) => track.readyState === 'live');
  if (live.length === 0) return [];
  const voices = live.filter(({ kind }) => kind === 'audio').map(({ id }) => id);
  return [{ stream: srcObject.id, own: muted || volume === 0, voices }];
}

/** HTMLMediaElement.HAVE_CURRENT_DATA */
const ENOUGH_DATA = 2;

function isStream(source: MediaProvider | null): source is MediaStream {
  return source !== null && 'getTracks' in source;
}

function roots(root: Document | ShadowRoot, found: (Document | ShadowRoot)[] = []): (Document | ShadowRoot)[] {
  found.push(root);
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    // Frames of other sites have no document for us.
    const inner = element.shadowRoot ?? (element.localName === 'iframe' ? documentOf(element) : null);
    if (inner) roots(inner, found);
  }
  return found;
}

function documentOf(frame: Element): Document | null {
  return (frame as HTMLIFrameElement).contentDocument;
}
