import type { ReactNode } from 'react';
import { type BaaChain, type ChainLink, chainInWords, isBroken } from '../../../shared/domain/baa-chain.ts';
import { BAA_WORDS, type BaaStanding, type PartnerKind } from '../../../shared/domain/partner.ts';

// Drawn with attributes only, so that it looks the same on a page and on paper: no hooks, no style sheet, and every
// color has one to fall back on.
const INK = 'var(--ink, #1d2a33)';
const INK_SOFT = 'var(--ink-soft, #4c5962)';
const SHEET = 'var(--sheet, #ffffff)';
const LINE = 'var(--line-strong, #8d8677)';

const WIDTH = 720;
const BOX_WIDTH = 256;
const BAR_WIDTH = 96;
const BAR_X = (WIDTH - BAR_WIDTH) / 2;
const HEAD = 30;
const ROW = 48;
const BOX_HEIGHT = 40;
const MORE = 26;
const PAD = 12;
const LONGEST_NAME = 31;
const LONGEST_DETAIL = 38;

/** What is drawn of a link. */
export type DrawnLink = Pick<ChainLink, 'node' | 'standing'>;

/** What is drawn of a chain. */
export interface DrawnChain extends Pick<BaaChain, 'counts'> {
  readonly links: readonly DrawnLink[];
}

interface BaaChainMapProps {
  readonly chain: DrawnChain;
  /** Start of the ids in the picture; unique on the page. */
  readonly id: string;
  /** Most partners drawn on each side, what is missing first. The others are counted. */
  readonly most?: number | undefined;
}

/** Clients → you → vendors as a picture: each link by line, shape and word. Everything in it is in the table as well. */
export function BaaChainMap({ chain, id, most = 10 }: BaaChainMapProps): ReactNode {
  const clients = sideOf(chain, 'client', most);
  const vendors = sideOf(chain, 'vendor', most);
  const rows = Math.max(clients.shown.length, vendors.shown.length, 1);
  const barHeight = rows * ROW - (ROW - BOX_HEIGHT);
  const height = HEAD + rows * ROW + (clients.more + vendors.more > 0 ? MORE : 0);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      width="100%"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      fontSize="13"
      fill={INK}
    >
      <title id={`${id}-title`}>Agreements from your clients through you to your vendors</title>
      <desc id={`${id}-desc`}>{descriptionOf(chain)}</desc>
      <text x="0" y="16" fontWeight="650">
        Clients
      </text>
      <text x={WIDTH - BOX_WIDTH} y="16" fontWeight="650">
        Vendors
      </text>
      <g color="var(--accent, #0b5c63)">
        <rect x={BAR_X} y={HEAD} width={BAR_WIDTH} height={barHeight} rx="6" fill="currentColor" />
      </g>
      <text
        x={WIDTH / 2}
        y={HEAD + barHeight / 2 + 5}
        textAnchor="middle"
        fontWeight="650"
        fill="var(--accent-ink, #ffffff)"
      >
        You
      </text>
      <Side side={clients} kind="client" />
      <Side side={vendors} kind="vendor" />
    </svg>
  );
}

interface ChainSide {
  readonly shown: readonly DrawnLink[];
  readonly more: number;
}

function sideOf({ links }: DrawnChain, kind: PartnerKind, most: number): ChainSide {
  const all = links.filter(({ node }) => node.kind === kind);
  return { shown: all.slice(0, most), more: Math.max(0, all.length - most) };
}

function Side({ side, kind }: { readonly side: ChainSide; readonly kind: PartnerKind }): ReactNode {
  const { shown, more } = side;
  const x = kind === 'client' ? 0 : WIDTH - BOX_WIDTH;
  if (shown.length === 0) {
    return (
      <text x={x} y={HEAD + 25} fill={INK_SOFT}>
        {kind === 'client' ? 'No clients yet' : 'No vendors yet'}
      </text>
    );
  }
  return (
    <>
      {shown.map((link, at) => (
        <Party key={link.node.id} link={link} x={x} y={HEAD + at * ROW} />
      ))}
      {more === 0 ? null : (
        <text x={x} y={HEAD + shown.length * ROW + 14} fill={INK_SOFT}>
          {`and ${more} more, in the table`}
        </text>
      )}
    </>
  );
}

interface PartyProps {
  readonly link: DrawnLink;
  readonly x: number;
  readonly y: number;
}

function Party({ link, x, y }: PartyProps): ReactNode {
  const { node, standing } = link;
  const middle = y + BOX_HEIGHT / 2;
  const [from, to] = node.kind === 'client' ? [BOX_WIDTH, BAR_X] : [BAR_X + BAR_WIDTH, WIDTH - BOX_WIDTH];
  const detail = node.role === '' ? BAA_WORDS[standing] : `${BAA_WORDS[standing]} · ${node.role}`;
  return (
    <g>
      <rect
        x={x + 0.75}
        y={y + 0.75}
        width={BOX_WIDTH - 1.5}
        height={BOX_HEIGHT - 1.5}
        rx="6"
        fill={SHEET}
        stroke={LINE}
        strokeWidth="1.5"
        strokeDasharray={isBroken(standing) ? '5 4' : undefined}
      />
      {/* A picture of its own, so that nothing runs over the edge of the box however wide its letters are. */}
      <svg x={x + PAD} y={y} width={BOX_WIDTH - 2 * PAD} height={BOX_HEIGHT} overflow="hidden">
        <title>{node.name}</title>
        <text y="17" fontWeight="600">
          {shortened(node.name, LONGEST_NAME)}
        </text>
        <text y="33" fontSize="12" fill={INK_SOFT}>
          {shortened(detail, LONGEST_DETAIL)}
        </text>
      </svg>
      <g color={COLORS[standing]}>
        <path
          d={`M${from} ${middle}H${to}`}
          stroke="currentColor"
          strokeWidth={standing === 'signed' ? 2.25 : 1.5}
          strokeDasharray={DASHES[standing]}
          fill="none"
        />
        <path
          d={`M${to - 7} ${middle - 4.5}L${to} ${middle}L${to - 7} ${middle + 4.5}`}
          stroke="currentColor"
          strokeWidth="1.75"
          fill="none"
        />
        <circle cx={(from + to) / 2 - 4} cy={middle} r="10" fill={SHEET} />
        <g transform={`translate(${(from + to) / 2 - 12} ${middle - 8})`}>{SHAPES[standing]}</g>
      </g>
    </g>
  );
}

const COLORS: Readonly<Record<BaaStanding, string>> = {
  missing: 'var(--stop, #9b2c1f)',
  expired: 'var(--stop, #9b2c1f)',
  unknown: INK_SOFT,
  signed: 'var(--done, #1f6b3a)',
  'not-needed': 'var(--na, #5d5d56)',
};

const DASHES: Readonly<Record<BaaStanding, string | undefined>> = {
  missing: '6 5',
  expired: '10 4',
  unknown: '1.5 4',
  signed: undefined,
  'not-needed': '3 6',
};

const ring = <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.6" />;

/** The shapes the rest of the app uses for the same words. */
const SHAPES: Readonly<Record<BaaStanding, ReactNode>> = {
  missing: (
    <>
      <path d="M5 .9h6L15.1 5v6L11 15.1H5L.9 11V5z" fill="currentColor" />
      <path d="M8 4v5M8 11.6v.2" stroke={SHEET} strokeWidth="1.9" strokeLinecap="round" />
    </>
  ),
  expired: (
    <>
      {ring}
      <path d="M8 4.2V8l2.6 1.9" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  unknown: (
    <circle
      cx="8"
      cy="8"
      r="6.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeDasharray="0.6 2.8"
      strokeLinecap="round"
    />
  ),
  signed: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path
        d="m4.8 8.3 2.2 2.2 4.2-4.7"
        fill="none"
        stroke={SHEET}
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'not-needed': (
    <>
      {ring}
      <path d="m3.6 12.4 8.8-8.8" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
};

const MOST_NAMED = 8;

function descriptionOf(chain: DrawnChain): string {
  const broken = chain.links.filter(({ standing }) => isBroken(standing));
  const named = broken
    .slice(0, MOST_NAMED)
    .map(({ node, standing }) => `${node.name}: ${BAA_WORDS[standing].toLowerCase()}`);
  const more = broken.length > MOST_NAMED ? [`${broken.length - MOST_NAMED} more`] : [];
  const list = named.length === 0 ? '' : ` ${[...named, ...more].join('; ')}.`;
  return `${chainInWords(chain)}${list} The table holds the same, complete.`;
}

function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
