import { guideCorrections } from './guide-corrections.ts';
import { profileFields } from './profile-fields.ts';
import { business } from './sections/business.ts';
import { clearinghouse } from './sections/clearinghouse.ts';
import { clients } from './sections/clients.ts';
import { communication } from './sections/communication.ts';
import { foundations } from './sections/foundations.ts';
import { launch } from './sections/launch.ts';
import { office } from './sections/office.ts';
import { references } from './sections/references.ts';
import { security } from './sections/security.ts';
import { software } from './sections/software.ts';
import { sections } from './sections.ts';
import { sources } from './sources.ts';
import { states } from './states.ts';
import type { Catalog } from './types.ts';

/** Everything a home billing business needs, as data, in working order. */
export const catalog: Catalog = {
  sections,
  items: [
    ...foundations,
    ...business,
    ...office,
    ...clearinghouse,
    ...software,
    ...references,
    ...communication,
    ...security,
    ...clients,
    ...launch,
  ],
  sources,
  states,
  guideCorrections,
  profileFields,
};
