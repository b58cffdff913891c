import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { BaaChain, ChainLink } from '../../../shared/domain/baa-chain.ts';
import { formatDate } from '../../../shared/domain/iso-date.ts';
import { paths } from '../../app/routes.ts';
import styles from './baa-chain.module.css';
import { BaaMark } from './baa-mark.tsx';

/** Everything in the picture, and more: one row a partner, what is missing first. */
export function BaaChainTable({ chain }: { readonly chain: BaaChain }): ReactNode {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">Agreements with clients and vendors</caption>
        <thead>
          <tr>
            <th scope="col">Partner</th>
            <th scope="col">Patient data goes</th>
            <th scope="col">Agreement</th>
            <th scope="col">Signed on</th>
            <th scope="col">Ends on</th>
            <th scope="col">Incident notice</th>
          </tr>
        </thead>
        <tbody>
          {chain.links.map((link) => (
            <ChainRow key={link.node.id} link={link} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ChainRow({ link }: { readonly link: ChainLink }): ReactNode {
  const { node, standing, since, expires, incidentDays } = link;
  const none = standing === 'not-needed' ? 'Not needed' : 'Not recorded';
  return (
    <tr>
      <th scope="row" dir="auto">
        <Link to={paths.partner(node.id)}>{node.name}</Link>
      </th>
      <td>
        {node.kind === 'client'
          ? 'Client to you'
          : `You to vendor${node.role === '' ? '' : `: ${node.role}`}`}
      </td>
      <td>
        <BaaMark standing={standing} />
      </td>
      <td>{since === null ? none : formatDate(since)}</td>
      <td>{expires === null ? (since === null ? none : 'No end recorded') : formatDate(expires)}</td>
      <td>{incidentDays === null ? none : daysInWords(incidentDays)}</td>
    </tr>
  );
}

function daysInWords(days: number): string {
  if (days === 0) return 'Same day';
  return days === 1 ? '1 day' : `${days} days`;
}
