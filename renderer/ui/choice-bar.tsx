import { type ReactNode, useId } from 'react';
import styles from './choice-bar.module.css';

interface ChoiceBarProps<T extends string> {
  /** What is chosen here; read out, not shown. */
  readonly legend: string;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly count?: number }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** A few ways to look at the same thing, one at a time: native radio buttons in a row. */
export function ChoiceBar<T extends string>({
  legend,
  choices,
  value,
  onChoose,
}: ChoiceBarProps<T>): ReactNode {
  const name = useId();
  return (
    <fieldset className={styles.bar}>
      <legend className="visually-hidden">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            className={styles.input}
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          {choice.label}
          {choice.count === undefined ? null : <span className={styles.count}>{choice.count}</span>}
        </label>
      ))}
    </fieldset>
  );
}
