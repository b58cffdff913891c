import { withVettingDesk } from '../derived/vetting.ts';
import type { Item } from '../types.ts';
import { clhBaa, clhContract, clhEnroll } from './clearinghouse-agreements.ts';
import { clhAg, clhConsumer } from './clearinghouse-offices.ts';
import { clhBbb, clhBizopp, clhFederal } from './clearinghouse-records.ts';
import { clhCapability, clhSecurity } from './clearinghouse-service.ts';
import { clhShortlist } from './clearinghouse-shortlist.ts';

const items: readonly Item[] = [
  clhShortlist,
  clhAg,
  clhConsumer,
  clhBbb,
  clhFederal,
  clhBizopp,
  clhCapability,
  clhSecurity,
  clhContract,
  clhBaa,
  clhEnroll,
];

/** Clearinghouse vetting: who the company is, what is on record about it, what it can do, and what it signs. */
export const clearinghouse: readonly Item[] = items.map(withVettingDesk);
