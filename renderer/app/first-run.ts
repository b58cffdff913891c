import { EMPTY_PROFILE, type Plan } from '../../shared/domain/plan.ts';

/** True for a plan nobody has written anything into. */
export function isUntouched({ profile, items }: Plan): boolean {
  return Object.keys(items).length === 0 && JSON.stringify(profile) === JSON.stringify(EMPTY_PROFILE);
}
