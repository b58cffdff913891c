import type { ReactNode } from 'react';
import { STATE_NAMES } from '../../../shared/catalog/state-codes.ts';
import type { ChoiceField, Option, StateField, YesNoField } from '../../../shared/domain/field.ts';
import { Button } from '../button.tsx';
import { classNames } from '../class-names.ts';
import styles from './controls.module.css';
import { FieldFrame, fieldIds } from './field-frame.tsx';
import type { EditorProps } from './field-scope.tsx';
import { areOptionsShort, isShownAsRadios, isWide } from './field-width.ts';

const YES_NO: readonly Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

const STATE_OPTIONS: readonly Option[] = Object.entries(STATE_NAMES).map(([value, label]) => ({
  value,
  label,
}));

/** Yes or no, as a pair of radio buttons. */
export function YesNoEditor({ value, onChange, ...rest }: EditorProps<YesNoField>): ReactNode {
  return (
    <Radios
      {...rest}
      options={YES_NO}
      isStacked={false}
      chosen={typeof value === 'boolean' ? (value ? 'yes' : 'no') : ''}
      onChoose={(chosen) => onChange(chosen === '' ? null : chosen === 'yes', 'now')}
    />
  );
}

/** One of a closed list: radio buttons for a few options, a select for more. */
export function ChoiceEditor({ value, onChange, ...rest }: EditorProps<ChoiceField>): ReactNode {
  const { field } = rest;
  const choosing = {
    options: field.options,
    chosen: typeof value === 'string' ? value : '',
    onChoose: (chosen: string) => onChange(chosen === '' ? null : chosen, 'now'),
  };
  return isShownAsRadios(field) ? (
    <Radios {...rest} {...choosing} isStacked={!areOptionsShort(field)} />
  ) : (
    <Select {...rest} {...choosing} />
  );
}

/** One US state or territory. */
export function StateEditor({ value, onChange, ...rest }: EditorProps<StateField>): ReactNode {
  return (
    <Select
      {...rest}
      options={STATE_OPTIONS}
      chosen={typeof value === 'string' ? value : ''}
      onChoose={(chosen) => onChange(chosen === '' ? null : chosen, 'now')}
    />
  );
}

type ChooserProps = Omit<EditorProps<YesNoField | ChoiceField | StateField>, 'value' | 'onChange'> & {
  readonly options: readonly Option[];
  /** '' when nothing is chosen. */
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
};

function Radios(props: ChooserProps & { readonly isStacked: boolean }): ReactNode {
  const { field, path, refusal, isOptionalSaid, options, chosen, onChoose, isStacked } = props;
  const ids = fieldIds(path, field.hint !== undefined);
  const isOptional = field.required !== true;
  return (
    <FieldFrame
      path={path}
      label={field.label}
      hint={field.hint}
      isOptional={isOptionalSaid && isOptional}
      isWide={isWide(field)}
      as="group"
      error={refusal}
    >
      <div
        role="radiogroup"
        id={path}
        className={classNames(styles.options, isStacked && styles.stacked)}
        aria-labelledby={ids.label}
        aria-describedby={ids.describedBy}
        aria-required={!isOptional}
        aria-invalid={refusal !== null}
      >
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={path}
              value={option.value}
              checked={chosen === option.value}
              onChange={() => onChoose(option.value)}
            />
            {option.label}
          </label>
        ))}
        {/* A radio button cannot be taken back; an answer nobody has to give can. */}
        {isOptional && chosen !== '' ? (
          <Button kind="quiet" aria-label={`Clear: ${field.label}`} onClick={() => onChoose('')}>
            Clear
          </Button>
        ) : null}
      </div>
    </FieldFrame>
  );
}

function Select(props: ChooserProps): ReactNode {
  const { field, path, refusal, isOptionalSaid, options, chosen, onChoose } = props;
  const ids = fieldIds(path, field.hint !== undefined);
  return (
    <FieldFrame
      path={path}
      label={field.label}
      hint={field.hint}
      isOptional={isOptionalSaid && field.required !== true}
      isWide={isWide(field)}
      as="label"
      error={refusal}
    >
      <div className={styles.chevroned}>
        <select
          id={path}
          name={path}
          className={classNames(styles.select, refusal !== null && styles.wrong)}
          value={chosen}
          onChange={(event) => onChoose(event.target.value)}
          aria-required={field.required === true}
          aria-invalid={refusal !== null}
          aria-describedby={ids.describedBy}
        >
          <option value="">Choose…</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </FieldFrame>
  );
}
