import { type ReactNode, useEffect } from 'react';
import { date } from '../../../shared/catalog/field-builders.ts';
import type { ItemId } from '../../../shared/catalog/ids.ts';
import type { Field } from '../../../shared/domain/field.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { DUE_FIELD } from '../../app/save-queue.ts';
import { useAnswers, useSaveQueue } from '../../app/saving.tsx';
import { FieldForm } from '../../ui/fields/field-form.tsx';
import { DeskAnswers } from './desk-answers.tsx';
import { ItemAside } from './item-aside.tsx';
import { ItemFooter } from './item-footer.tsx';
import { stepsOf } from './item-neighbours.ts';
import styles from './item-page.module.css';
import { ItemState } from './item-state.tsx';
import { type ItemView, useItemView } from './item-view.ts';
import { MissingList } from './missing-list.tsx';
import { SetAsideNote } from './set-aside-note.tsx';
import { StepBar } from './step-bar.tsx';
import { TemplateList } from './template-list.tsx';

const dueFields: readonly Field[] = [
  date(DUE_FIELD, 'Do this by', { hint: 'A date of your own, if you want one.' }),
];

/** One item: what to do, the form, what is missing, and why it matters beside it. */
export function ItemPage({ itemId }: { readonly itemId: ItemId }): ReactNode {
  const view = useItemView(itemId);
  const queue = useSaveQueue();
  // Whatever was typed last is sent when the page is left, without waiting for the pause.
  useEffect(() => queue.flush, [queue]);
  const { item, section, formFields, formAnswers, assessment, readiness, plan, today } = view;
  const steps = stepsOf(item, readiness);
  const isAside = assessment.state === 'set-aside' || assessment.state === 'not-applicable';
  return (
    <Page aside={<ItemAside view={view} />} asideLabel="About this item">
      <PageHeader
        title={item.title}
        windowTitle={`${steps.indexOf(item) + 1} of ${steps.length}: ${item.title}`}
        eyebrow={<StepBar section={section} item={item} steps={steps} readiness={readiness} />}
        lead={item.lead}
      />
      {isAside ? <SetAsideNote view={view} /> : <ItemState view={view} />}
      <DeskAnswers view={view} />
      <FieldForm
        target={item.id}
        fields={formFields}
        answers={formAnswers}
        today={today}
        profile={plan.profile}
      />
      <TemplateList templates={item.templates} />
      {isAside ? null : (
        <div className={styles.ending}>
          <MissingList assessment={assessment} />
          <DueDate view={view} />
        </div>
      )}
      <ItemFooter view={view} />
    </Page>
  );
}

function DueDate({ view }: { readonly view: ItemView }): ReactNode {
  const answers = useAnswers(`due/${view.item.id}`);
  return (
    <FieldForm
      target={`due/${view.item.id}`}
      fields={dueFields}
      answers={answers}
      today={view.today}
      profile={view.plan.profile}
    />
  );
}
