/** The plan's file inside the data folder. */
export const PLAN_FILE = 'plan.db';
