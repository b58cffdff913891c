import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { bridge } from '../../app/bridge.ts';
import { isUntouched } from '../../app/first-run.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { SaveNote } from '../../app/save-note.tsx';
import { useAnswers } from '../../app/saving.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { FieldForm } from '../../ui/fields/field-form.tsx';
import { SetAsideSummary } from './set-aside-summary.tsx';
import styles from './welcome-page.module.css';

/** The first page of an empty plan, and "Your business" ever after: what the app is, then the questions that tailor it. */
export function WelcomePage(): ReactNode {
  const { plan, readiness, today } = usePlan();
  const answers = useAnswers('profile');
  // Decided on arrival: the heading must not change under the first answer.
  const [isFirstVisit] = useState(() => isUntouched(plan));
  return (
    <Page>
      {isFirstVisit ? (
        <PageHeader title="Welcome to First Claim" windowTitle="Welcome" lead={INTRODUCTION} />
      ) : (
        <PageHeader
          title="Your business"
          lead="Your answers decide which items apply to you. Change them whenever your plans change."
        />
      )}
      {isFirstVisit ? <Promises /> : null}
      <section className={styles.part} aria-labelledby="about-you">
        {isFirstVisit ? <h2 id="about-you">First, a few questions about your plans</h2> : null}
        {isFirstVisit ? (
          <p className={styles.hint}>None of them has to be answered now. Every answer saves by itself.</p>
        ) : (
          <h2 id="about-you" className="visually-hidden">
            Questions about your plans
          </h2>
        )}
        <FieldForm
          target="profile"
          fields={catalog.profileFields}
          answers={answers}
          today={today}
          profile={plan.profile}
        />
      </section>
      <SetAsideSummary readiness={readiness} />
      <div className={styles.onward}>
        <Link to={paths.overview} className={buttonClass('primary')}>
          {isFirstVisit ? 'Continue to your list' : 'Continue'}
        </Link>
        <SaveNote />
      </div>
      {isFirstVisit ? null : <Promises />}
    </Page>
  );
}

const INTRODUCTION =
  'First Claim walks you through everything an independent medical billing business at home needs before its first claim. It keeps your answers and tells you honestly what is still missing. At the end it prints a report that shows how ready you are.';

// Before the first question is asked; later on they can wait until after the form.
function Promises(): ReactNode {
  const info = useQuery({ queryKey: ['app-info'], queryFn: () => bridge.getAppInfo({}) });
  return (
    <section className={styles.promises} aria-label="What you can rely on">
      <div>
        <h2>Yours alone</h2>
        <p>
          No account, no internet needed, nothing sent anywhere. Your answers stay in one folder on this
          computer{info.data === undefined ? '.' : ':'}
        </p>
        {info.data === undefined ? null : <p className={styles.folder}>{info.data.dataFolder}</p>}
      </div>
      <div>
        <h2>No patient data</h2>
        <p>
          This app never needs a patient’s name, date of birth, member number or diagnosis. Please type none
          in.
        </p>
      </div>
      <div>
        <h2>General information</h2>
        <p>
          What you read here is general information, not legal advice. Each rule names its source and the day
          it was checked; ask a lawyer where it says so.
        </p>
      </div>
    </section>
  );
}
