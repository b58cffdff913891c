import type { ReactNode } from 'react';
import { partnerFields, partnerGroups } from '../../../shared/catalog/records/partner.ts';
import type { FieldGroup } from '../../../shared/catalog/records/record-kind.ts';
import type { Answers, Field } from '../../../shared/domain/field.ts';
import type { IsoDate } from '../../../shared/domain/iso-date.ts';
import type { Profile } from '../../../shared/domain/plan.ts';
import { visibleFields } from '../../../shared/domain/visible-answers.ts';
import type { RecordTarget } from '../../app/save-queue.ts';
import { FieldForm } from '../../ui/fields/field-form.tsx';
import styles from './partner-page.module.css';

interface PartnerFormProps {
  readonly target: RecordTarget;
  readonly answers: Answers;
  readonly today: IsoDate;
  readonly profile: Profile;
}

// What is shown in one group can depend on another, so it is decided here and not in the form of the group. One object
// a field: what is worked out for a field is kept by its object.
const asShown = new Map<string, Field>(
  partnerFields.map((field) => [field.id, { ...field, showWhen: undefined }]),
);

/** Everything about a partner, group by group. Every change saves by itself. */
export function PartnerForm({ target, answers, today, profile }: PartnerFormProps): ReactNode {
  const visible = new Set(visibleFields(partnerFields, answers).map(({ id }) => id));
  return partnerGroups.map((group) => (
    <section key={group.id} className={styles.group} aria-labelledby={`group-${group.id}`}>
      <h2 id={`group-${group.id}`}>{group.title}</h2>
      {group.lead === undefined ? null : <p className={styles.lead}>{group.lead}</p>}
      <FieldForm
        target={target}
        fields={shownIn(group, visible)}
        answers={answers}
        today={today}
        profile={profile}
      />
    </section>
  ));
}

function shownIn({ fields }: FieldGroup, visible: ReadonlySet<string>): readonly Field[] {
  return fields.filter(({ id }) => visible.has(id)).flatMap(({ id }) => asShown.get(id) ?? []);
}
