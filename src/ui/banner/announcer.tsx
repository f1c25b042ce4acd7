import { useEffect, useState } from 'preact/hooks';
import type { AskedView, BannerTexts, BannerView } from '../../model/banner.ts';
import { fill } from './fill.ts';

/** A live region speaks only of what changes after it is there, so the first words come a moment later. */
const SETTLED_MS = 300;

export function Announcer({ view }: { readonly view: BannerView }) {
  const now = view.asks.map((ask) => sentence(ask, view.texts)).join(' ');
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(now), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <div class="unseen" aria-live="polite">
      {said}
    </div>
  );
}

function sentence(ask: AskedView, texts: BannerTexts): string {
  const title = fill(texts.title, { asker: ask.asker });
  switch (ask.state) {
    case 'requested': {
      const wanted = ask.agreed > 0 ? fill(texts.companyNext, { agreed: ask.agreed, people: ask.people }) : title;
      return ask.mark === 'asked' ? wanted : `${wanted} ${ask.markText}`;
    }
    case 'not-sent':
      return texts.notSent;
    case 'later':
    case 'ended':
      return ask.markText;
    default:
      return `${texts[ask.state]} ${ask.markText}`;
  }
}
