import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** `primary`: the one thing to do next. `quiet`: looks like a link. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | undefined;
}

/** A native button. `type` is "button" unless told, so that it never sends a form by accident. */
export function Button({ kind = 'secondary', type = 'button', ...rest }: ButtonProps): ReactNode {
  return <button {...rest} type={type} className={buttonClass(kind)} />;
}

/** The look of a button, for a link that goes on to the next page. */
export function buttonClass(kind: 'primary' | 'secondary' | 'quiet'): string {
  return classNames(styles.button, styles[kind]);
}
