import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { authorityChecksField } from '../../../shared/catalog/vetting/authority-fields.ts';
import type { Row } from '../../../shared/domain/field.ts';
import { type Inquiry, isSearch } from '../../../shared/domain/vetting/inquiries.ts';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { FieldScopeProvider } from '../../ui/fields/field-scope.tsx';
import { storedRows } from '../../ui/fields/row-values.ts';
import frames from '../connection/check-list.module.css';
import { CheckRow } from '../connection/check-row.tsx';
import { useOpenRows } from '../connection/open-rows.ts';
import { StandingMark } from '../connection/standing-mark.tsx';
import styles from './authority-desk.module.css';
import { AuthorityRows } from './authority-rows.tsx';
import type { StepView } from './candidate-steps.tsx';
import { INQUIRY_MARKS, WHOSE_WORDS } from './inquiry-words.ts';
import { OfficeLinks } from './office-links.tsx';
import { StepForm } from './step-form.tsx';

interface AuthorityDeskProps {
  readonly view: StepView;
  readonly inquiries: readonly Inquiry[];
}

/** Everybody to ask about a company: where each is found, what it said, and a record of every time it was asked. */
export function AuthorityDesk({ view, inquiries }: AuthorityDeskProps): ReactNode {
  const { assessed, group, answers, plan, today } = view;
  const open = useOpenRows();
  const { record } = assessed;
  const stored = storedRows(answers.authority_checks);
  const claimed = new Set(
    inquiries.flatMap((inquiry) => stored.filter((row) => isOf(inquiry, row)).map(({ rowId }) => rowId)),
  );
  const target = `record/${record.kind}/${record.id}` as const;
  return (
    <FieldScopeProvider value={{ target, today, profile: plan.profile }}>
      <div className={frames.frame}>
        <ul className={frames.list} aria-label="Whom to ask">
          {inquiries.map((inquiry) => {
            const id = `inquiry-${inquiry.id.replace('/', '-')}`;
            return (
              <CheckRow
                key={inquiry.id}
                id={id}
                title={inquiry.title}
                detail={<Detail inquiry={inquiry} />}
                mark={<StandingMark {...INQUIRY_MARKS[inquiry.standing]} />}
                meta=""
                isOpen={open.isOpen(id)}
                onToggle={() => open.toggle(id)}
              >
                {() => <InquiryBody view={view} inquiry={inquiry} stored={stored} target={target} />}
              </CheckRow>
            );
          })}
        </ul>
      </div>
      <section className={styles.others} aria-labelledby="other-checks">
        <h3 id="other-checks">Other names and offices</h3>
        <p className={styles.soft}>
          For a parent company, an earlier name, or the office of another state or county.
        </p>
        <AuthorityRows
          target={target}
          stored={stored}
          rows={stored.filter(({ rowId }) => !claimed.has(rowId))}
          blank={{}}
          isFixed={false}
          addLabel="Add another check"
        />
      </section>
      <StepForm view={view} fields={group.fields.filter(({ id }) => id === 'searched_names')} />
    </FieldScopeProvider>
  );
}

/** True for a row that records this very inquiry. */
function isOf({ kind, state, whose }: Inquiry, row: Row): boolean {
  return row.office_kind === kind && (whose === null || (state !== null && row.state === state));
}

function Detail({ inquiry }: { readonly inquiry: Inquiry }): ReactNode {
  const { whose, said, standing } = inquiry;
  const parts = [
    ...(whose === null ? [] : [WHOSE_WORDS[whose]]),
    ...(standing === 'state-unknown' ? ['the state is not known yet'] : []),
  ];
  return (
    <>
      {parts.join(': ')}
      {said.map((sentence) => (
        <span key={sentence} className={styles.said}>
          {sentence}
        </span>
      ))}
    </>
  );
}

interface InquiryBodyProps {
  readonly view: StepView;
  readonly inquiry: Inquiry;
  readonly stored: readonly Row[];
  readonly target: `record/clearinghouse/${string}` | `record/billing-software/${string}`;
}

function InquiryBody({ view, inquiry, stored, target }: InquiryBodyProps): ReactNode {
  const { kind, state, whose } = inquiry;
  if (inquiry.standing === 'state-unknown') return <StateMissing inquiry={inquiry} onGoTo={view.onGoTo} />;
  return (
    <>
      <OfficeLinks inquiry={inquiry} records={view.plan.records} />
      <AuthorityRows
        target={target}
        stored={stored}
        rows={stored.filter((row) => isOf(inquiry, row))}
        blank={{ office_kind: kind, ...(whose === null || state === null ? {} : { state }) }}
        isFixed
        addLabel={isSearch(kind) ? 'Record a search' : 'Record an answer'}
      />
      {kind === 'bbb' ? (
        <StepForm view={view} fields={view.group.fields.filter(({ id }) => !NOT_BBB.includes(id))} />
      ) : null}
    </>
  );
}

// Everything of the group that is neither a row nor a list of names is the profile at the Better Business Bureau.
const NOT_BBB: readonly string[] = [authorityChecksField.id, 'searched_names'];

function StateMissing({
  inquiry,
  onGoTo,
}: {
  readonly inquiry: Inquiry;
  readonly onGoTo: (step: string) => void;
}): ReactNode {
  return inquiry.whose === 'head-office' ? (
    <p>
      Say in which state its head office is.{' '}
      <Button kind="quiet" onClick={() => onGoTo('company')}>
        Go to “Who the company is”
      </Button>
    </p>
  ) : (
    <p>
      Say which state you live in. <Link to={paths.welcome}>Go to “Your business”</Link>
    </p>
  );
}
