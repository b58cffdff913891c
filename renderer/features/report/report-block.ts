import type { ItemState } from '../../../shared/domain/assess-item.ts';
import type { PostureKind } from '../../../shared/domain/connection-posture.ts';
import type { BaaStanding } from '../../../shared/domain/partner.ts';
import type { ReportCover, Worded } from '../../../shared/domain/report-types.ts';
import type { VettingVerdict } from '../../../shared/domain/vetting/vetting-types.ts';
import type { DrawnChain } from '../partners/baa-chain-map.tsx';

/** Tables of the report; `block-tables.ts` knows their columns. */
export type TableId =
  | 'sections'
  | 'calendar'
  | 'checks'
  | 'deadlines'
  | 'score'
  | 'chain'
  | 'compared'
  | 'rows'
  | 'sources';

/** How a check stands, shown with a shape of its own: a person's word never looks like a check. */
export interface CheckMark {
  readonly check: PostureKind;
}

/** What the vetting of a candidate comes to, shown with its shape. */
export interface VerdictOf {
  readonly verdict: VettingVerdict;
}

/** How an agreement stands, shown with its shape. */
export interface AgreementMark {
  readonly agreement: BaaStanding;
}

/** How something stands: shape and word. */
export type Mark = Worded<ItemState> | CheckMark | VerdictOf | AgreementMark;

/** A table's cell: words, or a state shown with its shape. */
export type Cell = string | Mark | readonly string[];

/** How much a value stands out: what blocks, what was recorded, what the report adds. */
export type Tone = 'strong' | 'plain' | 'soft';

interface BlockBase {
  /** Stays on the page of the block after it. */
  readonly keepWithNext?: boolean | undefined;
  /** Blocks of one unit stay together when they are few. */
  readonly unit?: string | undefined;
  /** In smaller type: what is looked up rather than read. */
  readonly isDense?: boolean | undefined;
}

export interface CoverBlock extends BlockBase {
  readonly kind: 'cover';
  readonly cover: ReportCover;
}
export interface HeadingBlock extends BlockBase {
  readonly kind: 'heading';
  readonly text: string;
  /** "4 of 11 settled". */
  readonly detail?: string | undefined;
  readonly state?: Worded<ItemState> | undefined;
}
export interface ItemHeadingBlock extends BlockBase {
  readonly kind: 'item-heading';
  readonly text: string;
  /** None for an entry that is only listed. */
  readonly state: Mark | null;
  /** Level and basis of an item; '' for none. */
  readonly detail: string;
}
export interface ParagraphBlock extends BlockBase {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly tone: Tone;
}
export interface ListItemBlock extends BlockBase {
  readonly kind: 'list-item';
  readonly list: string;
  /** Counts from 1. */
  readonly number: number;
  readonly lead: string | null;
  readonly text: string;
}
export interface TableRowBlock extends BlockBase {
  readonly kind: 'table-row';
  readonly table: TableId;
  readonly cells: readonly Cell[];
  /** Heads of the columns after the first, where they are not the same in every report. */
  readonly heads?: readonly string[] | undefined;
  /** Which table of several of one kind this is, and what it is called. */
  readonly of?: { readonly list: string; readonly caption: string } | undefined;
}
/** One short value in a run of them. */
export interface RunPart {
  readonly label: string;
  readonly text: string;
  readonly tone: Tone;
  readonly isAsked: boolean;
}
/** Short values one after the other, each behind its label, beside what they belong to. Never cut, so never long. */
export interface RunBlock extends BlockBase {
  readonly kind: 'run';
  readonly list: string;
  /** What the label belongs to, where it is a row of a group. */
  readonly of: string | null;
  readonly label: string;
  /** The label is the name of a row. */
  readonly isStrong: boolean;
  readonly isAsked: boolean;
  readonly parts: readonly RunPart[];
}
/** One short value among others on a line. */
export interface FieldCell {
  readonly label: string;
  readonly text: string;
  readonly tone: Tone;
  readonly isAsked: boolean;
  /** Columns it takes, of four. */
  readonly span: number;
}
/** A line of short values side by side, as on a printed form. */
export interface FieldsBlock extends BlockBase {
  readonly kind: 'fields';
  readonly list: string;
  readonly cells: readonly FieldCell[];
}
/** A label and what was recorded for it. The only block that can be cut: its text may be of any length. */
export interface PairBlock extends BlockBase {
  readonly kind: 'pair';
  readonly list: string;
  readonly label: string;
  readonly text: string;
  readonly tone: Tone;
  readonly isAsked: boolean;
  /** Belongs to the row named above it. */
  readonly isInRow: boolean;
}

/** The chain of agreements as a picture; everything in it is in the table below it as well. */
export interface ChainMapBlock extends BlockBase {
  readonly kind: 'chain-map';
  readonly chain: DrawnChain;
}

/** The report as a flat list of these, to be dealt out on pages. */
export type Block =
  | CoverBlock
  | HeadingBlock
  | ItemHeadingBlock
  | ParagraphBlock
  | ListItemBlock
  | TableRowBlock
  | FieldsBlock
  | PairBlock
  | RunBlock
  | ChainMapBlock;

/** The element that holds a block together with its neighbors of the same kind; null when it stands alone. */
export function groupOf(block: Block): string | null {
  switch (block.kind) {
    case 'list-item':
      return `list ${block.list}`;
    case 'table-row':
      return `table ${block.table} ${block.of?.list ?? ''}`;
    case 'fields':
    case 'run':
    case 'pair':
      return `pairs ${block.list}`;
    default:
      return null;
  }
}
