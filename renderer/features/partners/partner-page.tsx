import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { partnerFields } from '../../../shared/catalog/records/partner.ts';
import { formatDate } from '../../../shared/domain/iso-date.ts';
import { baaInWords, baaStanding, partnerName, roleOf, toPartner } from '../../../shared/domain/partner.ts';
import type { PlanRecord } from '../../../shared/domain/plan.ts';
import { unfilledIn } from '../../../shared/domain/visible-answers.ts';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { Page, PageHeader } from '../../app/page.tsx';
import { usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { useAnswers, useSaveQueue } from '../../app/saving.tsx';
import { Banner } from '../../ui/banner.tsx';
import { PutBack } from './archived-partners.tsx';
import { BaaMark } from './baa-mark.tsx';
import { PartnerActions } from './partner-actions.tsx';
import { PartnerForm } from './partner-form.tsx';
import styles from './partner-page.module.css';

/** A partner by the id in the address. */
export function PartnerPage({ id }: { readonly id: string }): ReactNode {
  const { plan } = usePlan();
  const record = plan.records.find((each) => each.kind === 'partner' && each.id === id);
  // The key gives every partner a page of its own: nothing typed for one can show up under another.
  return record === undefined ? <NotFoundPage /> : <PartnerEntry key={id} record={record} />;
}

function PartnerEntry({ record }: { readonly record: PlanRecord }): ReactNode {
  const { plan, today } = usePlan();
  const queue = useSaveQueue();
  const target = `record/partner/${record.id}` as const;
  const answers = useAnswers(target);
  // Whatever was typed last is sent when the page is left, without waiting for the pause.
  useEffect(() => queue.flush, [queue]);
  const partner = toPartner({ ...record, answers });
  const missing = unfilledIn(partnerFields, answers, plan.profile);
  const role = roleOf(partner);
  return (
    <Page>
      <PageHeader
        title={partnerName(toPartner(record))}
        eyebrow={
          <>
            <Link to={paths.partners}>Partners</Link> · {partner.kind === 'client' ? 'Client' : 'Vendor'}
            {role === '' ? null : ` · ${role}`}
          </>
        }
      />
      {record.archivedOn === null ? null : (
        <Banner kind="note" title="Taken off the list">
          <p>
            Off since {formatDate(record.archivedOn)}. It counts nowhere, and nothing is lost.{' '}
            <PutBack record={record} onBack={() => document.querySelector('h1')?.focus()} />
          </p>
        </Banner>
      )}
      <div className={styles.state}>
        <p>
          <BaaMark standing={baaStanding(partner, today)} />
        </p>
        <p className={styles.words}>{baaInWords(partner, today)}</p>
      </div>
      <PartnerForm target={target} answers={answers} today={today} profile={plan.profile} />
      {missing.length === 0 ? null : (
        <section className={styles.missing} aria-labelledby="still-missing">
          <h2 id="still-missing">Still missing</h2>
          <ul>
            {missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <PartnerActions partner={partner} isListed={record.archivedOn === null} />
    </Page>
  );
}
