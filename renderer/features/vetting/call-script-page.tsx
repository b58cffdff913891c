import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { STATE_NAMES, type StateCode } from '../../../shared/catalog/state-codes.ts';
import {
  type CallScript,
  officeScripts,
  sellerScript,
  vettingSheet,
} from '../../../shared/catalog/vetting/call-script.ts';
import { candidateName, candidatesOf, textIn } from '../../../shared/domain/vetting/candidate.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import controls from '../../ui/fields/controls.module.css';
import styles from './call-script-page.module.css';
import printed from './printed.module.css';
import { PrintedHead } from './printed-head.tsx';

/** Where the papers for the phone are: `paths.candidate(CALL_SCRIPT)`. No record has this id. */
export const CALL_SCRIPT = 'call-script';

const TITLE = 'Call script and vetting sheet';

/** What to ask whom, with room to write, to print and take to the phone. For a candidate, or blank. */
export function CallScriptPage(): ReactNode {
  const { plan, today } = usePlan();
  const [chosenId, setChosenId] = useState('');
  const candidates = candidatesOf(plan, 'clearinghouse');
  const record = candidates.find(({ id }) => id === chosenId);
  const headOffice = record === undefined ? '' : textIn(record, 'hq_state');
  return (
    <Page>
      <PageHeader
        title={TITLE}
        eyebrow={<Link to={paths.vetting}>Vetting desk</Link>}
        lead="The ten checks as a sheet to fill in by hand, then what to say and ask in each call."
      />
      <div className={styles.bar}>
        <label htmlFor="script-for">For</label>
        <div className={controls.chevroned}>
          <select
            id="script-for"
            className={controls.select}
            value={record === undefined ? '' : chosenId}
            onChange={(event) => setChosenId(event.target.value)}
          >
            <option value="">No company yet: blank</option>
            {candidates.map((each) => (
              <option key={each.id} value={each.id}>
                {candidateName(each)}
              </option>
            ))}
          </select>
        </div>
        <Button onClick={() => window.print()}>Print</Button>
      </div>
      <article className={`${printed.printed} ${styles.paper}`} aria-label={TITLE}>
        <PrintedHead title={TITLE} today={today} />
        <dl className={styles.about}>
          <About term="Company" text={record === undefined ? '' : candidateName(record)} />
          <About term="Legal name" text={record === undefined ? '' : textIn(record, 'legal_name')} />
          <About term="Head office state" text={STATE_NAMES[headOffice as StateCode] ?? ''} />
          <About
            term="Your state"
            text={plan.profile.homeState === null ? '' : STATE_NAMES[plan.profile.homeState]}
          />
        </dl>
        <VettingSheet />
        {officeScripts.map((script) => (
          <Script key={script.id} script={script} />
        ))}
        <Script script={sellerScript} />
      </article>
    </Page>
  );
}

function About({ term, text }: { readonly term: string; readonly text: string }): ReactNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd dir="auto">{text}</dd>
    </div>
  );
}

function VettingSheet(): ReactNode {
  return (
    <section aria-labelledby="vetting-sheet">
      <h2 id="vetting-sheet">Vetting sheet</h2>
      <table className={styles.sheet}>
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">Where</th>
            <th scope="col">Write down</th>
            <th scope="col">Your notes, with the date</th>
          </tr>
        </thead>
        <tbody>
          {vettingSheet.map(({ check, where, record, caution }, at) => (
            <tr key={check}>
              <th scope="row">
                {at + 1}. {check}
              </th>
              <td>{where}</td>
              <td>
                {record}
                <span className={styles.caution}>{caution}</span>
              </td>
              <td className={styles.blank} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Script({ script }: { readonly script: CallScript }): ReactNode {
  const { id, title, opening, questions, caution } = script;
  return (
    <section className={styles.script} aria-labelledby={`script-${id}`}>
      <h2 id={`script-${id}`}>{title}</h2>
      <p>{opening}</p>
      <ol className={styles.questions}>
        {questions.map(({ text }) => (
          <li key={text}>
            {text}
            <span className={styles.line} aria-hidden="true" />
          </li>
        ))}
      </ol>
      <p className={styles.caution}>{caution}</p>
      <p className={styles.spoke}>Date, who you spoke to, reference:</p>
    </section>
  );
}
