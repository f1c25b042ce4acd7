import type { VerifiedLine } from '../../model/verified.ts';
import { say } from './say.ts';

type Answer = Extract<VerifiedLine, { what: 'answer' }>;
const SHOWN = 300;

/** Each answer with how strong its evidence is. Names are as the site showed them, and are kept from turning the line around them. */
export function Answers({ lines }: { readonly lines: readonly VerifiedLine[] }) {
  const answers = lines.filter((line): line is Answer => line.what === 'answer');
  if (answers.length === 0) return null;
  const times = new Intl.DateTimeFormat('en', { timeStyle: 'medium' });
  return (
    <div class="answers">
      <h4>{say('answers.title', { n: answers.length })}</h4>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('answer.who')}</th>
            <th scope="col">{say('answer.what')}</th>
            <th scope="col">{say('answer.when')}</th>
            <th scope="col">{say('answer.how')}</th>
          </tr>
        </thead>
        <tbody>
          {answers.slice(0, SHOWN).map((line) => (
            <tr key={`${line.log} ${line.index}`}>
              <th scope="row">
                <bdi>{line.name ?? say('answer.nameless', { participant: line.participant })}</bdi>
              </th>
              <td>{say(`answer.${line.answer}`)}</td>
              <td class="figures">{times.format(new Date(line.time))}</td>
              <td>
                {say(`grade.${line.grade}`)}
                <span class="soft small"> {line.means}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {answers.length > SHOWN && <p class="soft">{say('answers.more', { n: SHOWN })}</p>}
    </div>
  );
}
