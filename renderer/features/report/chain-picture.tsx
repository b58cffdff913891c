import { type ReactNode, useId } from 'react';
import { BaaChainMap, type DrawnChain } from '../partners/baa-chain-map.tsx';
import styles from './report-paper.module.css';

/** Most partners drawn on each side: the picture leaves room on its page for the table. */
const MOST_DRAWN = 8;

interface ChainPictureProps {
  readonly chain: DrawnChain;
  readonly index: number;
}

/** The chain of agreements as a picture on paper. Its height follows from the width of the page alone. */
export function ChainPicture({ chain, index }: ChainPictureProps): ReactNode {
  // While it is measured it stands in the document twice.
  const id = useId();
  return (
    <div className={styles.picture} data-block={index}>
      <BaaChainMap chain={chain} id={id} most={MOST_DRAWN} />
    </div>
  );
}
