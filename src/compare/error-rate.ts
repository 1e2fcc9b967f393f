/**
 * How a report's chance of any false alarm, {@link REPORT}, is divided side by side.
 *
 * ```
 * report 1 %  ≥  screen 20 %  ×  confirm 4 %  +  replay 0.1 %
 * ```
 *
 * A false alarm takes an unchanged place that the first stage suspects, and that fresh traffic finds worse; the two
 * stages share no request, so that the chances multiply where two deployments of one build are equally fast. Where they
 * differ, by up to the null margin, the screen may always suspect, and {@link CONFIRM} alone is the bound.
 */
export const REPORT = 0.01;
export const SCREEN = 0.2;
export const CONFIRM = 0.04;
export const REPLAY = 0.001;

/** What a single stage has in pairs; replays have the rest. */
export const SOLE = REPORT - REPLAY;

/**
 * One version after the other no test is exact. With a history of earlier runs the chance is about {@link SEQUENTIAL}:
 * {@link HISTORY} for times that differ more than runs of unchanged code did, and {@link REPORT} for all the rest.
 */
export const HISTORY = 0.04;
export const SEQUENTIAL = 0.05;

/** Of each stage's share, the part that new edges may use; the family of times, shares and calls has the rest. */
export const EDGES = 0.1;
