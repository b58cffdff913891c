import type { Item } from '../types.ts';
import { fax } from './communication-fax.ts';
import { phone } from './communication-phone.ts';
import { printer } from './communication-printer.ts';

/** Section G: phone, fax and printer, each with its wording and scripts. */
export const communication: readonly Item[] = [phone, fax, printer];
