/**
 * A meeting of as many as wanted, in one page and without a network: the DOM that the sandbox promises (e2e/sites/sandbox/README.md),
 * moved by the bench. Every change gives back the moment at which it stood in the page, ms UTC.
 */
const MESSAGES_SHOWN = 500;

function find<Found extends Element>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new Error(`no ${selector} on the stage`);
  return found;
}

const screen = find('[data-screen]');
const roster = find<HTMLElement>('[data-roster]');
const messages = find('[data-messages]');
const count = find('[data-count]');
const input = find<HTMLTextAreaElement>('[data-chat-input]');

function element(tag: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}

const rowOf = (id: string) => find(`[data-person][data-participant-id="${id}"]`);

/** Counter and list change in one turn, as on a site that draws once. */
function counted(): number {
  count.setAttribute('data-count', String(roster.children.length));
  return Date.now();
}

function join(id: string, name: string, self = false): number {
  const row = element('li', { 'data-person': '', 'data-participant-id': id, 'data-self': String(self) });
  row.append(element('span', { 'data-name': '' }, name));
  roster.append(row);
  return counted();
}

function leave(id: string): number {
  rowOf(id).remove();
  return counted();
}

function rename(id: string, name: string): number {
  const shown = rowOf(id).querySelector('[data-name]');
  if (shown) shown.textContent = name;
  return Date.now();
}

/** id null: the host's own line. */
function say(id: string | null, text: string): number {
  const about = { 'data-sender-id': id ?? 'self', 'data-own': String(id === null) };
  const line = element('li', { 'data-message': '', 'data-message-id': crypto.randomUUID(), ...about });
  const name = id === null ? 'You' : (rowOf(id).textContent ?? '');
  line.append(element('span', { 'data-sender': '' }, name), element('p', { 'data-text': '' }, text));
  messages.append(line);
  if (messages.children.length > MESSAGES_SHOWN) messages.firstElementChild?.remove();
  return Date.now();
}

find('[data-chat-send]').addEventListener('click', () => {
  say(null, input.value);
  input.value = '';
});

/** A rule of the style sheet alone makes the list too short for its rows: no element changes, so only looking finds it. */
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];
sheet.replaceSync('[data-roster] { height: auto !important; }');
function cut(on: boolean): number {
  roster.classList.add('virtual');
  // Shorter than a single row, or a list of two would still be seen whole.
  sheet.replaceSync(`[data-roster] { height: ${on ? '5px' : 'auto'} !important; }`);
  return Date.now();
}

/** So many changes a second, people and words by turns: a line, a rename, a line, somebody leaves, a line, somebody comes. */
async function churn(perSecond: number, seconds: number): Promise<number> {
  const others = [...roster.querySelectorAll('[data-person][data-self="false"]')].map(
    (row) => row.getAttribute('data-participant-id') ?? '',
  );
  const from = performance.now();
  let done = 0;
  while (done < perSecond * seconds) {
    for (const due = ((performance.now() - from) / 1000) * perSecond; done < due; done++) {
      const id = others[done % others.length] ?? '';
      if (done % 2 === 0) say(id, `Something that people say in meetings, number ${done}`);
      else if (done % 4 === 1) rename(id, `Person ${id} ${done}`);
      else {
        leave(id);
        join(id, `Person ${id}`);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
  }
  return done;
}

function enter(host: string): number {
  screen.setAttribute('data-screen', 'call');
  join('self', host, true);
  return Date.now();
}

/** A picture that moves and a tone: what a tab of a meeting gives to whoever captures it. */
const pen = find<HTMLCanvasElement>('canvas').getContext('2d');
setInterval(() => {
  if (!pen) return;
  pen.fillStyle = `hsl(${(Date.now() / 20) % 360} 80% 50%)`;
  pen.fillRect(0, 0, 600, 300);
  pen.fillStyle = 'black';
  pen.fillText(String(Date.now()), 20, 40);
}, 50);
function sound(): void {
  const context = new AudioContext();
  const tone = new OscillatorNode(context, { frequency: 440 });
  tone.connect(new GainNode(context, { gain: 0.3 })).connect(context.destination);
  tone.start();
}

const acts = { enter, join, leave, rename, say, cut, churn, sound };
export type StagePage = typeof acts;
declare global {
  interface Window {
    stage: StagePage;
  }
}
window.stage = acts;
