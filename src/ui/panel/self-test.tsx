import type { SenseView, SelfTest as Test } from '../../model/panel.ts';
import { CopyWords } from '../controls/copy-words.tsx';
import { Icon, type IconName } from '../style/icon.tsx';
import { t } from '../words/speak.ts';

const icons: Readonly<Record<SenseView['now'], IconName>> = {
  works: 'check',
  fails: 'cross',
  unknown: 'question',
  'by-host': 'people',
};

/** What we can read and do on this page, one click away, and a report of it for whoever mends us. */
export function SelfTest({ test }: { readonly test: Test }) {
  return (
    <details class="self-test">
      <summary>{t('test.title')}</summary>
      <ul class="senses">
        {test.senses.map(({ sense, now }) => (
          <li key={sense} class={now}>
            <Icon name={icons[now]} size={16} />
            <span>{t(`sense.${sense}`)}</span>
            <span class="soft">{t(`test.${now}`)}</span>
          </li>
        ))}
      </ul>
      <p class="small soft">{t('test.report')}</p>
      <CopyWords words={test.report} label={t('test.report')} copied={() => undefined} />
    </details>
  );
}
