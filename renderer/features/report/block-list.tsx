import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/domain/result.ts';
import { classNames } from '../../ui/class-names.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { BlockTable, StateMark } from './block-table.tsx';
import { ChainPicture } from './chain-picture.tsx';
import { CoverView } from './cover-view.tsx';
import { FieldsView } from './fields-view.tsx';
import { type Fragment, groupFragments } from './fragments.ts';
import { PairView } from './pair-view.tsx';
import type {
  Block,
  FieldsBlock,
  ListItemBlock,
  PairBlock,
  RunBlock,
  TableRowBlock,
} from './report-block.ts';
import styles from './report-paper.module.css';
import { RunView } from './run-view.tsx';

type Of<B extends Block> = Fragment & { readonly block: B };

/** Blocks one below the other, neighbors of one table or list inside one table or list. */
export function BlockList({ fragments }: { readonly fragments: readonly Fragment[] }): ReactNode {
  return groupFragments(fragments).map((group) => <Group key={group[0]?.index} group={group} />);
}

function Group({ group }: { readonly group: readonly Fragment[] }): ReactNode {
  const [first] = group;
  if (first === undefined) return null;
  switch (first.block.kind) {
    case 'list-item':
      return <NumberedList items={group as readonly Of<ListItemBlock>[]} />;
    case 'table-row':
      return <BlockTable rows={group as readonly Of<TableRowBlock>[]} table={first.block.table} />;
    case 'fields':
    case 'run':
    case 'pair':
      return (
        <dl className={classNames(styles.pairs, first.block.isDense && styles.dense)} data-group="">
          {(group as readonly Of<PairBlock | FieldsBlock | RunBlock>[]).map((fragment) => (
            <Pair key={fragment.index} fragment={fragment} />
          ))}
        </dl>
      );
    default:
      return <SingleBlock block={first.block} index={first.index} />;
  }
}

function Pair({
  fragment: { block, index, isContinued },
}: {
  readonly fragment: Of<PairBlock | FieldsBlock | RunBlock>;
}): ReactNode {
  switch (block.kind) {
    case 'fields':
      return <FieldsView fields={block} index={index} />;
    case 'run':
      return <RunView run={block} index={index} />;
    case 'pair':
      return <PairView pair={block} index={index} isContinued={isContinued} />;
    default:
      return assertNever(block);
  }
}

function NumberedList({ items }: { readonly items: readonly Of<ListItemBlock>[] }): ReactNode {
  return (
    <ol className={styles.list} start={items[0]?.block.number} data-group="">
      {items.map(({ block, index }) => (
        <li key={index} data-block={index}>
          {block.lead === null ? null : <b>{block.lead}: </b>}
          <span className={styles.said} dir="auto">
            {block.text}
          </span>
        </li>
      ))}
    </ol>
  );
}

interface SingleBlockProps {
  readonly block: Exclude<Block, ListItemBlock | TableRowBlock | FieldsBlock | PairBlock | RunBlock>;
  readonly index: number;
}

function SingleBlock({ block, index }: SingleBlockProps): ReactNode {
  switch (block.kind) {
    case 'cover':
      return <CoverView cover={block.cover} index={index} />;
    case 'heading':
      return (
        <div className={styles.heading} data-block={index}>
          <h2>{block.text}</h2>
          {block.detail === undefined ? null : <span className={styles.detail}>{block.detail}</span>}
          {block.state === undefined ? null : <StatusIcon state={block.state.kind} text={block.state.word} />}
        </div>
      );
    case 'item-heading':
      return (
        <div className={classNames(styles.itemHeading, block.isDense && styles.dense)} data-block={index}>
          <h3 dir="auto">{block.text}</h3>
          {block.state === null ? null : <StateMark state={block.state} />}
          {block.detail === '' ? null : <p className={styles.detail}>{block.detail}</p>}
        </div>
      );
    case 'paragraph':
      return (
        <p className={classNames(styles.paragraph, styles[block.tone])} data-block={index}>
          {block.text}
        </p>
      );
    case 'chain-map':
      return <ChainPicture chain={block.chain} index={index} />;
    default:
      return assertNever(block);
  }
}
