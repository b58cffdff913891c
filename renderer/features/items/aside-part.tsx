import { type ReactNode, useId } from 'react';
import styles from './item-aside.module.css';

/** One part of the column beside the form. */
export function AsidePart({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
